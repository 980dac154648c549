"""Runs the program under test; what the scripts of this folder share."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(os.environ.get("CANTIERE_BINARY", ROOT / "build/release/analysis/cli/cantiere"))

# A study of seconds: 300 people, two years, two scenarios and their base.
SMALL = [
    "--set", "population.residents_in_need=300", "--set", "horizon.burn_in_months=6",
    "--months", "24", "--draws", "3", "--replicates", "2",
    "--only", "bari-cantiere,bari-cantiere-null-twin",
]


def environment(**changes):
    """The environment of a run: English, no colour, the checkout's packs."""
    env = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "NO_COLOR", "COLUMNS"))}
    env.update(LANG="C.UTF-8", CANTIERE_DATA=str(ROOT / "scenarios"), **changes)
    return env


def cantiere(*words, code=0, cwd=ROOT, env=None, timeout=600):
    """Runs the program; fails when the exit code is another one."""
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, check=False,
                          cwd=cwd, env=env or environment(), timeout=timeout)
    if code is not None and done.returncode != code:
        sys.exit(f"cantiere {' '.join(map(str, words))}: exit {done.returncode}, not {code}\n"
                 f"{done.stdout}{done.stderr}")
    return done


def as_json(*words, **options):
    """Runs the program with --json and reads what it prints."""
    return json.loads(cantiere(*words, "--json", **options).stdout)


def small_results(folder, name="small.h5", *more):
    """Makes a small results file and returns its path."""
    path = pathlib.Path(folder) / name
    cantiere("run", "bari", *SMALL, *more, "-q", "-o", path)
    return path


def temporary_folder():
    return tempfile.TemporaryDirectory(prefix="cantiere-cli-")


def check(condition, text):
    """Fails with a text where a condition does not hold."""
    if not condition:
        sys.exit(f"not so: {text}")
