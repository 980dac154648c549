#!/usr/bin/python3
"""Serves a folder with one small results file and looks at the app in a browser: serving.py BUILD.

BUILD is the copy of analysis/web with its packages; its tests/browser/app-served.test.ts does the looking.
"""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/cli"))
from program import PROGRAM, cantiere, environment, temporary_folder  # noqa: E402
from serve import serving  # noqa: E402

# The Cantiere of Bari in a territory of 300 people, so that runs take seconds.
STUDY = """
schema = 1
kind = "study"
id = "small"
title = { it = "Bari in piccolo", en = "A small Bari" }
extends = ["shipped:studies/bari.toml"]
[horizon]
burn_in_months = 6
months = 24
[set]
"population.residents_in_need" = 300
"""
SIZE = ["--draws", "3", "--replicates", "2", "--only", "bari-cantiere,bari-cantiere-null-twin"]

with temporary_folder() as folder:
    study = pathlib.Path(folder, "small.toml")
    study.write_text(STUDY, encoding="utf-8")
    cantiere("run", study, *SIZE, "-q", "-o", study.with_suffix(".h5"))
    with serving(folder) as server:
        told = environment(CANTIERE_BINARY=PROGRAM, CANTIERE_SERVED=server.url, CANTIERE_SERVED_FOLDER=folder)
        done = subprocess.run(["bash", ROOT / "tests/web/node.sh", sys.argv[1], "browser", "app-served"], check=False, env=told, cwd=ROOT)
sys.exit(done.returncode)
