#!/usr/bin/python3
"""What a report says, held against the results file it is made of.

Usage: report.py CASE   Runs one case, a function of this file; exits 0 when it holds.
"""
import html.parser
import json
import pathlib
import re
import shlex
import subprocess
import sys
import warnings

from program import PROGRAM, ROOT, SMALL, as_json, cantiere, check, environment, small_results, temporary_folder
from report_facts import FACT, Results, check_page
from report_figures import DATA, check_figures, leaves
from report_sources import OUTSIDE, check_sources

STUDY = ROOT / "tests/cli/wrong_inputs/study"

warnings.filterwarnings("ignore", message="Mean of empty slice")  # an instrument that nobody offers


class Outline(html.parser.HTMLParser):
    """Collects what a page asks of others, its headings, and tags that do not close."""

    def __init__(self):
        super().__init__()
        self.asked, self.links, self.inside, self.headings, self.open, self.ids = [], [], [], [], [], []
        self.problems = []

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        asked = [named[key] for key in ("src", "href", "action") if key in named and not named[key].startswith("#")]
        if tag == "a":  # followed by a reader alone
            self.links += asked
        else:
            self.asked += asked
        if named.get("href", "").startswith("#"):
            self.inside.append(named["href"][1:])
        if "id" in named:
            self.ids.append(named["id"])
        if tag not in ("meta", "link", "br", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(tag)

    def handle_data(self, data):
        if self.open and self.open[-1] == "h2":
            self.headings.append(data)


def report_of(folder, *options, name="small.h5"):
    path = small_results(folder)
    page = pathlib.Path(folder) / "page.html"
    cantiere("report", path, "-o", page, "--overwrite", *options)
    return path, page.read_text(encoding="utf-8")


def every_number_is_that_of_the_file():
    """Works out each number of both languages from the HDF5 file by formulas of its own."""
    with temporary_folder() as folder:
        for language in ("en", "it"):
            path, page = report_of(folder, "--lang", language)
            count, wrong = check_page(page, {"bari": Results(path)}, language == "it")
            check(count > 300, f"numbers are told: {count}")
            check(not wrong, f"{len(wrong)} of {count} numbers are not those of the file: {wrong[:5]}")


def told_command(page):
    """The line of a page that makes its results again."""
    return html.unescape(re.search(r"(cantiere run [^<\n]*)\n", page)[1])


def the_command_of_a_report_makes_it_again():
    """What the page names, given to a shell as it stands, ends in the same bytes, whatever was chosen and set."""
    few = ["--months", "3", "--draws", "1", "--replicates", "2", "--set", "population.residents_in_need=200",
           "--set", "horizon.burn_in_months=3"]
    for words in (
        ["--only", "bari-cantiere-half", *few, "--seed", "5"],
        [*few],
        ["--only", "bari-cantiere-null-twin,bari-cantiere", *few, "--microdata", "1", "--set", "modules.contacts=false"],
        ["--only", "bari-cantiere", *few, "--set", "experiment.seed=7", "--set", "evaluation.price_year=2020", "--set",
         """internship.slots={ value = 20, dist = "fixed", low = 10, high = 30, unit = 'slots', quality = "assumed" }""",
         "--set", "internship.programme_payer=province_region", "--set", "network.tie_target = 0.7"],
    ):
        with temporary_folder() as folder:
            cantiere("run", "bari", *words, "-q", "-o", "first.h5", cwd=folder)
            cantiere("report", "first.h5", "-o", "page.html", cwd=folder)
            line = told_command((pathlib.Path(folder) / "page.html").read_text(encoding="utf-8"))
            check(line.startswith("cantiere run bari ") and line.endswith(" -o bari.h5"), f"named by its id: {line}")
            repeat(line, folder, words)


def repeat(line, folder, words):
    """Gives a line to the shell; its results are first.h5 again."""
    done = subprocess.run(["sh", "-c", f'cantiere() {{ "{PROGRAM}" "$@"; }}\n{line} -q'], cwd=folder, env=environment(),
                          capture_output=True, text=True, check=False)
    check(done.returncode == 0, f"{line}: {done.stderr}")
    again = (pathlib.Path(folder) / re.search(r"-o (\S+)", line)[1]).read_bytes()
    check(again == (pathlib.Path(folder) / "first.h5").read_bytes(), f"{words} is told as {line}")


def the_command_names_a_study_of_ones_own():
    """A study that does not come with the program is named by its file, even where its id is a shipped one."""
    for name, old, new in (("my study.toml", "", ""), ("bari.toml", 'id = "study"', 'id = "bari"')):
        with temporary_folder() as folder:
            for path in STUDY.iterdir():
                (pathlib.Path(folder) / path.name).write_bytes(path.read_bytes())
            own = pathlib.Path(folder) / name
            own.write_text((STUDY / "study.toml").read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
            cantiere("run", name, "-q", "-o", "first.h5", cwd=folder)
            cantiere("report", "first.h5", "-o", "page.html", cwd=folder)
            line = told_command((pathlib.Path(folder) / "page.html").read_text(encoding="utf-8"))
            check(shlex.split(line)[2] == name, f"named by its file: {line}")
            repeat(line, folder, [])


def sources_are_listed_once():
    """Each source that the numbers cite, with its citation, and rows that refer to it."""
    with temporary_folder() as folder:
        for language in ("en", "it"):
            path, page = report_of(folder, "--lang", language)
            count, wrong = check_sources(page, [path], language)
            check(count > 100 and not wrong, f"{len(wrong)} of {count}: {wrong[:5]}")
        check(">Fonti</h3>" in page, "they have a title")
        off = page.replace('href="#source-7">7<', 'href="#source-8">8<', 1)
        check(check_sources(off, [path], "it")[1], "a row that refers to another is noticed")


def sources_of_a_study_of_ones_own():
    """A key of a study's own catalogue, which results do not carry, stands for itself; two studies share one list."""
    with temporary_folder() as folder:
        for path in STUDY.iterdir():
            text = path.read_text(encoding="utf-8")
            (pathlib.Path(folder) / path.name).write_text(
                text.replace('"ins.tis.month.fvg"', '["own.survey", "ins.tis.month.fvg"]'), encoding="utf-8")
        evidence = pathlib.Path(folder) / "evidence"
        evidence.mkdir()
        (evidence / "own.csv").write_text("key,flag,source\nown.survey,found,Our survey\n", encoding="utf-8")
        cantiere("run", "study.toml", "-q", "-o", "own.h5", cwd=folder)
        small_results(folder)
        for files in (["own.h5"], ["own.h5", "small.h5"]):
            for language in ("en", "it"):
                cantiere("report", *files, "-o", "page.html", "--overwrite", "--lang", language, cwd=folder)
                page = (pathlib.Path(folder) / "page.html").read_text(encoding="utf-8")
                count, wrong = check_sources(page, [pathlib.Path(folder) / one for one in files], language)
                check(count > len(files) and not wrong, f"{len(wrong)} of {count}: {wrong[:5]}")
                check("own.survey (" + OUTSIDE[language] in page, "the key of one's own is told")


def few_runs_make_a_report_too():
    """One draw, one replicate: no errors, no chances, and still the numbers of the file."""
    for draws, replicates in ((1, 1), (1, 3), (4, 1)):
        with temporary_folder() as folder:
            path, page = pathlib.Path(folder) / "few.h5", pathlib.Path(folder) / "page.html"
            size = {"--draws": draws, "--replicates": replicates}
            words = [size.get(before, word) for before, word in zip(["", *SMALL], SMALL)]
            cantiere("run", "bari", *words, "-q", "-o", path)
            cantiere("report", path, "-o", page)
            text = page.read_text(encoding="utf-8")
            count, wrong = check_page(text, {"bari": Results(path)}, False)
            check(count > 150 and not wrong, f"{draws} x {replicates}: {len(wrong)} of {count}: {wrong[:5]}")
            check(not re.search(r"\bnan\b", re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)), "no number is called nan")


def a_changed_number_is_noticed():
    """The check of the numbers is itself checked: a digit, or a value, that is off is found."""
    with temporary_folder() as folder:
        path, page = report_of(folder)
        results = {"bari": Results(path)}
        for found in list(FACT.finditer(page))[::17]:
            value, text = found.group(1), found.group(4)
            digit = re.search(r"\d", text)
            if not value or not digit:
                continue
            off = text[:digit.start()] + str((int(digit.group()) + 1) % 10) + text[digit.end():]
            one = found.group(0)
            check(check_page(one.replace(f">{text}<", f">{off}<"), results, False)[1], f"{text} told as {off}: {found.group(3)}")
            moved = one.replace(f'value="{value}"', f'value="{float(value) * 1.001 + 1e-4}"')
            check(check_page(moved, results, False)[1], f"{value} moved by a thousandth: {found.group(3)}")


def charts_show_the_numbers_of_the_file():
    """Works out each number that charts draw; one that is changed, or that nobody knows, is noticed."""
    with temporary_folder() as folder:
        path, page = report_of(folder)
        results = {"bari": Results(path)}
        count, wrong = check_figures(page, results)
        check(count > 300 and not wrong, f"{len(wrong)} of {count} numbers of charts are not those of the file: {wrong[:5]}")
        for figure, text in DATA.findall(page):
            data = json.loads(text)
            places = [where for where, value in leaves(data) if value is not None and where != ("schema",)]
            for place in places[::max(1, len(places) // 5)]:
                off = json.loads(text)
                part = off
                for key in place[:-1]:
                    part = part[key]
                part[place[-1]] = part[place[-1]] * 1.001 + 1e-4
                check(check_figures(page.replace(text, json.dumps(off)), results)[1], f"{figure} {place} moved by a thousandth")
            more = page.replace(text, json.dumps(data | {"more": 1}))
            check(check_figures(more, results)[1], f"{figure}: a number that nobody knows")


def draws_enough_tell_what_matters():
    """What moves the net benefit and what to measure next, worked out again; in words where draws are few."""
    with temporary_folder() as folder:
        path, page = pathlib.Path(folder) / "many.h5", pathlib.Path(folder) / "page.html"
        size = {"--draws": 40, "--replicates": 1}
        cantiere("run", "bari", *[size.get(before, word) for before, word in zip(["", *SMALL], SMALL)], "-q", "-o", path)
        told = as_json("evaluate", path, "--evppi", "all", "--wtp", 20000)["measure_next"]
        results = {"bari": Results(path, {one["name"]: one for one in told["inputs"]})}
        for language in ("en", "it"):
            cantiere("report", path, "-o", page, "--overwrite", "--lang", language)
            text = page.read_text(encoding="utf-8")
            for checked, name in ((check_page(text, results, language == "it"), "numbers"), (check_figures(text, results), "of charts")):
                check(not checked[1], f"{len(checked[1])} of {checked[0]} {name} are not so: {checked[1][:5]}")
            lines = results["bari"].influences("bari-cantiere")
            told = re.findall(r'influence\.([^"]*)\.low".*<td>(\w+|sì)</td></tr>', text)
            said = {True: "sì" if language == "it" else "yes", False: "no"}
            check(len(told) == 10 and all(word == said[lines[name].stands_out] for name, word in told), f"what stands out: {told}")
            for figure in ("bari-influence", "bari-measure"):
                check(f'<figure id="{figure}"' in text, f"{figure} is there")
        few = report_of(folder)[1]
        check('"bari-influence"' not in few and '"bari-measure"' not in few and few.count("Not told:") == 2, "too few draws are said")


ANSWER = ["sensitivity", "--study", "bari", "--set", "population.residents_in_need=200", "--set", "horizon.burn_in_months=3",
          "--months", "12", "--draws", "1", "--replicates", "3", "--outcomes", "net_benefit"]
METHODS = [["oneway", "--parameters", "office_eur_year,lock_in,cost_eur_month"],
           ["twoway", "--parameters", "coordination.office_eur_year,coordination.operation_eur_year", "--levels", "3"],
           ["sobol", "--parameters", "coordination.office_eur_year,coordination.operation_eur_year", "-n", "8"]]


def sensitivity_stands_in_it():
    """Tornado, plane and shares of the variance show the answers' numbers, in both languages."""
    with temporary_folder() as folder:
        answers, options = [], []
        for method, *more in METHODS:
            answers.append(as_json(*ANSWER, "--method", method, *more))
            named = pathlib.Path(folder) / f"{method}.json"
            named.write_text(json.dumps(answers[-1]), encoding="utf-8")
            options += ["--sensitivity", named]
        for language in ("en", "it"):
            path, page = report_of(folder, *options, "--lang", language)
            results, companions = {"bari": Results(path)}, {"sensitivity": answers}
            for checked in (check_page(page, results, language == "it", companions), check_figures(page, results, companions)):
                check(not checked[1], f"{len(checked[1])} of {checked[0]} are not so: {checked[1][:5]}")
            for place, kind in enumerate(("tornado", "two-way", "inputs")):
                check(f'<figure id="bari-sensitivity-{place}" data-figure="{kind}"' in page, f"{kind} is there")
        changed = json.loads(json.dumps(answers))
        changed[1]["outputs"]["net_benefit"]["differences"][0][0]["mean"] += 1000
        check(check_page(page, results, True, {"sensitivity": changed})[1], "another answer is noticed by the sentences")
        check(check_figures(page, results, {"sensitivity": changed})[1], "and by the charts")


def wrong_sensitivity_is_refused():
    """Each wrong file: where, why, what to do."""
    with temporary_folder() as folder:
        path, named = small_results(folder), pathlib.Path(folder) / "answer.json"
        good = {"method": "oneway", "study": "bari", "scenario": "bari-cantiere", "wtp": 20000, "draws": 1, "replicates": 1,
                "outputs": {"net_benefit": {"at_value": {"mean": 1}, "factors": []}}}
        lacking = {**good, "outputs": {"net_benefit": {"at_value": {"mean": 1}, "factors": [{"name": "x"}]}}}
        for text, why in (
            ("{\n  no", f"{named}:2:4, which is no JSON"),
            (json.dumps({"strategies": [], "wtp": []}), 'it holds no "method"'),
            ("[]", 'it holds no "method"'),
            (json.dumps({**good, "study": "pistoia"}), "it is of study pistoia, and the report is of bari"),
            (json.dumps({**good, "scenario": "pisola"}), "it is of scenario pisola, which the results of bari do not have"),
            (json.dumps({**good, "method": "pawn"}), 'its method is "pawn", and reports show oneway, twoway and sobol'),
            (json.dumps({key: good[key] for key in good if key != "study"}), "it does not say of which study"),
            (json.dumps(lacking), "it lacks parts of an answer of oneway"),
        ):
            named.write_text(text, encoding="utf-8")
            said = cantiere("report", path, "-o", pathlib.Path(folder) / "page.html", "--sensitivity", named, code=2).stderr
            plain = " ".join(said.split())
            check("--sensitivity" in plain and why in plain and ("name what" in plain or "give the results" in plain or "run the study" in plain), said)
        named.write_text(json.dumps(good), encoding="utf-8")
        cantiere("report", path, "-o", pathlib.Path(folder) / "page.html", "--sensitivity", named)
        missing = cantiere("report", path, "-o", pathlib.Path(folder) / "other.html", "--sensitivity", "nowhere.json", code=2).stderr
        check("there is no file nowhere.json" in missing, missing)


def the_page_is_whole_and_loads_nothing():
    with temporary_folder() as folder:
        _, page = report_of(folder)
        outline = Outline()
        outline.feed(page)
        check(outline.problems == [] and outline.open == [], f"every element is closed: {outline.problems} {outline.open}")
        check(outline.asked == [], f"nothing is loaded: {outline.asked}")
        check(all(one.startswith("https://") for one in outline.links), f"links lead to pages: {outline.links}")
        check(set(outline.inside) <= set(outline.ids), f"places are there: {set(outline.inside) - set(outline.ids)}")
        check(len(outline.ids) == len(set(outline.ids)), "an id stands once")
        check(len(page) < 4_000_000, f"under 4 MB: {len(page)}")
        check(outline.headings[:2] == ["The answer", "Summary: five questions"], outline.headings)
        check("DRAFT" in page, "few draws make a draft")
        italian = report_of(folder, "--lang", "it")[1]
        check('lang="it"' in italian and "BOZZA" in italian and "La risposta" in italian, "Italian throughout")


def spoilt_answers_beside_are_told():
    """What stands beside the results unasked stops no report; what was written whole is in it."""
    with temporary_folder() as folder:
        path, page = small_results(folder), pathlib.Path(folder) / "page.html"
        patterns = pathlib.Path(folder) / "validation.json"
        cantiere("report", path, "-o", page)
        without = page.read_text(encoding="utf-8")
        check("cantiere validate -o validation.json" in without and "-o transfer.json" in without, "how to get them")
        whole = cantiere("validate", "--only", "P11", "--replicates", "2", "--json", "-o", patterns).stdout
        check(patterns.read_text(encoding="utf-8") == whole, "the file is what is printed")
        check(sorted(one.name for one in pathlib.Path(folder).iterdir()) == ["page.html", "small.h5", "small.run.json", "validation.json"],
              "no temporary file stays")
        refused = cantiere("validate", "--only", "P11", "--replicates", "2", "-o", patterns, code=4)
        check("--overwrite" in refused.stderr, "an answer that is there is kept")
        told = cantiere("report", path, "-o", page, "--overwrite")
        check("warning" not in told.stderr and page.read_text(encoding="utf-8") != without, "the patterns are in the page")
        for spoilt in (whole[:len(whole) // 2], "", "[]", '{"patterns": [{"id": "P1"}]}'):
            patterns.write_text(spoilt, encoding="utf-8")
            told = cantiere("report", path, "-o", page, "--overwrite")
            check(f"warning: {patterns}: a file which" in told.stderr, f"it is told where: {told.stderr}")
            check(page.read_text(encoding="utf-8") == without, "the report does without")
            cantiere("report", path, "-o", page, "--overwrite", "--validation", patterns, code=2)
        (pathlib.Path(folder) / "transfer.json").write_text('{"programmes": [', encoding="utf-8")
        told = cantiere("report", path, "-o", page, "--overwrite", "--lang", "it")
        check(told.stderr.count("avviso: ") == 2, f"each is told, in Italian: {told.stderr}")
        check("validate --lang it -o validation.json" in page.read_text(encoding="utf-8"), "the recipe makes Italian texts")


def a_page_that_is_there_is_kept():
    with temporary_folder() as folder:
        path = small_results(folder)
        page = pathlib.Path(folder) / "page.html"
        told = as_json("report", path, "-o", page)
        check(told == {"report": str(page), "bytes": page.stat().st_size, "pdf": None}, told)
        refused = cantiere("report", path, "-o", page, code=4)
        check("--overwrite" in refused.stderr, refused.stderr)
        cantiere("report", path, "-o", page, "--overwrite")


if __name__ == "__main__":
    globals()[sys.argv[1]]()
