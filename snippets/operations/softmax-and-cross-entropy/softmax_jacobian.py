import torch

z = torch.tensor([1.0, 2.0, 5.0]).log()
p = z.softmax(0)
J = torch.func.jacrev(lambda z: z.softmax(0))(z)

torch.testing.assert_close(J, p.diag() - p.outer(p))
whole = (64 * J).round()
print("64 J:", whole, sep="\n")
print("row sums:", whole.sum(1))
print("z + 100:", (z + 100).softmax(0), sep="\n")
