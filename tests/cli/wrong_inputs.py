#!/usr/bin/python3
"""Gives the program wrong inputs. Each must end with its exit code, say where, why and what to do, and change nothing.

Usage: wrong_inputs.py [GROUP or CASE...]   Groups: studies scenarios files numbers commands exploration evaluation reading writing.
With --lang it, no word of English may be left. What is said is in wrong_inputs/CASE.txt; CANTIERE_UPDATE_GOLDEN=1 writes it anew.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import language
import program
import sandbox
import wrong_commands
import wrong_results
import wrong_studies
from wrong_case import STUDY

GOLDEN = pathlib.Path(__file__).resolve().parent / "wrong_inputs"
UPDATE = os.environ.get("CANTIERE_UPDATE_GOLDEN") == "1"
GROUPS = {"studies": wrong_studies.OF_THE_STUDY, "scenarios": wrong_studies.OF_SCENARIOS,
          "files": wrong_studies.OF_FILES, "numbers": wrong_studies.OF_NUMBERS, "commands": wrong_commands.CASES,
          "exploration": wrong_commands.OF_EXPLORATION, "evaluation": wrong_commands.OF_EVALUATION,
          "reading": wrong_results.READING, "writing": wrong_results.WRITING}
CASES = sum(GROUPS.values(), [])
KEYS = ["code", "severity", "file", "line", "column", "message", "hint"]
PLACE = re.compile(r"^[^\s:][^:\n]*:\d+:\d+: \S", re.MULTILINE)
REASON_AND_FIX = re.compile(r"\S \(.+\); \S", re.DOTALL)
WHAT_AND_FIX = re.compile(r"^cantiere: .+; \S", re.MULTILINE)


class Workshop:
    """A folder with the program, the packs and a results file, which other users can read too."""

    def __init__(self, folder):
        self.folder = folder
        os.chmod(folder, 0o755)
        self.program = shutil.copy(program.PROGRAM, folder / "cantiere")
        shutil.copytree(program.ROOT / "scenarios", folder / "scenarios")
        self.environment = {**program.environment(), "CANTIERE_DATA": str(folder / "scenarios")}
        shutil.copytree(STUDY, folder / "right")
        made = self.command(["run", "study.toml", "-o", "results.h5"], folder / "right")
        program.check(made.returncode == 0, "the study that is right does not run: " + made.stderr)
        self.results = folder / "right" / "results.h5"

    def command(self, words, folder, **options):
        return sandbox.run(*words, folder=folder, program=self.program, timeout=60, env=self.environment,
                           **options)

    def lay_out(self, case, kind):
        place = self.folder / "cases" / kind / case.name
        place.parent.mkdir(parents=True, exist_ok=True)
        if case.code in (2, 4):
            prepare, case.prepare = case.prepare, None
            case.lay_out(place)
            case.prepare = prepare
            shutil.copy(self.results, place / "results.h5")
            if prepare:
                prepare(place)
        else:
            case.lay_out(place)
        return place


def told_by(case, done):
    """What it says, and the stream that must be silent: the report of `check` is its result, errors are none."""
    reports = case.command[:1] == ["check"] and case.code == 3
    return (done.stdout, done.stderr) if reports else (done.stderr, done.stdout)


def shown(case, done):
    """What a reader of the golden text sees: the command, its exit code and what it said."""
    words = " ".join(f"'{word}'" if re.search(r"[\s<>()]|^$", word) else word for word in case.command)
    said = re.sub(r"leaves \d+ keys unstated: [^(]*", "leaves keys unstated ", told_by(case, done)[0])
    return f"$ {f'cantiere {words}'.strip()}\n{said}exit {done.returncode}\n"


def wrong_in_text(case, done):
    said, silent = told_by(case, done)
    if silent:
        yield f"it also says {silent[:80]!r}"
    if case.placed and not PLACE.search(said):
        yield "it names no place"
    if case.code in (3, 4) and not REASON_AND_FIX.search(said):
        yield "it gives no reason and fix"
    if case.code == 2 and not WHAT_AND_FIX.search(said):
        yield "it gives no fix"


def compare_with_golden(case, text):
    path = GOLDEN / (case.name + ".txt")
    if UPDATE:
        path.write_text(text, encoding="utf-8")
        return
    known = path.read_text(encoding="utf-8") if path.exists() else ""
    if known != text:
        yield f"it says\n{text}but {path.name} has\n{known}(CANTIERE_UPDATE_GOLDEN=1 writes it anew)"


def wrong_in_italian(case, done):
    """English that is left where Italian is asked for; keys stand in messages as in their files."""
    keys = ["low", "high", "value", "name", "draws", "months", "run", "share", "people", "cost",
            "draw", "and"]
    said = language.words_of(language.ENGLISH, "".join(told_by(case, done)), keys)
    return [f"with --lang it it says {word}" for word in said]


def wrong_in_json(case, done):
    said, silent = told_by(case, done)
    try:
        told = json.loads(said)
    except ValueError:
        yield f"under --json its errors are no JSON: {said[:120]!r}"
        return
    if silent:
        yield f"under --json it also says {silent[:80]!r}"
    problems = told.get("problems", [])
    if list(told) != ["ok", "problems"] or told["ok"] is not False or not problems:
        yield f"under --json it has another shape: {list(told)}"
    for problem in problems:
        if list(problem) != KEYS:
            yield f"a problem has the keys {list(problem)}"
        elif not all(isinstance(problem[key], int) or problem[key] is None for key in ("line", "column")):
            yield "line or column is no number"
        elif case.placed and problem["severity"] == "error" and None in (problem["line"], problem["column"]):
            yield f"under --json it names no place: {problem['message']}"
        elif not problem["hint"] and problem["severity"] == "error":
            yield f"a problem has no hint: {problem['message']}"
    errors = [problem for problem in problems if problem["severity"] == "error"]
    if len(errors) != case.mistakes:
        yield f"it tells {len(errors)} errors, not {case.mistakes}"


def wrong_after(case, workshop, kind, words):
    """Runs a case once; yields what is wrong whatever its text, then returns how it ended."""
    place = workshop.lay_out(case, kind)
    before = sandbox.contents(place)
    done = workshop.command(words, place, **case.options)
    wrong = []
    if done.returncode != case.code:
        wrong.append(f"it ends with {done.returncode}, not {case.code}: {done.stderr[-300:]}")
    after = sandbox.contents(place)
    changed = sorted(name for name in (before.keys() | after.keys()) - set(case.leaves)
                     if before.get(name) != after.get(name))
    if changed:
        wrong.append(f"it changed {changed}")
    return done, wrong


def examine(case, workshop):
    """Everything that is wrong with how one wrong input is refused."""
    try:
        done, wrong = wrong_after(case, workshop, "text", case.command)
        wrong += wrong_in_text(case, done)
        wrong += compare_with_golden(case, shown(case, done))
        done, more = wrong_after(case, workshop, "json", ["--json", *case.command])
        wrong += more + list(wrong_in_json(case, done))
        done, more = wrong_after(case, workshop, "italian", ["--lang", "it", *case.command])
        return wrong + more + wrong_in_italian(case, done)
    except (OSError, subprocess.TimeoutExpired) as error:
        return [f"the test itself fails or the program hangs: {error}"]


def main(names):
    unknown = set(names) - GROUPS.keys() - {case.name for case in CASES}
    program.check(not unknown, f"there are no such groups or cases: {sorted(unknown)}")
    cases = [case for group, members in GROUPS.items() for case in members
             if not names or group in names or case.name in names]
    program.check(len({case.name for case in CASES}) == len(CASES), "two cases have one name")
    with tempfile.TemporaryDirectory(prefix="cantiere-wrong-") as folder:
        workshop = Workshop(pathlib.Path(folder))
        packs = sandbox.contents(workshop.folder / "scenarios")
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            verdicts = list(pool.map(lambda case: examine(case, workshop), cases))
        program.check(sandbox.contents(workshop.folder / "scenarios") == packs, "the packs have changed")
    for case, wrong in zip(cases, verdicts):
        for text in wrong:
            print(f"{case.name}: {text}")
    unused = {path.stem for path in GOLDEN.glob("*.txt")} - {case.name for case in CASES}
    program.check(not unused, f"no case has these texts: {sorted(unused)}")
    good = sum(not wrong for wrong in verdicts)
    print(f"{good} of {len(cases)} wrong inputs refused as they should be")
    sys.exit(good != len(cases))


if __name__ == "__main__":
    main(sys.argv[1:])
