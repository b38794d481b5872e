-- Imports that can be taken back, rows that can be corrected, meanings that can be changed.

ALTER TABLE imports ADD COLUMN undone INTEGER;                     -- UTC milliseconds; NULL while the rows count
ALTER TABLE imports ADD COLUMN part TEXT NOT NULL DEFAULT '';      -- sheet of a workbook, file in an archive
ALTER TABLE imports ADD COLUMN has_clock INTEGER NOT NULL DEFAULT 1; -- 0: times of its events are only their order
ALTER TABLE rejects ADD COLUMN row_number INTEGER NOT NULL DEFAULT -1; -- of the row among all rows read, from 0
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
-- The default rule (core/data/ProductRule); no earlier workspace has another.
UPDATE items SET is_product = 0 WHERE upper(key) IN ('POST', 'POSTAGE', 'DOT', 'M', 'D', 'S', 'B', 'C2', 'BANK CHARGES',
        'AMAZONFEE', 'CRUK', 'DISCOUNT', '运费', '邮费')
    OR upper(key) GLOB 'ADJUST*' OR upper(key) GLOB 'GIFT_*' OR upper(key) GLOB 'TEST*' OR upper(key) GLOB 'SHIPPING*';

-- Rows that count at present, so that what only an import that was taken back knows is not shown.
ALTER TABLE items ADD COLUMN events INTEGER NOT NULL DEFAULT 0;
ALTER TABLE categories ADD COLUMN events INTEGER NOT NULL DEFAULT 0;
ALTER TABLE users ADD COLUMN returns INTEGER NOT NULL DEFAULT 0;
UPDATE items SET events = counted.n
    FROM (SELECT item_id, count(*) AS n FROM events GROUP BY item_id) AS counted WHERE counted.item_id = items.id;
UPDATE categories SET events = counted.n
    FROM (SELECT category_id, count(*) AS n FROM events GROUP BY category_id) AS counted
    WHERE counted.category_id = categories.id;
UPDATE users SET returns = counted.n
    FROM (SELECT e.user_id, count(*) AS n FROM events e JOIN kinds k ON k.id = e.kind_id WHERE k.meaning = 'return'
          GROUP BY e.user_id) AS counted
    WHERE counted.user_id = users.id;

-- Where the events of an import lie: one row a load. Their ids are never given to others.
CREATE TABLE event_ranges (
    import_id INTEGER NOT NULL REFERENCES imports(id),
    first_id INTEGER NOT NULL,
    last_id INTEGER NOT NULL,
    PRIMARY KEY (import_id, first_id)
) WITHOUT ROWID, STRICT;
INSERT INTO event_ranges SELECT import_id, min(id), max(id) FROM events GROUP BY import_id;

-- The commonest name of an item in each import; the one with the most rows is its name.
CREATE TABLE item_names (
    import_id INTEGER NOT NULL REFERENCES imports(id),
    item_id INTEGER NOT NULL REFERENCES items(id),
    name TEXT NOT NULL,
    rows INTEGER NOT NULL,
    PRIMARY KEY (import_id, item_id)
) WITHOUT ROWID, STRICT;
CREATE INDEX item_names_by_item ON item_names(item_id);
INSERT INTO item_names
    SELECT first.import_id, i.id, i.name, 1 FROM items i
    JOIN (SELECT item_id, min(import_id) AS import_id FROM events GROUP BY item_id) AS first ON first.item_id = i.id
    WHERE i.name <> '';

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

-- Facts that do not count at present: of an import that was taken back (replaced_by is NULL), or because a row of another
-- import, replaced_by, stands in their place.
CREATE TABLE set_aside_events (
    id INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES imports(id),
    time INTEGER NOT NULL,
    user_id INTEGER, item_id INTEGER, kind_id INTEGER NOT NULL, category_id INTEGER, session_id INTEGER,
    position INTEGER, quantity REAL, price REAL, amount REAL,
    fingerprint INTEGER NOT NULL,
    a1 INTEGER, a2 INTEGER, a3 INTEGER, a4 INTEGER, a5 INTEGER, a6 INTEGER,
    a7 INTEGER, a8 INTEGER, a9 INTEGER, a10 INTEGER, a11 INTEGER, a12 INTEGER,
    replaced_by INTEGER REFERENCES imports(id)
) STRICT;
CREATE INDEX replaced_events ON set_aside_events(replaced_by) WHERE replaced_by IS NOT NULL;
CREATE INDEX events_standing_back ON set_aside_events(import_id, replaced_by) WHERE replaced_by IS NOT NULL;
CREATE TABLE set_aside_observations (
    series_id INTEGER NOT NULL REFERENCES source_series(id),
    time INTEGER NOT NULL,
    import_id INTEGER NOT NULL REFERENCES imports(id),
    value REAL NOT NULL,
    replaced_by INTEGER REFERENCES imports(id),
    PRIMARY KEY (series_id, time, import_id)
) WITHOUT ROWID, STRICT;
CREATE INDEX replaced_observations ON set_aside_observations(replaced_by) WHERE replaced_by IS NOT NULL;
CREATE INDEX observations_standing_back ON set_aside_observations(import_id, replaced_by) WHERE replaced_by IS NOT NULL;
CREATE TABLE set_aside_attributes (
    dimension TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    import_id INTEGER NOT NULL REFERENCES imports(id),
    value TEXT NOT NULL,
    replaced_by INTEGER REFERENCES imports(id),
    PRIMARY KEY (dimension, key, name, import_id)
) WITHOUT ROWID, STRICT;
CREATE INDEX replaced_attributes ON set_aside_attributes(replaced_by) WHERE replaced_by IS NOT NULL;
CREATE INDEX attributes_standing_back ON set_aside_attributes(import_id, replaced_by) WHERE replaced_by IS NOT NULL;
