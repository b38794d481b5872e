#!/usr/bin/env python3
"""Our engine beside python3-torch, in turns, so that both meet the same neighbours: medians of the ratios of each round.

neural.py BENCH_NEURAL [ROUNDS]    python3-torch is asked with one thread and with two, for OpenMP and for OpenBLAS, as installed and with
OpenBLAS told which processor this is like (0.3.21 takes the slowest of its kernels for processors newer than itself); its best counts."""
import os
import statistics
import subprocess
import sys

PYTHON = next((p for p in ("/usr/bin/python3", sys.executable) if subprocess.run([p, "-c", "import torch"], stderr=subprocess.DEVNULL).returncode == 0), None)
HERE = os.path.dirname(os.path.abspath(__file__))


def core():
    """What OpenBLAS calls a processor with the vector instructions of this one."""
    try:
        with open("/proc/cpuinfo") as file:
            flags = next((line.split() for line in file if line.startswith("flags")), [])
    except OSError:
        return None
    return "SkylakeX" if "avx512vl" in flags else "Haswell" if "avx2" in flags else None


class Server:
    def __init__(self, command, **environment):
        env = {k: v for k, v in os.environ.items() if k != "OPENBLAS_CORETYPE"} | environment
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env)
        self.name = self.process.stdout.readline().strip()

    def ask(self, *words):
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())


def spread(values):
    return f"{statistics.median(values):.0f} ({min(values):.0f} to {max(values):.0f})"


def compare(what, model, ours, rivals, rounds, workers):
    mine, theirs, ratios = [], {name: [] for name in rivals}, []
    for _ in range(rounds):
        mine.append(ours.ask(*([what, model, workers] if what == "train" else [what, model])))
        for name, (rival, threads) in rivals.items():
            theirs[name].append(rival.ask(what, model, threads))
    best = max(theirs, key=lambda name: statistics.median(theirs[name]))
    ratios = [a / b for a, b in zip(mine, theirs[best])]
    print(f"{what} {model}, {workers} worker{'s' if workers > 1 else ''}: {spread(mine)} windows/s; python3-torch {best}: {spread(theirs[best])};"
          f" ratio {statistics.median(ratios):.1f} ({min(ratios):.1f} to {max(ratios):.1f})", flush=True)
    others = [f"{name} {spread(values)}" for name, values in theirs.items() if name != best]
    print(f"   python3-torch otherwise: {'; '.join(others)}", flush=True)
    return statistics.median(mine)


def main():
    bench, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 7
    ours = Server([bench])
    print(f"{ours.name}; {os.cpu_count()} cores, others' load {os.getloadavg()[0]:.1f}")
    if PYTHON is None:
        print("python3-torch is not installed: no comparison")
        return
    script = [PYTHON, os.path.join(HERE, "neural_torch.py")]
    rivals = {}
    for threads in (1, 2):
        count = {"OPENBLAS_NUM_THREADS": str(threads), "OMP_NUM_THREADS": str(threads)}
        name = f"with {threads} thread{'s' if threads > 1 else ''}"
        rivals[name] = (Server(script, **count), threads)
        if core():
            rivals[f"{name}, OPENBLAS_CORETYPE={core()}"] = (Server(script, OPENBLAS_CORETYPE=core(), **count), threads)
    print(next(iter(rivals.values()))[0].name)
    for model in ("article", "global"):
        rate = compare("train", model, ours, rivals, rounds, 1)
        compare("train", model, ours, rivals, rounds, 2)
        compare("predict", model, ours, rivals, rounds, 1)
        limits, blas = ([ours.ask(which, model) for _ in range(max(2, rounds // 3))] for which in ("products", "openblas"))
        print(f"   {100 * rate / statistics.median(limits):.0f} % of the {spread(limits)} windows/s that its matrix products alone would allow on one thread,"
              f" each by OpenBLAS or the engine, whichever is faster; OpenBLAS alone would allow {spread(blas)}", flush=True)
    alone, beside = [], []
    for _ in range(rounds):
        alone.append(ours.ask("train", "article", 1))
        busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
        beside.append(ours.ask("train", "article", 2))
        busy.kill()
        busy.wait()
    shares = [a / b for a, b in zip(beside, alone)]
    print(f"train article with up to 2 workers beside a busy neighbour: {spread(beside)} windows/s, {statistics.median(shares):.2f} of one worker without it")


if __name__ == "__main__":
    main()
