-- What is kept of each user beside the totals: 4,096 users a block, as core/data/figures writes them. Which data they were counted
-- from says the setting figures.state; where that is not the data there is, they are counted again.
CREATE TABLE user_figures (block INTEGER PRIMARY KEY, figures BLOB NOT NULL) STRICT;
-- Segments of users by name. JSON: core/behaviour/segments writes and reads it. Times in ms since 1970, UTC.
CREATE TABLE segments (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    definition TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL
) STRICT;
