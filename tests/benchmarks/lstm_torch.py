"""Training windows per second of the article's network in python3-torch, as a notebook would write it."""
import math
import time

import torch

count, lookback = 3200, 30
inputs = torch.tensor([[[0.5 + 0.4 * math.sin(0.3 * (i + t))] for t in range(lookback)] for i in range(count)])
targets = torch.tensor([[0.5 + 0.4 * math.sin(0.3 * (i + lookback))] for i in range(count)])


class Network(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = torch.nn.LSTM(1, 64, 3, batch_first=True, dropout=0.2)
        self.head = torch.nn.Linear(64, 1)

    def forward(self, windows):
        states, _ = self.lstm(windows)
        return self.head(states[:, -1])


network = Network()
adam = torch.optim.Adam(network.parameters(), lr=1e-3)
loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(inputs, targets), batch_size=32, shuffle=True)
best = 0.0
for _ in range(3):
    began = time.perf_counter()
    for batch, wanted in loader:
        adam.zero_grad()
        loss = torch.nn.functional.mse_loss(network(batch), wanted)
        loss.backward()
        adam.step()
    best = max(best, count / (time.perf_counter() - began))
print(f"{best:.0f}")
