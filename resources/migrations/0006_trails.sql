-- What a network said of its validation part after each epoch, and its weights then: the trail that a training leaves. Thinned to a
-- size by core/training/EpochTrail, so not every epoch is there. Large values last: lists are read without them.
CREATE TABLE run_trails (
    run_id INTEGER PRIMARY KEY REFERENCES runs(id) ON DELETE CASCADE,
    part TEXT NOT NULL,                  -- JSON: the validation part, in the unit of the data
    windows BLOB                         -- some of its windows as the network sees them, core/neural/interface/Weights; NULL: none
) STRICT;
CREATE TABLE run_trail_epochs (
    run_id INTEGER NOT NULL REFERENCES run_trails(run_id) ON DELETE CASCADE,
    epoch INTEGER NOT NULL,              -- 0: before the first
    training_loss REAL,
    validation_loss REAL,
    is_best INTEGER NOT NULL,            -- of those so far
    forecast TEXT NOT NULL,              -- JSON: a list of numbers, one step ahead for each value of the part
    weights BLOB,                        -- core/neural/interface/Weights; NULL: too large to keep
    memory BLOB,                         -- core/neural/interface/TrainingRun; NULL: not kept
    PRIMARY KEY (run_id, epoch)
) STRICT;
-- Its trail so far, for a training that was stopped. CBOR: core/data/TrailStore; NULL: none.
ALTER TABLE unfinished_trainings ADD COLUMN trail BLOB;
-- Where a training began that took on the weights of another one; empty: by its seed. JSON: core/training/Branch.
ALTER TABLE unfinished_trainings ADD COLUMN origin TEXT NOT NULL DEFAULT '';
