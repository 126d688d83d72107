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
exact = {}
for i, j in places:
    window = [X[i + a][j + b] * W[a][b] for a, b in places]
    exact[f"out[{i},{j}]"] = sum(window)
exact["loss"] = sum(exact.values())
for a, b in places:
    exact[f"dW[{a},{b}]"] = sum(X[i + a][j + b] for i, j in places)

printed = (
    "1.1893 1.3916 1.1448 1.3950 5.1207 1.7992 2.2671 1.7966 2.4002"
)
matches = 0
for (name, value), article in zip(exact.items(), printed.split()):
    rounded = value.quantize(Decimal("0.0001"))
    match = str(rounded) == article
    matches += match
    mark = "" if match else "differs"
    print(f"{name:8} {value:.8f} {rounded} {article} {mark}".rstrip())
print("matches:", matches)
