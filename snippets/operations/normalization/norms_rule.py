# checks #affine #batch-norm #layer-norm #group-norm #instance-norm
import torch
import torch.nn.functional as F


def vjp(x, gamma, G, axes, eps=1e-5):
    def mean(T):
        return T.mean(axes, keepdim=True)

    r = (mean((x - mean(x)) ** 2) + eps) ** -0.5
    xhat = r * (x - mean(x))
    h = gamma * G
    dx = r * (h - mean(h) - xhat * mean(h * xhat))
    dgamma = (G * xhat).sum_to_size(gamma.shape)
    return dx, dgamma, G.sum_to_size(gamma.shape)


norms = {
    "batch": lambda x, w, b: F.batch_norm(x, None, None, w, b, True),
    "layer": lambda x, w, b: F.layer_norm(x, (4, 3, 5), w, b),
    "group": lambda x, w, b: F.group_norm(x, 2, w, b),
    "instance": lambda x, w, b: F.instance_norm(x, weight=w, bias=b),
}
torch.manual_seed(0)
x, G = torch.randn(2, 2, 4, 3, 5, dtype=torch.float64)
for name, axes, view, affine in (
    ("batch", (0, 2, 3), (2, 4, 3, 5), (4, 1, 1)),
    ("layer", (1, 2, 3), (2, 4, 3, 5), (4, 3, 5)),
    ("group", (2, 3, 4), (2, 2, 2, 3, 5), (2, 2, 1, 1)),
    ("instance", (2, 3), (2, 4, 3, 5), (4, 1, 1)),
):
    size = (4, 3, 5) if name == "layer" else (4,)
    w, b = torch.randn(2, *size, dtype=torch.float64)
    inputs = [it.clone().requires_grad_() for it in (x, w, b)]
    found = torch.autograd.grad(norms[name](*inputs), inputs, G)
    sets = x.reshape(view), w.reshape(affine), G.reshape(view)
    rule = vjp(*sets, axes)
    for mine, theirs in zip(rule, found, strict=True):
        torch.testing.assert_close(mine.reshape(theirs.shape), theirs)
    print(name, *[tuple(it.shape) for it in found])
