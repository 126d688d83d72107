import torch
import torch.nn.functional as F

H, p = 5, 2
x = torch.arange(5.0).reshape(1, 1, 5)
maps = {
    "reflect": [H - 1 - abs(H - 1 - abs(j - p)) for j in range(9)],
    "replicate": [min(max(j - p, 0), H - 1) for j in range(9)],
    "circular": [(j - p) % H for j in range(9)],
}
for mode, source in maps.items():
    padded = F.pad(x, (p, p), mode=mode).flatten()
    torch.testing.assert_close(padded, torch.tensor(source).float())
    print(f"{mode:9}", *source)
print("constant ", *F.pad(x, (p, p)).int().flatten().tolist())
