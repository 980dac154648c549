#!/usr/bin/python3
"""Verification cases through the program alone: a study file in, a results file out, a closed form beside it.

Usage: closed_forms.py CASE   Runs one case, a function of this file; exits 0 when it holds.
"""
import math
import pathlib
import sys

import h5py

from program import cantiere, check, temporary_folder

STUDIES = pathlib.Path("tests/verification/studies")
SEEDS = (1, 2, 3)


def results(folder, study, seed, *more):
    """Runs a study of the verification cases and returns its results file, open."""
    path = pathlib.Path(folder) / f"{study}-{seed}.h5"
    cantiere("run", STUDIES / f"{study}.toml", "--seed", seed, "-q", "-j", "1", "--overwrite", "-o", path, *more)
    return h5py.File(path)


def check_share(share, chance, cases, text):
    error = math.sqrt(chance * (1 - chance) / cases)
    check(abs(share - chance) <= 4.5 * error, f"{text}: {share}, not {chance} +- {error}")


def finding_and_losing_work():
    """V1: u_t = u* + (u_0 - u*)(1 - s - f)^t in work_share."""
    with temporary_folder() as folder:
        for seed in SEEDS:
            with results(folder, "v01-finding-and-losing-work", seed) as file:
                seeking = list(file["work_state"].asstr()).index("seeking")
                for month in range(160):
                    exact = 1 / 3 + 2 / 3 * 0.91 ** (month + 1)
                    check_share(file["work_share"][0, 0, month, seeking], exact, 10000, f"seed {seed}, month {month}")


def capitals():
    """V13: the skills of the jobless are .35 x .99^t in autonomy_by_domain."""
    with temporary_folder() as folder, results(folder, "v13-capitals", 1) as file:
        skills = list(file["domain"].asstr()).index("skills")
        for month in range(120):
            level = file["autonomy_by_domain"][0, month, skills]
            check(math.isclose(level, 0.35 * 0.99 ** (month + 1), rel_tol=1e-5), f"month {month}: {level}")


def discounted_benefits():
    """V20 and V23: 780 EUR a month to ten people over sixty months, in cost, budget and ledger."""
    with temporary_folder() as folder, results(folder, "v20-benefit", 1) as file:
        state = list(file["payer"].asstr()).index("state")
        due = 10 * 43452.32 * 1.03 ** (1 / 12)
        for name in ("net_cost_public", "assistance_cost"):
            check(abs(float(file[name][0, 0, 0]) - due) < 0.1, f"{name} is {file[name][0, 0, 0]}, not {due}")
        check(abs(float(file["cost"][0, 0, 0, state]) - due) < 0.1, "the state pays it")
        benefit = list(file["category"].asstr()).index("benefit")
        for year in range(5):
            check(abs(float(file["budget"][0, 0, state, year]) - 93600) < 0.01, f"budget of year {year}")
            check(abs(float(file["ledger"][0, state, benefit, year]) - 93600) < 0.01, f"ledger of year {year}")


def points_and_queues():
    """V33: seats by points of need alone are need first, by points of waiting alone first come, in every variable."""
    with temporary_folder() as folder:
        for seed in SEEDS:
            with results(folder, "v33-seats", seed) as file:
                names = list(file["scenario"].asstr())
                pairs = (("points-of-need", "need-first"), ("points-of-waiting", "first-come"))
                for name in ("starts", "completions", "care_share", "work_share", "autonomy_years", "cost", "justified_envy"):
                    for one, other in pairs:
                        same = file[name][names.index(one)].tobytes() == file[name][names.index(other)].tobytes()
                        check(same, f"{name} is the same under {one} and {other}")
                differs = file["justified_envy"][names.index("need-first")].tobytes() != \
                    file["justified_envy"][names.index("first-come")].tobytes()
                check(differs, "need and waiting give seats to other people")


CASES = {function.__name__: function
         for function in (finding_and_losing_work, capitals, discounted_benefits, points_and_queues)}

if __name__ == "__main__":
    CASES[sys.argv[1]]()
