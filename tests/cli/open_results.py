#!/usr/bin/python3
"""Runs every shipped study for a short time and opens its results in h5py, xarray and ncdump, without options.

Usage: open_results.py [STUDY...]   Exits 0 when every file opens everywhere, every variable with its units.
"""
import pathlib
import sys
import tempfile

import open_elsewhere
from program import ROOT, check
from sandbox import run

SHORT = ["--draws", "2", "--replicates", "1", "--months", "3", "--set", "horizon.burn_in_months=1"]

SMALLER = {"italy": ["--set", "population.residents_in_need=2000"]}  # 5.7 million people are no quick test


def main(studies):
    studies = studies or sorted(path.stem for path in (ROOT / "scenarios/studies").glob("*.toml"))
    check(len(studies) >= 5, f"the five programmes are shipped: {studies}")
    with tempfile.TemporaryDirectory(prefix="cantiere-open-") as folder:
        files = []
        for study in studies:
            done = run("run", study, *SHORT, *SMALLER.get(study, []), "-q", "-o", study + ".h5", folder=pathlib.Path(folder))
            check(done.returncode == 0, f"{study} runs: {done.stderr}")
            files.append(f"{folder}/{study}.h5")
        open_elsewhere.main(files)


if __name__ == "__main__":
    main(sys.argv[1:])
