-- The first schema. Text keys are interned: a key stands once in its dimension, facts carry integers.
-- Times are milliseconds since 1970-01-01 UTC; times of observations are wall-clock milliseconds, or an index.

CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;

-- The ledger.
CREATE TABLE imports (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    kind TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    started INTEGER NOT NULL,
    report TEXT NOT NULL,      -- JSON: ImportReport
    plan TEXT NOT NULL,        -- JSON: ImportPlan
    -- What this import stored, so that a summary need not count millions of rows. Events are only ever added.
    events INTEGER NOT NULL DEFAULT 0,
    first_time INTEGER,
    last_time INTEGER,
    amounts INTEGER NOT NULL DEFAULT 0,   -- events that have an amount
    net_amount REAL NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE rejects (
    import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE INDEX rejects_by_import ON rejects(import_id, line);

-- Dimensions. Those of users and kinds carry totals over their events, written with them by every import.
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    first_seen INTEGER,
    last_seen INTEGER,
    events INTEGER NOT NULL DEFAULT 0,
    orders INTEGER NOT NULL DEFAULT 0,    -- distinct sessions with a purchase, and purchases without a session
    value REAL NOT NULL DEFAULT 0         -- net sum of amounts
) STRICT;
CREATE TABLE items (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE kinds (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    events INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE categories (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE sessions (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT;
-- Attribute slot n (1..12) is column a<n> of events.
CREATE TABLE attributes (slot INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE attribute_values (
    id INTEGER PRIMARY KEY,
    slot INTEGER NOT NULL REFERENCES attributes(slot),
    value TEXT NOT NULL,
    UNIQUE (slot, value)
) STRICT;

-- Facts: one row an event. A sales line is an event of kind purchase (return when the quantity is negative,
-- adjustment when only the amount is). fingerprint tells exact duplicates.
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES imports(id),
    time INTEGER NOT NULL,
    user_id INTEGER REFERENCES users(id),
    item_id INTEGER REFERENCES items(id),
    kind_id INTEGER NOT NULL REFERENCES kinds(id),
    category_id INTEGER REFERENCES categories(id),
    session_id INTEGER REFERENCES sessions(id),
    position INTEGER,
    quantity REAL,
    price REAL,
    amount REAL,
    fingerprint INTEGER NOT NULL,
    a1 INTEGER, a2 INTEGER, a3 INTEGER, a4 INTEGER, a5 INTEGER, a6 INTEGER,
    a7 INTEGER, a8 INTEGER, a9 INTEGER, a10 INTEGER, a11 INTEGER, a12 INTEGER
) STRICT;
-- Dropped before a large load and built again after it (core/data/FactWriter.cpp reads them from the schema).
CREATE INDEX events_by_user ON events(user_id, time);
CREATE INDEX events_by_item ON events(item_id, time);

-- Facts: series that were series in the source. step is a name of core/base/Calendar; time is an index for 'index'.
CREATE TABLE source_series (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL DEFAULT '',
    step TEXT NOT NULL
) STRICT;
CREATE TABLE observations (
    series_id INTEGER NOT NULL REFERENCES source_series(id),
    time INTEGER NOT NULL,
    value REAL NOT NULL,
    import_id INTEGER NOT NULL REFERENCES imports(id),
    PRIMARY KEY (series_id, time)
) WITHOUT ROWID, STRICT;

-- Runs.
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    model TEXT NOT NULL,
    series_key TEXT NOT NULL,
    series_name TEXT NOT NULL,
    created INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    data_fingerprint TEXT NOT NULL,
    program_version TEXT NOT NULL,
    seconds REAL NOT NULL,
    spec TEXT NOT NULL,
    metrics TEXT NOT NULL,
    model_state TEXT NOT NULL,
    weights BLOB,
    outcome TEXT NOT NULL
) STRICT;
CREATE TABLE run_epochs (
    run_id INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
    epoch INTEGER NOT NULL,
    training_loss REAL,
    validation_loss REAL,
    seconds REAL NOT NULL,
    is_best INTEGER NOT NULL,
    PRIMARY KEY (run_id, epoch)
) WITHOUT ROWID, STRICT;
