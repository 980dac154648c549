#!/usr/bin/python3
"""Breaks the model on purpose, one formula at a time, and sees whether a test notices.

    tests/mutations/run.py [ROW | FIRST-LAST]...     rows of mutations.tsv, all without numbers

Works in build/mutants on a copy of the sources. Whatever can be broken by a switch is built once, with every
broken statement beside the sound one, and chosen by an environment variable; what cannot is built by itself.
Prints a line a mutation: killed and by which test, SURVIVED, does not compile, or not found (the line has
changed: renew the row). Exits 1 unless all are killed.
"""

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "build" / "mutants"
SOURCE = WORK / "source"
BUILD = WORK / "build"
JOBS = os.cpu_count() or 1
LIMIT_SECONDS = 300

# In the order in which they notice most for their time.
QUICK = WORK / "quick_unit_tests.txt"
SUITES = [("verification", ["*naive*"]), ("unit", ["--input-file", QUICK]), ("unit", []),
          ("verification", ["~*naive*"]), ("property", [])]
QUICK_SECONDS = 0.2

SWITCH = """#pragma once
#include <cstdlib>
#include <type_traits>
inline const int cantiere_mutant_chosen = [] {
    const char* row = std::getenv("CANTIERE_MUTANT");
    return row == nullptr ? 0 : std::atoi(row);
}();
constexpr bool cantiere_mutant(int row) {
    return std::is_constant_evaluated() ? false : cantiere_mutant_chosen == row;
}
"""


class Row:
    def __init__(self, number, line):
        self.number = number
        self.file, self.rule, self.kind, self.sound, self.broken = line.split("\t")
        self.verdict = None

    def __str__(self):
        return "\t".join([str(self.number), self.file, self.rule, self.kind, self.verdict])


def read_rows():
    lines = (ROOT / "tests/mutations/mutations.tsv").read_text().splitlines()
    return [Row(number, line) for number, line in enumerate(lines, 1)]


def write(file, text):
    """Writes a file, unless it says so already: what has not changed is not built again."""
    if not file.exists() or file.read_text() != text:
        file.write_text(text)


def copy_sources(changed):
    """Copies the tree; files that are written with their switches are copied the first time alone."""
    for name in subprocess.check_output(["git", "ls-files"], cwd=ROOT, text=True).splitlines():
        to = SOURCE / name
        to.parent.mkdir(parents=True, exist_ok=True)
        same = to.exists() and to.read_bytes() == (ROOT / name).read_bytes()
        if not to.exists() or (name not in changed and not same):
            shutil.copy(ROOT / name, to)
    shared = ROOT.parent / "shared"
    link = WORK / "shared"
    if shared.is_dir() and not link.exists():
        link.symlink_to(shared)


# --- Broken statements beside sound ones -------------------------------------------------------------------


def code_of(line):
    return line.split(" // ")[0].rstrip()


def ends_statement(line):
    text = code_of(line).strip()
    header = re.fullmatch(r"(\} )?(else )?(if|for|while) \(.*\)|else", text) and is_balanced(text)
    goes_on = re.search(r"(^return|=| [A-Za-z]\w* [a-z]\w*)( [\w:<>]+)?\{$", text)  # of a value, not a block
    return text == "" or text.startswith("//") or (text[-1] in ";{}:" and not goes_on) or bool(header)


def is_balanced(text):
    return all(text.count(opening) == text.count(closing) for opening, closing in ("()", "[]", "{}"))


def statement_around(lines, at):
    """First and last line of the statement that holds line `at`, or None."""
    first = at
    while first > 0 and not ends_statement(lines[first - 1]):
        first -= 1
    for last in range(at, min(at + 12, len(lines))):
        text = " ".join(code_of(line).strip() for line in lines[first : last + 1])
        if text.endswith(";") and is_balanced(text):
            return first, last
        if text.endswith(") {") and is_balanced(text[:-1]):
            return first, last
    return None


def switched(sound, broken, number):
    """One statement that is the broken one where mutant `number` is chosen, or None."""
    test = f"cantiere_mutant({number})"
    if sound.endswith("{"):
        conditions = [re.fullmatch(r"(if|while) \((.*)\) \{", text) for text in (sound, broken)]
        if not all(conditions):
            return None
        return f"{conditions[0][1]} ({test} ? ({conditions[1][2]}) : ({conditions[0][2]})) {{"
    declared = re.match(r"(?!return\b)((?:const(?:expr)? )?[A-Za-z_][\w:<>&*, ]* [\w&*]+ = )(.*);$", sound)
    if declared and broken.startswith(declared[1]):
        if "constexpr" in declared[1]:
            return None
        return f"{declared[1]}{test} ? ({broken[len(declared[1]):-1]}) : ({declared[2]});"
    built = [re.match(r"(const ([A-Z]\w*) \w+) ?(\{.*\});$", text) for text in (sound, broken)]
    if all(built):
        return f"{built[0][1]} = {test} ? {built[1][2]}{built[1][3]} : {built[0][2]}{built[0][3]};"
    if re.match(r"(const|constexpr|auto|else|case|using|static)\b", sound):
        return None
    return f"if ({test}) {{ {broken} }} else {{ {sound} }}"


def switch_in(lines, row):
    """Puts the broken statement beside the sound one; returns whether that could be done."""
    places = [i for i, line in enumerate(lines) if line == row.sound]
    if len(places) != 1:
        row.verdict = "not found"
        return False
    found = statement_around(lines, places[0])
    if found is None or any("cantiere_mutant" in line for line in lines[found[0] : found[1] + 1]):
        return False
    first, last = found
    sound = [code_of(line).strip() for line in lines[first : last + 1]]
    broken = list(sound)
    broken[places[0] - first] = code_of(row.broken).strip()
    both = switched(" ".join(sound), " ".join(broken), row.number)
    if both is None:
        return False
    lines[first : last + 1] = [both] + [""] * (last - first)
    row.place = (row.file, first + 2)  # one line down: the include of the switch comes first
    return True


def write_switches(rows, files):
    """Writes the files with all switches of the rows, sound where they have none; returns the rows that have one."""
    with_switch = []
    for file in sorted(files):
        lines = (ROOT / file).read_text().splitlines()
        own = [row for row in rows if row.file == file and switch_in(lines, row)]
        head = 1 if lines[0] == "#pragma once" else 0
        lines.insert(head, '#include "mutant.h"')
        write(SOURCE / file, "\n".join(lines) + "\n" if own else (ROOT / file).read_text())
        with_switch += own
    return with_switch


# --- Building and testing ----------------------------------------------------------------------------------


def configure():
    command = ["cmake", "-S", SOURCE, "-B", BUILD, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release",
               "-DCMAKE_CXX_FLAGS_RELEASE=-O1", f"-DCMAKE_CXX_FLAGS=-I{SOURCE}"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def build(*suites):
    """Builds the programs of tests; returns what the compiler said, or None where all went well."""
    targets = [f"tests_{suite}" for suite in suites]
    command = ["cmake", "--build", BUILD, "-j", str(JOBS), "--target", *targets, "--", "-k", "0"]
    done = subprocess.run(command, text=True, capture_output=True)
    return None if done.returncode == 0 else done.stdout + done.stderr


def failing_test(suite, tests, mutant):
    """The first test that fails, or None."""
    program = BUILD / "tests" / suite / f"tests_{suite}"
    environment = dict(os.environ, CANTIERE_MUTANT=str(mutant))
    command = [program, "--abort", *tests]
    try:
        done = subprocess.run(command, cwd=SOURCE, env=environment, text=True, capture_output=True,
                              errors="replace", timeout=LIMIT_SECONDS)
    except subprocess.TimeoutExpired:
        return f"{suite}: does not end"
    if done.returncode == 0:
        return None
    named = re.search(r"^-{20,}\n(.*)$", done.stdout, re.M)
    return f"{suite}: {named[1] if named else f'ends with {done.returncode}'}"


def list_quick_tests():
    """Lists the unit tests that take little time, to be run first."""
    program = BUILD / "tests/unit/tests_unit"
    told = subprocess.run([program, "--durations", "yes"], cwd=SOURCE, text=True, capture_output=True,
                          errors="replace").stdout
    timed = re.findall(r"^([0-9.]+) s: (.*)$", told, re.M)
    QUICK.write_text("".join(f"{name}\n" for seconds, name in timed if float(seconds) < QUICK_SECONDS))


def judge(mutant, built=True):
    for suite, tests in SUITES:
        if not built and build(suite) is not None:
            return "does not compile"
        failing = failing_test(suite, tests, mutant)
        if failing:
            return failing
    return "SURVIVED"


def build_switches(rows):
    """Builds with every switch that compiles; returns their rows."""
    files = {row.file for row in rows}
    while True:
        chosen = write_switches(rows, files)
        said = build(*{suite for suite, _ in SUITES})
        if said is None:
            return chosen
        places = {(name, int(line)) for name, line in
                  re.findall(r"/source/((?:model|scenarios|outputs|analysis)/[\w/.]+):(\d+):\d+: error", said)}
        guilty = {row.number for row in chosen if row.place in places}
        if not guilty:
            sys.exit(said[-4000:])
        rows = [row for row in rows if row.number not in guilty]


def judge_alone(row):
    """Breaks the one line, builds and tests."""
    file = SOURCE / row.file
    text = (ROOT / row.file).read_text()
    file.write_text("\n".join(row.broken if line == row.sound else line for line in text.splitlines()) + "\n")
    row.verdict = judge(0, built=False)
    file.write_text(text)


def asked_for(words, count):
    """The numbers of rows that the command line names."""
    asked = set()
    for word in words or [f"1-{count}"]:
        first, _, last = word.partition("-")
        asked.update(range(int(first), int(last or first) + 1))
    return asked


def report(row):
    print(row, flush=True)


def main():
    all_rows = read_rows()
    asked = asked_for(sys.argv[1:], len(all_rows))
    rows = [row for row in all_rows if row.number in asked]
    SOURCE.mkdir(parents=True, exist_ok=True)
    copy_sources({row.file for row in all_rows})
    write(SOURCE / "mutant.h", SWITCH)
    configure()
    switches = [row for row in build_switches(all_rows) if row in rows]
    list_quick_tests()
    unbroken = judge(0)
    if unbroken != "SURVIVED":
        sys.exit(f"the tests fail without any mutation: {unbroken}")

    def judge_by_switch(row):
        row.verdict = judge(row.number)
        report(row)

    with ThreadPoolExecutor(JOBS) as pool:
        list(pool.map(judge_by_switch, switches))
    alone = [row for row in rows if row.verdict is None]
    if alone:
        for row in all_rows:
            write(SOURCE / row.file, (ROOT / row.file).read_text())
    for row in alone:
        judge_alone(row)
        report(row)
    for row in rows:
        if row.verdict == "not found":
            report(row)
    left = [row for row in rows if row.verdict in ("SURVIVED", "does not compile", "not found")]
    print(f"{len(left)} of {len(rows)} not killed")
    sys.exit(1 if left else 0)


if __name__ == "__main__":
    main()
