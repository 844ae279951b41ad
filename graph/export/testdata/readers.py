"""Reads what was exported with the programs it is meant for, and compares it with
the JSON lines of the same graph: readers.py FOLDER, which holds graph.jsonl,
graph.graphml, events.csv and entities.ftm.json. Ends with 1 at the first difference."""

import json
import pathlib
import re
import sys
import unicodedata
import urllib.parse
from collections import Counter, defaultdict

import networkx
import pandas
from followthemoney import model
from followthemoney.exc import InvalidData

folder = pathlib.Path(sys.argv[1])
nodes, edges, out, into = {}, [], defaultdict(list), defaultdict(list)
for line in (folder / "graph.jsonl").read_text(encoding="utf-8").split("\n")[:-1]:
    x = json.loads(line)
    if x["type"] == "node":
        nodes[x["labels"][0], x["id"]] = x
        continue
    a, b = ((x[end]["labels"][0], x[end]["id"]) for end in ("start", "end"))
    edges.append((a, x["label"], b, x["properties"]))
    out[a, x["label"]].append(b)
    into[b, x["label"]].append(a)


def same(what, got, want):
    if got != want:
        sys.exit(f"{what}:\n got {got!r}\nwant {want!r}")


def join(parts):
    return "; ".join(p.replace("\\", "\\\\").replace(";", "\\;") for p in parts)


def split(text):
    """Has the parts of a list back, as docs/EXPORT.md says."""
    return [re.sub(r"\\(.)", r"\1", p, flags=re.S) for p in re.findall(r"(?:^|; )((?:[^\\;]|\\.)*)", text, flags=re.S)] if text else []


def printable(text):
    return "".join("\ufffd" if unicodedata.category(c) == "Cc" and c not in "\n\r\t" else c for c in text)


def graphml():
    graph = networkx.read_graphml(folder / "graph.graphml", force_multigraph=True)

    def name(node):
        label, id = node
        labels = [x.lower() for x in nodes[node]["labels"]]
        prefix, _, rest = id.partition(":")
        if prefix not in labels or rest.startswith(":"):
            id = label.lower() + "::" + id
        return "".join(urllib.parse.quote(c) if ord(c) <= 32 or c in "%\x7f\ufffd\ufffe\uffff" else c for c in id)

    def value(v):
        if isinstance(v, list):
            v = join(v)
        if not isinstance(v, str):
            return v
        return "".join("\ufffd" if ord(c) < 32 and c not in "\n\r\t" or c in "\ufffe\uffff" else c for c in v)

    same("GraphML: nodes", len(graph), len(nodes))
    for node, x in nodes.items():
        want = {k: value(v) for k, v in x["properties"].items() if k not in ("id", "text")}
        want |= {"label": want.get("name", ""), "kind": x["labels"][-1]}
        same(f"GraphML: {node}", graph.nodes[name(node)], want)
    want = Counter(json.dumps([name(a), name(b), {k: value(v) for k, v in p.items()} | {"kind": kind, "label": kind}], sort_keys=True)
                   for a, kind, b, p in edges)
    got = Counter(json.dumps([a, b, p], sort_keys=True) for a, b, p in graph.edges(data=True))
    same("GraphML: relationships, too many", list(got - want)[:1], [])
    same("GraphML: relationships, missing", list(want - got)[:1], [])


def csv():
    table = pandas.read_csv(folder / "events.csv", dtype=str, keep_default_na=False)
    same("CSV: events", sorted(table.event_id), sorted(id for label, id in nodes if label == "Event"))
    for row in table.to_dict("records"):
        event = ("Event", row["event_id"])
        p = nodes[event]["properties"]

        def prop(of, name):
            return [nodes[n]["properties"].get(name, "") for n in sorted(of, key=lambda n: n[1])]

        who, whom, what = into[event, "INITIATED"], out[event, "TARGETED"], out[event, "CONCERNS"]
        articles = {a for c in into[event, "ABOUT"] for a in into[c, "MAKES"]}
        sources = [a.get("url") or a.get("path") or a["id"] for a in
                   (nodes[n]["properties"] for n in sorted(articles, key=lambda n: n[1]))]
        lists = {"actor": prop(who, "name"), "actor_country": prop(who, "country"), "actor_id": prop(who, "id"),
                 "recipient": prop(whom, "name"), "recipient_country": prop(whom, "country"), "recipient_id": prop(whom, "id"),
                 "treaty": prop(what, "name"), "treaty_id": prop(what, "id"), "place": prop(out[event, "LOCATED_IN"], "name"),
                 "contexts": p.get("contexts", []), "sources": sources}
        want = {k: join(v) for k, v in lists.items()}
        want |= {k: p.get(k, "") for k in ("date", "type", "mode", "action", "status")}
        want |= {k: str(p[k]) for k in ("articles", "outlets", "texts")} | {"event": p.get("name", ""), "event_id": p["id"]}
        claims = [nodes[c]["properties"] for c in into[event, "ABOUT"]]
        want["quote"] = min(claims, key=lambda c: (-c["confidence"], c["start"], c["id"]))["quote"]
        cells = {k: printable(v) for k, v in want.items()}
        cells = {k: "'" + v if v[:1] and v[0] in "=+-@\t\r\n" else v for k, v in cells.items()}
        same(f"CSV: {event}", row, cells)
        for column, parts in lists.items():
            text = re.sub(r"^'(?=[=+\-@\t\r\n])", "", row[column])
            if any(parts):
                same(f"CSV: {column} of {event} as a list", split(text), [printable(x) for x in parts])
        for cell in row.values():
            if cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
                sys.exit(f"CSV: a spreadsheet takes this for a formula: {cell!r}")


INVENTED = {"aa", "ab", "ah", "aj", "ak"}  # countries of graphtest.Generate that there aren't


def ftm():
    entities = {}
    for line in (folder / "entities.ftm.json").read_text(encoding="utf-8").split("\n")[:-1]:
        x = json.loads(line)
        if x["id"] in entities:
            sys.exit(f"FTM: {x['id']} is there twice")
        entity = entities[x["id"]] = model.get_proxy(x, cleaned=False)
        same(f"FTM: id of {x}", entity.key_prefix is None and bool(re.fullmatch(r"[a-z0-9-]+", x["id"])), True)
        for name, values in x["properties"].items():
            prop = entity.schema.get(name)
            if prop is None:
                sys.exit(f"FTM: {entity.schema.name} has no {name}")
            taken = set(entity.get(name))
            if prop.type.name in ("name", "string", "text", "address"):  # which it may write in another way
                same(f"FTM: {x['id']} {name}", len(taken), len(set(values)))
            else:
                same(f"FTM: {x['id']} {name}", taken, set(values) - INVENTED)
        try:
            entity.schema.validate({**x, "properties": {k: entity.get(k) for k in x["properties"]}})
        except InvalidData as e:
            sys.exit(f"FTM: {x}: {e.errors}")
    for entity in entities.values():
        for prop, value in entity.itervalues():
            if prop.type.name == "entity":
                if value not in entities:
                    sys.exit(f"FTM: {entity.id} refers to {value}, which isn't there")
                if not entities[value].schema.is_a(prop.range):
                    sys.exit(f"FTM: {prop} of {entity.id} is a {entities[value].schema.name}")
    schema = Counter(e.schema.name for e in entities.values())
    labels = Counter(x["labels"][-1] for x in nodes.values())
    kinds = Counter(kind for _, kind, _, _ in edges)
    same("FTM: people", schema["Person"], labels["Person"])
    same("FTM: states", schema["PublicBody"], labels["Country"])
    same("FTM: bodies", schema["Organization"], labels["Organization"] + labels["Group"])
    for name, label in {"Article": "Article", "Event": "Event", "Contract": "Treaty", "Address": "Place", "Note": "Claim"}.items():
        same(f"FTM: {name}", schema[name], labels[label])
    same("FTM: mentions", schema["Documentation"], kinds["MENTIONS"])
    same("FTM: links", schema["Membership"] + schema["UnknownLink"],
         sum(kinds[k] for k in ("AFFILIATED_WITH", "COMPARED_TO", "CONCERNS", "HAS_PARTY")))
    events = [e for e in entities.values() if e.schema.name == "Event"]
    names = lambda ids: sorted(e.caption for e in map(entities.get, ids))
    got = Counter(json.dumps([names(e.get("organizer")), names(e.get("involved")), e.get("date")]) for e in events)
    captions = lambda of: sorted(next(iter(model.get_proxy({"id": "x", "schema": "Person", "properties": {
        "name": [printable(nodes[n]["properties"]["name"]).strip()]}}, cleaned=False).names), "") for n in of)
    want = Counter()
    for event, x in nodes.items():
        if event[0] == "Event":
            date = x["properties"].get("date")
            want[json.dumps([captions(into[event, "INITIATED"]), captions(out[event, "TARGETED"]), [date] if date else []])] += 1
    same("FTM: events, too many", list(got - want)[:2], [])
    same("FTM: events, missing", list(want - got)[:2], [])


graphml()
csv()
ftm()
print(f"{len(nodes)} nodes, {len(edges)} relationships read back")
