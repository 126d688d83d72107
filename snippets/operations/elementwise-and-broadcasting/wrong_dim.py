import torch
from torch.autograd import Function


def add_row(reduce):
    class AddRow(Function):
        @staticmethod
        def forward(ctx, X, b):
            return X + b

        @staticmethod
        def backward(ctx, G):
            return G, reduce(G)

    return AddRow.apply


G = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]])
X = torch.zeros(3, 3)
b = torch.zeros(3, requires_grad=True)
for name, reduce in {
    "sum(0)": lambda G: G.sum(0),
    "sum(1)": lambda G: G.sum(1),  # wrong
    "no sum": lambda G: G,
}.items():
    (db,) = torch.autograd.grad(add_row(reduce)(X, b), b, G)
    print(name, db.tolist())
