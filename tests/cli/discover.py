#!/usr/bin/python3
"""The command discover: tables of numbers and words, and the draws of a results file.

Usage: discover.py CASE   Runs one case, a function of this file; exits 0 when it holds.
"""
import csv
import pathlib
import sys

import h5py
import numpy

from program import SMALL, as_json, cantiere, check, temporary_folder


def write_table(path, columns):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(zip(*columns.values()))
    return path


def results_of(folder, draws):
    """Makes a small results file of so many draws and returns its path."""
    path = pathlib.Path(folder, f"{draws}.h5")
    words = list(SMALL)
    words[words.index("--draws") + 1] = str(draws)
    cantiere("run", "bari", *words, "-q", "-o", path)
    return path


def inside(limits, columns):
    """Which cases lie within limits as JSON tells them."""
    held = numpy.ones(len(next(iter(columns.values()))), dtype=bool)
    for name, limit in limits.items():
        values = numpy.asarray(columns[name])
        if "values" in limit:
            held &= numpy.isin(values, limit["values"])
        held &= values >= limit["low"] if "low" in limit else True
        held &= values <= limit["high"] if "high" in limit else True
    return held


def check_parts(parts, columns, of_interest, told_where):
    """Coverage, density and mass are those of the cases within the limits. Boxes but the first leave the earlier out."""
    for part in parts:
        held = inside(part["limits"], columns)
        check(abs(part["mass"] - held.mean()) < 1e-12, f"mass {part['mass']} is {held.mean()}")
        density = of_interest[held].mean()
        check(abs(part["density"] - density) < 1e-12, f"density {part['density']} is {density}")
        coverage = (held & of_interest).sum() / of_interest.sum()
        check(abs(part["coverage"] - coverage) < 1e-12, f"coverage {part['coverage']} is {coverage}")
        check(part["sentence"].startswith(f"{told_where} when "), part["sentence"])


def words_and_numbers_of_tables():
    """A box planted in a number and in two of five words is found in both, by boxes and by the tree."""
    places = ["hill", "island", "plain", "port", "town"]
    random = numpy.random.default_rng(5)
    columns = {"slots": random.uniform(20, 60, 600), "place": random.choice(places, 600), "wage": random.uniform(0, 1, 600)}
    of_interest = (columns["slots"] > 36) & numpy.isin(columns["place"], ["island", "town"])
    with temporary_folder() as folder:
        tables = ["--inputs", write_table(pathlib.Path(folder, "x.csv"), columns),
                  "--outputs", write_table(pathlib.Path(folder, "y.csv"), {"y": of_interest.astype(int)})]
        told = as_json("discover", *tables, "--where", "y > 0")
        text = cantiere("discover", *tables, "--where", "y > 0").stdout
    check((told["cases"], told["of_interest"]) == (600, of_interest.sum()), f"{told['cases']} {told['of_interest']}")
    check(len(told["boxes"]) == 1, f"one box: {len(told['boxes'])}")
    for part in (told["boxes"][0], told["tree"]["leaves"][0]):
        check(list(part["limits"]) == ["slots", "place"], f"the two inputs that matter: {part['limits']}")
        check(part["limits"]["place"]["values"] == ["island", "town"], f"{part['limits']}")
        check(abs(part["limits"]["slots"]["low"] - 36) < 1.5, f"{part['limits']}")
        check("place is island or town" in part["sentence"], part["sentence"])
    check_parts(told["boxes"] + told["tree"]["leaves"], columns, of_interest, "y > 0")
    check(told["tree"]["same_inputs"] and told["tree"]["inputs"] == ["slots", "place"], f"{told['tree']}")
    check("The tree and the boxes name the same inputs: slots, place." in text, text)


def draws_of_results():
    """Cases are the draws of a results file, of interest by their paired differences from the base."""
    with temporary_folder() as folder:
        path = results_of(folder, 40)
        with h5py.File(path) as file:
            scenarios = [name.decode() if isinstance(name, bytes) else name for name in file["scenario"][:]]
            names = [name.decode() if isinstance(name, bytes) else name for name in file["parameter"][:]]
            starts = file["starts"][:].mean(axis=2)
            years = file["autonomy_years"][:].mean(axis=2)
            cost = file["net_cost_public"][:].mean(axis=2)
            parameters = dict(zip(names, file["parameter_value"][:].T))
        one, base = scenarios.index("bari-cantiere"), scenarios.index("as-usual")
        differences = (starts[one] - starts[base], 20000.0 * (years[one] - years[base]) - (cost[one] - cost[base]))
        limit, worth = numpy.median(differences[0]), numpy.median(differences[1])
        where = f"bari-cantiere:starts > {limit} or bari-cantiere:net_benefit < {worth}"
        of_interest = (differences[0] > limit) | (differences[1] < worth)
        told = as_json("discover", path, "--where", where, "--wtp", "20000")
        check((told["cases"], told["of_interest"]) == (40, of_interest.sum()), f"{told['of_interest']} of {told['cases']}")
        check_parts(told["boxes"][:1] + told["tree"]["leaves"], parameters, of_interest, where)
        varied = {name for name, values in parameters.items() if len(set(values)) > 1}
        named = {name for box in told["boxes"] for name in box["limits"]}
        check(named <= varied, f"parameters that differ between draws: {named - varied}")
        check(as_json("discover", path, "--where", where, "--wtp", "20000") == told, "the same again")
        done = cantiere("discover", path, "--where", "bari-cantiere:starts < -1e6")
        check("No case meets the condition" in done.stdout, done.stdout)
        check("40 draws of" in done.stderr, f"few draws are told: {done.stderr}")
        # A single draw stands at the stated values: nothing differs.
        single = results_of(folder, 1)
        done = cantiere("discover", single, "--where", "bari-cantiere:starts > 0", code=2)
        check("no parameter differs between its draws" in done.stderr, done.stderr)


CASES = {function.__name__: function for function in (words_and_numbers_of_tables, draws_of_results)}

if __name__ == "__main__":
    CASES[sys.argv[1]]()
