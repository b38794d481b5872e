-- The trail of a training that is not finished, an epoch a row, so that only what is new is written whenever it is kept. The part that it
-- is judged by stays in unfinished_trainings.trail, with all epochs where an older program kept it. Columns as in run_trail_epochs.
CREATE TABLE unfinished_trail_epochs (
    training_id INTEGER NOT NULL REFERENCES unfinished_trainings(id) ON DELETE CASCADE,
    epoch INTEGER NOT NULL,
    training_loss REAL,
    validation_loss REAL,
    is_best INTEGER NOT NULL,
    forecast TEXT NOT NULL,
    weights BLOB,
    memory BLOB,
    PRIMARY KEY (training_id, epoch)
) STRICT;
