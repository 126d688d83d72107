import torch
import torch.nn.functional as F

z = torch.zeros(2, 3, requires_grad=True)
t = torch.tensor([2, 0])
y = F.one_hot(t).float()


def saved(node):
    names = [name for name in dir(node) if name.startswith("_saved_")]
    kept = [n for n in names if torch.is_tensor(getattr(node, n))]
    print(node.name() + ":")
    print("   ", ", ".join(n.removeprefix("_saved_") for n in kept))


saved(z.softmax(1).grad_fn)
nll = F.cross_entropy(z, t).grad_fn
log_softmax = nll.next_functions[0][0]
saved(nll)
saved(log_softmax)
saved(F.binary_cross_entropy(z.sigmoid(), y).grad_fn)
saved(F.binary_cross_entropy_with_logits(z, y).grad_fn)

same = nll._saved_self.is_set_to(log_softmax._saved_result)
print("one buffer:", same)
