-- Feeds: where lines come in from, and how far they are stored. The position is written in the transaction of the rows before it.
CREATE TABLE feeds (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL UNIQUE, -- core/live/FeedSpec writes it
    plan TEXT NOT NULL,          -- JSON: ImportPlan
    position TEXT NOT NULL,      -- JSON: what the source needs to go on
    lines INTEGER NOT NULL,      -- taken so far
    changed INTEGER NOT NULL     -- ms since 1970, UTC
) STRICT;
