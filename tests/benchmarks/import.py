"""Imports one generated file of sales lines with foretrail-cli, with sqlite3's .import into a typed table with the same
indexes, and with pandas where it is installed; says seconds, rows a second, peak memory and whether all agree.

    import.py FORETRAIL_CLI MAKE_SALES FOLDER ROWS...
"""
import json
import os
import sqlite3
import subprocess
import sys
import time

SCHEMA = """CREATE TABLE sales (invoice TEXT, item TEXT, name TEXT, quantity INTEGER, time TEXT, price REAL,
                    customer INTEGER, country TEXT);"""
INDEXES = """CREATE INDEX sales_by_customer ON sales(customer, time);
CREATE INDEX sales_by_item ON sales(item, time);"""
PANDAS = """import pandas, sqlite3, sys
frame = pandas.read_csv(sys.argv[1], parse_dates=['InvoiceDate'], dtype={'InvoiceNo': str, 'StockCode': str})
database = sqlite3.connect(sys.argv[2])
frame.to_sql('sales', database, index=False, chunksize=100000)
database.executescript('CREATE INDEX sales_by_customer ON sales(CustomerID, InvoiceDate);'
                       'CREATE INDEX sales_by_item ON sales(StockCode, InvoiceDate);')
database.commit()
"""


def measured(command, **options):
    """Wall seconds, seconds of processor time and peak memory in MiB of a command; and what it printed."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **options)
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed")
    return time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said


def remove(path):
    for ending in ("", "-wal", "-shm", "-journal"):
        if os.path.exists(path + ending):
            os.remove(path + ending)


def ask(path, question):
    with sqlite3.connect(path) as database:
        return database.execute(question).fetchone()


def tell(name, rows, outcome, ours=None):
    seconds, cpu, memory, _ = outcome
    ratio = f", {seconds / ours:.2f} times ours" if ours else ""
    print(f"  {name:9} {seconds:8.2f} s {rows / seconds:12,.0f} rows/s   processor {cpu:8.2f} s   memory {memory:6.0f} MiB{ratio}", flush=True)


def foretrail(cli, csv, path):
    remove(path)
    outcome = measured([cli, "import", path, csv, "--json"])
    return outcome, json.loads(outcome[3])


def rival_sqlite(csv, path):
    remove(path)
    script = f"{SCHEMA}\n.import --csv --skip 1 {csv} sales\n{INDEXES}"
    return measured(["sqlite3", path, script.split("\n.import")[0], f".import --csv --skip 1 {csv} sales", *INDEXES.split("\n")])


def rival_pandas(csv, path):
    remove(path)
    return measured([pandas_python(), "-c", PANDAS, csv, path])


def pandas_python():
    """A Python that has pandas: the one that runs this, or the system's; None where neither has."""
    for python in (sys.executable, "/usr/bin/python3"):
        if os.path.exists(python) and subprocess.run([python, "-c", "import pandas"], stderr=subprocess.DEVNULL).returncode == 0:
            return python
    return None


def compare(path, report, other):
    """The other table has every row; ours each row once, and says how many it read."""
    stored, net = ask(path, "SELECT count(*), total(amount) FROM events")
    rows, amount = ask(other, "SELECT count(*), total(quantity * price) FROM sales")
    agree = (report["read"] == rows and report["stored"] == stored and report["stored"] + report["duplicate"] == rows
             and abs(report["net_revenue_read"] - amount) < 0.01 and abs(report["net_revenue_stored"] - net) < 0.01)
    print(f"  rows {report['read']:,} = {report['stored']:,} stored + {report['duplicate']:,} duplicate; sqlite3 has {rows:,}; "
          f"sums {report['net_revenue_read']:.2f} and {amount:.2f}: {'equal' if agree else 'DIFFERENT'}")
    return agree


def run(cli, make, folder, rows):
    csv, path, other = (os.path.join(folder, name) for name in ("sales.csv", "ours.foretrail", "other.db"))
    with open(csv, "wb") as out:
        subprocess.run([make, str(rows)], stdout=out, check=True)
    print(f"{rows:,} sales lines, {os.path.getsize(csv) / 1e6:,.0f} MB", flush=True)
    ours, report = foretrail(cli, csv, path)
    tell("foretrail", rows, ours)
    tell("sqlite3", rows, rival_sqlite(csv, other), ours[0])
    agree = compare(path, report, other)
    if rows > 20_000_000 or not pandas_python():
        print("  pandas    not measured")
    else:
        tell("pandas", rows, rival_pandas(csv, other), ours[0])
    for name in (csv, path, other):
        remove(name)
    return agree


if __name__ == "__main__":
    cli, make, folder, *counts = sys.argv[1:]
    sys.exit(0 if all([run(cli, make, folder, int(rows)) for rows in counts]) else 1)
