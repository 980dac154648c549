#!/usr/bin/python3
"""Designs, indices and a decision model of the reference cases, through the commands that other tools would drive.

Usage: reference_cases.py CASE   Runs one case, a function of this file; exits 0 when it holds, 77 where the reference cases are not there.
"""
import csv
import math
import pathlib
import sys

from evaluate import close, reference, write_samples
from program import as_json, cantiere, check, temporary_folder


def write_table(path, names, rows):
    """Writes a CSV of numbers at full precision."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([names, *([repr(float(value)) for value in row] for row in rows)])


def within(found, expected, relative=0.0, absolute=0.0):
    return abs(found - expected) <= absolute + relative * abs(expected)


def unit_cube(folder, names, low=0.0, high=1.0):
    """A parameter file of uniform numbers."""
    path = pathlib.Path(folder) / "parameters.csv"
    path.write_text("name,low,high,distribution\n" + "".join(f"{name},{low!r},{high!r},uniform\n" for name in names))
    return path


def first_points_of_sobol():
    """The unscrambled sequence, and how many rows a Saltelli design has."""
    case = reference("sobol_sequence")
    points = case["expected_first_10_points_dim3"]
    with temporary_folder() as folder:
        parameters = unit_cube(folder, ["x1", "x2", "x3"])
        found = as_json("design", "sobol", "--params", parameters, "-n", len(points))["rows"]
        first_order = as_json("design", "saltelli", "--params", parameters, "-n", 512)["rows"]
        second_order = as_json("design", "saltelli", "--params", parameters, "-n", 512, "--second-order")["rows"]
    check(found == points, f"points are {found}")
    check((len(second_order), len(first_order)) == (4096, 2560), "N (2 D + 2) and N (D + 2) rows")


def elementary_effects_by_hand():
    """Exercise 4 of the Primer: a design and outputs of somebody else."""
    case = reference("morris_primer_exercise_4")
    by_hand = case["recomputed"]
    with temporary_folder() as folder:
        write_table(pathlib.Path(folder) / "x.csv", ["x1", "x2"], case["input"]["X_rows_3_per_trajectory"])
        write_table(pathlib.Path(folder) / "y.csv", ["y"], [[value] for value in case["input"]["Y"]])
        found = as_json("sensitivity", "--method", "morris", "--levels", case["input"]["levels"], "--design", "x.csv",
                        "--outputs", "y.csv", cwd=folder)["outputs"]["y"]["factors"]
    for i, factor in enumerate(found):
        check(close(factor["mu"], by_hand["mu"][i]), f"mu of x{i + 1} is {factor['mu']}")
        check(close(factor["mu_star"], by_hand["mu_star"][i]), f"mu_star of x{i + 1} is {factor['mu_star']}")
        check(close(factor["sigma"], by_hand["sigma_ddof1"][i]), f"sigma of x{i + 1} is {factor['sigma']}")
        check(within(factor["mu_star"], case["expected"]["mu_star"][i], relative=0.01), "as printed")
        check(factor["mu_star_low"] <= factor["mu_star"] <= factor["mu_star_high"], "inside its interval")


def ishigami(row):
    x1, x2, x3 = row
    return math.sin(x1) + 7 * math.sin(x2) ** 2 + 0.1 * x3**4 * math.sin(x1)


def indices_of_ishigami():
    """Sobol indices in closed form, first, total and of pairs, and elementary effects by enumeration."""
    case = reference("ishigami")
    exact = case["analytic"]
    with temporary_folder() as folder:
        parameters = unit_cube(folder, ["x1", "x2", "x3"], -math.pi, math.pi)

        def analysed(method, *words):
            text = cantiere("design", method[0], "--params", parameters, "--seed", 11, *words).stdout
            (pathlib.Path(folder) / "x.csv").write_text(text)
            rows = [[float(value) for value in row] for row in list(csv.reader(text.splitlines()))[1:]]
            write_table(pathlib.Path(folder) / "y.csv", ["y"], [[ishigami(row)] for row in rows])
            return as_json("sensitivity", "--method", method[1], "--design", "x.csv", "--outputs", "y.csv",
                           cwd=folder)["outputs"]["y"]

        sobol = analysed(("saltelli", "sobol"), "-n", 8192, "--second-order")
        morris = analysed(("morris", "morris"), "-n", 4000)
    for i, factor in enumerate(sobol["factors"]):
        check(within(factor["S1"], exact["S1"][i], absolute=0.05), f"S1 of x{i + 1} is {factor['S1']}")
        check(within(factor["ST"], exact["ST"][i], absolute=0.05), f"ST of x{i + 1} is {factor['ST']}")
        check(factor["S1_low"] <= factor["S1"] <= factor["S1_high"], "inside its interval")
    found = {pair["a"] + pair["b"]: pair["value"] for pair in sobol["S2"]}
    check(set(found) == set(exact["S2"]), f"pairs {set(found)}")
    for pair, value in exact["S2"].items():
        check(within(found[pair], value, absolute=0.05), f"S2 of {pair} is {found[pair]}")
    for factor, mu_star in zip(morris["factors"], case["morris"]["exact_mu_star"]):
        check(within(factor["mu_star"], mu_star, relative=0.05), f"{factor} where enumeration gives {mu_star}")


def cohort(given, ratio_cycles):
    """Costs and life-years of a cohort, discounted at the end of each year: [cost, years]."""
    counts, totals = given["transition_counts"], given["row_denominators"]
    occupancy = list(map(float, given["start"]))
    cost = years = 0.0
    for cycle in range(1, given["cycles"] + 1):
        combined = cycle in ratio_cycles
        ratio = given["rr_combination"] if combined else 1.0
        chances = []
        for state, row in enumerate(counts):
            onward = [ratio * count / totals[state] if to > state else 0.0 for to, count in enumerate(row)]
            onward[state] = 1.0 - sum(onward)
            chances.append(onward)
        occupancy = [sum(occupancy[s] * chances[s][to] for s in range(4)) for to in range(4)]
        alive = sum(occupancy[:3])
        drugs = given["cost_zidovudine"] + (given["cost_lamivudine"] if combined else 0.0)
        health = sum(share * price for share, price in zip(occupancy, given["cost_health"]))
        cost += (health + drugs * alive) / (1.0 + given["discount_cost"]) ** cycle
        years += alive / (1.0 + given["discount_effect"]) ** cycle
    return cost, years


def hiv_model():
    """The Markov model of Chancellor and others, as one certain draw: the ratio and its place on the frontier."""
    case = reference("hiv_markov")
    given, expected = case["input"], case["expected"]
    mono, combined = cohort(given, ()), cohort(given, given["rr_and_lamivudine_cycles"])
    check(close(mono[0], expected["cost_mono"], 1e-6) and close(combined[1], expected["ly_comb"], 1e-6),
          f"the cohort has {mono} and {combined}")
    with temporary_folder() as folder:
        path = write_samples(folder, {"zidovudine": ([mono[0]], [mono[1]]), "combination": ([combined[0]], [combined[1]])})
        found = as_json("evaluate", path, "--wtp", "6275:6276:1")
    rows = {row["id"]: row for row in found["strategies"]}
    check(within(rows["combination"]["icer"], expected["icer"], relative=1e-6), f"ratio {rows['combination']['icer']}")
    check(rows["combination"]["status"] == rows["zidovudine"]["status"] == "ND", "both on the frontier")
    best = [point["id"] for point in found["ceaf"]]
    check(best == ["zidovudine", "combination"], f"the best changes at the ratio: {best}")


CASES = {function.__name__: function
         for function in (first_points_of_sobol, elementary_effects_by_hand, indices_of_ishigami, hiv_model)}

if __name__ == "__main__":
    CASES[sys.argv[1]]()
