# Makes cell_reference.csv: what PyTorch 1.13 (nn.LSTM, nn.GRU in double precision, autograd) says of networks whose weights follow
# from a formula. Run: python3 cell_reference.py > cell_reference.csv
import math
import torch

torch.set_num_threads(1)
LOOKBACK = 6
print("network,what,place,value")


def filled(count, size, offset):
    """Single precision, as weights are stored."""
    return torch.tensor([size * math.sin(1.7 * k + offset) for k in range(1, count + 1)], dtype=torch.float32).double()


def say(network, what, values):
    for place, value in enumerate(values.flatten().tolist()):
        print(f"{network},{what},{place},{value:.15g}")


def moves(run, window):
    """Integrated gradients by 20,000 midpoints, from the means of the inputs over the window."""
    baseline = window.mean(0, keepdim=True).expand_as(window)
    points = 20000
    shares = (torch.arange(points).double() + 0.5) / points
    between = (baseline[None] + shares[:, None, None] * (window - baseline)[None]).requires_grad_(True)
    run(between).sum().backward()
    return between.grad.mean(0) * (window - baseline), run(baseline[None])


for name, kind, features, units, layers in [("lstm1", torch.nn.LSTM, 1, 1, 1), ("gru1", torch.nn.GRU, 1, 1, 1),
                                            ("lstm2", torch.nn.LSTM, 3, 4, 2), ("gru2", torch.nn.GRU, 3, 4, 2)]:
    module = kind(features, units, layers, batch_first=True).double()
    head = torch.nn.Linear(units, 1).double()
    offset = 0.0
    for parameter in list(module.parameters()) + list(head.parameters()):
        parameter.data = filled(parameter.numel(), 0.8, offset).reshape(parameter.shape)
        offset += 1.0
    window = torch.tensor([math.cos(0.9 * k) for k in range(LOOKBACK * features)], dtype=torch.float32).double().reshape(LOOKBACK, features)
    run = lambda x: head(module(x)[0][:, -1])
    with torch.no_grad():
        say(name, "hidden", module(window[None])[0][0])  # of the last layer
        say(name, "output", run(window[None]))
        if kind is torch.nn.LSTM:
            # one step after the other, so that the cells in between are seen: layer 0 of each step
            state, cells = None, []
            for step in window:
                _, state = module(step[None, None], state)
                cells.append(state[1][:, 0])
            say(name, "cell", torch.stack(cells))  # [step][layer][unit]
    gradient, baseline = moves(run, window)
    say(name, "moves", gradient)
    say(name, "baseline", baseline)
