-- The tables of a graph in SQLite: one a label, one a relationship type.
-- A column whose name begins with _ is for the program's own use.
-- Lists are JSON arrays of strings, booleans are 0 or 1, absent properties NULL.
-- Quote "end" in queries: it is a keyword.

CREATE TABLE actor (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT AS (substr(id, 1, instr(id, ':') - 1)),
    name TEXT,
    aliases TEXT,
    country TEXT,
    _tally TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_by_name ON actor (name);

CREATE TABLE article (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT,
    url TEXT,
    path TEXT,
    outlet TEXT,
    published TEXT,
    language TEXT,
    sha256 TEXT,
    _reading TEXT,
    _order TEXT,
    _digest TEXT,
    text TEXT,
    _record TEXT
) STRICT;
CREATE INDEX article_by_url ON article (url);
CREATE INDEX article_by_path ON article (path);
CREATE INDEX article_by_order ON article (_order);

CREATE TABLE claim (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT,
    quote TEXT,
    sentence TEXT,
    start INTEGER,
    "end" INTEGER,
    stance TEXT,
    confidence REAL,
    rule TEXT
) STRICT;

CREATE TABLE event (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT,
    type TEXT,
    mode TEXT,
    contexts TEXT,
    action TEXT,
    status TEXT,
    date TEXT,
    articles INTEGER,
    outlets INTEGER,
    texts INTEGER,
    _order TEXT,
    _outlets TEXT,
    _block TEXT,
    _reports TEXT
) STRICT;
CREATE INDEX event_by_articles ON event (articles);
CREATE INDEX event_by_texts ON event (texts);
CREATE INDEX event_by_order ON event (_order, name, type, _outlets);
CREATE INDEX event_by_block ON event (_block);

CREATE TABLE ententealias (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT,
    means TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX ententealias_by_name ON ententealias (name);

CREATE TABLE ententename (
    id TEXT NOT NULL PRIMARY KEY,
    _tally TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE outlet (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT,
    _tally TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX outlet_by_name ON outlet (name);

CREATE TABLE place (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT,
    country TEXT,
    latitude REAL,
    longitude REAL,
    _tally TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX place_by_name ON place (name);

CREATE TABLE treaty (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT,
    aliases TEXT,
    year INTEGER,
    status TEXT,
    named INTEGER,
    _tally TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX treaty_by_name ON treaty (name);

-- (Claim)-[ABOUT]->(Event)
CREATE TABLE about (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX about_by_end ON about (end_id, start_id);

-- (Actor)-[AFFILIATED_WITH]->(Actor)
CREATE TABLE affiliated_with (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    role TEXT NOT NULL,
    _tally TEXT,
    PRIMARY KEY (start_id, end_id, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX affiliated_with_by_end ON affiliated_with (end_id, start_id);

-- (Claim)-[ATTRIBUTED_TO]->(Actor)
CREATE TABLE attributed_to (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attributed_to_by_end ON attributed_to (end_id, start_id);

-- (Treaty)-[COMPARED_TO]->(Treaty)
CREATE TABLE compared_to (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    _tally TEXT,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX compared_to_by_end ON compared_to (end_id, start_id);

-- (Event)-[CONCERNS]->(Treaty)
CREATE TABLE concerns (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    action TEXT,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX concerns_by_end ON concerns (end_id, start_id);

-- (Treaty)-[HAS_PARTY]->(Actor)
CREATE TABLE has_party (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    _tally TEXT,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX has_party_by_end ON has_party (end_id, start_id);

-- (Actor)-[INITIATED]->(Event)
CREATE TABLE initiated (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX initiated_by_end ON initiated (end_id, start_id);

-- (Event)-[LOCATED_IN]->(Place)
CREATE TABLE located_in (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX located_in_by_end ON located_in (end_id, start_id);

-- (Article)-[MAKES]->(Claim)
CREATE TABLE makes (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX makes_by_end ON makes (end_id, start_id);

-- (Article)-[MENTIONS]->(Actor or Place or Treaty)
CREATE TABLE mentions (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    count INTEGER,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_by_end ON mentions (end_id, start_id);

-- (Article)-[PUBLISHED_BY]->(Outlet)
CREATE TABLE published_by (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    _published TEXT,
    _claims INTEGER,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX published_by_by_end ON published_by (end_id, start_id, _published, _claims);

-- (Event)-[TARGETED]->(Actor)
CREATE TABLE targeted (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX targeted_by_end ON targeted (end_id, start_id);

CREATE TABLE _store (version TEXT NOT NULL, decisions TEXT NOT NULL) STRICT;
