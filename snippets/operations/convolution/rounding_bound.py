from decimal import Decimal

X = [
    [Decimal("0.5739"), Decimal("0.9303"), Decimal("0.5375")],
    [Decimal("0.2379"), Decimal("0.0570"), Decimal("0.7423")],
    [Decimal("0.7322"), Decimal("0.7695"), Decimal("0.8314")],
]
W = [
    [Decimal("0.8531"), Decimal("0.5101")],
    [Decimal("0.8575"), Decimal("0.3703")],
]
places = [(0, 0), (0, 1), (1, 0), (1, 1)]
delta = Decimal("0.00005")

out, bound = [], []
for i, j in places:
    pairs = [(X[i + a][j + b], W[a][b]) for a, b in places]
    out.append(sum(x * w for x, w in pairs))
    bound.append(delta * sum(x + w for x, w in pairs) + 4 * delta**2)
four = [X[i][j] for i, j in places]
dW00 = sum(four)


def compare(name, article, exact, limit):
    print(f"{name:8} gap {Decimal(article) - exact:.8f}", end=" ")
    print(f"limit {limit + delta:.8f}")


compare("out[0,0]", "1.1893", out[0], bound[0])
compare("loss", "5.1207", sum(out), sum(bound))
compare("dW[0,0]", "1.7992", dW00, 4 * delta)
print(" + ".join(str(x) for x in four), "=", dW00)
