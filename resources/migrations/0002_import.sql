-- Imports that can be taken back, rows that can be corrected, meanings that can be changed.

ALTER TABLE imports ADD COLUMN undone INTEGER;                     -- UTC milliseconds; NULL while the rows count
ALTER TABLE imports ADD COLUMN part TEXT NOT NULL DEFAULT '';      -- sheet of a workbook, file in an archive
ALTER TABLE imports ADD COLUMN has_clock INTEGER NOT NULL DEFAULT 1; -- 0: times of its events are only their order
ALTER TABLE rejects ADD COLUMN fields TEXT NOT NULL DEFAULT '';    -- JSON: the fields of the row as they were read
-- view, cart, favourite, purchase, return, adjustment, other (core/data/EventKinds)
ALTER TABLE kinds ADD COLUMN meaning TEXT NOT NULL DEFAULT 'other';
UPDATE kinds SET meaning = CASE
    WHEN lower(key) IN ('purchase', 'buy', 'order', 'transaction', 'sale') THEN 'purchase'
    WHEN lower(key) IN ('return', 'adjustment') THEN lower(key)
    WHEN lower(key) IN ('pv', 'view', 'click', 'pageview', 'visit') THEN 'view'
    WHEN lower(key) IN ('cart', 'addtocart', 'add_to_cart') THEN 'cart'
    WHEN lower(key) IN ('fav', 'favourite', 'favorite', 'wishlist') THEN 'favourite'
    ELSE 'other' END;
ALTER TABLE items ADD COLUMN is_product INTEGER NOT NULL DEFAULT 1;

-- A return or a cancellation and the sale that it reverses.
CREATE TABLE reversals (
    return_id INTEGER PRIMARY KEY REFERENCES events(id) ON DELETE CASCADE,
    sale_id INTEGER NOT NULL UNIQUE REFERENCES events(id) ON DELETE CASCADE
) STRICT;

-- What a table says of a user, an item, a category, a session or an imported series: a store's type and size.
CREATE TABLE key_attributes (
    dimension TEXT NOT NULL,   -- user, item, category, session, series
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    import_id INTEGER NOT NULL REFERENCES imports(id),
    PRIMARY KEY (dimension, key, name)
) WITHOUT ROWID, STRICT;

-- Facts that do not count at present: of an import that was taken back, or replaced by a later one.
CREATE TABLE set_aside_events (
    id INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES imports(id),
    time INTEGER NOT NULL,
    user_id INTEGER, item_id INTEGER, kind_id INTEGER NOT NULL, category_id INTEGER, session_id INTEGER,
    position INTEGER, quantity REAL, price REAL, amount REAL,
    fingerprint INTEGER NOT NULL,
    a1 INTEGER, a2 INTEGER, a3 INTEGER, a4 INTEGER, a5 INTEGER, a6 INTEGER,
    a7 INTEGER, a8 INTEGER, a9 INTEGER, a10 INTEGER, a11 INTEGER, a12 INTEGER,
    replaced_by INTEGER REFERENCES imports(id)   -- NULL: its import was taken back
) STRICT;
CREATE TABLE set_aside_observations (
    series_id INTEGER NOT NULL REFERENCES source_series(id),
    time INTEGER NOT NULL,
    import_id INTEGER NOT NULL REFERENCES imports(id),
    value REAL NOT NULL,
    replaced_by INTEGER REFERENCES imports(id),
    PRIMARY KEY (series_id, time, import_id)
) WITHOUT ROWID, STRICT;
CREATE TABLE set_aside_attributes (
    dimension TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    import_id INTEGER NOT NULL REFERENCES imports(id),
    value TEXT NOT NULL,
    replaced_by INTEGER REFERENCES imports(id),
    PRIMARY KEY (dimension, key, name, import_id)
) WITHOUT ROWID, STRICT;
