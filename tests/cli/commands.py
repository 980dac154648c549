#!/usr/bin/python3
"""What the commands do, seen from outside.

Usage: commands.py CASE   Runs one case, a function of this file; exits 0 when it holds.
"""
import csv
import json
import math
import pathlib
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tomllib

import h5py
import numpy

from completions import COMPLETIONS
from program import PROGRAM, ROOT, SMALL, as_json, cantiere, check, environment, small_results, temporary_folder


def finished_file_is_kept():
    with temporary_folder() as folder:
        path = small_results(folder)
        before = path.read_bytes()
        again = cantiere("run", "bari", *SMALL, "-o", path)
        check("nothing to run" in again.stderr, "the same inputs run nothing")
        check("people served" in again.stdout, "the comparison is printed again")
        refused = cantiere("run", "bari", *SMALL, "--seed", "7", "-o", path, code=4)
        check("--overwrite" in refused.stderr, "other inputs are refused with a remedy")
        check(path.read_bytes() == before, "the file is as it was")
        cantiere("run", "bari", *SMALL, "--seed", "7", "-o", path, "--overwrite")
        check(path.read_bytes() != before, "--overwrite replaces it")


def run_reports_json():
    with temporary_folder() as folder:
        path = pathlib.Path(folder) / "a.h5"
        done = cantiere("run", "bari", *SMALL, "-o", path, "--json")
        report = json.loads(done.stdout)
        keys = ["results", "runs", "failed", "resumed", "residents", "resident_months", "wall_seconds",
                "resident_months_per_second", "threads", "ranks", "bytes_per_resident", "scenarios"]
        check([key for key in keys if key not in report] == [], "the report has every key")
        check(report["runs"] == 18 and report["scenarios"] == 3 and report["failed"] == 0, f"18 runs: {report}")
        check(math.isclose(report["resident_months_per_second"],
                           report["resident_months"] / report["wall_seconds"]), "speed is work over time")
        check(done.stderr == "", f"nothing but JSON: {done.stderr}")
        check((path.parent / "a.run.json").exists(), "the run log stands beside")


def several_studies_make_an_array():
    with temporary_folder() as folder:
        small = [word for word in SMALL if word not in ("--only", "bari-cantiere,bari-cantiere-null-twin")]
        reports = as_json("run", "bari", "gorizia", *small, cwd=folder)
        check([pathlib.Path(one["results"]).name for one in reports] == ["bari.h5", "gorizia.h5"], reports)
        check((pathlib.Path(folder) / "gorizia.h5").exists(), "results go to the folder, outside a checkout")


def comparison_agrees_with_the_file():
    with temporary_folder() as folder:
        path = small_results(folder)
        compared = as_json("compare", path, "--wtp", "1000")
        with h5py.File(path) as file:
            ids = [name.decode() for name in file["scenario"][()]] if file["scenario"].dtype.kind == "S" \
                else list(file["scenario"].asstr()[()])
            cost = file["net_cost_public"][()]
            years = file["autonomy_years"][()]
        base = ids.index("as-usual")
        for scenario in compared["scenarios"]:
            place = ids.index(scenario["id"])
            check_stat(scenario["net_cost_public"], cost[place])
            check_stat(scenario["difference"]["net_cost_public"], cost[place] - cost[base])
            benefit = 1000 * years - cost
            check_stat(scenario["difference"]["net_benefit"], benefit[place] - benefit[base])
            pays = numpy.mean((cost[place] - cost[base]).mean(axis=1) < 0)
            check(math.isclose(scenario["probability_pays"], pays), "the share of draws where it pays")
            if place != base:
                within = [numpy.var(x, axis=1, ddof=1).mean()
                          for x in (cost[place], cost[base], cost[place] - cost[base])]
                check(math.isclose(scenario["difference"]["net_cost_public"]["variance_ratio"],
                                   (within[0] + within[1]) / within[2], rel_tol=1e-6), "the variance ratio")


def check_stat(stat, runs):
    """Recomputes a statistic of draws x replicates."""
    by_draw = runs.mean(axis=1)
    error = by_draw.std(ddof=1) / math.sqrt(len(by_draw))
    student = 4.302652729911275  # 97.5 %, 2 degrees of freedom
    expected = {"mean": by_draw.mean(), "se": error,
                "low": by_draw.mean() - student * error, "high": by_draw.mean() + student * error,
                "p2_5": numpy.percentile(by_draw, 2.5), "p97_5": numpy.percentile(by_draw, 97.5)}
    for key, value in expected.items():
        check(math.isclose(stat[key], value, rel_tol=1e-9, abs_tol=1e-6), f"{key}: {stat[key]}, not {value}")


def comparison_leads_with_people_served():
    with temporary_folder() as folder:
        path = small_results(folder)
        text = cantiere("compare", path, "--by", "group").stdout
        places = [text.index(words) for words in
                  ("people served", "gross effect per person", "net effect over all residents", "net public cost")]
        check(places == sorted(places), "people served, gross, net, then everybody")
        check("No difference can be told apart from zero in" in text, "zero is told in words")
        check("fewer than 5" in text, "small cells are hidden")
        check("Italy 2004" in text, "the law is printed")
        italian = cantiere("compare", path, "--lang", "it").stdout
        check("persone servite" in italian and "people served" not in italian, "Italian")
        check("persone servite" in cantiere("compare", path, env=environment(LC_ALL="it_IT.UTF-8")).stdout, "of LANG")


def gate_sets_the_exit_code():
    with temporary_folder() as folder:
        path = small_results(folder)
        held = cantiere("compare", path, "--fail-if", "bari-cantiere:net_cost_public > -1e9", code=5)
        check("holds: bari-cantiere:net_cost_public = " in held.stderr, held.stderr)
        cantiere("compare", path, "--fail-if", "not (bari-cantiere:starts >= -1e9 or as-usual:starts != 0)")


def colour_is_kept_to_terminals():
    with temporary_folder() as folder:
        path = small_results(folder)
        check("\x1b" not in cantiere("compare", path).stdout, "no colour in a pipe")
        check("\x1b" in cantiere("compare", path, "--color", "always").stdout, "colour where it is asked for")
        terminal = ["script", "-qec", shlex.join([PROGRAM, "compare", str(path)]), "/dev/null"]
        shown = subprocess.run(terminal, capture_output=True, text=True, check=True, env=environment(TERM="xterm"))
        check("\x1b[1m" in shown.stdout, "colour on a terminal")
        plain = subprocess.run(terminal, capture_output=True, text=True, check=True,
                               env=environment(TERM="xterm", NO_COLOR="1"))
        check("\x1b[1m" not in plain.stdout, "NO_COLOR")


def verify_repeats_and_finds_changes():
    with temporary_folder() as folder:
        path = small_results(folder)
        same = as_json("verify", path)
        check(same == {"identical": True, "runs_checked": 18, "first_difference": None}, same)
        with h5py.File(path, "r+") as file:
            file["exits"][1, 2, 1] += 1
        changed = json.loads(cantiere("verify", path, "--json", code=5).stdout)
        place = changed["first_difference"]
        check(not changed["identical"] and place["variable"] == "exits", changed)
        check(place["place"] == {"scenario": 1, "draw": 2, "replicate": 1}, changed)
        numbers = type(place["stored"]) in (int, float) and type(place["again"]) in (int, float)
        check(numbers and place["stored"] == place["again"] + 1, f"values are numbers: {changed}")
        check("scenario bari-cantiere, draw 2" in cantiere("verify", path, code=5).stdout, "the scenario has its name")


def export_is_tidy():
    with temporary_folder() as folder:
        path = small_results(folder)
        tables = pathlib.Path(folder) / "csv"
        cantiere("export", path, "-o", tables)
        package = json.loads((tables / "datapackage.json").read_text())
        variables = set()
        for resource in package["resources"]:
            with open(tables / resource["path"], newline="", encoding="utf-8") as file:
                rows = list(csv.reader(file))
            fields = [field["name"] for field in resource["schema"]["fields"]]
            check(rows[0] == fields, f"{resource['path']}: the columns are those described")
            check(all(len(row) == len(fields) for row in rows), f"{resource['path']}: rows are whole")
            keys = [tuple(row[:len(resource["schema"]["primaryKey"])]) for row in rows[1:]]
            check(len(set(keys)) == len(keys), f"{resource['path']}: keys are unique")
            variables |= set(fields)
        with h5py.File(path) as file:
            names = {name for name in file if isinstance(file[name], h5py.Dataset) and file[name].dtype.kind == "f"}
        check(names <= variables, f"every variable is exported: {names - variables}")
        for resource in package["resources"]:
            counts = [field["name"] for field in resource["schema"]["fields"] if field.get("unit") in ("people", "events")]
            with open(tables / resource["path"], newline="", encoding="utf-8") as file:
                rows = list(csv.DictReader(file))
            for row in rows:
                for count in counts:
                    check(row[count] == "" or float(row[count]) == 0 or float(row[count]) >= 5, f"hidden: {row}")
                    if row[count] == "" and count != "exits_to":  # which is missing beyond the study
                        check(count in row["suppressed"].split(), f"and said so: {row}")
                for hidden in row.get("suppressed", "").split():
                    check(row[hidden] == "", f"what is named is empty: {row}")
        refused = cantiere("export", path, "-o", tables, code=4)
        check("--overwrite" in refused.stderr, "files are not replaced unasked")
        cantiere("export", path, "-o", tables, "--overwrite")


def results_open_elsewhere():
    with temporary_folder() as folder:
        path = small_results(folder)
        people = small_results(folder, "people.h5", "--microdata", "2", "-j", "2")
        subprocess.run([sys.executable, ROOT / "tests/cli/open_elsewhere.py", path, people], check=True)
        cantiere("verify", people)
        refused = cantiere("run", "bari", *SMALL, "--microdata", "4", code=2)
        check("--microdata is 4, and bari has 3 draws" in refused.stderr, "people of draws there are: " + refused.stderr)


def starter_study_runs():
    with temporary_folder() as folder:
        place = pathlib.Path(folder) / "mine"
        cantiere("init", place)
        for file in ("my-study.toml", "territories/my-place.toml", "policies/my-programme.toml", "my-calibration.toml"):
            cantiere("check", place / file, "--strict")
        plan = as_json("run", "my-study.toml", "-n", cwd=place)
        check(len(plan["scenarios"]) <= 4 and plan["runs"] <= 40, f"it is quick: {plan}")
        said = cantiere("run", "my-study.toml", cwd=place).stdout
        check((place / "my-study.h5").exists(), "results are made")
        check("my-programme-null-twin" in said, "the null twin is compared")
        municipalities = as_json("compare", "my-study.h5", "--by", "municipality", cwd=place)["breakdown"]
        check("Village" in json.dumps(municipalities), "the place is its own")
        cantiere("init", place, code=4)
        packless = environment()
        packless["CANTIERE_DATA"] = folder
        for words in (("check", "my-study.toml"), ("show", "my-study.toml"), ("doctor",)):
            told = cantiere(*words, cwd=place, env=packless, code=None)
            check("set CANTIERE_DATA to" in told.stdout + told.stderr, f"{words} say where packs are looked for: {told}")
        del packless["CANTIERE_DATA"]
        alone = shutil.copy(PROGRAM, pathlib.Path(folder) / "alone")
        told = subprocess.run([alone, "check", "my-study.toml"], cwd=place, env=packless, capture_output=True, text=True, check=False)
        check("the program's packs were not found" in told.stdout and "there are " not in told.stdout,
              "files of one's own are not offered for shipped ones: " + told.stdout)
        packless["CANTIERE_DATA"] = folder
        told = cantiere("init", pathlib.Path(folder) / "packless", env=packless)
        check("set CANTIERE_DATA to" in told.stderr, "and so does init: " + told.stderr)


def folders_are_quoted_for_the_shell():
    with temporary_folder() as folder:
        for name in ("studio con spazi è", "it's mine", "plain-1.2"):
            told = cantiere("init", name, cwd=folder).stderr
            words = shlex.split(re.search(r"next: (cd .*) && ", told)[1])
            check(words == ["cd", name], f"a shell reads the folder's name: {told}")
        check("cd plain-1.2 &&" in told, "quotes only where they are needed")


def municipalities_far_off_are_told():
    """Swapped or foreign coordinates change every journey; those of shipped packs are right."""
    with temporary_folder() as folder:
        place = pathlib.Path(folder) / "mine"
        cantiere("init", place)
        pack = place / "territories/my-place.toml"
        text = pack.read_text(encoding="utf-8")
        north, east = (re.search(rf"{key} = ([\d.]+)", text)[1] for key in ("latitude", "longitude"))

        def codes(changed):
            pack.write_text(changed, encoding="utf-8")
            told = as_json("check", place / "my-study.toml")
            return sorted(one["code"] for one in told["problems"] if one["severity"] == "warning")

        check(codes(text) == [], "the starter's place has no warnings")
        swapped = text.replace(f"latitude = {north}", f"latitude = {east}", 1).replace(f"longitude = {east}", f"longitude = {north}", 1)
        check(codes(swapped) == ["far-apart", "outside-italy"], f"swapped: {codes(swapped)}")
        check("swap the two" in cantiere("check", place / "my-study.toml").stdout, "and what to do")
        # A degree of latitude is pi R / 180 = 111.19 km: 1.3 of them are under 150 km, 1.4 are over.
        for degrees, expected in ((1.3, []), (1.4, ["far-apart"])):
            moved = text.replace(f"latitude = {north}", f"latitude = {float(re.findall(r'latitude = ([0-9.]+)', text)[1]) - degrees}", 1)
            check(codes(moved) == expected, f"{degrees} degrees off: {codes(moved)}")
    for study in sorted((ROOT / "scenarios/studies").glob("*.toml")):
        told = as_json("check", study, code=None)
        wrong = [one for one in told["problems"] if one["code"] in ("outside-italy", "far-apart")]
        check(not wrong, f"{study.name}: {wrong}")


def sources_are_told():
    """A source key of a report leads to its row of the catalogue, cell by cell."""
    with open(ROOT / "scenarios/evidence/costs.csv", newline="", encoding="utf-8") as table:
        row = next(one for one in csv.DictReader(table) if one["key"] == "prj.cantiere_inclusione.budget")
    told = as_json("params", row["key"])
    check(told["parameters"] == [] and len(told["sources"]) == 1, f"one row: {told}")
    expected = {key: row[key] or None for key in ("key", "value", "low", "high", "unit", "year", "territory", "source")}
    check(told["sources"][0] == {**expected, "quality": row["flag"], "file": "costs.csv"}, told["sources"])
    said = " ".join(cantiere("params", row["key"]).stdout.split())
    for cell in ("value", "low", "high", "unit", "year", "territory", "flag", "source"):
        check(" ".join(row[cell].split()) in said, f"{cell} is told: {said}")
    check("di Bari" not in said and "qualità" in cantiere("params", row["key"], "--lang", "it").stdout, "in Italian")
    check(len(as_json("params", "cantiere_inclusione")["sources"]) > 1, "part of a key finds all rows of it")
    check(as_json("params", "internship")["sources"] == [], "a word of parameters tells those alone")
    check("did you mean" in cantiere("params", "prj.cantiere_inclusione.budgte", code=2).stderr, "a mistyped key")


def help_is_a_word_too():
    check(cantiere("help").stdout == cantiere("--help").stdout, "of the program")
    check(cantiere("help", "run").stdout == cantiere("run", "--help").stdout, "of a command")


def results_of_other_inputs_are_told():
    with temporary_folder() as folder:
        path = small_results(folder)
        other = cantiere("run", "bari", *SMALL, "--seed", "77", "-q", "-o", path, code=4)
        check("results already, of other inputs" in other.stderr, other.stderr)
        people = cantiere("run", "bari", *SMALL, "--microdata", "1", "-q", "-o", path, code=4)
        check("of these inputs already, without the people" in people.stderr, people.stderr)
        employers = " ".join(cantiere("compare", path, "--perspective", "employer").stdout.split())
        check(employers.count("are the public payers' whatever it is") == 2, "whose costs are told")
        check("Employers (wages, contributions," in employers, "what employers pay for")


def small_remarks_are_true():
    with temporary_folder() as folder:
        place = pathlib.Path(folder) / "mine"
        cantiere("init", place)
        territory = place / "territories/my-place.toml"
        territory.write_text(territory.read_text().replace("value = 400", "value = 0"))
        told = cantiere("check", territory, code=3).stdout
        check("residents_in_need is 0 people" in told and "unstated" not in told, "a refused value was stated: " + told)
        study = place / "my-study.toml"
        study.write_text(study.read_text().replace("italy-2024-adi", "italy-1948"))
        told = cantiere("check", study, code=3).stdout
        check("the shipped laws are shipped:laws/italy-2004.toml" in told, "the laws are listed: " + told)
        check("browser" not in cantiere("doctor", code=None).stdout, "doctor promises nothing")
        check("0 .. 5  (" in cantiere("params", "outreach.coverage").stdout, "the unit 1 is not written")


def resolved_studies_are_toml():
    import tomllib
    for study in ("bari", "gorizia", "pistoia", "versilia", "net-met"):
        plain = tomllib.loads(cantiere("show", study).stdout)
        check(plain["id"] == study and plain["scenario"][0]["id"] == "as-usual", study)
        origins = cantiere("show", study, "--origin").stdout
        check(re.search(r"# .*policies/.*\.toml:\d+:\d+", origins), "origins name file and line")
        for key in ("start", "draws", "price_year", "base", "territory", "policies"):
            check(re.search(rf"^{key} = .*# .*studies/.*\.toml:\d+:\d+$", origins, re.MULTILINE), f"{study}: {key}")


def every_parameter_is_explained():
    parameters = as_json("params")["parameters"]
    check(len(parameters) > 100, "the whole table")
    for one in parameters:
        check(one["text_en"] and one["text_it"] and one["unit"], f"{one['key']} has texts and a unit")
    schema = as_json("schema")
    for one in parameters:
        place = schema["$defs"][one["home"]]
        for part in one["key"].split("."):
            place = place["properties"][part]
        check(place["description"] == one["text_en"], f"{one['key']} is in the schema")
    marked = {one["key"] for one in parameters if one["acts"] == "at_start"}
    check("initial.trust_mean" in marked and "internship.slots" not in marked, f"what acts at the start: {marked}")
    check("at the start only" in cantiere("params", "initial.trust_mean").stdout, "and is told in words")
    shipped = next(one["shipped"] for one in parameters if one["key"] == "trust.floor")
    check([one["pack"] for one in shipped] == ["default"] and shipped[0]["quality"], f"the shipped behaviour states it: {shipped}")
    check("behaviour pack \"default\": " in cantiere("params", "trust.floor").stdout, "and is told in words")
    own = cantiere("params", "services.personalisation").stdout
    check("policy pack \"pisola\": " in own, f"a policy's value is told as one: {own}")
    kinds = {stated["kind"] for one in parameters if one["key"] == "services.personalisation" for stated in one["shipped"]}
    check(kinds == {"behaviour", "policy"}, f"the kinds of pack that state it: {kinds}")
    check("EUR/month" in cantiere("params", "INTERNSHIP").stdout, "words are found in any case")
    every_shipped_number_is_sourced(parameters)
    italian = cantiere("params", "--lang", "it").stdout
    for english in (" pack ", "assumed", "share", "month)", "behaviour", "(whole)", "default"):
        check(f" {english.strip()} " not in italian, f"an Italian page does not say {english.strip()}")


def every_shipped_number_is_sourced(parameters):
    for one in parameters:
        packs = one["shipped"]
        check(packs or one["home"] == "policy", f"{one['key']}: a territory, a law and a behaviour state every key")
        for stated in packs if one["type"] in ("number", "integer") else ():
            ranged = stated["low"] is not None and stated["high"] is not None
            assumed = stated["quality"] == "assumed" and (ranged or stated["sources"])
            sourced = stated["quality"] in ("found", "recalled") and stated["sources"]
            check(assumed or sourced, f"{one['key']} in {stated['pack']}: sourced, or assumed with a range: {stated}")


def completion_scripts_are_sound():
    script = cantiere("completion", "bash").stdout
    subprocess.run(["bash", "-n"], input=script, text=True, check=True)
    with temporary_folder() as folder:
        for name in ("own.toml", "own.h5", "own.txt"):
            (pathlib.Path(folder) / name).touch()
        for line, offered in COMPLETIONS.items():
            words = shlex.split(line)
            probe = (f"{script}\nCOMP_WORDS=(cantiere {' '.join(shlex.quote(word) for word in words)})\n"
                     f"COMP_CWORD={len(words)}\n_cantiere\necho \"${{COMPREPLY[*]}}\"\n")
            done = subprocess.run(["bash"], input=probe, text=True, check=True, capture_output=True, cwd=folder)
            check(sorted(done.stdout.split()) == sorted(offered.split()), f"bash completes {line}: {done.stdout}")
    for shell in ("zsh", "fish"):
        check("--threads" in cantiere("completion", shell).stdout or shell == "fish", shell)
    check("-l threads" in cantiere("completion", "fish").stdout, "fish")
    check("-l by -x -a 'group payer" in cantiere("completion", "fish").stdout, "fish knows what --by takes")


def designs_are_tables_of_the_parameters():
    with temporary_folder() as folder:
        params = pathlib.Path(folder) / "p.csv"
        params.write_text("name,low,high,distribution\nslots,20,60,uniform\nrate,0.1,0.4,lognormal\n")
        words = ("design", "lhs", "--params", params, "-n", "50", "--seed", "3")
        text = cantiere(*words).stdout
        check(text == cantiere(*words).stdout, "equal seeds give equal bytes")
        rows = list(csv.DictReader(text.splitlines()))
        check(len(rows) == 50 and list(rows[0]) == ["slots", "rate"], "a column a parameter")
        strata = sorted(int((float(row["slots"]) - 20) / 40 * 50) for row in rows)
        check(strata == list(range(50)), "one row in every stratum")
        sobol = as_json("design", "sobol", "--params", params, "-n", "2")
        check(sobol["rows"][0][0] == 20 and sobol["rows"][1][0] == 40, f"Sobol starts at zero: {sobol['rows']}")
        saltelli = as_json("design", "saltelli", "--params", params, "-n", "8", "--second-order")
        check(len(saltelli["rows"]) == 8 * 6, "N (2 D + 2) rows")
        of_study = as_json("design", "morris", "--study", "bari", "--parameters", "lock_in", "-n", "3")
        check(of_study["names"] == ["job_search.lock_in"] and len(of_study["rows"]) == 6, str(of_study))


def a_morris_design_goes_to_its_indices():
    with temporary_folder() as folder:
        place = pathlib.Path(folder)
        (place / "p.csv").write_text("name,low,high,distribution\na,0,2,uniform\nb,0,1,uniform\nidle,0,1,uniform\n")
        design = cantiere("design", "morris", "--params", "p.csv", "-n", "10", cwd=folder).stdout
        (place / "x.csv").write_text(design)
        rows = list(csv.DictReader(design.splitlines()))
        (place / "y.csv").write_text("y\n" + "".join(f"{3 * float(r['a']) - float(r['b'])}\n" for r in rows))
        words = ("sensitivity", "--method", "morris", "--design", "x.csv", "--outputs", "y.csv")
        factors = as_json(*words, cwd=folder)["outputs"]["y"]["factors"]
        told = [round(factor["mu"], 9) for factor in factors]
        check(told == [6, -1, 0], f"effects over the whole range: {told}")
        check("mu_star" in cantiere(*words, cwd=folder).stdout, "a table for readers")
        pawn = as_json("sensitivity", "--method", "pawn", "--design", "x.csv", "--outputs", "y.csv", cwd=folder)
        check(pawn["outputs"]["y"]["factors"][0]["median"] > pawn["outputs"]["y"]["factors"][2]["median"], str(pawn))


def one_way_tables_equal_runs_by_hand():
    small = [word for word in SMALL if word not in ("--only", "bari-cantiere,bari-cantiere-null-twin",
                                                    "--draws", "3", "--replicates", "2")]
    key = "internship.ordinary_dropout_hazard_per_month"
    with temporary_folder() as folder:
        words = ("sensitivity", "--study", "bari", *small, "--replicates", "3", "--parameters", key + ",internship.months",
                 "--outcomes", "net_benefit,starts,completions")
        table = as_json(*words, "-j", "1")
        check(table == as_json(*words, "-j", "3"), "threads change nothing")
        check(table["scenario"] == "bari-cantiere" and table["base"] == "as-usual", str(table)[:200])
        for factor in table["outputs"]["completions"]["factors"]:
            check({"quality", "sources", "unit"} <= set(factor), "each row names quality and source")
        levers = [one["name"] for one in table["outputs"]["starts"]["factors"] if one["kind"] == "lever"]
        check(any(name.startswith("internship.months@") for name in levers), f"levers: {levers}")
        factor = next(one for one in table["outputs"]["completions"]["factors"] if one["name"] == key)
        for end in ("low", "high"):
            path = pathlib.Path(folder) / f"{end}.h5"
            cantiere("run", "bari", *small, "--only", "bari-cantiere", "--draws", "1", "--replicates", "3",
                     "--set", f"{key}={factor[end]!r}", "-q", "-o", path)
            programme = next(one for one in as_json("compare", path)["scenarios"] if one["id"] == "bari-cantiere")
            for variable in ("net_benefit", "starts", "completions"):
                by_hand = programme["difference"][variable]["mean"]
                told = next(one for one in table["outputs"][variable]["factors"] if one["name"] == key)[f"at_{end}"]
                check(math.isclose(told["mean"], by_hand, rel_tol=1e-9, abs_tol=1e-9), f"{variable} at {end}")
        italian = cantiere(*words, "--lang", "it", "--top", "1").stdout
        check("ampiezza" in italian, italian)


TOY = """schema = 1
kind = "calibration"
id = "toy"
title = { it = "Prova", en = "Toy" }
[history_matching]
rows = 12
waves = 2
samples = 300
[simulator]
command = ["/usr/bin/python3", "toy.py"]
timeout_seconds = 20
[[parameter]]
name = "a"
low = 0
high = 1
[[parameter]]
name = "b"
low = 0
high = 1
dist = "triangular"
[[target]]
name = "sum"
value = 1.2
standard_error = 0.05
[[target]]
name = "difference"
output = "diff"
value = 0.2
standard_error = 0.05
"""


def calibrations_find_what_made_the_targets():
    with temporary_folder() as folder:
        place = pathlib.Path(folder)
        (place / "toy.toml").write_text(TOY)
        (place / "toy.py").write_text(
            "import csv, sys\nrow = next(csv.DictReader(sys.stdin))\na, b = float(row['a']), float(row['b'])\n"
            "print('diff,sum')\nprint(f'{a - b},{a + b}')\n")
        cantiere("check", "toy.toml", cwd=folder)
        found = as_json("calibrate", "toy.toml", "-j", "1", "-o", "toy.json", cwd=folder)
        check(found == as_json("calibrate", "toy.toml", "-j", "3", cwd=folder), "threads change nothing")
        check(json.loads((place / "toy.json").read_text()) == found, "the file holds the same")
        cantiere("calibrate", "toy.toml", "-o", "toy.json", cwd=folder, code=4)
        check({"waves", "posterior", "effective_sample_size", "acceptance", "runs"} <= set(found), "as promised")
        check(found["posterior"]["names"] == ["a", "b"], "names")
        check(len(found["posterior"]["samples"]) == len(found["posterior"]["weights"]) == 300, "samples")
        (place / "both.toml").write_text('method = "both"\n' + TOY.replace("timeout", "replicates = 1\ntimeout") +
                                         "[abc_smc]\nparticles = 40\ngenerations = 3\n")
        both = as_json("calibrate", "both.toml", "-j", "2", cwd=folder)
        check(both["method"] == "both" and both["runs"] > found["runs"], "both methods ran")
        check([w["kept"] >= 40 for w in both["waves"] if "kept" in w].count(True) >= 2, f"generations: {both['waves']}")
        check(len(both["posterior"]["samples"]) == len(both["posterior"]["weights"]) >= 40, "samples of the generations")
        check(abs(both["proposed"]["values"]["a"] - 0.7) < 0.1, f"found: {both['proposed']}")
        check("generazione 2" in cantiere("calibrate", "both.toml", "--lang", "it", cwd=folder).stdout, "in Italian")
        proposed = found["proposed"]["values"]
        check(abs(proposed["a"] - 0.7) < 0.05 and abs(proposed["b"] - 0.5) < 0.05, f"found: {proposed}")
        check([target["verdict"] for target in found["targets"]] == ["met", "met"], str(found["targets"]))
        text = cantiere("calibrate", "toy.toml", cwd=folder).stdout
        check("difference" in text and "met" in text, text)
        (place / "toy.py").write_text("import sys\nsys.exit('the licence has expired')\n")
        failed = cantiere("calibrate", "toy.toml", cwd=folder, code=1)
        check("the licence has expired" in failed.stderr and "exit code 1" in failed.stderr, failed.stderr)


POSTERIOR = """schema = 1
kind = "calibration"
id = "small"
method = "history_matching"
[history_matching]
rows = 6
waves = 1
[simulator]
study = "shipped:studies/bari.toml"
scenario = "bari-cantiere"
replicates = 1
months = 12
set = {{ "population.residents_in_need" = 200, "horizon.burn_in_months" = 2 }}
[[parameter]]
name = "initial.trust_mean"
[[parameter]]
name = "population.overlap"
[[target]]
name = "starts"
output = "starts"
value = {starts}
standard_error = {error}
"""


def posteriors_are_packs():
    """calibrate --pack: a valid pack; draws take its rows whole and leave all other parameters; one draw has the means."""
    with temporary_folder() as folder:
        place = pathlib.Path(folder)
        (place / "own.toml").write_text(POSTERIOR.format(starts=20, error=10))
        found = as_json("calibrate", "own.toml", "--pack", "own-pack.toml", cwd=folder)
        cantiere("calibrate", "own.toml", "--pack", "own-pack.toml", cwd=folder, code=4)
        cantiere("check", "--strict", "own-pack.toml", cwd=folder)
        pack = tomllib.loads((place / "own-pack.toml").read_text(encoding="utf-8"))
        check(pack["extends"] == ["shipped:behaviour/default.toml"], f"extends {pack['extends']}")
        posterior, weights = found["posterior"], numpy.array(found["posterior"]["weights"])
        means = weights @ numpy.array(posterior["samples"])
        check(pack["posterior"]["names"] == posterior["names"], "the names are those of the posterior")
        check(numpy.allclose([pack["initial"]["trust_mean"]["value"], pack["population"]["overlap"]["value"]], means), "values are the means")
        study = (ROOT / "scenarios/studies/bari.toml").read_text(encoding="utf-8").replace('"../', '"shipped:')
        (place / "usual.toml").write_text(study, encoding="utf-8")
        (place / "calibrated.toml").write_text(study.replace("shipped:behaviour/default.toml", "own-pack.toml"), encoding="utf-8")
        size = ("--replicates", "1", "--months", "6", "--only", "bari-cantiere", "-q", "--set", "population.residents_in_need=200",
                "--set", "horizon.burn_in_months=2")
        drawn = {}
        for name, draws in (("usual", 25), ("calibrated", 25), ("calibrated", 1)):
            cantiere("run", f"{name}.toml", *size, "--draws", draws, "-o", f"{name}-{draws}.h5", cwd=folder)
            with h5py.File(place / f"{name}-{draws}.h5") as file:
                drawn[name, draws] = dict(zip(file["parameter"].asstr()[:], file["parameter_value"][()].T))
        pairs = set(zip(*(drawn["calibrated", 25][name] for name in posterior["names"])))
        check(pairs <= {tuple(row) for row in pack["posterior"]["samples"]} and len(pairs) > 12, f"rows are drawn: {pairs}")
        for name, values in drawn["usual", 25].items():
            same = (values == drawn["calibrated", 25][name]).all()
            check(same == (name not in posterior["names"]), f"{name} is moved by the calibration alone")
        check(numpy.allclose([drawn["calibrated", 1][name][0] for name in posterior["names"]], means), "one draw: the means")
        shown = cantiere("show", "calibrated.toml", "--origin", cwd=folder).stdout
        marked = [line for line in shown.splitlines() if 'drawn = "posterior"' in line and "own-pack.toml" in line]
        check(len(marked) == 2, f"show marks two keys: {marked}")
        identical = as_json("verify", "calibrated-25.h5", cwd=folder)
        check(identical["identical"], f"verify: {identical}")
        (place / "toy.toml").write_text(TOY)
        refused = cantiere("calibrate", "toy.toml", "--pack", "toy-pack.toml", cwd=folder, code=2)
        check("--pack: a command is calibrated" in refused.stderr, refused.stderr)


def served_until_interrupted(words, folder):
    with subprocess.Popen([PROGRAM, *words, "--port", "0"], cwd=folder, stdout=subprocess.PIPE, text=True, env=environment()) as server:
        address = server.stdout.readline()
        server.send_signal(signal.SIGINT)
        check(address.startswith("http://127.0.0.1:") and server.wait(timeout=60) == 130, f"{address} {server.returncode}")


def examples_of_the_help_run():
    commands = re.findall(r"^  (\w+) {2,}", cantiere("--help").stdout.split("every command")[0], re.MULTILINE)
    check(len(commands) == 22, f"twenty-two commands: {commands}")
    with temporary_folder() as folder:
        pathlib.Path(folder, "x.csv").write_text("x\n" + "".join(f"{i}\n" for i in range(40)), encoding="utf-8")
        pathlib.Path(folder, "y.csv").write_text("y\n" + "".join(f"{i % 2}\n" for i in range(40)), encoding="utf-8")
        for command in commands:
            example = re.search(r"^Example: cantiere (.*)$", cantiere(command, "--help").stdout, re.MULTILINE)
            check(example, f"{command} has an example")
            words = [word.replace("/tmp/", folder + "/") for word in shlex.split(example[1])]
            small = ["--months", "12", "--set", "population.residents_in_need=300"] if command == "run" else []
            for part in ("1/2", "2/2") if command == "merge" else ():
                cantiere("run", "bari", *SMALL, "--shard", part, "-q", "-o", f"{folder}/s{part[0]}.h5")
            if command == "serve":  # it goes on until Ctrl-C
                served_until_interrupted(words, folder)
                continue
            cantiere(*words, *small, cwd=folder, timeout=900)


def full_or_closed_output_is_told():
    with temporary_folder() as folder:
        path = small_results(folder)
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([PROGRAM, "compare", str(path)], stdout=full, stderr=subprocess.PIPE, text=True,
                                  check=False, env=environment())
        check(done.returncode == 4 and "standard output" in done.stderr, f"{done.returncode} {done.stderr}")


def installed_program_finds_its_packs():
    with temporary_folder() as folder:
        prefix = pathlib.Path(folder) / "prefix"
        (prefix / "bin").mkdir(parents=True)
        shutil.copy(PROGRAM, prefix / "bin/cantiere")
        packs = prefix / "share/cantiere/scenarios"
        shutil.copytree(ROOT / "scenarios", packs, ignore=shutil.ignore_patterns("*.cpp", "*.h"))
        env = environment()
        del env["CANTIERE_DATA"]
        done = subprocess.run([prefix / "bin/cantiere", "run", "pistoia", "-n"], cwd=folder, env=env, text=True,
                              capture_output=True, check=False)
        check(done.returncode == 0 and "pistoia" in done.stdout, done.stdout + done.stderr)
        check(not list(pathlib.Path(folder).glob("*.h5*")), "a dry run writes nothing")


if __name__ == "__main__":
    case = globals().get(sys.argv[1] if len(sys.argv) == 2 else "", None)
    if not callable(case):
        sys.exit(__doc__)
    case()
