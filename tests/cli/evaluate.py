#!/usr/bin/python3
"""The command evaluate: published and closed-form cases through CSV files, and a results file.

Usage: evaluate.py CASE   Runs one case, a function of this file; exits 0 when it holds, 77 where the reference cases are not there.
"""
import csv
import json
import math
import pathlib
import sys
import tomllib

import h5py
import numpy

from program import ROOT, as_json, cantiere, check, small_results, temporary_folder

CASES_FOLDER = ROOT / "../shared/cases"


def reference(name):
    """A reference case; ends the test as left out where it is not there."""
    path = CASES_FOLDER / f"{name}.json"
    if not path.exists():
        print(f"left out: {path} is not there")
        sys.exit(77)
    return json.loads(path.read_text(encoding="utf-8"))


def write_samples(folder, strategies, parameters=None):
    """Writes samples: {id: (costs, effects)} and {name: values}; returns the path."""
    path = pathlib.Path(folder) / "samples.csv"
    columns = {}
    for name, (cost, effect) in strategies.items():
        columns[f"{name}.cost"] = cost
        columns[f"{name}.effect"] = effect
    columns.update(parameters or {})
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["draw", *columns])
        for i, row in enumerate(zip(*columns.values())):
            writer.writerow([i, *(repr(float(value)) for value in row)])
    return path


def close(a, b, relative=1e-9):
    return math.isclose(a, b, rel_tol=relative, abs_tol=1e-12)


def incremental_table():
    """The table of the Health Economics Resource Center, order and status included."""
    case = reference("icer_table")
    with temporary_folder() as folder:
        path = write_samples(folder, {name: ([cost], [effect]) for name, cost, effect
                                      in zip(case["strategies"], case["cost"], case["effect"])})
        rows = as_json("evaluate", path, "--wtp", "0:50000:10000")["strategies"]
    found = [[row["id"], row["cost"], row["effect"], row["icer"], row["status"]] for row in rows]
    check(found == case["expected"], f"rows are {found}")


def frontiers():
    """Thirteen sets with ties, equal effects, one strategy, all dominated."""
    for case in reference("frontier_edge_cases")["cases"]:
        with temporary_folder() as folder:
            path = write_samples(folder, {f"s{i + 1}": ([cost], [effect]) for i, (cost, effect)
                                          in enumerate(zip(case["cost"], case["effect"]))})
            rows = as_json("evaluate", path)["strategies"]
        on = sorted(int(row["id"][1:]) for row in rows if row["status"] == "ND")
        check(on == sorted(case["frontier_1based"]), f"case {case['id']}: {on} on the frontier")
        ratios = [row["icer"] for row in rows if row["icer"] is not None]
        check(ratios == sorted(ratios) and all(ratio > 0 for ratio in ratios), f"case {case['id']}: ratios {ratios}")


def regrets_of_states():
    """Regret of three policies over three states of the world."""
    case = reference("regret")
    payoffs = case["payoff_policies_x_scenarios"]
    with temporary_folder() as folder:
        path = write_samples(folder, {f"p{i}": ([-value for value in row], [0.0] * 3) for i, row in enumerate(payoffs)})
        found = as_json("evaluate", path, "--satisfy", "net_benefit >= 5", "--wtp", "1")
    expected, robust = case["expected"], found["robustness"]["strategies"]
    for i in range(len(payoffs)):
        values = {measure: robust[f"p{i}"][measure]["value"] for measure in found["robustness"]["measures"]}
        check(close(values["hurwicz"], expected["hurwicz_alpha_0_5"][i]), f"p{i}: {values}")
        check(close(values["satisficing"], expected["satisficing_threshold_5"][i]), f"p{i}: {values}")
        check((robust[f"p{i}"]["maximin"]["rank"] == 1) == (i == expected["maximin_policy"]), f"p{i}: {robust}")
        check((robust[f"p{i}"]["maximax"]["rank"] == 1) == (i == expected["maximax_policy"]), f"p{i}: {robust}")
    check(found["thresholds"] == "net_benefit >= 5", "the thresholds are told")
    for i, greatest in enumerate(case["expected"]["max_regret"]):
        lost = case["expected"]["regret"][i]
        check(close(found["regret"][f"p{i}"]["max"], greatest), f"p{i}: {found['regret']}")
        check(close(found["regret"][f"p{i}"]["mean"], sum(lost) / 3), f"p{i}: {found['regret']}")
        check(close(found["net_benefit"][f"p{i}"][0], case["expected"]["laplace"][i]), "means are Laplace's")
    least = min(found["regret"], key=lambda name: found["regret"][name]["max"])
    check(least == f"p{case['expected']['minimax_regret_policy_index']}", f"least greatest regret: {least}")


def incremental_benefits():
    """Incremental benefits and the thresholds where the choice changes, as BCEA has them."""
    case = reference("incremental_benefit_tiny")["ib"]
    with temporary_folder() as folder:
        # One draw at a time: the difference of the means is then that of the draw.
        for i, expected in enumerate(case["ib"]):
            path = write_samples(folder, {"ref": ([case["c"][i][0]], [case["e"][i][0]]),
                                          "other": ([case["c"][i][1]], [case["e"][i][1]])})
            for place, wtp in enumerate(case["k2"]["k"]):
                found = as_json("evaluate", path, "--wtp", wtp)["net_benefit"]
                due = case["k2"][f"sim{i + 1}"][place]
                check(close(found["ref"][0] - found["other"][0], due), f"draw {i}, {wtp}: {found}")
            check(case["k2"][f"sim{i + 1}"][0] == expected, "the case agrees with itself")


def worth_of_information():
    """EVPI, EVPPI and EVSI of two normal parameters within Monte Carlo error, at three thresholds."""
    case = reference("voi_normal")
    draws = 10000
    random = numpy.random.default_rng(20261128)
    expected = case["model_C_wtp"]
    p1 = random.normal(1.0, 1.0, draws)
    p2 = random.normal(0.0, 2.0, draws)
    with temporary_folder() as folder:
        path = write_samples(folder, {"none": (numpy.zeros(draws), numpy.zeros(draws)), "new": (p2, p1)},
                             {"p1": p1, "p2": p2, "nothing": random.uniform(size=draws)})
        found = as_json("evaluate", path, "--wtp", "1:3:1", "--evppi", "p1,p2,p1+p2,nothing",
                        "--evsi", "p1:1:1,p1:10:1,p1:100:1,p1:1000:1", "--population", "1000", "--study-cost", "5",
                        "--cost-per-observation", "0.5")
    for place, wtp in enumerate(("1", "2", "3")):
        gain = numpy.maximum(float(wtp) * p1 - p2, 0.0)
        error = 4.5 * gain.std() / math.sqrt(draws)
        check(abs(found["evpi"][place] - expected["EVPI"][wtp]) < error, f"EVPI at {wtp}: {found['evpi'][place]}")
        for name in ("p1", "p2"):
            value, se = found["evppi"][name]["value"][place], found["evppi"][name]["se"][place]
            check(abs(value - expected[f"EVPPI_{name}"][wtp]) < 4.5 * se, f"EVPPI of {name} at {wtp}: {value} +- {se}")
            check(se < error, f"error of {name} at {wtp}: {se}")
        check(close(found["evppi"]["p1+p2"]["value"][place], found["evpi"][place], 1e-6), "both together are the EVPI")
        nothing = found["evppi"]["nothing"]
        check(nothing["value"][place] <= nothing["noise_floor"][place], f"nothing is worth {nothing}")
    # At 3 knowing p1 is worth more than p2, and both more than noise; 1000 decisions as asked.
    advice = found["measure_next"]
    check(advice["wtp"] == 3 and advice["verdict"] == "measure", f"advice is {advice}")
    check([one["name"] for one in advice["inputs"]] == ["p1+p2", "p1", "p2", "nothing"], f"order is {advice}")
    check([one["above_floor"] for one in advice["inputs"]] == [True, True, True, False], f"above the floor: {advice}")
    check([one["false_discovery"] <= 0.05 for one in advice["inputs"]] == [True, True, True, False], f"luck: {advice}")
    check(all(close(one["population_value"], 1000 * one["value"]) for one in advice["inputs"]), f"worths: {advice}")
    check(advice["text"]["en"].startswith("At 3 EUR a unit 3 of 4 inputs tried are worth measuring"), advice["text"]["en"])
    for observations, due in case["model_A"]["expected"]["EVSI_p1_normal_known_sd1"].items():
        value = found["evsi"]["p1"][observations][0]
        check(abs(value - due) < 0.012, f"EVSI of {observations}: {value}, not {due}")
        net = found["enbs"]["p1"][observations][0]
        check(close(net, 1000 * value - 5 - 0.5 * float(observations)), f"net of {observations}: {net}")


def results_are_evaluated():
    """Of a results file: means and differences are those of compare and of the file itself, and identities hold."""
    with temporary_folder() as folder:
        path = small_results(folder)
        found = as_json("evaluate", path, "--wtp", "0:40000:10000", "--regret")
        compared = as_json("compare", path)
        with h5py.File(path) as file:
            cost = file["net_cost_public"][()].mean(axis=2)
            effect = file["autonomy_years"][()].mean(axis=2)
            names = list(file["scenario"].asstr()[:])
        by_name = {row["id"]: row for row in found["strategies"]}
        for scenario in compared["scenarios"]:
            row = by_name[scenario["id"]]
            check(close(row["cost"], scenario["net_cost_public"]["mean"]), f"cost of {row}")
            check(close(row["effect"], scenario["autonomy_years"]["mean"]), f"effect of {row}")
        for place, wtp in enumerate(found["wtp"]):
            benefit = wtp * effect - cost
            for i, name in enumerate(names):
                check(close(found["net_benefit"][name][place], benefit[i].mean()), f"{name} at {wtp}")
                check(close(found["expected_loss"][name][place], benefit.max(axis=0).mean() - benefit[i].mean(), 1e-6),
                      f"loss of {name} at {wtp}")
            check(min(found["expected_loss"][name][place] for name in names) == found["evpi"][place], "EVPI")
            check(close(sum(found["ceac"][name][place] for name in names), 1.0), "shares add up to 1")
            best = max(names, key=lambda name: found["net_benefit"][name][place])
            check(found["ceaf"][place] == {"wtp": wtp, "id": best, "probability": found["ceac"][best][place]}, "CEAF")
            check(found["evpi_without_luck"][place] >= 0.0, "EVPI without luck")
        english = cantiere("evaluate", path, "--regret").stdout
        italian = cantiere("evaluate", path, "--regret", "--lang", "it").stdout
        check("What to choose" in english and "Che cosa scegliere" in italian, "both languages")
        refused = cantiere("evaluate", path, "--evppi", "all", code=2).stderr
        check("30" in refused and "draws" in refused, f"three draws are too few: {refused}")
        payer = as_json("evaluate", path, "--perspective", "municipality", "--only", "bari-cantiere", "--wtp", "0")
        check([row["id"] for row in payer["strategies"]] == ["bari-cantiere"], "one strategy alone")


def designs_of_a_study_run():
    """sensitivity --study runs a design of its own: rows, outcomes and luck are told, the same on any threads."""
    words = ["sensitivity", "--study", "bari", "--parameters", "lock_in", "--replicates", "2", "--months", "12",
             "--set", "population.residents_in_need=300", "--set", "horizon.burn_in_months=6", "--outcomes", "starts,net_benefit"]
    one = as_json(*words, "--method", "sobol", "-n", "4", "-j", "1")
    check(as_json(*words, "--method", "sobol", "-n", "4", "-j", "2") == one, "any threads give the same indices")
    check((one["n"], one["rows"]) == (4, 12), f"four base points of one number are twelve rows: {one}")
    check(list(one["outputs"]) == ["starts", "starts.sd", "net_benefit", "net_benefit.sd"], f"{list(one['outputs'])}")
    for output in one["outputs"].values():
        check([factor["name"] for factor in output["factors"]] == ["job_search.lock_in"], f"the number chosen: {output}")
        check(output["variance"] >= 0.0 and output["S2"] == [], f"variance, and no pairs unasked: {output}")
    # With one number all that rows vary by is that number: it has the whole variance.
    total = one["outputs"]["net_benefit"]["factors"][0]["ST"]
    check(total > 0.0, f"the number moves net benefit: {total}")
    morris = as_json(*words, "--method", "morris", "-n", "3")
    check(morris["rows"] == 6, f"three trajectories of two rows: {morris['rows']}")
    with open(ROOT / "scenarios/studies/bari.toml", "rb") as file:
        titles = {one["id"]: one["title"] for one in tomllib.load(file)["scenario"]}
    for language, minus in (("en", "minus"), ("it", "meno")):
        regional = cantiere(*words, "--method", "regional", "-n", "12", "--where", "starts > 0", "--lang", language).stdout
        of, base = (titles[morris[which]][language] for which in ("scenario", "base"))
        head = " ".join(regional.split("\n\n")[0].split())
        check(head == f"bari: {of} {minus} {base}", f"of which scenario: {head}")


CASES = {function.__name__: function
         for function in (incremental_table, frontiers, regrets_of_states, incremental_benefits,
                          worth_of_information, results_are_evaluated, designs_of_a_study_run)}

if __name__ == "__main__":
    CASES[sys.argv[1]]()
