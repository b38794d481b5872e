-- Advertising campaigns by name. JSON: core/advertising/Campaign writes and reads it; state: what the policy has learnt from the real
-- decisions, empty where it is to be learnt again from them. Times in ms since 1970, UTC.
CREATE TABLE campaigns (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    definition TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT '',
    shown INTEGER NOT NULL DEFAULT 0 -- real decisions, so that a budget need not count them
) STRICT;
-- One row a showing, written in the transaction that counted those before it.
CREATE TABLE campaign_decisions (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns(id) ON DELETE CASCADE,
    simulated INTEGER NOT NULL,   -- 1: by the simulator
    time INTEGER NOT NULL,
    user_id INTEGER,              -- NULL: erased, and so is the context
    arm INTEGER NOT NULL,         -- place in the items of the campaign
    propensity REAL NOT NULL,
    context TEXT NOT NULL,        -- JSON: core/advertising/AdContext
    reward REAL                   -- NULL: not known yet
) STRICT;
CREATE INDEX campaign_decisions_by_user ON campaign_decisions(campaign_id, simulated, user_id, reward);
CREATE INDEX campaign_decisions_open ON campaign_decisions(campaign_id, simulated, time) WHERE reward IS NULL;
