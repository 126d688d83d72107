import torch

x = torch.tensor([1.0, 3.0], requires_grad=True)
results = {
    "clone": x.clone(),
    "x[0]": x[0],
    "max": x.max(),
    "floor": x.floor(),
    "long": x.long(),
    "ones_like": torch.ones_like(x),
    "double": x.double(),
}
for label, result in results.items():
    print(f"{label:10} {result.grad_fn is not None}")
