"""The networks of bench_neural in python3-torch, as a notebook would write them. Lines read from stdin are
    train|predict MODEL THREADS
and answered by windows a second."""
import math
import sys
import time

import torch

SHORTEST = 0.5  # seconds
BATCHES = 4
# features, lookback, layers, units, outputs, dropout, batch, windows
MODELS = {"article": (1, 30, 3, 64, 1, 0.2, 32, 1600), "global": (8, 28, 1, 64, 28, 0.0, 256, 5120)}


class Network(torch.nn.Module):
    def __init__(self, features, layers, units, outputs, dropout):
        super().__init__()
        self.lstm = torch.nn.LSTM(features, units, layers, batch_first=True, dropout=dropout)
        self.head = torch.nn.Linear(units, outputs)

    def forward(self, windows):
        states, _ = self.lstm(windows)
        return self.head(states[:, -1])


def rate(each, work):
    began, done = time.perf_counter(), 0
    while True:
        work()
        done += each
        if (seconds := time.perf_counter() - began) >= SHORTEST:
            return done / seconds


def trainer(name):
    features, lookback, layers, units, outputs, dropout, batch, count = MODELS[name]
    inputs = torch.tensor([[0.5 + 0.4 * math.sin(0.3 * (i + t)) for t in range(lookback * features)] for i in range(count)])
    targets = torch.tensor([[0.5 + 0.4 * math.sin(0.3 * (i + lookback + o)) for o in range(outputs)] for i in range(count)])
    network = Network(features, layers, units, outputs, dropout)
    adam = torch.optim.Adam(network.parameters(), lr=1e-3)
    data = torch.utils.data.TensorDataset(inputs.view(count, lookback, features), targets)
    loader = torch.utils.data.DataLoader(data, batch_size=batch, shuffle=True)

    def batches():
        while True:
            yield from loader

    endless = batches()

    def some_batches():  # few, for with two threads on a busy machine one alone may take a second
        for _ in range(BATCHES):
            some, wanted = next(endless)
            adam.zero_grad()
            torch.nn.functional.mse_loss(network(some), wanted).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            adam.step()

    return some_batches, BATCHES * batch


def predictor(name):
    features, lookback, layers, units, outputs, dropout, _, _ = MODELS[name]
    network = Network(features, layers, units, outputs, dropout).eval()
    window = torch.rand(1, lookback, features)

    def some():
        with torch.no_grad():
            for _ in range(20):
                network(window)

    return some, 20


made = {}
print(f"python3-torch {torch.__version__}", flush=True)
for line in sys.stdin:
    what, name, threads = line.split()
    torch.set_num_threads(int(threads))
    if (what, name) not in made:
        made[what, name] = (trainer if what == "train" else predictor)(name)
        made[what, name][0]()
    work, each = made[what, name]
    print(f"{rate(each, work):.0f}", flush=True)
