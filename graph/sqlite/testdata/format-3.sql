PRAGMA application_id = 1164866661;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE actor (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT AS (substr(id, 1, instr(id, ':') - 1)),
    name TEXT,
    aliases TEXT,
    country TEXT,
    _tally TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO actor VALUES('country:no','Norway',NULL,'NO','{"":2,"country=NO":2,"name=Norway":2}');
INSERT INTO actor VALUES('country:ru','Russia','["Moscow"]','RU','{"":2,"alias=Moscow":1,"country=RU":2,"name=Russia":2}');
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
INSERT INTO article VALUES('article:6512a675f326c141','Norway expels two Russian diplomats',NULL,'a.txt',NULL,'2021-03-03','en','9e2e071a940f9647f7c386e3cbfc01596ff4b7f0d148779de649ec3ff8cf8651','OSLO, March 3, 2021 - Norway expelled two Russian diplomats on Wednesday, the Foreign Ministry said. Moscow denied that they were spies.','{"article":{"id":"article:6512a675f326c141","path":"a.txt","url":"","title":"Norway expels two Russian diplomats","outlet":"","published":"2021-03-03","language":"en","text":""},"actors":[{"id":"country:no","name":"Norway","aliases":[],"kind":"country","country":"NO","mentions":[{"start":22,"end":28,"text":"Norway"}],"listed":true},{"id":"country:ru","name":"Russia","aliases":["Moscow"],"kind":"country","country":"RU","mentions":[{"start":42,"end":49,"text":"Russian"},{"start":101,"end":107,"text":"Moscow"},{"start":120,"end":124,"text":"they"}],"listed":true}],"treaties":[],"places":[],"events":[{"id":"e1","type":"SANCTION","mode":"expel","contexts":["diplomatic"],"action":"","actors":["country:no"],"recipients":["country:ru"],"treaties":[],"place":"","date":"2021-03-03","status":"occurred","claims":["claim:5043f6fe0c905bf6"]}],"claims":[{"id":"claim:5043f6fe0c905bf6","event":"e1","speaker":"country:no","stance":"asserts","quote":"Norway expelled two Russian diplomats on Wednesday, the Foreign Ministry said.","start":22,"end":100,"sentence":[22,100],"confidence":0.8,"rule":"expel"},{"id":"claim:cfe479c092a352a7","event":"","speaker":"country:ru","stance":"denies","quote":"Moscow denied that they were spies.","start":101,"end":136,"sentence":[101,136],"confidence":0.6,"rule":"denial"}]}');
INSERT INTO article VALUES('article:f289fe727ab9c3f9','Oslo sends Russian envoys home',NULL,'b.txt',NULL,NULL,'en','916a44dcb07e9b1f0da69a38ff40d0308835651713f1a367d754998888afcb40','March 4, 2021 - Norway on Wednesday expelled two Russian diplomats for spying. Russia called the step unfriendly.','{"article":{"id":"article:f289fe727ab9c3f9","path":"b.txt","url":"","title":"Oslo sends Russian envoys home","outlet":"","published":"","language":"en","text":""},"actors":[{"id":"country:no","name":"Norway","aliases":[],"kind":"country","country":"NO","mentions":[{"start":16,"end":22,"text":"Norway"}],"listed":true},{"id":"country:ru","name":"Russia","aliases":[],"kind":"country","country":"RU","mentions":[{"start":49,"end":56,"text":"Russian"},{"start":79,"end":85,"text":"Russia"}],"listed":true}],"treaties":[],"places":[],"events":[{"id":"e1","type":"ACCUSE","mode":"disapprove","contexts":[],"action":"","actors":["country:ru"],"recipients":["country:no"],"treaties":[],"place":"","date":"2021","status":"occurred","claims":["claim:8f2be29931476461","claim:fb9a83981a85a5d0"]}],"claims":[{"id":"claim:8f2be29931476461","event":"e1","speaker":"","stance":"asserts","quote":"Russia called the step unfriendly.","start":79,"end":113,"sentence":[79,113],"confidence":0.664,"rule":"call-bad/counterpart"},{"id":"claim:fb9a83981a85a5d0","event":"e1","speaker":"country:ru","stance":"condemns","quote":"Russia called the step unfriendly.","start":79,"end":113,"sentence":[79,113],"confidence":0.664,"rule":"call-bad"}]}');
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
INSERT INTO claim VALUES('claim:5043f6fe0c905bf6','Norway expelled two Russian diplomats on Wednesday, the…','Norway expelled two Russian diplomats on Wednesday, the Foreign Ministry said.','Norway expelled two Russian diplomats on Wednesday, the Foreign Ministry said.',22,100,'asserts',0.8000000000000000444,'expel');
INSERT INTO claim VALUES('claim:8f2be29931476461','Russia called the step unfriendly.','Russia called the step unfriendly.','Russia called the step unfriendly.',79,113,'asserts',0.66400000000000003463,'call-bad/counterpart');
INSERT INTO claim VALUES('claim:cfe479c092a352a7','Moscow denied that they were spies.','Moscow denied that they were spies.','Moscow denied that they were spies.',101,136,'denies',0.59999999999999997779,'denial');
INSERT INTO claim VALUES('claim:fb9a83981a85a5d0','Russia called the step unfriendly.','Russia called the step unfriendly.','Russia called the step unfriendly.',79,113,'condemns',0.66400000000000003463,'call-bad');
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
INSERT INTO event VALUES('event:61f1a9789653fe49','Norway expels diplomats of Russia','SANCTION','expel','["diplomatic"]',NULL,'occurred','2021-03-03',1,1,1,'NO against RU','[{"article":"article:6512a675f326c141","published":"2021-03-03","sketch":"0ad005dd179f052d089c03bb011d006b1c55116f00310c480361048119b40917","event":"e1","type":"SANCTION","mode":"expel","contexts":["diplomatic"],"actors":[{"id":"country:no","name":"Norway","side":"NO"}],"recipients":[{"id":"country:ru","name":"Russia","side":"RU"}],"date":"2021-03-03","status":"occurred","claims":["claim:5043f6fe0c905bf6"],"words":["Ministr","Russian","diplomat","expell"],"story":["deni","diplomat","expell","ministr","russian","spie"]}]');
INSERT INTO event VALUES('event:cade1a4c9616b5ec','Russia accuses Norway','ACCUSE','disapprove',NULL,NULL,'occurred','2021',1,1,1,'against NO','[{"article":"article:f289fe727ab9c3f9","sketch":"06b30cb1283a263e0cf6111102242408046014e00a7b161c0b373beb009d1922","event":"e1","type":"ACCUSE","mode":"disapprove","actors":[{"id":"country:ru","name":"Russia","side":"RU"}],"recipients":[{"id":"country:no","name":"Norway","side":"NO"}],"date":"2021","status":"occurred","claims":["claim:8f2be29931476461","claim:fb9a83981a85a5d0"],"words":["step","unfriendl"],"story":["step","unfriendl"]}]');
CREATE TABLE ententealias (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT,
    means TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO ententealias VALUES('alias:country:no country:no','country:no','country:no');
INSERT INTO ententealias VALUES('alias:country:ru country:ru','country:ru','country:ru');
INSERT INTO ententealias VALUES('alias:moscow country:ru','moscow','country:ru');
INSERT INTO ententealias VALUES('alias:norway country:no','norway','country:no');
INSERT INTO ententealias VALUES('alias:russia country:ru','russia','country:ru');
CREATE TABLE ententename (
    id TEXT NOT NULL PRIMARY KEY,
    _tally TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO ententename VALUES('topic:NO against RU','{"":1,"era= in 2021-03":1}');
INSERT INTO ententename VALUES('topic:against NO','{"":1,"era= in 2021":1}');
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
CREATE TABLE treaty (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT,
    aliases TEXT,
    year INTEGER,
    status TEXT,
    named INTEGER,
    _tally TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE about (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
INSERT INTO about VALUES('claim:5043f6fe0c905bf6','event:61f1a9789653fe49');
INSERT INTO about VALUES('claim:8f2be29931476461','event:cade1a4c9616b5ec');
INSERT INTO about VALUES('claim:fb9a83981a85a5d0','event:cade1a4c9616b5ec');
CREATE TABLE affiliated_with (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    role TEXT NOT NULL,
    _tally TEXT,
    PRIMARY KEY (start_id, end_id, role)
) STRICT, WITHOUT ROWID;
CREATE TABLE attributed_to (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
INSERT INTO attributed_to VALUES('claim:5043f6fe0c905bf6','country:no');
INSERT INTO attributed_to VALUES('claim:cfe479c092a352a7','country:ru');
INSERT INTO attributed_to VALUES('claim:fb9a83981a85a5d0','country:ru');
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
CREATE TABLE has_party (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    _tally TEXT,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE initiated (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
INSERT INTO initiated VALUES('country:no','event:61f1a9789653fe49');
INSERT INTO initiated VALUES('country:ru','event:cade1a4c9616b5ec');
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
INSERT INTO makes VALUES('article:6512a675f326c141','claim:5043f6fe0c905bf6');
INSERT INTO makes VALUES('article:f289fe727ab9c3f9','claim:8f2be29931476461');
INSERT INTO makes VALUES('article:6512a675f326c141','claim:cfe479c092a352a7');
INSERT INTO makes VALUES('article:f289fe727ab9c3f9','claim:fb9a83981a85a5d0');
CREATE TABLE mentions (
    start_id TEXT NOT NULL,
    end_id TEXT NOT NULL,
    count INTEGER,
    PRIMARY KEY (start_id, end_id)
) STRICT, WITHOUT ROWID;
INSERT INTO mentions VALUES('article:6512a675f326c141','country:no',1);
INSERT INTO mentions VALUES('article:6512a675f326c141','country:ru',3);
INSERT INTO mentions VALUES('article:f289fe727ab9c3f9','country:no',1);
INSERT INTO mentions VALUES('article:f289fe727ab9c3f9','country:ru',2);
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
INSERT INTO targeted VALUES('event:cade1a4c9616b5ec','country:no');
INSERT INTO targeted VALUES('event:61f1a9789653fe49','country:ru');
CREATE TABLE _store (version TEXT NOT NULL, decisions TEXT NOT NULL) STRICT;
INSERT INTO _store VALUES('0fe95cd0ad9bcadd','');
CREATE INDEX actor_by_name ON actor (name);
CREATE INDEX article_by_url ON article (url);
CREATE INDEX article_by_path ON article (path);
CREATE INDEX article_by_published ON article (published);
CREATE INDEX event_by_status ON event (status);
CREATE INDEX event_by_date ON event (date);
CREATE INDEX event_by_block ON event (_block);
CREATE INDEX ententealias_by_name ON ententealias (name);
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
