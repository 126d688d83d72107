import torch

print("torch", torch.__version__.partition("+")[0])
