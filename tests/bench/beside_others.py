#!/usr/bin/python3
"""Times evaluate and sensitivity beside the same computations in R and numpy: beside_others.py PROGRAM.

Needs the Debian packages python3-numpy, r-base-core and r-cran-mgcv; what is absent is left out. Prints processor seconds
(least of three, start of the process included; all cores together, so that other work matters less), and how far the two answers are apart. The others compute less: R the values of
the ten parameters without standard errors, noise floor, frontier or curves; numpy the intervals of the program.
"""
import json
import resource
import shutil
import subprocess
import sys
import tempfile

import numpy

PROGRAM = sys.argv[1] if len(sys.argv) > 1 else "build/release/analysis/cli/cantiere"
DRAWS, STRATEGIES, PARAMETERS, WORTH = 10_000, 5, 10, 20_000
FACTORS, BASE_POINTS, RESAMPLES = 20, 1_818, 1_000  # 1,818 x 22 = 39,996 rows

IN_R = """
suppressPackageStartupMessages(library(mgcv))
d <- read.csv("{samples}")
nb <- sapply(1:{strategies}, function(k) {worth} * d[[paste0("s", k, ".effect")]] - d[[paste0("s", k, ".cost")]])
nb <- nb - nb[, 1]
for (p in paste0("p", 1:{parameters})) {{
    x <- d[[p]]
    fitted <- sapply(1:{strategies}, function(k)
        if (k == 1) numeric(nrow(d)) else fitted(gam(nb[, k] ~ s(x, bs = "cr", k = 20))))
    cat(p, mean(apply(fitted, 1, max)) - max(colMeans(nb)), "\\n")
}}
"""


def processor_seconds():
    """Of this process and of those it started and that have ended."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def best_of_three(work):
    """Returns the least processor seconds of three calls, and what the last returned."""
    seconds = []
    for _ in range(3):
        begun = processor_seconds()
        said = work()
        seconds.append(processor_seconds() - begun)
    return min(seconds), said


def told(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def write_samples(path, chance):
    """Five strategies whose costs and effects rest on ten parameters, not linearly, and on chance."""
    values = chance.normal(size=(DRAWS, PARAMETERS))
    columns = {"draw": numpy.arange(DRAWS)}
    for k in range(1, STRATEGIES + 1):
        weight = chance.normal(size=PARAMETERS)
        columns[f"s{k}.cost"] = 1000 * k + 900 * values @ weight + 300 * chance.normal(size=DRAWS)
        columns[f"s{k}.effect"] = .05 * k + .08 * numpy.tanh(values) @ weight + .02 * chance.normal(size=DRAWS)
    for p in range(PARAMETERS):
        columns[f"p{p + 1}"] = values[:, p]
    table = numpy.column_stack(list(columns.values()))
    numpy.savetxt(path, table, delimiter=",", header=",".join(columns), comments="", fmt="%.10g")


def compare_evppi(folder):
    samples = f"{folder}/samples.csv"
    write_samples(samples, numpy.random.default_rng(1))
    own, said = best_of_three(lambda: json.loads(told(
        PROGRAM, "evaluate", samples, "--wtp", "0:50000:1000", "--evppi", "all", "--json")))
    print(f"evaluate, {DRAWS} draws x {STRATEGIES} strategies x 51 thresholds, EVPPI of {PARAMETERS}: {own:.2f} s")
    if shutil.which("Rscript") is None:
        return print("  R is not installed: left out")
    script = f"{folder}/evppi.R"
    with open(script, "w", encoding="utf-8") as file:
        file.write(IN_R.format(samples=samples, strategies=STRATEGIES, worth=WORTH, parameters=PARAMETERS))
    theirs, lines = best_of_three(lambda: told("Rscript", script))
    at = said["wtp"].index(WORTH)
    gaps = []
    for line in lines.splitlines():
        name, value = line.split()
        gaps.append(abs(said["evppi"][name]["value"][at] - float(value)))
    evpi = said["evpi"][at]
    print(f"  R, mgcv, at one threshold: {theirs:.2f} s, {theirs / own:.1f} times; "
          f"apart by {max(gaps):.3g} EUR at most, EVPI {evpi:.0f} EUR")


def ishigami(x):
    a, b, c = (2 * numpy.pi * x[:, i] - numpy.pi for i in range(3))
    return numpy.sin(a) + 7 * numpy.sin(b) ** 2 + .1 * c ** 4 * numpy.sin(a)


def numpy_sobol(path_outputs):
    """First-order (Saltelli 2010) and total indices (Jansen) with the intervals of as many resamples."""
    f = numpy.loadtxt(path_outputs, skiprows=1).reshape(BASE_POINTS, FACTORS + 2)
    f_a, f_ab, f_b = f[:, 0], f[:, 1:-1], f[:, -1]
    chance = numpy.random.default_rng(1)

    def indices(rows):
        a, ab, b = f_a[rows], f_ab[rows], f_b[rows]
        variance = numpy.concatenate([a, b]).var()
        centred = b - numpy.concatenate([a, b]).mean()
        return (centred[:, None] * (ab - a[:, None])).mean(0) / variance, ((a[:, None] - ab) ** 2).mean(0) / 2 / variance

    repeated = [indices(chance.integers(0, BASE_POINTS, BASE_POINTS)) for _ in range(RESAMPLES)]
    numpy.percentile([one[1] for one in repeated], [2.5, 97.5], axis=0)
    return indices(slice(None))


def compare_sobol(folder):
    params, design, outputs = f"{folder}/params.csv", f"{folder}/design.csv", f"{folder}/outputs.csv"
    with open(params, "w", encoding="utf-8") as file:
        file.write("name,low,high,distribution\n" + "".join(f"x{i},0,1,uniform\n" for i in range(FACTORS)))
    with open(design, "w", encoding="utf-8") as file:
        file.write(told(PROGRAM, "design", "saltelli", "--params", params, "-n", str(BASE_POINTS)))
    with open(design, encoding="utf-8") as file:
        names = file.readline().strip().split(",")
        rows = numpy.loadtxt(file, delimiter=",")
    x = rows[:, [names.index(f"x{i}") for i in range(FACTORS)]]
    numpy.savetxt(outputs, ishigami(x) + 1e-3 * x.sum(1), header="y", comments="")
    own, said = best_of_three(lambda: json.loads(told(
        PROGRAM, "sensitivity", "--method", "sobol", "--design", design, "--outputs", outputs, "--json")))
    theirs, (_, total) = best_of_three(lambda: numpy_sobol(outputs))
    gap = max(abs(one["ST"] - value) for one, value in zip(said["outputs"]["y"]["factors"], total))
    print(f"sensitivity, Sobol of {FACTORS} factors on {len(rows)} rows, {RESAMPLES} resamples: {own:.2f} s")
    print(f"  numpy: {theirs:.2f} s, {theirs / own:.1f} times; total indices apart by {gap:.1g} at most")


with tempfile.TemporaryDirectory() as temporary:
    compare_evppi(temporary)
    compare_sobol(temporary)
