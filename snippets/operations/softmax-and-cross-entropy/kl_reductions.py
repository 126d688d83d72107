import torch
import torch.nn.functional as F

x = torch.tensor([[1.0, 2.0, 5.0]] * 2).log_softmax(1)
q = torch.tensor([[0.5, 0.375, 0.125]] * 2)

for reduction in ("sum", "batchmean", "mean"):
    kl = F.kl_div(x, q, reduction=reduction)
    print(f"{reduction}: {kl:.4f}")
