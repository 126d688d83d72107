import torch
import torch.nn.functional as F

print("    p  y    loss    torch    exact")
for value, y in (
    (0, 1),
    (0, 0),
    (1, 1),
    (1, 0),
    (1e-9, 1),
    (1e-20, 1),
    (1e-20, 0),
):
    p = torch.tensor(value, dtype=torch.float64, requires_grad=True)
    target = torch.tensor(y, dtype=torch.float64)
    loss = F.binary_cross_entropy(p, target)
    (dp,) = torch.autograd.grad(loss, p)
    exact = -1 / p if y else 1 / (1 - p)
    print(f"{value:5g}  {y}  {loss:6.2f}  {dp:7.0e}  {exact:7.0e}")
