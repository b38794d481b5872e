-- What a training says of itself epoch by epoch, and trainings that have not come to their end.
ALTER TABLE run_epochs ADD COLUMN learning_rate REAL;
ALTER TABLE run_epochs ADD COLUMN gradient_norm REAL;
ALTER TABLE runs ADD COLUMN note TEXT NOT NULL DEFAULT '';
CREATE TABLE unfinished_trainings (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    spec TEXT NOT NULL,                  -- JSON: TrainingSpec
    data_fingerprint TEXT NOT NULL,
    changed INTEGER NOT NULL,            -- ms since 1970, UTC
    epochs TEXT NOT NULL,                -- JSON: a list of them as core/data/RunFile writes it
    state BLOB NOT NULL                  -- core/neural/interface/TrainingRun
) STRICT;
