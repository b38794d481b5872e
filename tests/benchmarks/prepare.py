"""The steps of bench_prepare with pandas and statsmodels' STL: python3 prepare.py FILE.csv prints series a minute.

FILE has lines "series,value" without a header, as bench_prepare --dump writes them. One process, as a notebook has it."""
import sys
import time

import numpy as np
import pandas as pd
from statsmodels.tsa.seasonal import STL


def prepare(values: pd.Series, train: int) -> pd.DataFrame:
    known = values.iloc[:train].interpolate(limit_direction="both")
    parts = STL(known, period=7, seasonal=11, seasonal_deg=1, robust=True).fit(inner_iter=1, outer_iter=2)
    low, high = np.quantile(parts.resid, [0.25, 0.75])
    reach = 3 * (high - low)
    typical = parts.trend + parts.seasonal
    clean = values.copy()
    clean.iloc[:train] = values.iloc[:train].clip(typical + low - reach, typical + high + reach)
    clean = clean.interpolate(limit_direction="both")
    scaled = (clean - clean.iloc[:train].mean()) / clean.iloc[:train].std()
    table = pd.DataFrame({"value": scaled})
    days = pd.date_range("1970-01-01", periods=len(values))
    for name, place, cycle in (("weekday", days.weekday, 7), ("month", days.month - 1, 12)):
        table[name + "_sin"] = np.sin(2 * np.pi * place / cycle)
        table[name + "_cos"] = np.cos(2 * np.pi * place / cycle)
    for lag in (1, 7, 14, 28):
        table[f"lag {lag}"] = scaled.shift(lag)
    return table


data = pd.read_csv(sys.argv[1], names=["series", "value"])
groups = [group.reset_index(drop=True) for _, group in data.groupby("series")["value"]]
began = time.perf_counter()
rows = sum(len(prepare(values, len(values) - 28)) for values in groups)
seconds = time.perf_counter() - began
print(f"{60 * len(groups) / seconds:.0f}")
