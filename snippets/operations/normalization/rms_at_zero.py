import torch
import torch.nn.functional as F

G = torch.tensor([1.0, 2.0, 3.0])

print("rms_norm     dx[0]  from dtype")
for dtype in (torch.float64, torch.float32, torch.bfloat16):
    x = torch.zeros(3, dtype=dtype, requires_grad=True)
    (dx,) = torch.autograd.grad(F.rms_norm(x, (3,)), x, G.to(dtype))
    r = torch.finfo(dtype).eps ** -0.5
    print(f"{str(dtype)[6:]:8} {dx[0].item():9.0f} {r:11.0f}")

x = torch.zeros(3, requires_grad=True)
(dx,) = torch.autograd.grad(F.normalize(x, dim=0), x, G)
print("normalize:", *[f"{v:.0e}" for v in dx.tolist()])
