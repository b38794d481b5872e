"""Series a second for which statsmodels chooses an order among 0 to 60 by AIC, 1,000 values each: Yule-Walker, order by order, as
bench_forecast does in one recursion; and Holt-Winters' additive fit of ten years of weeks beside it."""
import time
import warnings

import numpy as np
from statsmodels.regression.linear_model import yule_walker
from statsmodels.tsa.holtwinters import ExponentialSmoothing

warnings.simplefilter("ignore")
values = np.random.RandomState(1).normal(size=1000).cumsum()


def order(y):
    n = len(y)
    return min(range(61), key=lambda p: n * np.log(yule_walker(y, p, method="mle")[1] ** 2 if p else y.var()) + 2 * (p + 1))


began, count = time.perf_counter(), 0
while time.perf_counter() - began < 2:
    order(values)
    count += 1
print(f"{count / (time.perf_counter() - began):.1f}", end=" ")
weeks = 100 + 10 * np.sin(2 * np.pi * np.arange(520) / 52) + np.random.RandomState(2).normal(size=520)
began, count = time.perf_counter(), 0
while time.perf_counter() - began < 2:
    ExponentialSmoothing(weeks, trend="add", seasonal="add", seasonal_periods=52, initialization_method="estimated").fit().forecast(13)
    count += 1
print(f"{count / (time.perf_counter() - began):.2f}")
