#!/usr/bin/env python3
"""Scores the forecasts of accuracy.sh beside published figures. Needs nothing but the standard library.

accuracy.py wide NAME FORECAST TRAIN TEST SEASON NAIVE2 [PUBLISHED...]   M3 and M4: a row a series
accuracy.py combine mean|median OUT FORECAST...                          of several forecasts of the same steps, step by step
accuracy.py short FORECAST TRAIN MOST OUT                                the last value in place of forecasts of series of at most so many
accuracy.py walmart FORECAST TRAIN TEST                                  weekly sales by store and department
accuracy.py rolled HORIZON FOLDS REPORT.json SCORES.csv                  a backtest of one series against the seasonal naive
accuracy.py split WALMART.csv.gz DATE TRAIN TEST                         rows before DATE, and from it on
accuracy.py pick FEATURES OUT COLUMN...                                  a table with these columns alone
NAIVE2 is the competition's own forecast of its yardstick, for OWA; - : none.
"""
import csv
import datetime
import gzip
import json
import statistics
import sys
from collections import defaultdict

LEVELS = (80, 95)


def opened(path):
    return gzip.open(path, "rt", newline="") if path.endswith(".gz") else open(path, newline="")


def wide(path):
    """Series by name; empty fields at the end of a row are padding."""
    with opened(path) as file:
        rows = csv.reader(file)
        next(rows)
        return {row[0]: [float(x) for x in row[1:] if x not in ("", "NA")] for row in rows}


def forecasts(path):
    """The rows of a forecast file by series, in the order of their steps."""
    series = defaultdict(list)
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            series[row["series"]].append(row)
    for rows in series.values():
        rows.sort(key=lambda row: int(row["h"]))
    return series


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else float("nan")


def smape(actual, forecast):
    return mean(0 if y == f == 0 else 200 * abs(y - f) / (abs(y) + abs(f)) for y, f in zip(actual, forecast))


def mase(actual, forecast, history, season):
    scale = mean(abs(history[t] - history[t - season]) for t in range(season, len(history)))
    return mean(abs(y - f) for y, f in zip(actual, forecast)) / scale


class Coverage:
    """Of each level, in all and by third of the horizon."""

    def __init__(self):
        self.inside = {level: [0, 0, 0] for level in LEVELS}
        self.count = [0, 0, 0]

    def add(self, row, actual, step, horizon):
        third = min(2, 3 * step // horizon)
        self.count[third] += 1
        for level in LEVELS:
            self.inside[level][third] += float(row[f"lo{level}"]) <= actual <= float(row[f"hi{level}"])

    def __str__(self):
        parts = []
        for level in LEVELS:
            thirds = " ".join(f"{100 * x / max(n, 1):.1f}" for x, n in zip(self.inside[level], self.count))
            parts.append(f"{level} % band holds {100 * sum(self.inside[level]) / max(sum(self.count), 1):.1f} (thirds {thirds})")
        return ", ".join(parts)


def score_wide(name, forecast, train, test, season, naive2, *published):
    train, test, season = wide(train), wide(test), int(season)
    rows = forecasts(forecast)
    coverage = Coverage()
    ours, theirs = [], []
    reference = wide(naive2) if naive2 != "-" else {}
    for key, actual in test.items():
        values = [float(row["mean"]) for row in rows[key][: len(actual)]]
        if len(values) < len(actual):
            sys.exit(f"{name}: {key} has {len(values)} of {len(actual)} steps")
        ours.append((smape(actual, values), mase(actual, values, train[key], season)))
        if key in reference:
            theirs.append((smape(actual, reference[key]), mase(actual, reference[key], train[key], season)))
        for step, (row, y) in enumerate(zip(rows[key], actual)):
            if "lo80" in row:
                coverage.add(row, y, step, len(actual))
    s, m = mean(x for x, _ in ours), mean(x for _, x in ours)
    owa = ""
    if theirs:
        s2, m2 = mean(x for x, _ in theirs), mean(x for _, x in theirs)
        owa = f" OWA {(s / s2 + m / m2) / 2:.3f} (Naive 2 {s2:.3f} / {m2:.3f})"
    print(f"{name}, {len(ours)} series: sMAPE {s:.3f} MASE {m:.3f}{owa}")
    if sum(coverage.count):
        print(f"   {coverage}")
    for line in published:
        print(f"   published: {line}")


def write_means(path, series):
    with open(path, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["series", "h", "mean"])
        for key, values in series.items():
            out.writerows([key, h + 1, value] for h, value in enumerate(values))


def combine(how, out, *paths):
    parts = [forecasts(path) for path in paths]
    join = {"mean": mean, "median": statistics.median}[how]
    write_means(out, {key: [join(float(row["mean"]) for row in step) for step in zip(*(part[key] for part in parts))] for key in parts[0]})


def short(forecast, train, most, out):
    train = wide(train)
    write_means(out, {key: [train[key][-1] if len(train[key]) <= int(most) else float(row["mean"]) for row in rows]
                      for key, rows in forecasts(forecast).items()})


def days_before(date, days):
    return (datetime.date.fromisoformat(date) - datetime.timedelta(days)).isoformat()


def score_walmart(forecast, train, test):
    history, series = defaultdict(dict), {}
    with opened(train) as file:
        for row in csv.DictReader(file):
            history[row["Store"], row["Dept"]][row["Date"]] = float(row["Weekly_Sales"])
    for key, rows in forecasts(forecast).items():
        store, dept = key.split("/")
        for row in rows:
            series[store, dept, row["time"][:10]] = row
    coverage = Coverage()
    missed = defaultdict(float)
    weights = absent = 0
    with opened(test) as file:
        rows = list(csv.DictReader(file))
    dates = {date: i for i, date in enumerate(sorted({row["Date"] for row in rows}))}
    for row in rows:
        actual, weight = float(row["Weekly_Sales"]), 5 if row["IsHoliday"] == "TRUE" else 1
        past = history[row["Store"], row["Dept"]]
        last = sorted(list(past.values())[-8:])
        median = (last[len(last) // 2] + last[(len(last) - 1) // 2]) / 2 if last else 0.0
        naive = past.get(days_before(row["Date"], 364), median)
        ours = series.get((row["Store"], row["Dept"], days_before(row["Date"], 4)))  # weeks are called by their Monday
        absent += ours is None
        if ours is not None:
            coverage.add(ours, actual, dates[row["Date"]], len(dates))
        missed["ours"] += weight * abs(actual - (float(ours["mean"]) if ours else naive))
        missed["naive"] += weight * abs(actual - naive)
        weights += weight
    print(f"Walmart, {len(rows)} weeks of stores and departments ({absent} without a forecast: there the seasonal naive or a median):"
          f" WMAE {missed['ours'] / weights:.1f}, seasonal naive {missed['naive'] / weights:.1f}")
    print(f"   {coverage}")


def score_rolled(horizon, folds, report, scores):
    with open(report) as file:
        models = json.load(file)["models"]
    ours, naive = models[0], next(model for model in models if model["model"] == "snaive")
    inside, count = {level: [0, 0, 0] for level in LEVELS}, [0, 0, 0]
    with open(scores, newline="") as file:
        for row in csv.DictReader(file):
            if row["h"] == "all" or row["model"] != ours["model"] or not row["coverage80"]:
                continue
            third = min(2, 3 * (int(row["h"]) - 1) // int(horizon))
            count[third] += 1
            for level in LEVELS:
                inside[level][third] += float(row[f"coverage{level}"])
    bands = ", ".join(
        f"{level} % band holds {100 * sum(inside[level]) / sum(count):.1f} (thirds "
        + " ".join(f"{100 * x / n:.1f}" for x, n in zip(inside[level], count)) + ")" for level in LEVELS)
    print(f"Online Retail, revenue of a day, {horizon} ahead at {folds} origins: WAPE {ours['WAPE']:.3f}, last week repeated"
          f" {naive['WAPE']:.3f}: {100 * (1 - ours['WAPE'] / naive['WAPE']):.0f} % below")
    print(f"   {bands}")


def split(path, date, train, test):
    with opened(path) as file, open(train, "w") as before, open(test, "w") as after:
        before.write(header := next(file))
        after.write(header)
        for line in file:
            (before if line.split(",")[2] < date else after).write(line)


def pick(path, out, *names):
    with open(path, newline="") as file, open(out, "w", newline="") as picked:
        rows = csv.DictReader(file)
        written = csv.DictWriter(picked, names, extrasaction="ignore")
        written.writeheader()
        written.writerows(rows)


if __name__ == "__main__":
    {"wide": score_wide, "walmart": score_walmart, "rolled": score_rolled, "combine": combine, "short": short, "split": split, "pick": pick}[sys.argv[1]](*sys.argv[2:])
