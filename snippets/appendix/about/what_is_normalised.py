from pathlib import Path

import torch

x = torch.tensor(3.0, requires_grad=True)
y = x**2
print(y.grad_fn)
print(Path(torch.__file__).as_posix())
print(y.grad)
