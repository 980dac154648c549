"""The bibliography of a report, worked out again from the results file and the evidence catalogue."""
import collections
import csv
import html
import json
import re
import tomllib

import h5py

from program import ROOT

GRADES = {"en": {one: one for one in ("found", "recalled", "assumed")},
          "it": {"found": "trovato", "recalled": "a memoria", "assumed": "ipotesi"}}
NONE = {"en": "No citation", "it": "Nessuna citazione"}
OUTSIDE = {"en": "not in the catalogue", "it": "non è nel catalogo"}


def catalogue():
    """Quality and citation of each key; of two rows of one key the first."""
    rows = {}
    for path in sorted((ROOT / "scenarios/evidence").glob("*.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            above = ""
            for row in csv.DictReader(file):
                if "key" in row:
                    same = re.match(r"same( as above)?(?=$|[ ,;:])", row["source"] or "") if above else None
                    above = above + row["source"][same.end():] if same else row["source"] or ""
                    rows.setdefault(row["key"], (row.get("flag") or "", above))
    return rows


def stated_numbers(path):
    """Key, sources and quality of each number with a quality, each that is stated once, however often."""
    with h5py.File(path) as file:
        study = tomllib.loads(file["provenance/resolved_study"][()].decode())
    found = {}

    def walk(key, value):
        if isinstance(value, list):
            for one in value:
                walk(key, one)
        elif isinstance(value, dict):
            number = value.get("value")
            if isinstance(number, (int, float)) and not isinstance(number, bool) and value.get("quality") in GRADES["en"]:
                sources = value.get("source", [])
                found[key, json.dumps(value)] = (key, [sources] if isinstance(sources, str) else sources, value["quality"])
            else:
                for name, one in value.items():
                    walk(name, one)

    walk("", study)
    return list(found.values())


def bibliography(paths, language):
    """The texts of the list in their order, and by number of a study the references of each key."""
    rows = catalogue()
    studies = [stated_numbers(path) for path in paths]
    grades, inside, cited = collections.defaultdict(lambda: collections.defaultdict(set)), set(), {}
    for _, sources, quality in [one for study in studies for one in study]:
        for name in sources:
            grade, citation = rows.get(name, (quality, name))
            citation = "" if citation == "-" else citation
            cited[name] = citation
            grades[citation][grade].update({name} & rows.keys())
            if name in rows:
                inside.add(citation)
    order = sorted(grades, key=lambda one: (one == "", re.sub("[A-Z]", lambda found: found[0].lower(), one), one))
    texts = []
    for citation in order:
        parts = [] if citation in inside else [OUTSIDE[language]]
        for grade, keys in sorted(grades[citation].items()):
            parts.append(GRADES[language][grade] + (": " + ", ".join(sorted(keys)) if keys else ""))
        texts.append(f"{citation or NONE[language]} ({'; '.join(parts)})")
    number = {name: order.index(citation) + 1 for name, citation in cited.items()}
    references = [[(key, tuple(dict.fromkeys(number[name] for name in sources))) for key, sources, _ in study]
                  for study in studies]
    return texts, references


def section_of(page, name):
    return re.search(rf'<section id="{name}".*?</section>', page, re.DOTALL)[0]


def listed(page):
    """The texts of the list, by number, and the links in them."""
    items = re.findall(r'<li id="source-(\d+)">(.*?)</li>', section_of(page, "inputs"), re.DOTALL)
    texts = {int(number): html.unescape(re.sub(r"</?a\b[^>]*>", "", text)) for number, text in items}
    links = [link for _, text in items for link in re.findall(r'<a href="([^"]*)">([^<]*)</a>', text)]
    return len(items), texts, links


def referred(page):
    """Key and references of each row of the tables, table by table."""
    tables = []
    for table in re.findall(r"<table>.*?</table>", section_of(page, "inputs"), re.DOTALL):
        rows = []
        for key, cell in re.findall(r"</th><td>([^<]*)</td>.*<td>(.*?)</td></tr>", table):
            numbers = re.findall(r'<a href="#source-(\d+)">(\d+)</a>', cell)
            plain = re.sub(r"<a [^>]*>\d+</a>(, )?", "", cell)
            rows.append((html.unescape(key), tuple(int(shown) for to, shown in numbers if to == shown), plain))
        tables.append(rows)
    return tables


def check_sources(page, paths, language):
    """Returns what of the bibliography of a page is not so."""
    texts, references = bibliography(paths, language)
    count, told, links = listed(page)
    wrong = [] if count == len(texts) else [f"{count} sources are listed, {len(texts)} are cited"]
    wrong += [f"{i}: {told.get(i)!r}, not {text!r}" for i, text in enumerate(texts, 1) if told.get(i) != text]
    wrong += [f"{to} is no address of {shown}" for to, shown in links if to not in (shown, "https://doi.org/" + shown)]
    tables = referred(page)
    for key, numbers, plain in [row for rows in tables for row in rows]:
        if plain != ("" if numbers else "-"):
            wrong.append(f"{key} refers to {numbers} and to {plain!r}")
    for study, expected in enumerate(references):
        own = tables[study + 1] if len(paths) > 1 else []
        rows = collections.Counter((key, numbers) for key, numbers, _ in tables[0] + own)
        if rows != collections.Counter(expected):
            wrong.append(f"numbers of study {study + 1} refer elsewhere: {rows - collections.Counter(expected)}")
    return len(texts), wrong
