#!/usr/bin/python3
"""Makes reports of a small study in both languages and looks at them in a browser: reports.py BUILD.

BUILD is the copy of analysis/web with its packages; its tests/browser/report.test.ts does the looking.
"""
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/cli"))
from program import cantiere, small_results, temporary_folder  # noqa: E402

with temporary_folder() as folder:
    results = small_results(folder)
    for language in ("en", "it"):
        cantiere("report", results, "-o", f"{folder}/{language}.html", "--lang", language)
    done = subprocess.run(["bash", ROOT / "tests/web/node.sh", sys.argv[1], "browser", "report"], check=False,
                          env={**os.environ, "CANTIERE_REPORTS": folder}, cwd=ROOT)
    sys.exit(done.returncode)
