#!/usr/bin/env python3
"""Writes buyers_reference.csv and spend_reference.csv: what the models of buyers and of spend say of single histories, by summing over
the rates that users may have (numpy alone, no closed form): over ln of the purchase rate, and over the odds of leaving or ln of the
rate to leave. Sums with equal steps over functions that vanish at both ends are exact to many digits.
"""
import csv
import itertools

import numpy as np
from math import lgamma, log

RATES = np.exp(np.arange(-150, 10, 0.1))[:, None]
LN_RATES = np.log(RATES)
ODDS = np.arange(-250, 60, 0.1)[None, :]


def gamma_weights(rates, shape, scale):
    """Density of ln(rate), as its logarithm."""
    return shape * np.log(scale) - lgamma(shape) + shape * np.log(rates) - scale * rates


def beta_weights(odds, a, b):
    """Density of the odds of leaving, as its logarithm."""
    return lgamma(a + b) - lgamma(a) - lgamma(b) - a * np.logaddexp(0, -odds) - b * np.logaddexp(0, odds)


def total(logs):
    most = logs.max()
    return most + log(np.exp(logs - most).sum())


def geometric(parameters, history, ahead, first):
    """first: 1 where the first purchase may be the last one, 0 where it cannot."""
    r, alpha, a, b = parameters
    x, last, observed = history
    leaves, stays = -np.logaddexp(0, -ODDS), -np.logaddexp(0, ODDS)
    prior = gamma_weights(RATES, r, alpha) + beta_weights(ODDS, a, b) + 2 * log(0.1)
    there = prior + (x + first) * stays + x * LN_RATES - RATES * observed
    gone = prior + leaves + (x + first - 1) * stays + x * LN_RATES - RATES * last if x + first > 0 else prior - np.inf
    whole = np.logaddexp(total(there), total(gone)) if x + first > 0 else total(there)
    weights = np.exp(there - whole)
    p = np.exp(leaves)
    expected = (weights * (-np.expm1(-RATES * p * ahead) / p)).sum()
    active = weights.sum()
    return whole, active, expected, 1 - active + (weights * np.exp(-RATES * ahead)).sum()


def pareto(parameters, history, ahead):
    r, alpha, s, beta = parameters
    x, last, observed = history
    leaving = np.exp(np.arange(-110, 10, 0.1))[None, :]
    both = RATES + leaving
    prior = gamma_weights(RATES, r, alpha) + gamma_weights(leaving, s, beta) + 2 * log(0.1) + x * LN_RATES
    there = prior - both * observed
    gone = prior + np.log(leaving / both) - both * last + np.log(-np.expm1(-both * (observed - last)) + 1e-300)
    whole = np.logaddexp(total(there), total(gone))
    weights = np.exp(there - whole)
    expected = (weights * RATES / leaving * -np.expm1(-leaving * ahead)).sum()
    active = weights.sum()
    silent = (weights * (np.exp(-both * ahead) + leaving / both * -np.expm1(-both * ahead))).sum()
    return whole, active, expected, 1 - active + silent


def spend(parameters, x, mean):
    p, q, v = parameters
    rates = RATES[:, 0]
    logs = gamma_weights(rates, q, v) + log(0.1) + p * x * np.log(rates * x) + (p * x - 1) * log(mean) - rates * x * mean - lgamma(p * x)
    whole = total(logs)
    return whole, (np.exp(logs - whole) * p / rates).sum()


HISTORIES = [(0, 0, 38.86), (0, 0, 1), (0, 0, 0), (1, 0.14, 38.86), (2, 30.43, 38.86), (2, 3, 38.86), (7, 38.86, 38.86), (12, 20, 38.86),
             (30, 37, 38.86), (30, 5, 38.86)]
GEOMETRIC = [(0.2426, 4.4135, 0.7929, 2.4257), (0.5248, 6.183, 0.8914, 1.614), (2.5, 1.2, 1.7, 8.0), (0.9, 30.0, 0.15, 0.8)]
PARETO = [(0.5533, 10.578, 0.6062, 11.668), (2.0, 3.0, 1.6, 40.0), (0.4, 25.0, 0.3, 0.6)]

with open("buyers_reference.csv", "w", newline="") as file:
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow("model,p1,p2,p3,p4,x,last,observed,ahead,likelihood,active,expected,silence".split(","))
    for number, (name, sets) in enumerate((("bgnbd", GEOMETRIC), ("mbgnbd", GEOMETRIC), ("pareto-nbd", PARETO))):
        for parameters, history, ahead in itertools.product(sets, HISTORIES, (4, 39)):
            found = pareto(parameters, history, ahead) if name == "pareto-nbd" else geometric(parameters, history, ahead, name == "mbgnbd")
            rows.writerow([number, *parameters, *history, ahead, *(f"{value:.13g}" for value in found)])

with open("spend_reference.csv", "w", newline="") as file:
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow("p,q,v,x,mean,likelihood,expected".split(","))
    for parameters, (x, mean) in itertools.product([(6.249, 3.745, 15.448), (0.8, 2.1, 300.0)], [(1, 5.0), (2, 22.35), (9, 140.0)]):
        rows.writerow([*parameters, x, mean, *(f"{value:.13g}" for value in spend(parameters, x, mean))])
