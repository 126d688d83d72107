import torch
import torch.nn.functional as F

p = torch.tensor([[0.125, 0.25, 0.625]])
q = torch.tensor([[0.5, 0.375, 0.125]])

print("KL(q, p):", (q * (q / p).log()).sum())
print("log p, q:", F.kl_div(p.log(), q, reduction="batchmean"))
print("KL(p, q):", (p * (p / q).log()).sum())
print("log q, p:", F.kl_div(q.log(), p, reduction="batchmean"))
print("p, q:", F.kl_div(p, q, reduction="batchmean"))  # wrong
