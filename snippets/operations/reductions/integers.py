import torch

x = torch.tensor([1, 2, 3])
mask = torch.gt(x, 1)
print("sum: ", x.sum().dtype, mask.sum().dtype)
print("mean:", x.mean(dtype=torch.float32).item())

z = torch.tensor([[1.0, 3.0], [2.0, 0.0]], requires_grad=True)
values, indices = z.max(1)
print("values: ", values.dtype, values.requires_grad)
print("indices:", indices.dtype, indices.requires_grad)
x.mean()  # raises RuntimeError
