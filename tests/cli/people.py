#!/usr/bin/python3
"""What is observed of runs: chosen residents, patterns of the world, who gains.

Usage: people.py CASE   Runs one case, a function of this file; exits 0 when it holds.
"""
import csv
import json
import math
import pathlib
import sys

import h5py
import numpy

from program import ROOT, SMALL, as_json, cantiere, check, small_results, temporary_folder


def residents_are_traced():
    """--trace writes the months of a resident whose id the microdata holds, and changes no result; an unknown id is told."""
    with temporary_folder() as folder:
        plain = small_results(folder)
        people = small_results(folder, "people.h5", "--microdata", "1")
        with h5py.File(people) as file:
            group = file["microdata"]
            row = int(numpy.argmax(group["starts"][()]))
            resident = int(group["resident"][row])
            starts = {(int(s), int(r)): int(n) for s, r, i, n in zip(group["scenario"][()], group["replicate"][()],
                                                                   group["resident"][()], group["starts"][()])
                      if int(i) == resident}
            scenarios = list(file["scenario"].asstr()[:])
        traced = small_results(folder, "traced.h5", "--trace", resident)
        check(traced.read_bytes() == plain.read_bytes(), "a trace changes no result")
        with open(pathlib.Path(folder) / "traced.trace.csv", encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
        check(len(lines) == 24 * len(starts), f"a line a month, scenario and replicate: {len(lines)}")
        placed = ("internship", "subsidised_hire", "coop_b_placement")
        for (scenario, replicate), number in starts.items():
            seen = [line for line in lines
                    if line["scenario"] == scenarios[scenario] and line["replicate"] == str(replicate)]
            events = " ".join(line["events"] for line in seen).split()
            check(sum(event in [f"instrument_started:{one}" for one in placed] for event in events) == number,
                  "the trace tells of as many starts as the microdata")
        refused = cantiere("run", "bari", *SMALL, "--trace", "5", "-o", pathlib.Path(folder) / "none.h5", code=2)
        check("no resident of the study has the id 5" in refused.stderr, refused.stderr)
        check(not (pathlib.Path(folder) / "none.h5").exists(), "nothing is run for an unknown id")


def validation_tells_verdicts():
    """validate --json has the shape of the contract, exit 0 whatever the verdicts."""
    report = as_json("validate", "--only", "P4,P17,P11", "--replicates", "2")
    keys = {"id", "text", "unit", "target", "low", "high", "simulated", "se", "verdict", "source"}
    for pattern in report["patterns"]:
        check(keys <= set(pattern), f"{pattern['id']} has the keys of the contract")
        check(pattern["verdict"] in ("met", "missed"), "the verdict is met or missed")
        known = pattern["simulated"] is not None
        check(known or pattern["told_apart"], "luck has no part in what is not simulated")
        check(known or (pattern["verdict"] == "missed" and pattern["reason"]), "what is not simulated has a reason")
        check(pattern["by_construction"] == (pattern["id"] == "P4"), "P4 alone is met by construction")
    check({pattern["id"] for pattern in report["patterns"]} == {"P4", "P11", "P17"}, "those asked for")
    refused = cantiere("validate", "--only", "P21", code=2)
    check("P21" in refused.stderr and "the patterns are P1, P2" in refused.stderr, refused.stderr)


def comparison_tells_who_gains():
    with temporary_folder() as folder:
        path = small_results(folder)
        report = as_json("compare", path)
        equity = report["scenarios"][1]["equity"]
        check(len(equity["groups"]) == 9, "every group is told")
        with h5py.File(path) as file:
            recorded = float(file["recorded_hires"][1].mean())
        check(abs(equity["monitoring"]["hires"]["recorded"]["mean"] - recorded) < 1e-9, "recorded hires are those of the file")
        levels = [one["level"]["mean"] for one in equity["equally_distributed"]]
        check(len(levels) == 5 and levels == sorted(levels, reverse=True), f"aversion lowers the equivalent: {levels}")
        for one in report["scenarios"][1:]:
            told, by_aversion = one["equity"]["switching_aversions"], one["equity"]["equally_distributed"]
            check(told[0]["against"] == report["base"], f"the base first: {told}")
            signs = [row["difference"]["mean"] for row in by_aversion]
            for row, sign in zip(by_aversion, signs):
                places = sum(at < row["aversion"] for at in told[0]["at"])
                above = (told[0]["first"] == one["id"]) == (places % 2 == 0)
                check(abs(sign) < 1e-12 or above == (sign > 0), f"{told[0]} beside {signs}")
        bounds = equity["share_harmed"]
        check(bounds["at_least"]["mean"] <= equity["losers"]["mean"] <= bounds["at_most"]["mean"], "the bounds hold")
        check("Who gains" in cantiere("compare", path).stdout, "the text tells it in English")
        check("Chi ci guadagna" in cantiere("compare", path, "--lang", "it").stdout, "and in Italian")


def finance_adds_up():
    """Benefits less costs are minus the societal net cost; the budget is that of the file; both languages tell it."""
    with temporary_folder() as folder:
        path = small_results(folder)
        finance = as_json("compare", path, "--finance")
        with h5py.File(path) as file:
            ids = list(file["scenario"].asstr()[:])
            societal = file["net_cost_societal"][()].mean(axis=(1, 2))
            residents = file["cost"][()].mean(axis=(1, 2))[:, -1]
            budget = file["budget"][()].mean(axis=1)  # scenario, payer, year
        check([one["scenario"] for one in finance] == ids[1:], "every scenario with a base")
        for one in finance:
            place, base = ids.index(one["scenario"]), ids.index(one["base"])
            total = one["benefits"]["total"]["mean"]
            by_hand = societal[base] - societal[place]
            check(abs(total - by_hand) < 1.0, f"benefits less costs: {total} beside {by_hand}")
            weighted, own = one["income_weighted"], one["benefits"]["residents"]["mean"]
            for row in weighted["totals"]:
                weight = (1 / row["income_share"]) ** 1.3
                check(abs(row["total"]["mean"] - total - (weight - 1) * own) < 0.01, f"weighted: {row}")
            switch = weighted["switching_weight"]
            check(switch is None or abs(total + (switch - 1) * own) < 0.01, f"comes to nothing at {switch}")
            gain = one["mvpf"]["gain"]["mean"]
            check(abs(gain - (residents[base] - residents[place])) < 0.01, f"income of residents: {gain}")
            net = one["mvpf"]["net_cost"]["mean"]
            value = one["mvpf"]["value"]
            if net > 0:
                check(value["kind"] == "ratio" and abs(value["value"] - gain / net) < 1e-9, f"a ratio: {value}")
            public = (budget[place] - budget[base])[:5].sum(axis=0)
            told = [year["mean"] for year in one["budget"]["public"]]
            check(len(told) == len(public) and max(abs(public - told)) < 0.01, f"years: {told} beside {public}")
            check(abs(one["budget"]["cumulative"][-1]["mean"] - public.sum()) < 0.01, "the sum of the years")
            check([value["group"] for value in one["per_start"]][0] is None and len(one["per_start"]) == 10, "each group")
        check("Marginal value of public funds" in cantiere("compare", path, "--finance").stdout, "in English")
        check("Valore marginale dei fondi pubblici" in cantiere("compare", path, "--finance", "--lang", "it").stdout, "in Italian")


def transfers_add_up():
    """Effects here and there are those of studies run by themselves; parts add up; the same place changes nothing."""
    size = ("--draws", "2", "--replicates", "1", "--months", "12", "--set", "population.residents_in_need=300")
    words = ("transfer", "bari", *size, "--outcomes", "starts,net_cost_public")
    moved = as_json(*words, "--to", "gorizia", "--law", "italy-2024-adi", "-j", "1")
    check(moved == as_json(*words, "--to", "gorizia", "--law", "italy-2024-adi", "-j", "2"), "threads change nothing")
    check(moved["to"] == {"territory": "gorizia", "law": "italy-2024-adi"}, str(moved["to"]))
    studies = ROOT / "scenarios/studies"
    with temporary_folder() as folder:
        text = (studies / "bari.toml").read_text(encoding="utf-8")
        elsewhere = pathlib.Path(folder) / "there.toml"
        elsewhere.write_text(text.replace("../territories/bari.toml", "shipped:territories/gorizia.toml")
                             .replace("../laws/italy-2004.toml", "shipped:laws/italy-2024-adi.toml")
                             .replace('"../', '"shipped:'), encoding="utf-8")
        for place, study in (("here", "bari"), ("there", elsewhere)):
            path = pathlib.Path(folder) / f"{place}.h5"
            cantiere("run", study, *size, "--only", "bari-cantiere", "-q", "-o", path)
            told = next(one for one in as_json("compare", path)["scenarios"] if one["id"] == "bari-cantiere")
            for name in ("starts", "net_cost_public"):
                by_itself, found = told["difference"][name]["mean"], moved["outputs"][name][place]["mean"]
                check(math.isclose(by_itself, found, rel_tol=1e-9, abs_tol=1e-6), f"{name} {place}: {found}, by itself {by_itself}")
    for name, output in moved["outputs"].items():
        parts = sum(part["mean"] for part in output["parts"].values())
        check(math.isclose(parts, output["change"]["mean"], rel_tol=1e-9, abs_tol=1e-6), f"{name}: parts add up to {parts}")
    check(moved["outputs"]["net_cost_public"]["change"]["mean"] != 0, "the place matters")
    outside = moved["overlap"]["outside"]
    check(outside and all(not one["low"] <= one["there"] <= one["high"] for one in outside), str(outside))
    still = as_json(*words, "--to", "bari")["outputs"]["starts"]
    check(still["here"]["mean"] > 0 and still["change"]["mean"] == 0, f"the same place: {still}")
    check("popolazione" in cantiere(*words, "--to", "gorizia", "--lang", "it").stdout, "told in Italian")
    both = as_json("transfer", "--matrix", "bari,gorizia", *size, "--outcomes", "starts,net_cost_public")
    alone = as_json(*words, "--to", "gorizia", "--law", both["places"][1]["law"])["outputs"]
    home, there = (cell["outputs"] for cell in both["programmes"][0]["cells"])
    for name, output in alone.items():
        check(home[name]["effect"] == output["here"], f"{name} at home: {home[name]}")
        check(there[name]["effect"] == output["there"] and there[name]["parts"] == output["parts"], f"{name} there: {there[name]}")
    check(both["programmes"][1]["home"] == 1 and len(both["sentences"]) == 2, str(both["sentences"]))
    refused = cantiere(*words, "--to", "gorizzia", code=2)
    check("gorizia" in refused.stderr, refused.stderr)


def preconditions_are_told():
    """Every point counts, a condition that always or never holds says so, and a place's values are those of its pack."""
    size = ("--months", "6", "--set", "population.residents_in_need=150", "--set", "horizon.burn_in_months=3", "-n", "20")
    words = ("transfer", "pistoia", "--preconditions", "--to", "gorizia", *size)
    told = as_json(*words, "-j", "1")
    check(told == as_json(*words, "-j", "2"), "threads change nothing")
    check(told["points"] == 20 and told["runs"] == 40, f"a paired run a point: {told['points']}, {told['runs']}")
    check(told["wtp"] == 20000 and told["where"] == "net_benefit > 0", str(told["where"]))
    check([place["territory"] for place in told["places"]] == ["pistoia", "gorizia"], str(told["places"]))
    check(told["screen"]["looked_at"] > 50 and len(told["screen"]["kept"]) <= 10, str(told["screen"]))
    check(all(one["distance"] > told["screen"]["dummy_distance"] for one in told["screen"]["kept"]), str(told["screen"]))
    everywhere = as_json(*words, "--where", "starts > -1000")
    check(everywhere["verdict"] == "all" and everywhere["holds_in"] == 20, str(everywhere["verdict"]))
    nowhere = as_json(*words, "--where", "starts > 1000")
    check(nowhere["verdict"] == "none" and nowhere["conditions"] == [], str(nowhere["verdict"]))
    text = cantiere(*words, "--lang", "it").stdout
    check("che cosa deve offrire un luogo" in text and "Esaminati" in text, text)


def card_is_executable():
    """A card agrees with a transfer, and the keys of its procedure, written as a policy, are the programme."""
    size = ("--draws", "2", "--replicates", "1", "--months", "24", "--set", "population.residents_in_need=200")
    card = as_json("transfer", "bari", "--card", "--to", "gorizia", "-n", "20", *size)
    moved = as_json("transfer", "bari", "--to", "gorizia", "--curves", "--outcomes", "net_benefit,net_cost_public", *size)
    home, there = card["places"]
    check((home["territory"], there["territory"]) == ("bari", "gorizia"), str(card["places"]))
    for name, output in moved["outputs"].items():
        check(home["outputs"][name]["effect"]["mean"] == output["here"]["mean"], f"{name} at home")
        check(there["outputs"][name]["effect"] == output["there"], f"{name} there")
        check(there["outputs"][name]["parts"] == output["parts"], f"parts of {name}")
    curve = moved["outputs"]["net_benefit"]
    check([point["net_benefit"] for point in there["scale"]] == [point["effect"] for point in curve["scale"]], "scale")
    check([point["net_benefit"] for point in there["fidelity"]] == [point["effect"] for point in curve["fidelity"]], "fidelity")
    check(there["overlap"] == {"compared": moved["overlap"]["compared"], "outside": len(moved["overlap"]["outside"])}, "overlap")
    check(card["draft"] and card["preconditions"]["points"] == 20, "few draws make a draft")
    lines = [line for step in card["procedure"]["steps"] for line in step["lines"]] + card["procedure"]["idle"]
    written = [line for line in lines if line["stated"]]
    check(card["price_year"] == 2024, str(card["price_year"]))

    def as_toml(line):
        if isinstance(line["value"], (bool, str)):
            return f'"{line["name"]}" = {json.dumps(line["value"])}'
        ends = f'value = {line["value"]!r}, low = {line["value"]!r}, high = {line["value"]!r}'
        year = ", price_year = 2024" if line["unit"].startswith("EUR") else ""
        return f'"{line["name"]}" = {{ {ends}, dist = "fixed"{year}, source = "model.programme_lever", quality = "assumed" }}'

    with temporary_folder() as folder:
        folder = pathlib.Path(folder)
        head = 'schema = 1\nkind = "policy"\nid = "bari-cantiere"\ntitle = { it = "x", en = "x" }\n'
        (folder / "policy.toml").write_text(head + "\n".join(map(as_toml, written)) + "\n", encoding="utf-8")
        text = (ROOT / "scenarios/studies/bari.toml").read_text(encoding="utf-8")
        study = text.replace('"../policies/bari-cantiere.toml"', '"policy.toml"').replace('"../', '"shipped:')
        (folder / "study.toml").write_text(study, encoding="utf-8")
        again = as_json("transfer", folder / "study.toml", "--to", "gorizia", "--outcomes", "net_benefit,net_cost_public", *size)
        for name, output in again["outputs"].items():
            for place in ("here", "there"):
                one, other = output[place]["mean"], moved["outputs"][name][place]["mean"]
                check(math.isclose(one, other, rel_tol=1e-6), f"{name} {place}: {one} from the card, {other} from the pack")


CASES = {case.__name__: case for case in (transfers_add_up, preconditions_are_told, card_is_executable, residents_are_traced, validation_tells_verdicts, comparison_tells_who_gains,
                                          finance_adds_up)}


def main(names):
    if not names:
        print("\n".join(CASES))
    for name in names:
        CASES[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
