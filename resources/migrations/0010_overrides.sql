-- What people corrected in forecasts. A correction belongs to a series of a question and to a step, not to a run: a new forecast of the
-- same series meets it again. question: core/data/OverrideStore writes it; time: ms on the clock of the workspace, a step number without
-- a calendar; beneath: what it was applied to when it was made.
CREATE TABLE overrides (
    id INTEGER PRIMARY KEY,
    question TEXT NOT NULL,
    layer TEXT NOT NULL,
    time INTEGER NOT NULL,
    kind TEXT NOT NULL,
    amount REAL NOT NULL,
    reason TEXT NOT NULL,
    beneath REAL,
    model TEXT NOT NULL,
    created INTEGER NOT NULL,
    UNIQUE (question, layer, time)
) STRICT;
