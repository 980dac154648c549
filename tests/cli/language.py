#!/usr/bin/python3
"""What readers get in each language: no word of the other outside of ids, keys and quotations.

Usage: language.py CASE   Runs one case, a function of this file; exits 0 when it holds.
"""
import csv
import pathlib
import re
import sys
import tomllib

from program import ROOT, SMALL, cantiere, check, temporary_folder

STUDY = ROOT / "tests/cli/wrong_inputs/study"
COMMANDS = ["run", "compare", "evaluate", "check", "show", "params", "inspect", "export", "validate", "verify",
            "merge", "schema", "init", "design", "sensitivity", "discover", "calibrate", "transfer", "report",
            "serve", "completion", "doctor"]
ENGLISH = set("""the of and with by is are was were which each from to at that this these those there than then not
    or but has have had its it's their your what who where when while whose other others more most less few all any
    one two every none only write give add name make read see run runs draw draws replicate replicates value values
    number numbers row rows low high mean means share shares cost costs people month months""".split())
ITALIAN = set("""di della delle dello degli dei del il lo gli un uno una che con non sono sia nel nella nelle dal dalla
    alla alle agli ogni più meno questo questa quale quali perché però quanto dove tra anche loro suo sua costo
    scenari estrazioni repliche valore riga righe""".split())
QUOTED = [r'"[^"\n]*"', r"`[^`]*`", r"'[^'\n]*'(?![a-zà-ù])", r"«[^»]*»", r"\{[^{}]*\}", r"\[[^\[\]]*\]"]
# Ids and keys, paths, options, placeholders in capitals, and the operators of conditions.
NAMES = [r"\S*[\w)][-_./:=]\w\S*", r"(?<!\w)--?\w[\w-]*(=\S+)?", r"\b[A-Z][A-Z0-9_]+\b", r"\band, or, not\b",
         r"\bcantiere [a-z]+\b", r"\b_\w+"]


# Programmes and places, which are called alike in both languages.
NAMED_ALIKE = re.compile(r"(\w+: )?(Pi\.So\.La\.|Net-Met|ISO\.NEW|Cantiere dell'inclusione)|Pistoia|Versilia")


def prose(text, ids=()):
    """A text without what is no sentence of the program: quotations, ids, keys, options and lines of files."""
    lines = text.split("\n")
    kept = [line for i, line in enumerate(lines)  # a line of a file stands above its caret
            if not (i + 1 < len(lines) and lines[i + 1].strip() == "^") and not line.startswith("$ ")]
    text = "\n".join(kept)
    for pattern in QUOTED * 4 + NAMES:
        text = re.sub(pattern, " ", text)
    for one in sorted(ids, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", " ", text)
    return text


def words_of(other, text, ids=()):
    """Words of another language in a text, with what stands around each."""
    plain = prose(text, ids)
    return [f"{found[0]!r} in: {plain[max(0, found.start() - 50):found.end() + 50]!r}"
            for found in re.finditer(r"[^\W\d_]+(?![\w'’])", plain) if found[0].lower() in other]


def check_speaks(language, said, what, ids=()):
    wrong = words_of(ENGLISH if language == "it" else ITALIAN, said, ids)
    check(not wrong, f"{what} with --lang {language} says " + "; ".join(wrong[:6]))


def in_both(*words, ids=(), code=0, cwd=ROOT):
    """Runs a command in both languages; both must speak their own, and not say the same."""
    said = {}
    for language in ("en", "it"):
        done = cantiere(*words, "--lang", language, code=code, cwd=cwd)
        said[language] = done.stdout + done.stderr
        check_speaks(language, said[language], "cantiere " + " ".join(map(str, words)), ids)
    check(said["en"] != said["it"], f"cantiere {' '.join(map(str, words))} differs between languages")
    return said


def small_study(folder):
    """The study of tests/cli/wrong_inputs with its packs and its results."""
    for path in STUDY.iterdir():
        (pathlib.Path(folder) / path.name).write_bytes(path.read_bytes())
    cantiere("run", "study.toml", "-q", "-o", "r.h5", cwd=folder)


IDS = ["programme", "study", "base", "starts", "hires", "exits", "cost", "served", "scenario", "draw", "replicate",
       "payer", "group", "month", "municipality", "parameter", "horizon", "year", "net", "gross", "region",
       "residents", "people", "autonomy", "gainers", "losers", "relapses", "budget", "referrals", "completions",
       "revocations", "eligible", "dropouts", "exclusions", "reoffences"]


KEYS = ["name", "low", "high", "value", "values", "with", "draw", "draws", "cost", "effect", "all", "lever,low,high",
        "name,low,high"]


def help_is_in_both():
    """Every help says as much in Italian: same options, same names of the JSON."""
    in_both("--help", ids=COMMANDS)
    for command in COMMANDS:
        said = in_both(command, "--help", ids=COMMANDS + KEYS)
        english, italian = (set(re.findall(r"\b[a-z]+_[a-z_]+\b|--[a-z-]+", said[one])) for one in ("en", "it"))
        check(english == italian, f"help of {command} names {sorted(english ^ italian)} in one language only")


def results_are_told_in_both():
    with temporary_folder() as folder:
        small_study(folder)
        for words in (["run", "study.toml", "-o", "r.h5"], ["run", "study.toml", "--dry-run"],
                      ["compare", "r.h5"], ["compare", "r.h5", "--by", "group"], ["compare", "r.h5", "--by", "year"],
                      ["compare", "r.h5", "--by", "municipality"], ["compare", "r.h5", "--finance"],
                      ["compare", "r.h5", "--programmes"], ["compare", "r.h5", "--runs"],
                      ["compare", "r.h5", "--brief"], ["inspect", "r.h5"], ["verify", "r.h5"],
                      ["evaluate", "r.h5", "--regret", "--satisfy", "effect > 1"], ["doctor"],
                      ["check", "study.toml"], ["export", "r.h5", "-o", "tables", "--overwrite"],
                      ["params", "internship.slots"], ["merge", "r.h5", "-o", "whole.h5"]):
            in_both(*words, ids=IDS, cwd=folder, code=4 if words[0] == "merge" else 0)


def explorations_are_told_in_both():
    with temporary_folder() as folder:
        small_study(folder)
        few = ["--study", "study.toml", "--months", "6", "--draws", "1", "--replicates", "1",
               "--parameters", "internship.slots,network.tie_target"]
        ranged = ["design", "lhs", "--study", "study.toml", "--parameters", "internship,network", "-n", "2"]
        names = cantiere(*ranged, cwd=folder).stdout.split("\n")[0].split(",")
        few[-1] = ",".join(names[:2])
        for words in (["sensitivity", *few], ["sensitivity", "--method", "morris", *few, "-n", "2"],
                      ["sensitivity", "--method", "sobol", *few, "-n", "4", "--second-order"],
                      ["sensitivity", "--method", "pawn", *few, "-n", "8"],
                      ["sensitivity", "--method", "regional", *few, "-n", "8", "--where", "starts > 1"],
                      ["sensitivity", "--method", "twoway", *few, "--levels", "2"],
                      ["sensitivity", *few, "--switching"],
                      ["transfer", "bari", "--to", "gorizia", "--draws", "1", "--replicates", "1", "--months", "6"]):
            in_both(*words, ids=IDS, cwd=folder)
        (pathlib.Path(folder) / "x.csv").write_text(
            "a,place\n" + "".join(f"{i / 100},{'north' if i % 3 else 'south'}\n" for i in range(100)))
        (pathlib.Path(folder) / "y.csv").write_text("y\n" + "".join(f"{int(i > 60)}\n" for i in range(100)))
        in_both("discover", "--inputs", "x.csv", "--outputs", "y.csv", "--where", "y > 0.5", cwd=folder,
                ids=IDS + ["a", "place", "north", "south", "y"])


CALIBRATION = """schema = 1
kind = "calibration"
id = "toy"
title = { it = "Prova", en = "Trial" }
method = "METHOD"
[history_matching]
rows = 12
waves = 2
samples = 100
[abc_smc]
particles = 30
generations = 2
[simulator]
command = ["/usr/bin/python3", "toy.py"]
replicates = 1
timeout_seconds = 20
[[parameter]]
name = "a"
low = 0
high = 1
[[parameter]]
name = "b"
low = 0
high = 1
[[target]]
name = "sum"
value = TARGET
standard_error = 0.05
"""
TOY = ("import csv, sys\nrow = next(csv.DictReader(sys.stdin))\n"
       "print(f\"sum\\n{float(row['a']) + float(row['b'])}\")\n")


def calibrations_are_told_in_both():
    """Found, missed and failed, by each method."""
    with temporary_folder() as folder:
        place = pathlib.Path(folder)
        (place / "toy.py").write_text(TOY, encoding="utf-8")
        for method, target in (("history_matching", "1.2"), ("abc_smc", "1.2"), ("both", "1.2"), ("history_matching", "9")):
            text = CALIBRATION.replace("METHOD", method).replace("TARGET", target)
            if method == "history_matching":
                text = text.replace(text[text.index("[abc_smc]"):text.index("[simulator]")], "").replace("replicates = 1\n", "")
            (place / "toy.toml").write_text(text, encoding="utf-8")
            in_both("calibrate", "toy.toml", ids=["a", "b", "sum", "toy"], cwd=folder)
        (place / "toy.py").write_text("import sys\nsys.exit(3)\n", encoding="utf-8")
        in_both("calibrate", "toy.toml", ids=["a", "b", "sum", "toy"], code=1, cwd=folder)
        in_both("calibrate", "toy.toml", "--pack", "new.toml", ids=["a", "b", "sum", "toy"], code=2, cwd=folder)


def places_are_told_in_both():
    """Cards, conditions that places must offer, and the matrix of programmes and places."""
    size = ["--draws", "2", "--replicates", "1", "--months", "6", "--set", "population.residents_in_need=150",
            "--set", "horizon.burn_in_months=3"]
    for words in (["transfer", "bari", "--card", "--to", "gorizia", "-n", "20", *size],
                  ["transfer", "pistoia", "--preconditions", "--to", "gorizia", "-n", "20", *size[4:]],
                  ["transfer", "pistoia", "--preconditions", "--where", "starts > -1000", "-n", "20", *size[4:]],
                  ["transfer", "pistoia", "--preconditions", "--where", "starts > 1000", "-n", "20", *size[4:]],
                  ["transfer", "--matrix", "bari,gorizia", *size],
                  ["transfer", "--matrix", "bari,gorizia", "--outcomes", "starts,net_cost_public", *size],
                  ["transfer", "bari", "--to", "gorizia", "--curves", *size]):
        in_both(*words, ids=IDS + [".months"])


def draws_are_told_in_both():
    """discover on a results file: boxes and a tree, none found, too few draws."""
    with temporary_folder() as folder:
        path = pathlib.Path(folder) / "draws.h5"
        cantiere("run", "bari", *SMALL[:SMALL.index("--draws")], "--draws", "40", *SMALL[SMALL.index("--replicates"):], "-q", "-o", path)
        for where in ("bari-cantiere:starts > 15", "bari-cantiere:net_benefit < 0", "bari-cantiere:starts < -1000",
                      "bari-cantiere:starts > -1000"):
            in_both("discover", path, "--where", where, ids=IDS)
        in_both("discover", path, "--where", "bari-cantiere:start > 0", ids=IDS, code=2)


def shipped_files_are_in_both():
    """Every title, description and note that ships has both languages, and names alone are the same in both."""
    titles = 0
    for path in sorted((ROOT / "scenarios").rglob("*.toml")):
        for where, text in texts_within(tomllib.loads(path.read_text(encoding="utf-8")), path.name):
            titles += 1
            check(isinstance(text, dict) and set(text) == {"it", "en"}, f"{where} has Italian and English")
            check(text["it"].strip() and text["en"].strip(), f"{where} has no empty text")
            named = NAMED_ALIKE.fullmatch(text["it"])
            check(text["it"] != text["en"] or named, f"{where} says {text['it']!r} in both")
    check(titles > 40, f"{titles} titles were looked at")
    with open(ROOT / "scenarios/evidence/patterns.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            check(row["text_it"] and row["text_en"] and row["text_it"] != row["text_en"], f"pattern {row['id']}")


def texts_within(value, where):
    """The titles, descriptions and notes of a file, each with where it stands."""
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield from texts_within(item, f"{where}[{i}]")
    if isinstance(value, dict):
        for key, item in value.items():
            if key in ("title", "description", "notes", "label"):
                yield f"{where}.{key}", item
            else:
                yield from texts_within(item, f"{where}.{key}")


if __name__ == "__main__":
    globals()[sys.argv[1]]()
