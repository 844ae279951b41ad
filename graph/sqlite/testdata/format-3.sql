PRAGMA application_id = 1164866661;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE _store (version TEXT NOT NULL, decisions TEXT NOT NULL) STRICT;
INSERT INTO "_store" VALUES('77cedce295aae813','');
CREATE TABLE about (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "about" VALUES('claim:58f53171af66eed0','event:21dedd8e00516cb9');
INSERT INTO "about" VALUES('claim:12c7cb8cd7f051d9','event:5231f92f14dacfbe');
INSERT INTO "about" VALUES('claim:ba06e40b49f877a3','event:6122cc37bb2c72d1');
CREATE TABLE actor (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT AS (substr(id, 1, instr(id, ':') - 1)),
    name TEXT,
    aliases TEXT,
    country TEXT,
    _tally TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "actor" VALUES('country:ru','Russia',NULL,'RU','{"":2,"country=RU":2,"name=Russia":2}');
INSERT INTO "actor" VALUES('country:us','United States',NULL,'US','{"":1,"country=US":1,"name=United States":1}');
CREATE TABLE affiliated_with (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    role TEXT NOT NULL,
    _tally TEXT,
    PRIMARY KEY (start_id, end_id, role)
) STRICT, WITHOUT ROWID;
CREATE TABLE article (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT,
    url TEXT,
    path TEXT,
    outlet TEXT,
    published TEXT,
    language TEXT,
    sha256 TEXT,
    text TEXT,
    _record TEXT
) STRICT;
INSERT INTO "article" VALUES('article:045057d403575ec8','The United States accused Russia on Tuesday of violating…',NULL,'b.txt',NULL,'2019-02-05','en','56ddac4e62a38dac102e2a3cc3b5196a2d65e2bc91d5c1f0819c610160fd6627','The United States accused Russia on Tuesday of violating the INF Treaty.','{"article":{"id":"article:045057d403575ec8","path":"b.txt","url":"","title":"","outlet":"","published":"2019-02-05","language":"en","text":""},"actors":[{"id":"country:us","name":"United States","aliases":[],"kind":"country","country":"US","mentions":[{"start":4,"end":17,"text":"United States"}],"listed":true},{"id":"country:ru","name":"Russia","aliases":[],"kind":"country","country":"RU","mentions":[{"start":26,"end":32,"text":"Russia"}],"listed":true}],"treaties":[{"id":"treaty:inf-treaty","name":"INF Treaty","aliases":[],"year":1987,"status":"in_force","named":true,"parties":["country:us","country:ru"],"mentions":[{"start":61,"end":71,"text":"INF Treaty"}]}],"places":[],"events":[{"id":"e1","type":"ACCUSE","mode":"allege","contexts":[],"action":"","actors":["country:us"],"recipients":["country:ru"],"treaties":[],"place":"","date":"2019-02-05","status":"occurred","claims":["claim:ba06e40b49f877a3"]},{"id":"e2","type":"COERCE","mode":"","contexts":[],"action":"violate","actors":["country:ru"],"recipients":["country:us"],"treaties":["treaty:inf-treaty"],"place":"","date":"2019-02-05","status":"alleged","claims":["claim:58f53171af66eed0"]}],"claims":[{"id":"claim:ba06e40b49f877a3","event":"e1","speaker":"","stance":"asserts","quote":"The United States accused Russia on Tuesday of violating the INF Treaty.","start":0,"end":72,"sentence":[0,72],"confidence":0.8,"rule":"accuse"},{"id":"claim:58f53171af66eed0","event":"e2","speaker":"country:us","stance":"accuses","quote":"The United States accused Russia on Tuesday of violating the INF Treaty.","start":0,"end":72,"sentence":[0,72],"confidence":0.8,"rule":"violate-treaty/accuse"}]}');
INSERT INTO "article" VALUES('article:7316918f8090fb42','Russia said on Monday it would suspend the INF Treaty.',NULL,'a.txt',NULL,'2019-02-05','en','faa6ed2f1974a39dd2e754f265493a00efb400c57577387251339e425828384d','Russia said on Monday it would suspend the INF Treaty.','{"article":{"id":"article:7316918f8090fb42","path":"a.txt","url":"","title":"","outlet":"","published":"2019-02-05","language":"en","text":""},"actors":[{"id":"country:ru","name":"Russia","aliases":[],"kind":"country","country":"RU","mentions":[{"start":0,"end":6,"text":"Russia"},{"start":22,"end":24,"text":"it"}],"listed":true}],"treaties":[{"id":"treaty:inf-treaty","name":"INF Treaty","aliases":[],"year":1987,"status":"in_force","named":true,"parties":["country:ru"],"mentions":[{"start":43,"end":53,"text":"INF Treaty"}]}],"places":[],"events":[{"id":"e1","type":"SANCTION","mode":"","contexts":[],"action":"suspend","actors":["country:ru"],"recipients":[],"treaties":["treaty:inf-treaty"],"place":"","date":"","status":"planned","claims":["claim:12c7cb8cd7f051d9"]}],"claims":[{"id":"claim:12c7cb8cd7f051d9","event":"e1","speaker":"country:ru","stance":"asserts","quote":"Russia said on Monday it would suspend the INF Treaty.","start":0,"end":54,"sentence":[0,54],"confidence":0.8,"rule":"suspend-treaty/would"}]}');
CREATE TABLE attributed_to (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "attributed_to" VALUES('claim:12c7cb8cd7f051d9','country:ru');
INSERT INTO "attributed_to" VALUES('claim:58f53171af66eed0','country:us');
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
INSERT INTO "claim" VALUES('claim:12c7cb8cd7f051d9','Russia said on Monday it would suspend the INF Treaty.','Russia said on Monday it would suspend the INF Treaty.','Russia said on Monday it would suspend the INF Treaty.',0,54,'asserts',0.8,'suspend-treaty/would');
INSERT INTO "claim" VALUES('claim:58f53171af66eed0','The United States accused Russia on Tuesday of violating…','The United States accused Russia on Tuesday of violating the INF Treaty.','The United States accused Russia on Tuesday of violating the INF Treaty.',0,72,'accuses',0.8,'violate-treaty/accuse');
INSERT INTO "claim" VALUES('claim:ba06e40b49f877a3','The United States accused Russia on Tuesday of violating…','The United States accused Russia on Tuesday of violating the INF Treaty.','The United States accused Russia on Tuesday of violating the INF Treaty.',0,72,'asserts',0.8,'accuse');
CREATE TABLE compared_to (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    _tally TEXT,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE concerns (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    action TEXT,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "concerns" VALUES('event:21dedd8e00516cb9','treaty:inf-treaty','violate');
INSERT INTO "concerns" VALUES('event:5231f92f14dacfbe','treaty:inf-treaty','suspend');
CREATE TABLE ententename (
    id TEXT NOT NULL PRIMARY KEY,
    _tally TEXT
) STRICT, WITHOUT ROWID;
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
    _block TEXT,
    _reports TEXT
) STRICT;
INSERT INTO "event" VALUES('event:21dedd8e00516cb9','Russia violates INF Treaty (alleged)','COERCE',NULL,NULL,'violate','alleged','2019-02-05',1,1,1,'treaty treaty:inf-treaty violate in 2019','[{"article":"article:045057d403575ec8","published":"2019-02-05","sketch":"152c04c905f210dd072c3d464dee0e830bf3093e069b0e260a0f08d13c0b1535","event":"e2","type":"COERCE","action":"violate","actors":[{"id":"country:ru","name":"Russia","side":"RU"}],"recipients":[{"id":"country:us","name":"United States","side":"US"}],"treaties":[{"id":"treaty:inf-treaty","name":"INF Treaty"}],"date":"2019-02-05","status":"alleged","claims":["claim:58f53171af66eed0"],"words":["Treat","accus","violat"],"story":["accus","treat","violat"]}]');
INSERT INTO "event" VALUES('event:5231f92f14dacfbe','Russia suspends INF Treaty (planned)','SANCTION',NULL,NULL,'suspend','planned',NULL,1,1,1,'treaty treaty:inf-treaty suspend','[{"article":"article:7316918f8090fb42","published":"2019-02-05","sketch":"3604067701e71e3e326c0bfe02df5482144e45fc1d050bfe28a103e90da5068e","event":"e1","type":"SANCTION","action":"suspend","actors":[{"id":"country:ru","name":"Russia","side":"RU"}],"treaties":[{"id":"treaty:inf-treaty","name":"INF Treaty"}],"status":"planned","claims":["claim:12c7cb8cd7f051d9"],"words":["Treat","suspend"],"story":["suspend","treat"]}]');
INSERT INTO "event" VALUES('event:6122cc37bb2c72d1','United States accuses Russia','ACCUSE','allege',NULL,NULL,'occurred','2019-02-05',1,1,1,'US against RU in 2019','[{"article":"article:045057d403575ec8","published":"2019-02-05","sketch":"152c04c905f210dd072c3d464dee0e830bf3093e069b0e260a0f08d13c0b1535","event":"e1","type":"ACCUSE","mode":"allege","actors":[{"id":"country:us","name":"United States","side":"US"}],"recipients":[{"id":"country:ru","name":"Russia","side":"RU"}],"date":"2019-02-05","status":"occurred","claims":["claim:ba06e40b49f877a3"],"words":["Treat","accus","violat"],"story":["accus","treat","violat"]}]');
CREATE TABLE has_party (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    _tally TEXT,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "has_party" VALUES('treaty:inf-treaty','country:ru','{"":2}');
INSERT INTO "has_party" VALUES('treaty:inf-treaty','country:us','{"":1}');
CREATE TABLE initiated (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "initiated" VALUES('country:ru','event:21dedd8e00516cb9');
INSERT INTO "initiated" VALUES('country:ru','event:5231f92f14dacfbe');
INSERT INTO "initiated" VALUES('country:us','event:6122cc37bb2c72d1');
CREATE TABLE located_in (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE makes (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "makes" VALUES('article:7316918f8090fb42','claim:12c7cb8cd7f051d9');
INSERT INTO "makes" VALUES('article:045057d403575ec8','claim:58f53171af66eed0');
INSERT INTO "makes" VALUES('article:045057d403575ec8','claim:ba06e40b49f877a3');
CREATE TABLE mentions (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    count INTEGER,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "mentions" VALUES('article:045057d403575ec8','country:ru',1);
INSERT INTO "mentions" VALUES('article:045057d403575ec8','country:us',1);
INSERT INTO "mentions" VALUES('article:045057d403575ec8','treaty:inf-treaty',1);
INSERT INTO "mentions" VALUES('article:7316918f8090fb42','country:ru',2);
INSERT INTO "mentions" VALUES('article:7316918f8090fb42','treaty:inf-treaty',1);
CREATE TABLE outlet (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT,
    _tally TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE place (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT,
    country TEXT,
    latitude REAL,
    longitude REAL,
    _tally TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE published_by (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE targeted (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "targeted" VALUES('event:6122cc37bb2c72d1','country:ru');
INSERT INTO "targeted" VALUES('event:21dedd8e00516cb9','country:us');
CREATE TABLE treaty (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT,
    aliases TEXT,
    year INTEGER,
    status TEXT,
    named INTEGER,
    _tally TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "treaty" VALUES('treaty:inf-treaty','INF Treaty',NULL,1987,'in_force',1,'{"":2,"name=INF Treaty":2,"named=true":2,"status=2019-02 in_force":2,"year=1987":2}');
CREATE INDEX actor_by_name ON actor (name);
CREATE INDEX article_by_published ON article (published);
CREATE INDEX event_by_status ON event (status);
CREATE INDEX event_by_date ON event (date);
CREATE INDEX event_by_block ON event (_block);
CREATE INDEX outlet_by_name ON outlet (name);
CREATE INDEX place_by_name ON place (name);
CREATE INDEX treaty_by_name ON treaty (name);
CREATE INDEX about_by_end ON about (end_id, start_id);
CREATE INDEX affiliated_with_by_end ON affiliated_with (end_id, start_id);
CREATE INDEX attributed_to_by_end ON attributed_to (end_id, start_id);
CREATE INDEX compared_to_by_end ON compared_to (end_id, start_id);
CREATE INDEX concerns_by_end ON concerns (end_id, start_id);
CREATE INDEX has_party_by_end ON has_party (end_id, start_id);
CREATE INDEX initiated_by_end ON initiated (end_id, start_id);
CREATE INDEX located_in_by_end ON located_in (end_id, start_id);
CREATE INDEX makes_by_end ON makes (end_id, start_id);
CREATE INDEX mentions_by_end ON mentions (end_id, start_id);
CREATE INDEX published_by_by_end ON published_by (end_id, start_id);
CREATE INDEX targeted_by_end ON targeted (end_id, start_id);
COMMIT;
