-- Files that were imported in one go are a group.

ALTER TABLE imports ADD COLUMN group_id INTEGER REFERENCES imports(id); -- the first import of its go; NULL: this is the first
