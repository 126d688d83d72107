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

total = Decimal(0)
for i, j in places:
    sizes = [X[i + a][j + b] + W[a][b] for a, b in places]
    bound = delta * sum(sizes) + 4 * delta**2
    total += bound
    print(f"out[{i},{j}]: {bound + delta:.8f}")
print(f"loss: {total + delta:.8f}")
print(f"dW: {4 * delta + delta:.8f}")

window = [X[0][0], X[0][1], X[1][0], X[1][1]]
print(" + ".join(str(x) for x in window), "=", sum(window))
