import torch

print("M     r1    r2    r(y)")
for M in (True, False):
    for r1 in (True, False):
        for r2 in (True, False):
            x1 = torch.tensor(2.0, requires_grad=r1)
            x2 = torch.tensor(3.0, requires_grad=r2)
            with torch.set_grad_enabled(M):
                y = x1 * x2
            assert y.requires_grad is (M and (r1 or r2))
            print(f"{M!s:5} {r1!s:5} {r2!s:5} {y.requires_grad}")
