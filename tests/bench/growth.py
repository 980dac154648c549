#!/usr/bin/python3
"""Measures how time and memory grow with people, on the study `italy` at smaller shares of the country.

Usage: growth.py [PROGRAM] [RESIDENTS...]   default: build/release/analysis/cli/cantiere 1000 10000 100000 1000000

Processor time, not wall time, so that other work on the machine matters less; one thread. Two lengths of the window tell set-up
apart from the months: each line has the processor time of a resident-month, alone and as a ratio to the first line.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PEOPLE = 5_700_000
BURN_IN = 2
SHORT, LONG = 2, 8  # months
ENOUGH = 200_000  # residents over all replicates: fewer take too little time to be measured


def country(folder, residents):
    """Writes the packs with a smaller country of the same shape."""
    packs = folder / "scenarios"
    shutil.copytree(ROOT / "scenarios", packs, ignore=shutil.ignore_patterns("*.cpp", "*.h"), dirs_exist_ok=True)
    text = subprocess.run(["bash", packs / "territories/italy.sh", f"{residents / PEOPLE:.9f}"], check=True,
                          capture_output=True, text=True).stdout
    (packs / "territories/italy.toml").write_text(text, encoding="utf-8")
    return packs


def run(program, folder, packs, months, replicates):
    """Runs services as usual; returns the report, processor seconds and peak memory in bytes."""
    words = [program, "run", str(packs / "studies/italy.toml"), "--only", "as-usual", "--months", str(months), "-j", "1",
             "--replicates", str(replicates),
             "--set", f"horizon.burn_in_months={BURN_IN}", "--overwrite", "--json", "-o", str(folder / "out.h5")]
    with open(folder / "report.json", "w", encoding="utf-8") as report:
        child = subprocess.Popen(words, stdout=report, env={**os.environ, "CANTIERE_DATA": str(packs)})
        _, status, used = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"growth.py: {' '.join(words)} failed (status {status})")
    return json.loads((folder / "report.json").read_text(encoding="utf-8")), used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def main(program, sizes):
    print("residents  resident-months  set-up s  ns/resident-month  ratio  peak MiB  bytes/resident")
    first = None
    for residents in sizes:
        with tempfile.TemporaryDirectory(prefix="cantiere-growth-") as name:
            folder = pathlib.Path(name)
            packs = country(folder, residents)
            replicates = max(1, ENOUGH // residents)
            short, short_s, _ = run(program, folder, packs, SHORT, replicates)
            report, long_s, peak = run(program, folder, packs, LONG, replicates)
        more = report["resident_months"] - short["resident_months"]
        month_ns = 1e9 * (long_s - short_s) / more
        first = first or month_ns
        setup = (short_s - month_ns / 1e9 * short["resident_months"]) / replicates
        print(f"{residents:>9}  {report['resident_months']:>15}  {setup:>8.2f}  {month_ns:>17.0f}  {month_ns / first:>5.2f}"
              f"  {peak / 2**20:>8.0f}  {peak / residents:>14.0f}", flush=True)


if __name__ == "__main__":
    words = sys.argv[1:]
    binary = words.pop(0) if words and not words[0].isdigit() else str(ROOT / "build/release/analysis/cli/cantiere")
    main(os.path.abspath(binary), [int(word) for word in words] or [1000, 10_000, 100_000, 1_000_000])
