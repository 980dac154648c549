#!/usr/bin/python3
"""Equal inputs give equal bytes: Gorizia on 1, 2 and 7 threads, run again by verify; a copy of the base is the base.

Usage: determinism.py CASE   Exits 0 when the case holds.
       determinism.py        Lists the cases.
"""
import json
import pathlib
import sys
import tempfile

import h5py
import numpy

from program import ROOT, check
from sandbox import run, sha256

TWICE = ["--draws", "2", "--replicates", "1"]
SOME = ["gorizia", "--only", "iso-new,iso-new-null-twin"]  # and the base

# The base again under another name, a programme that changes nothing, and a null twin of it.
COPIES = """
schema = 1
kind = "study"
id = "copies"
extends = ["{study}"]
[[scenario]]
id = "as-usual-again"
[[scenario]]
id = "nothing"
policies = ["nothing.toml"]
[[scenario]]
id = "nothing-null-twin"
policies = ["nothing.toml"]
null_twin = true
"""
NOTHING = 'schema = 1\nkind = "policy"\nid = "nothing"\n'


def made(folder, output, *words):
    done = run("run", *words, "-o", output, "-q", folder=folder)
    check(done.returncode == 0, "the run ends well: " + done.stderr)
    return folder / output


def threads(folder):
    """The bytes do not depend on the threads; verify repeats them, and finds no difference."""
    sums = {number: sha256(made(folder, f"{number}.h5", *SOME, *TWICE, "-j", str(number))) for number in (1, 2, 7)}
    check(len(set(sums.values())) == 1, f"1, 2 and 7 threads give the same bytes: {sums}")
    print("SHA-256", sums[1])
    done = run("verify", "7.h5", "--json", folder=folder)
    check(done.returncode == 0, "verify ends with 0: " + done.stderr)
    report = json.loads(done.stdout)
    check(report == {"identical": True, "runs_checked": 6, "first_difference": None}, f"verify says so: {report}")


def identical(data, base, copy):
    """Whether the rows of two scenarios are the same bytes, NaN included."""
    return data[base].tobytes() == data[copy].tobytes()


def copies(folder):
    """A copy of the base and a programme that does nothing differ from it by exactly nothing, in every variable."""
    study = ROOT / "scenarios/studies/gorizia.toml"
    (folder / "copies.toml").write_text(COPIES.format(study=study), encoding="utf-8")
    (folder / "nothing.toml").write_text(NOTHING, encoding="utf-8")
    ids = "as-usual-again,nothing,nothing-null-twin"
    path = made(folder, "copies.h5", "copies.toml", *TWICE, "--only", ids)
    compared = 0
    with h5py.File(path) as file:
        names = list(file["scenario"].asstr()[:])
        base = names.index("as-usual")
        for name, item in file.items():
            if not isinstance(item, h5py.Dataset) or h5py.h5ds.is_scale(item.id):
                continue
            if item.dtype.kind != "f" or item.dims[0][0].name != "/scenario":
                continue
            data = item[()]
            compared += 1
            for copy in (names.index(one) for one in ids.split(",")):
                check(identical(data, base, copy), f"{name} of {names[copy]} is that of the base: "
                      f"largest difference {numpy.nanmax(numpy.abs(data[copy] - data[base]))}")
        check(float(file["starts"][()].sum()) > 0, "something happens in these runs")
    check(compared > 60, f"every variable is compared, not only {compared}")
    print(compared, "variables without any difference")


def main(names):
    cases = {case.__name__: case for case in (threads, copies)}
    if not names:
        print("\n".join(cases))
    for name in names:
        with tempfile.TemporaryDirectory(prefix="cantiere-same-") as folder:
            cases[name](pathlib.Path(folder))
        print(f"{name}: ok")


if __name__ == "__main__":
    main(sys.argv[1:])
