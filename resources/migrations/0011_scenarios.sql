-- What-if scenarios by name: changes to what a model looks at. JSON: core/training/Scenario writes and reads it. Times in ms since 1970, UTC.
CREATE TABLE scenarios (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    definition TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL
) STRICT;
