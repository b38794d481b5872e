-- Versions of a stored run: what became of its model as data came in. Number 0 is the run itself and has no row. Times in ms since 1970, UTC;
-- those of the series on its own axis. Large values last: lists are read without them.
CREATE TABLE run_versions (
    run_id INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,             -- from 1
    created INTEGER NOT NULL,
    rung TEXT NOT NULL,                  -- 'rls', 'fine-tune', 'refit': core/online/Rung
    reason TEXT NOT NULL,                -- why this rung
    change TEXT NOT NULL,                -- JSON: what changed, in words and numbers
    seconds REAL NOT NULL,
    error_before REAL,                   -- mean absolute error on the last block of the version before
    error_after REAL,                    -- and of this one
    is_published INTEGER NOT NULL,       -- 0: refused
    is_current INTEGER NOT NULL,         -- the one that forecasts
    replaces INTEGER NOT NULL,           -- number of the version whose place it took
    seen_from INTEGER NOT NULL,          -- the first observation that it knows
    seen_until INTEGER NOT NULL,         -- behind the last that it learnt from
    boundary INTEGER NOT NULL,           -- the first moment that no step of its recipe learnt from
    forecast TEXT NOT NULL,              -- JSON: what it forecast when it was made; '{}' where it was refused
    model_state TEXT,                    -- JSON; NULL where it was refused
    weights BLOB,
    PRIMARY KEY (run_id, number)
) STRICT;
CREATE UNIQUE INDEX run_versions_current ON run_versions(run_id) WHERE is_current = 1;
