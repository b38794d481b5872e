-- What a person noted at a moment, of one series or of all. Times in ms since 1970: `at` on the wall clock of the calendar, `changed` in UTC.
CREATE TABLE annotations (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    grouping TEXT NOT NULL,              -- how the series was asked for, as on the command line: "item"; empty: of all series
    series TEXT NOT NULL,                -- its key; empty: of all series
    text TEXT NOT NULL,
    changed INTEGER NOT NULL
) STRICT;
