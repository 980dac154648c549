"""Works out again, from the HDF5 file alone, every number in the data of a report's charts.

Charts draw the JSON beside them, not the table below: a page could show other numbers than it tells. `check_figures`
holds each number of each figure against `Results`, by the ids that stand in the data; one that nothing is known of is
an error too.
"""
import json
import math
import re
import tomllib

import numpy

from report_facts import PUBLIC, Stat, close, ratio

DATA = re.compile(r'<script type="application/json" data-figure-data="([^"]*)">(.*?)</script>', re.DOTALL)


def leaves(value, path=()):
    """Numbers of JSON, and what stands in their place where there are none, by path."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(one, (*path, key))
    elif isinstance(value, list):
        for i, one in enumerate(value):
            yield from leaves(one, (*path, i))
    elif value is None or (isinstance(value, (int, float)) and not isinstance(value, bool)):
        yield path, value


def estimate(stat):
    """As figures write it: no ends where there are none, nothing at all without a mean."""
    if stat is None or math.isnan(stat.mean):
        return None
    ends = (None, None) if math.isnan(stat.half) else (stat.mean - stat.half, stat.mean + stat.half)
    return {"mean": stat.mean, "low": ends[0], "high": ends[1]}


def ends_of(of):
    """An estimate of another command: mean, low, high."""
    return {key: of.get(key) for key in ("mean", "low", "high")}


class Figures:
    """What the data of one study's figures must be, kind by kind; dicts of what holds numbers."""

    def __init__(self, results, companions=None):
        self.of, self.companions = results, companions or {}

    def expected(self, name, data):
        if name.startswith("sensitivity-"):
            return self.sensitivity(self.companions["sensitivity"][int(name[12:])], data)
        return getattr(self, name)(data)

    def map(self, data):
        of, where = self.of, {}
        for text in of.file["provenance/file_text"][:]:
            try:
                pack = tomllib.loads(text.decode())
            except tomllib.TOMLDecodeError:
                continue  # a table of evidence
            where |= {one["name"]: one for one in pack.get("municipality", []) if isinstance(one, dict) and "longitude" in one}
        places = []
        for one in data["places"]:
            place = of.municipalities.index(one["id"])
            people = Stat(of.runs("residents_by_municipality", of.programme, place)).mean
            gain = Stat(of.change("autonomy_years_by_municipality", of.programme, place))
            places.append({"lon": where[one["name"]]["longitude"], "lat": where[one["name"]]["latitude"],
                           "value": None if people < 5 else estimate(gain)})
        return {"places": places}

    def change_over_months(self, variable, data):
        of, series = self.of, []
        for one in data["series"]:
            base, own = (of.file[variable][of.scenarios.index(s)] for s in (of.bases[one["id"]], one["id"]))
            months = [column[~numpy.isnan(column)] for column in (own - base).T]
            series.append({"mean": [column.mean() if len(column) else None for column in months]})
            if own.shape[0] > 1:
                for key, share in (("low", 0.05), ("high", 0.95)):
                    series[-1][key] = [numpy.quantile(column, share) if len(column) else None for column in months]
        return {"x": {"values": list(range(own.shape[1]))}, "series": series}

    def autonomy(self, data):
        return self.change_over_months("autonomy", data)

    def waits(self, data):
        return self.change_over_months("wait_months", data)

    def pathways(self, data):
        of = self.of
        moves = of.file["care_flow"][of.scenarios.index(of.programme)].sum(axis=0)
        flows = [{"step": 0, "people": moves[of.care.index(one["from"]), of.care.index(one["to"])]} for one in data["flows"]]
        shown = sum(moves[a, b] >= 5 for a in range(len(moves)) for b in range(len(moves)) if a != b)
        return {"flows": flows if len(flows) == shown else f"{shown} flows of five people or more"}

    def costs(self, data):
        of, ids = self.of, [one["id"] for one in data["scenarios"]]
        change = lambda payer: [estimate(Stat(of.of(payer, one, of.bases[one]))) for one in ids]
        return {"payers": [{"values": change("cost." + one["id"])} for one in data["payers"]],
                "total": {"values": change("net_cost_public")}}

    def cumulative(self, data):
        of, series = self.of, []
        for one in data["series"]:
            stats = [Stat(of.budget(one["id"], PUBLIC, year, upto=True)) for year in range(len(of.years))]
            low, high = ([None if math.isnan(s.half) else s.mean + side * s.half for s in stats] for side in (-1, 1))
            series.append({"mean": [s.mean for s in stats], "low": low, "high": high})
        return {"x": {"values": of.years}, "series": series}

    def plane(self, data):
        of = self.of
        ids, cost, effect = of.strategies()
        base, strategies = ids.index(of.base), []
        for one in data["strategies"]:
            place = ids.index(one["id"])
            c, e = cost[place] - cost[base], effect[place] - effect[base]
            strategies.append({"effect": estimate(Stat(e[:, None])), "cost": estimate(Stat(c[:, None]))})
            if len(c) > 2 and place != base:
                matrix = numpy.cov(e, c)
                strategies[-1]["covariance"] = {"effect": matrix[0, 0], "cost": matrix[1, 1], "both": matrix[0, 1]}
        return {"wtp": of.wtp, "strategies": strategies}

    def over_wtp(self, value_of):
        """Values on the grid from 0 to twice what the study values an autonomy-year at."""
        grid = [2 * self.of.wtp * i / 20 for i in range(21)]
        return grid, [value_of(wtp, *self.of.benefits(wtp)) for wtp in grid]

    def loss(self, data):
        grid, at = self.over_wtp(lambda _, ids, nb: dict(zip(ids, (nb.max(axis=0) - nb).mean(axis=1))))
        series = [{"mean": [one[s["id"]] for one in at]} for s in data["series"]]
        return {"wtp": {"values": grid}, "chosen": self.of.wtp, "series": series, "evpi": [min(one.values()) for one in at]}

    def acceptability(self, data):
        def shares(_, ids, nb):
            best = nb == nb.max(axis=0)
            return dict(zip(ids, (best / best.sum(axis=0)).mean(axis=1))), ids[int(nb.mean(axis=1).argmax())]
        grid, at = self.over_wtp(shares)
        if [one["id"] for one in data["frontier"]] != [best for _, best in at]:
            return "a frontier of those that are the best on average"
        return {"wtp": {"values": grid}, "chosen": self.of.wtp,
                "series": [{"mean": [share[s["id"]] for share, _ in at]} for s in data["series"]],
                "frontier": [{"probability": share[best]} for share, best in at]}

    def regret(self, data):
        ids, benefit = self.of.benefits(self.of.wtp)
        lost = benefit.max(axis=0) - benefit
        measure = {"max": lambda x: x.max(), "p90": lambda x: numpy.quantile(x, 0.9), "mean": lambda x: x.mean()}
        return {"values": [[{"mean": measure[column["id"]](lost[ids.index(one["id"])])} for column in data["columns"]]
                           for one in data["scenarios"]]}

    def people(self, scenario, group):
        return Stat(self.of.runs("residents_by_group", scenario, self.of.groups.index(group))).mean

    def groups(self, data):
        of = self.of
        def gain(scenario, group):
            place = of.groups.index(group)
            if self.people(scenario, group) < 5:
                return None
            return estimate(ratio(of.change("autonomy_years_by_group", scenario, place), of.runs("residents_by_group", scenario, place)))
        return {"groups": [{"values": [gain(one["id"], group["id"]) for one in data["scenarios"]]} for group in data["groups"]]}

    def winners(self, data):
        of, groups = self.of, []
        for group in data["groups"]:
            people, place = self.people(of.programme, group["id"]), of.groups.index(group["id"])
            share = lambda variable: None if people < 5 else estimate(Stat(of.runs(variable, of.programme, place)))
            groups.append({"people": None if people < 5 else people, "gain": share("gainers"), "lose": share("losers")})
        return {"groups": groups}

    def utilisation(self, data):
        of = self.of
        def mean(variable, scenario, instrument):
            months = of.file[variable][of.scenarios.index(scenario), :, of.instruments.index(instrument)]
            known = months[~numpy.isnan(months)]
            return {"mean": known.mean() if len(known) else None}
        return {"instruments": [{key: [mean(variable, one["id"], row["id"]) for one in data["scenarios"]]
                                 for key, variable in (("values", "utilisation"), ("waiting", "queue_length"))}
                                for row in data["instruments"]]}

    def influence(self, data):
        of = self.of
        lines = of.influences(of.programme)
        told = [one["id"] for one in data["factors"]]
        if told != sorted(lines, key=lambda name: -abs(lines[name].swing.mean))[:10]:
            return "the ten widest swings"
        return {"at_value": Stat(of.of("net_benefit", of.programme, of.base)).mean,
                "factors": [{"low": lines[name].low, "high": lines[name].high, "at_low": estimate(lines[name].at_low),
                             "at_high": estimate(lines[name].at_high)} for name in told]}

    def measure(self, data):
        of, inputs = self.of, []
        for one in data["inputs"]:
            worth, half = of.information_value(one["id"]), 1.959963984540054 * of.information[one["id"]]["se"]
            inputs.append({"values": [{"mean": worth, "low": max(0, worth - half), "high": worth + half},
                                      {"mean": of.information[one["id"]]["noise_floor"]}]})
        return {"inputs": inputs}

    # --- of the answers of other commands

    def sensitivity(self, answer, data):
        told = answer["outputs"]["net_benefit"]
        if answer["method"] == "twoway":
            return {"x": {"values": told["x"]["values"]}, "y": {"values": told["y"]["values"]},
                    "cells": [[ends_of(cell) for cell in row] for row in told["differences"]]}
        factors = {one["name"]: one for one in told["factors"]}
        if answer["method"] == "sobol":
            shares = lambda one: [{"mean": one[i], "low": one[i + "_low"], "high": one[i + "_high"]} for i in ("S1", "ST")]
            return {"inputs": [{"values": shares(factors[one["id"]])} for one in data["inputs"]]}
        turns = {one["name"]: one["at"] for one in reversed(answer.get("switching", []))}
        rows = []
        for one in data["factors"]:
            factor = factors[one["id"]]
            rows.append({"low": factor["low"], "high": factor["high"], "at_low": ends_of(factor["at_low"]), "at_high": ends_of(factor["at_high"])})
            if one["id"] in turns:
                rows[-1]["switches_at"] = turns[one["id"]]
        return {"at_value": told["at_value"]["mean"], "factors": rows}

    def validation(self, data):
        patterns = {one["id"]: one for one in self.companions["validation"]["patterns"]}
        keys = ("target", "low", "high", "simulated", "se")
        return {"patterns": [{key: patterns[one["id"]][key] for key in keys} for one in data["patterns"]]}

    def transfer(self, data):
        programmes = []
        for mine, theirs in zip(data["programmes"], self.companions["transfer"]["programmes"]):
            cells = []
            for cell, known in zip(mine["cells"], theirs["cells"]):
                benefit = known["outputs"]["net_benefit"]
                cells.append({"effect": ends_of(benefit["effect"])})
                if "parts" in cell:
                    cells[-1]["parts"] = [benefit["parts"][part["id"]]["mean"] for part in data["parts"]]
                if "outside" in cell:
                    cells[-1]["outside"] = known["overlap"]["outside"]
            programmes.append({"home": theirs["home"], "cells": cells})
        return {"programmes": programmes}


def same(one, other):
    if one is None or other is None:
        return one is other
    # Values of information come out of a choice among penalties, told to four digits.
    return close(float(one), float(other)) or math.isclose(one, other, rel_tol=1e-6, abs_tol=1e-9)


def check_figures(page, results, companions=None):
    """Returns how many numbers charts have, and those that are not so."""
    wrong, count = [], 0
    for figure, text in DATA.findall(page):
        data = json.loads(text)
        study = max((one for one in results if figure.startswith(one + "-")), key=len)
        wanted = Figures(results[study], companions).expected(figure[len(study) + 1:], data)
        if isinstance(wanted, str):
            wrong.append(f"{figure}: not {wanted}")
            continue
        known = dict(leaves(wanted))
        found = {path: value for path, value in leaves(data) if path != ("schema",)}
        count += len(found)
        wrong += [f"{figure}: nobody knows {path}: {found[path]}" for path in found if path not in known]
        wrong += [f"{figure}: {path} is missing" for path in known if path not in found]
        wrong += [f"{figure}: {path} is {found[path]}, {known[path]} in the file"
                  for path in found if path in known and not same(found[path], known[path])]
    return count, wrong
