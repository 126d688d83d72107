from pathlib import Path

import torch
import torchgen

folder = Path(torchgen.__file__).parent / "packaged" / "autograd"
text = (folder / "derivatives.yaml").read_text(encoding="utf-8")
entries = text.split("\n- name: ")[1:]

print("torch:", torch.__version__.split("+")[0])
print("entries:", len(entries))
for entry in entries:
    operator = entry.split("(")[0]
    if operator in ("add.Tensor", "convolution", "exp", "mm"):
        print(operator)
        for line in entry.splitlines()[1:]:
            if line.startswith("  "):
                print("   ", line.split(":")[0].strip())
