"""What packaging/benchmark.sh runs, and where the figures stand in what each script prints: the one place that reads those lines.

A template stands for the text of a match: \\1 is its first group. `what` is one too. Where a figure has a rival in the same run, `better` says
whether "more" or "less" is better, and which group of ours and of the rival's match is the number: the ratio is how many times better ours is."""
from dataclasses import dataclass, field

GROUPS = ("accuracy", "speed", "scale", "start", "responsiveness", "memory", "reliability")


@dataclass
class Figure:
    """One line of the table."""
    what: str
    found: str
    ours: str
    group: str = ""          # that of the benchmark, where nothing is said
    beside: str = ""         # the rival and its figure, or what was published; a template of `rival`, or of `found`
    rival: str = ""
    better: tuple = ()
    ratio: str = ""          # a template, where the script computed it
    asked: str = ""
    needs_rival: bool = False  # no line where there is none
    is_sum: bool = False     # groups are numbers, added up over all places where `found` is


@dataclass
class Benchmark:
    group: str
    full: str                # below tests/benchmarks
    minutes: tuple           # about, of the full and of the short form, on two cores
    figures: list
    quick: str = ""          # "": the short form leaves it out
    groups: set = field(init=False)

    def __post_init__(self):
        for figure in self.figures:
            figure.group = figure.group or self.group
        self.groups = {figure.group for figure in self.figures}


def bands(after):
    """The coverage that stands below a score."""
    return after + r"[^\n]*\n   80 % band holds ([\d.]+)[^,]*, 95 % band holds ([\d.]+)"


def wide(title, published):
    """sMAPE, MASE and, where there is a yardstick, OWA of a table of series."""
    return Figure(f"{title}: sMAPE / MASE; bands of 80 and 95 % hold",
                  bands(rf"{title}[^\n]*: sMAPE ([\d.]+) MASE ([\d.]+)((?: OWA [\d.]+)?)"), r"\1 / \2\3; \4 and \5 %", beside=published)


def walmart(model=""):
    return Figure(f"Walmart, 2,217 series, 39 weeks ahead{model}: WMAE; bands hold", bands(r"WMAE ([\d.]+), seasonal naive ([\d.]+)"), r"\1; \3 and \4 %",
                  beside=r"seasonal naive \2", asked="below it")


def rolled(horizon, folds):
    return Figure(f"Online Retail, revenue of a day, {horizon} ahead, {folds} origins: WAPE; bands hold",
                  bands(rf"{horizon} ahead at {folds} origins: WAPE ([\d.]+), last week repeated ([\d.]+)"), r"\1; \3 and \4 %", beside=r"last week repeated \2",
                  asked="below it")


def network(model):
    found = {
        "M3 Monthly, 18 ahead": "", "M4 Weekly, 13 ahead": "best recurrent network of M4 OWA 1.755", "M4 Hourly, 48 ahead": "best recurrent network of M4 OWA 1.036"}
    return [Figure(f"{title}, {model}: sMAPE / MASE", rf"{title}[^\n]*: sMAPE ([\d.]+) MASE ([\d.]+)((?: OWA [\d.]+)?)", r"\1 / \2\3", beside=published)
            for title, published in found.items()] + [walmart(f", {model}")]


def ranked(title, section, model, percent, published):
    """A line of recommend-eval below the heading of its data: Diginetica in percent at 20, Beauty as rates at 10."""
    numbers = r" +[\d.]+ +[\d.]+ +([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+)"
    return Figure(f"{title}, {model}: " + ("P@20 / MRR@20 in %" if percent else "HR@10 / NDCG@10"),
                  rf"(?s:{section}(?:(?!== published).)*?)\n   {model}{numbers}", r"\3 / \4" if percent else r"\1 / \2", beside=published)


def buyers(model, published):
    return Figure(f"CDNOW, {model}: log likelihood; parameters farthest from published ones",
                  rf"\n{model}: (?s:.*?)farthest ([\d.]+) %\n   likelihood  (-[\d.]+)", r"\2; \1 %", beside=published, asked="within .5 %")


def intent():
    row = r"\n   {} +([\d.]+) +([\d.]+) +[\d.]+ +([\d.]+)"
    head = r"(?s:who buys on the last day.*?)"
    return Figure("Taobao, 407 users, who buys on the last day: AUC (standard error) / log loss", head + r"([\w-]+) taken(?s:.*?)" + row.format(r"\1"),
                  r"\2 (\3) / \4 (\1)", rival=head + row.format("purchases"), beside=r"by number of purchases \1 / \3", asked="AUC .75")


def neural(what, model, title, asked=""):
    return Figure(title, rf"{what} {model}, 1 worker: (\d+) [^\n]*?python3-torch ([^:\n]*): (\d+)[^\n]*ratio ([\d.]+ \([^)]*\))", r"\1 windows/s",
                  beside=r"python3-torch \2: \3", ratio=r"\4", asked=asked)


def imports(group):
    block = r"\n?([\d,]+) sales lines(?s:(?:(?!sales lines).)*?)\n  "
    line = r" +([\d.]+) s +([\d,]+) rows/s +processor +([\d.]+) s +memory +(\d+) MiB"
    return [Figure(r"import of \1 sales lines: seconds", block + "foretrail" + line, r"\2 (\3 rows/s)", group, rival=block + "sqlite3" + line,
                   beside=r"sqlite3 \2, without types, checks and duplicates", better=("less", 2, 2)),
            Figure(r"import of \1 sales lines, beside pandas: seconds", block + "foretrail" + line, r"\2", group, rival=block + "pandas" + line, beside=r"pandas \2",
                   better=("less", 2, 2), needs_rival=True),
            Figure(r"import of \1 sales lines: peak memory", block + "foretrail" + line, r"\5 MiB", "memory", rival=block + "sqlite3" + line,
                   beside=r"sqlite3 \5 MiB")]


def figures_of_users(group):
    size = r"== (\d+) events of (\d+) users(?s:.*?)\n"
    line = r" +([\d.]+) s, +([\d.]+) s of processor time"
    ours = size + r"figures, RFM, states and all segments" + line
    what = r"figures, RFM, states and segments of \2 users over \1 events"
    def beside(name):
        return Figure(what + f", beside {name}: wall time", ours, r"\3 s", group, rival=name + r": ([\d.]+) s", beside=name + r" \1 s, without reading the file",
                      better=("less", 3, 1), needs_rival=True)
    return [Figure(what + ": processor time", ours, r"\4 s", group, rival=r"plain SQL, from the same file: [\d.]+ s, ([\d.]+) s", beside=r"plain SQL \1 s",
                   better=("less", 4, 1)),
            Figure(what + ": wall time", ours, r"\3 s", group, rival=r"plain SQL, from the same file: ([\d.]+) s", beside=r"plain SQL \1 s", better=("less", 3, 1)),
            beside("pandas"), beside("DuckDB"),
            Figure(r"the same of \2 users after an import of 2,000 events", size + r"after an import of 2,000 events" + line, r"\3 s", group),
            Figure(r"a profile among \1 events, from the disk", size + r"a profile with state, scores and chances, from the disk +median +([\d.]+) ms", r"\3 ms (median)", group),
            Figure(r"a profile among \1 events, from memory", size + r"the same, from memory +median +([\d.]+) ms", r"\3 ms (median)", group),
            Figure(r"a row further in a list of \2 users", size + r"a row further +median +([\d.]+) ms, worst of \d+ +([\d.]+) ms", r"\3 ms (median), \4 at worst",
                   "responsiveness", asked="16 ms, 50 at worst"),
            Figure(r"from a click to the profile on the screen, \1 events", size + r"until the profile is there +median +([\d.]+) ms, worst of \d+ +([\d.]+) ms",
                   r"\3 ms (median), \4 at worst", "responsiveness")]


def window(where, asked=""):
    line = r": median of \d+ ([\d.]+) s[^,]*, at most (\d+) MiB"
    return [Figure(f"window {where}: seconds until it is painted, warm", rf"\nwindow {where}" + line, r"\1", rival=rf"empty Qt window {where}" + line,
                   beside=r"an empty Qt window \1", better=("less", 1, 1), asked=asked),
            Figure(f"window {where}: seconds, its files out of memory", rf"window {where}, files out of memory" + line, r"\1"),
            Figure(f"window {where}: peak memory at the start", rf"\nwindow {where}" + line, r"\2 MiB", "memory", rival=rf"empty Qt window {where}" + line,
                   beside=r"an empty Qt window \2 MiB")]


def many(model, series, days, group="scale"):
    found = rf"\n{model} with conformal bands, +{series} series of {days} days, 28 ahead: ([\d.]+) s, ([\d.]+) ms a series, at most (\d+) MB"
    what = f"{series} series of {days} days, 28 ahead, {model} with bands"
    return [Figure(f"{what}: seconds", found, r"\1", group), Figure(f"{what}: peak memory so far", found, r"\3 MB", "memory")]


LIVE = [
    Figure("feed over TCP: from an event to profile, intent and next items", r"\n(\d+) events a second for (\d+) s: profile and next items after ([\d.]+) ms \(median\), ([\d.]+) ms",
           r"\3 ms (median), \4 ms (99 of 100) at \1 a second", rival=r"all users counted anew (\d+) ms", beside=r"counting all users anew \1 ms"),
    Figure("highest rate of a feed that is kept up with", r"(?s:.*)\n(\d+) events a second for 10 s: stored after [\d.]+ s, [\d.]+ ms \(median\), [\d.]+ ms \(99 of 100\)\n",
           r"\1 events a second", "scale"),
    Figure("a million events of a feed at once", r"a million events at once: (\d+) events a second", r"\1 events a second", "scale"),
    Figure("memory over these million events", r"memory (\d+) MB at first, (\d+) MB at most", r"\2 MB at most, \1 at first", "memory"),
    Figure("page Live at 1,000 events a second: longest time without an answer", r"answered nothing for ([\d.]+) ms at most", r"\1 ms", "responsiveness",
           asked="16 ms, 50 at worst"),
]

BENCHMARKS = [
    Benchmark("accuracy", "accuracy.sh auto", (3, 4), [
        wide("M3 Monthly, 18 ahead", "ForecastPro 14.02 / .852, Theta 14.13 / .865"),
        wide("M4 Weekly, 13 ahead", "best OWA of the competition .739 (full set)"),
        wide("M4 Hourly, 48 ahead", "winner's OWA .440 (full set)"),
        walmart(), rolled(7, 24), rolled(28, 6)], quick="accuracy.sh auto"),
    Benchmark("accuracy", "accuracy.sh lstm-global", (5, 0), network("lstm-global")),
    Benchmark("accuracy", "accuracy.sh auto-lstm", (6, 0), network("auto-lstm")),
    Benchmark("accuracy", "accuracy.sh hybrid", (6, 0), network("hybrid")),
    Benchmark("accuracy", "recommend.sh", (2, 3), [
        ranked("Diginetica", "Diginetica, 60,858", "session-knn", True, "V-SKNN 52.5 / 18.3, SR-GNN 50.73 / 17.59"),
        ranked("Diginetica", "Diginetica, 60,858", "combination", True, "the same"),
        ranked("Diginetica", "Diginetica, 60,858", "popularity", True, "POP 0.89 / 0.20"),
        ranked("Amazon Beauty, leave one out", "== Amazon Beauty", "item-knn", False, "SASRec .0605 / .0318"),
        ranked("Amazon Beauty, leave one out", "== Amazon Beauty", "combination", False, "S3-Rec .0647 / .0327, TIGER .0648 / .0384")], quick="recommend.sh"),
    Benchmark("accuracy", "recommend.sh networks", (6, 0), [ranked("Diginetica", "Diginetica, 60,858", "gru", True, "GRU4Rec 29.45 / 8.33")]),
    Benchmark("accuracy", "customers.sh", (1, 1), [
        buyers("bgnbd", "Fader, Hardie & Lee -9582.43"), buyers("mbgnbd", "recomputed -9582.13"), buyers("pareto-nbd", "published -9594.97"),
        Figure("learning mbgnbd from 100,000 users", r"mbgnbd +([\d.]+) s \(", r"\1 s", "speed")], quick="customers.sh"),
    Benchmark("accuracy", "intent.sh", (1, 1), [intent()], quick="intent.sh"),
    Benchmark("speed", "rival.sh", (12, 3), [
        Figure(f"{model} on M3 Monthly, one core: seconds", rf"{model} by Foretrail: ([\d.]+) s", r"\1", rival=rf"{model} by R, (forecast [\d.]+): ([\d.]+) s",
               beside=rf"R's \1: \2", better=("less", 1, 2)) for model in ("ets", "theta")] + [
        Figure(f"{model} on M3 Monthly: sMAPE / MASE", rf"{model} by Foretrail, (\d+) series: sMAPE ([\d.]+) MASE ([\d.]+)", r"\2 / \3 (\1 series)", "accuracy",
               rival=rf"{model} by R, \d+ series: sMAPE ([\d.]+) MASE ([\d.]+)", beside=r"R's forecast \1 / \2") for model in ("ets", "theta")], quick="rival.sh 100"),
    Benchmark("speed", "forecast.sh", (4, 1), [
        Figure("AR order among 0 to 60, 1,000 values: series a second", r"AR order[^\n]*?: ([\d.]+) series/s", r"\1", rival=r"statsmodels[^\n]*0 to 60 ([\d.]+) series/s",
               beside=r"statsmodels on one thread \1", better=("more", 1, 1)),
        Figure("auto with intervals, ten years of weeks: series a second", r"auto with intervals[^\n]*?: ([\d.]+) series/s", r"\1",
               rival=r"one Holt-Winters fit of ten years of weeks ([\d.]+)", beside=r"statsmodels, one Holt-Winters fit alone, \1", better=("more", 1, 1)),
        *many("pooled", r"1000", 2000), *many("pooled-ar", "1000", 2000), *many("pooled-ar", "10000", 2000), *many("pooled-ar", "30000", 2000),
        *many("pooled-ar", "100000", 200)], quick="forecast.sh 1000"),
    Benchmark("speed", "neural.sh 7", (8, 3), [
        neural("train", "article", "training the article's network (3 x 64, batch 32), one thread"),
        neural("train", "global", "training a network over many series (64 units, batch 256)"),
        neural("predict", "article", "inference of one window"),
    ], quick="neural.sh 2"),
    Benchmark("scale", "one.sh bench_global 30000 2000", (1, 1), [
        Figure("one network over many series", r"(\d+) series of (\d+) days, \d+ windows, 28 ahead: (\d+) s, at most (\d+) MB", r"\3 s for \1 of \2 days"),
        Figure("one network over many series: peak memory", r"(\d+) series of \d+ days, \d+ windows, 28 ahead: \d+ s, at most (\d+) MB, of them (\d+) MB", r"\2 MB for \1 series, \3 of them the data",
               "memory")], quick="one.sh bench_global 3000 1000"),
    Benchmark("speed", "prepare.sh", (2, 1), [
        Figure("preparing daily series by a retail recipe: series a minute", r"(\d+) series of \d+ steps: ([\d.]+) s, (\d+) series a minute", r"\3",
               rival=r"one process: (\d+) series a minute, ratio ([\d.]+)", beside=r"pandas and statsmodels, one process, \1", better=("more", 3, 1))], quick="prepare.sh 1000 20"),
    Benchmark("speed", "one.sh bench_stl", (1, 1), [
        Figure("STL of 2,000 days, season 7, robust", r"STL, season 7, window 7, robust +([\d.]+) us", r"\1 µs")], quick="one.sh bench_stl"),
    Benchmark("speed", "import.sh 2000000", (2, 1), imports("speed"), quick="import.sh 300000"),
    Benchmark("scale", "import.sh 20000000", (5, 0), imports("scale")),
    Benchmark("speed", "profiles.sh 5000000 250000", (4, 1), figures_of_users("speed"), quick="profiles.sh 300000 15000"),
    Benchmark("scale", "profiles.sh 20000000 1000000", (15, 0), figures_of_users("scale")),
    Benchmark("scale", "one.sh bench_flows 5000000", (1, 1), [
        Figure(f"{what}, over drawn events (their number: the command)", rf"\n?{what} +([\d.]+) s", r"\1 s") for what in ("funnel of users", "retention by week", "paths by item", "lifecycle by week")],
        quick="one.sh bench_flows 500000"),
    Benchmark("speed", "report.sh", (3, 2), [
        Figure(f"report of 200 items as PDF by {model}: seconds", rf"\b{model}, report.pdf: ([\d.]+) s", r"\1", asked="60" if model == "auto" else "")
        for model in ("snaive", "ets", "auto")], quick="report.sh"),
    Benchmark("speed", "live.sh", (5, 4), LIVE, quick="live.sh 1000 10 20000 2000"),
    Benchmark("start", "start.sh 11", (1, 1), [*window("without a screen"), *window("on X11"),
        Figure("command line: seconds of --version", r"--version: median of \d+ ([\d.]+) s", r"\1")], quick="start.sh 5"),
    Benchmark("responsiveness", "one.sh bench_window", (1, 2), [
        Figure("longest time without an answer, during an import", r"import ([\d.]+) ms", r"\1 ms", asked="16 ms, 50 at worst"),
        Figure("longest time without an answer, while a network trains", r"training ([\d.]+) ms", r"\1 ms", asked="16 ms, 50 at worst")], quick="one.sh bench_window"),
    Benchmark("responsiveness", "one.sh bench_chart", (1, 1), [
        Figure(f"a frame of a chart of {name} points, processor time", rf"\n? *{points} points, +1 curves: set +[\d.]+ ms, frame median +([\d.]+) ms, worst +([\d.]+) ms[^\n]*?(\d+) of (\d+) spikes",
               r"\1 ms (median), \2 at worst; \3 of \4 spikes drawn", asked="16 ms") for name, points in (("1,000", "1000"), ("a million", "1000000"), ("10 million", "10000000"))],
        quick="one.sh bench_chart"),
    Benchmark("responsiveness", "one.sh bench_browser", (1, 1), [
        Figure(f"item browser of 100,000 series, {what}", rf"{what} +median +([\d.]+) ms, worst +([\d.]+) ms", r"\1 ms (median), \2 at worst", asked="16 ms, 50 at worst")
        for what in ("typing a search", "orders and filters", "scrolling")], quick="one.sh bench_browser"),
    Benchmark("responsiveness", "one.sh bench_picture", (1, 1), [
        Figure("from a changed parameter to the picture, ten years of days, retail-daily", r"retail-daily: recipe ([\d.]+) ms, with the picture ([\d.]+) ms \(median\), ([\d.]+) ms",
               r"\2 ms (median), \3 at worst")], quick="one.sh bench_picture"),
    Benchmark("reliability", "reliability.sh 60", (12, 6), [
        Figure(f"{what}: kills survived", rf"{test}: (\d+) of (\d+) kills", r"\1 of \2", asked="all", is_sum=True)
        for what, test in (("imports", r"TestKill::importKilled\(\)"), ("imports and groups taken back and brought back", r"TestKill::undoKilled\(\w+(?:-\w+)?\)"),
                           ("trainings stored", r"TestKill::trainingKilled\(\)"), ("trainings that go on", r"TestKill::aKilledTrainingGoesOn\([\w ]+\)"),
                           ("trainings between epochs", r"TestRuns::\w+\(\)"), ("feeds followed", r"TestCliLive::\w+\(\)"), ("gathered writes", r"TestGatheredWrites::\w+\(\)"),
                           ("models published", r"TestUpdateLadder::\w+\(\)"), ("in all", r"\w+::\w+\([\w -]*\)"))] + [
        Figure("broken files refused with a message, or read with counts that add up", r"(\d+) broken files: (\d+) refused with a message, (\d+) read with counts that add up, (\d+) otherwise",
               r"\2 and \3 of \1", asked="all"),
        Figure("executions of the fuzz targets without a crash, hang or report of a sanitizer", r"stat::number_of_executed_units: +(\d+)", r"\1", is_sum=True)],
        quick="reliability.sh 5"),
]
