from pathlib import Path

import torch
import torch.nn.functional as F
import torchgen

folder = Path(torchgen.__file__).parent / "packaged" / "autograd"
text = (folder / "derivatives.yaml").read_text(encoding="utf-8")
entries = text.split("\n- name: ")[1:]
operators = {entry.split("(")[0] for entry in entries}

x = torch.ones(1, 1, 3, requires_grad=True)
w = torch.ones(1, 1, 2, requires_grad=True)

print("square" in operators, torch.square(x).grad_fn.name())
print(
    "outer" in operators, torch.outer(x[0, 0], w[0, 0]).grad_fn.name()
)
print("conv1d" in operators, F.conv1d(x, w).grad_fn.name())
