#!/usr/bin/env python3
"""Prints what customers.sh found beside published figures: Fader, Hardie & Lee (2005) and, for spend, Fader & Hardie (2013). The
holdout of BG/NBD and the figures of MBG/NBD were recomputed from the data with other programs."""
import csv
import json
import sys

PUBLISHED = {
    "bgnbd": ((0.2426, 4.4135, 0.7929, 2.4257), -9582.43, "expected 1653, MAE .786, RMSE 1.608, correlation .626, AUC .773"),
    "mbgnbd": ((0.5248, 6.1830, 0.8914, 1.6140), -9582.13, ""),
    "pareto-nbd": ((0.5533, 10.578, 0.6062, 11.668), -9594.97, "correlation .630"),
}
SPEND = (6.249, 3.745, 15.448), -4055.92
NAMES = {"bgnbd": "r alpha a b", "mbgnbd": "r alpha a b", "pareto-nbd": "r alpha s beta"}


def difference(found, published):
    return max(abs(a / b - 1) for a, b in zip(found, published))


failures = 0
for model, (parameters, likelihood, holdout) in PUBLISHED.items():
    with open(f"{sys.argv[1]}/{model}.json") as file:
        report = json.load(file)
    found = [report["parameters"][name] for name in NAMES[model].split()]
    judged = report["holdout"]
    print(f"{model}: {report['seconds']:.2f} s, {report['users']} users")
    print("   parameters ", " ".join(f"{x:.4f}" for x in found), "  published", " ".join(f"{x:.4f}" for x in parameters),
          f"  farthest {100 * difference(found, parameters):.2f} %")
    print(f"   likelihood  {report['log_likelihood']:.2f}   published {likelihood:.2f}")
    print(f"   holdout     expected {judged['predicted']:.0f} of {judged['actual']:.0f}, MAE {judged['MAE']:.4f}, RMSE {judged['RMSE']:.4f}, "
          f"correlation {judged['correlation']:.4f}, AUC {judged['AUC']:.4f}   published {holdout or '-'}")
    failures += difference(found, parameters) > 0.005 or abs(report["log_likelihood"] - likelihood) > 0.05

spend = report["spend"]
found = [spend[name] for name in "pqv"]
print("Gamma-Gamma: ", " ".join(f"{x:.3f}" for x in found), f"  LL {spend['log_likelihood']:.2f}, {spend['users']} users, correlation "
      f"{spend['correlation']:.3f}   published", " ".join(f"{x:.3f}" for x in SPEND[0]), f"  LL {SPEND[1]:.2f}, 946 users, .114")
failures += difference(found, SPEND[0]) > 0.005 or abs(spend["log_likelihood"] - SPEND[1]) > 0.05

with open(f"{sys.argv[1]}/bgnbd.csv", newline="") as file:
    first = next(csv.DictReader(file))
print(f"Customer {first['user']}: x {first['x']}, t_x {first['t_x']}, T {first['T']}, expected {first['expected_purchases']} "
      f"({first['expected_purchases_lo95']} to {first['expected_purchases_hi95']}), P(active) {first['p_active']}, spend {first['expected_spend']}"
      "   published 2, 30.43, 38.86, 1.2259, .7266, 24.66")
print("All within .5 % and .05 of the likelihood" if failures == 0 else f"{failures} differ from what was published")
sys.exit(failures > 0)
