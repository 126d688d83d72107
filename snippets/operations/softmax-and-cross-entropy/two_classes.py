import torch
import torch.nn.functional as F

z = torch.tensor([4.0, 0.25]).log().requires_grad_()
y = torch.tensor([1.0, 0.0])

two = torch.stack([z, torch.zeros(2)], dim=1)
q = torch.stack([y, 1 - y], dim=1)
torch.testing.assert_close(two.softmax(1)[:, 0], z.sigmoid())

for loss in (
    F.cross_entropy(two, q),
    F.binary_cross_entropy_with_logits(z, y),
):
    print(f"{loss:.4f}")
    print(torch.autograd.grad(loss, z)[0])
