import torch
import torch.nn.functional as F

G = torch.tensor([[100.0], [0.0]], dtype=torch.float64)

for pair in ([1.0, 5.0], [1.0, 50.0], [2.0, 1.0]):
    x = torch.tensor(pair, dtype=torch.float64, requires_grad=True)
    y = F.batch_norm(x[:, None], None, None, training=True)
    (dx,) = torch.autograd.grad(y, x, G)
    print(pair, "y:", [round(v, 3) for v in y.flatten().tolist()])
    print("  dx:", [f"{v:.0e}" for v in dx.tolist()])
