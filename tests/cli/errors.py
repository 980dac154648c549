#!/usr/bin/python3
"""Wrong inputs: exit code and whole text against tests/cli/errors.golden.

Usage: errors.py CASE   Exits 0 when the text is the golden one.
       errors.py        Lists the cases.
CANTIERE_UPDATE_GOLDEN=1 errors.py CASE writes the text instead.
"""
import os
import pathlib
import re
import resource
import subprocess
import sys

from program import PROGRAM, ROOT, SMALL, environment, temporary_folder

GOLDEN = pathlib.Path(__file__).with_name("errors.golden")
STUDY = "scenarios/studies/bad.toml"
STUDY_TEXT = """schema = 1
kind = "study"
id = "bad"
title = { it = "Uno studio", en = "A study" }
territory = "../territories/bari.toml"
law = "../laws/italy-2004.toml"
behaviour = "../behaviour/default.toml"
[horizon]
start = "2008-01"
burn_in_months = 36
months = 120
[experiment]
draws = 100
replicates = 5
seed = 2008
base = "as-usual"
[[scenario]]
id = "as-usual"
[[scenario]]
id = "programme"
policies = ["../policies/programme.toml"]
"""
POLICY_TEXT = """schema = 1
kind = "policy"
id = "programme"
title = { it = "Un programma", en = "A programme" }
[programme]
start_month = { value = 0, unit = "months", dist = "fixed", low = 0, high = 12, quality = "assumed" }
[network]
tie_target = { value = 0.6, unit = "share", dist = "fixed", low = 0.4, high = 0.8, quality = "assumed" }
[internship]
slots = { value = 30, unit = "slots", dist = "fixed", low = 20, high = 40, quality = "assumed" }
"""
RESULT = "good.h5"


def edited(pattern, replacement):
    """A check of the study of Bari with one line changed."""
    return lambda folder: write_study(folder, re.sub(pattern, replacement, bari(), count=1, flags=re.MULTILINE))


def appended(text):
    return lambda folder: write_study(folder, bari() + text)


def bari():
    return STUDY_TEXT


def write_study(folder, text):
    (folder / STUDY).write_bytes(text if isinstance(text, bytes) else text.encode())
    return ["check", STUDY]


def words(*line):
    return lambda folder: list(line)


def with_results(*line, damage=None):
    """A command on a good results file, damaged first where asked for."""
    def prepare(folder):
        made = subprocess.run([PROGRAM, "run", "bari", *SMALL, "-q", "-o", RESULT], cwd=folder, check=False,
                              capture_output=True, text=True, env=environment())
        if made.returncode != 0:
            sys.exit(made.stderr)
        if damage:
            path = folder / RESULT
            path.write_bytes(damage(path.read_bytes()))
        return list(line)
    return prepare


def policy(pattern, replacement):
    """A check of a study with one line of its policy changed."""
    def prepare(folder):
        text = re.sub(pattern, replacement, POLICY_TEXT, count=1)
        (folder / "scenarios/policies/programme.toml").write_text(text, encoding="utf-8")
        return write_study(folder, bari())
    return prepare


def extends_cycle(folder):
    other = "schema = 1\nkind = \"study\"\nextends = [\"bad.toml\"]\n"
    (folder / "scenarios/studies/other.toml").write_text(other, encoding="utf-8")
    return write_study(folder, "extends = [\"other.toml\"]\n" + bari())


CASES = {
    "unknown_command": (2, words("rnu", "bari")),
    "command_of_a_later_version": (2, words("evaluate", RESULT)),
    "unknown_option": (2, words("run", "bari", "--thredas", "3")),
    "option_of_a_later_version": (2, words("run", "bari", "--microdata", "3")),
    "option_without_value": (2, words("run", "bari", "--draws")),
    "value_that_is_no_number": (2, words("run", "bari", "--draws", "many")),
    "value_out_of_range": (2, words("run", "bari", "--threads", "0")),
    "option_given_twice": (2, words("run", "bari", "--seed", "1", "--seed", "2")),
    "set_without_value": (2, words("run", "bari", "--set", "internship.slots")),
    "output_of_several_studies": (2, words("run", "bari", "pistoia", "-o", "x.h5")),
    "unknown_breakdown": (2, words("compare", RESULT, "--by", "gruop")),
    "unreadable_condition": (2, words("compare", RESULT, "--fail-if", "0 < bari:starts < 5")),
    "unknown_base": (2, with_results("compare", RESULT, "--base", "as-usul")),
    "unknown_scenario_of_a_condition": (2, with_results("compare", RESULT, "--fail-if", "bari:starts > 0")),
    "unknown_variable_of_a_condition": (2, with_results("compare", RESULT, "--fail-if", "as-usual:start > 0")),
    "unknown_study": (3, words("run", "pistioa")),
    "missing_study_file": (3, words("run", "scenarios/studies/bary.toml")),
    "unknown_key_of_set": (3, words("run", "bari", "-n", "--set", "internship.slotz=3")),
    "unknown_scenario_of_only": (3, words("run", "bari", "-n", "--only", "bari-cantire")),
    "unknown_key": (3, edited(r"^months\s*=", "mnoths =")),
    "unknown_table": (3, appended("\n[horizn]\nx = 1\n")),
    "comma_decimal": (3, edited(r"^seed\s*=\s*\d+", "seed = 1,5")),
    "negative_draws": (3, edited(r"^draws\s*=\s*\d+", "draws = -3")),
    "text_for_a_number": (3, edited(r"^replicates\s*=\s*\d+", "replicates = \"many\"")),
    "missing_pack": (3, edited(r"^territory\s*=\s*\".*\"", "territory = \"../territories/bary.toml\"")),
    "pack_of_another_kind": (3, edited(r"^law\s*=\s*\".*\"", "law = \"../behaviour/default.toml\"")),
    "unknown_base_of_a_study": (3, edited(r"^base\s*=\s*\".*\"", "base = \"as-usuall\"")),
    "scenario_twice": (3, appended("\n[[scenario]]\nid = \"as-usual\"\n")),
    "null_twin_misnamed": (3, appended("\n[[scenario]]\nid = \"twin\"\nnull_twin = true\n")),
    "future_schema": (3, edited(r"^schema = 1", "schema = 2")),
    "module_not_built": (3, appended("\n[modules]\nmicrocredit = true\n")),
    "bad_start": (3, edited(r"^start\s*=\s*\".*\"", "start = \"2008-13\"")),
    "syntax_error": (3, edited(r"^\[experiment\]", "[experiment")),
    "empty_file": (3, lambda folder: write_study(folder, b"")),
    "binary_file": (3, lambda folder: write_study(folder, b"\x00\x01\x02\xff")),
    "extends_cycle": (3, extends_cycle),
    "share_above_one": (3, policy("value = 0.6", "value = 1.6")),
    "wrong_unit": (3, policy("unit = \"slots\"", "unit = \"months\"")),
    "policy_outside_the_horizon": (3, policy("value = 0, unit = \"months\", dist = \"fixed\", low = 0, high = 12",
                                             "value = 500, unit = \"months\", dist = \"fixed\", low = 0, high = 600")),
    "range_that_leaves_the_value_out": (3, policy("low = 20", "low = 35")),
    "unknown_source": (3, policy("quality = \"assumed\" }\n$", "source = \"no.such.row\", quality = \"found\" }\n")),
    "unknown_quality": (3, policy("\"assumed\"", "\"asumed\"")),
    "several_mistakes_at_once": (3, lambda folder: write_study(
        folder, bari().replace("draws =", "drwas =").replace("\nmonths =", "\nmoths =").replace("seed =", "sede ="))),
    "missing_results": (4, with_results("compare", "god.h5")),
    "text_file_as_results": (4, words("compare", "scenarios/studies/bari.toml")),
    "truncated_results": (4, with_results("compare", RESULT, damage=lambda data: data[:len(data) // 2])),
    "cut_head_of_results": (4, with_results("inspect", RESULT, damage=lambda data: data[:100])),
    "damaged_results": (4, with_results("compare", RESULT, damage=lambda data: data[:9000] + b"#" + data[9001:])),
    "results_in_the_way": (4, with_results("run", "bari", *SMALL, "--seed", "5", "-q", "-o", RESULT)),
    "no_such_folder": (4, words("run", "bari", *SMALL, "-q", "-o", "nowhere/x.h5")),
    "folder_that_refuses": (4, words("run", "bari", *SMALL, "-q", "-o", "/proc/closed.h5")),
    "disk_full_during_the_runs": (4, words("run", "bari", *SMALL, "-q", "-j", "1", "-o", "x.h5")),
    "disk_full_of_an_export": (4, with_results("export", RESULT)),
    "folder_as_output": (4, words("run", "bari", *SMALL, "-q", "-o", "scenarios")),
}

FULL_DISK = ("disk_full_during_the_runs", "disk_full_of_an_export")


def fill_disk():
    """Lets no file grow beyond 20 kB: the errors of a full disk, without one."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))


def layout(folder):
    """The shipped packs; studies and policies as copies, so that one can be changed."""
    packs = folder / "scenarios"
    (packs / "studies").mkdir(parents=True)
    for name in ("territories", "laws", "behaviour", "evidence"):
        (packs / name).symlink_to(ROOT / "scenarios" / name)
    (packs / "policies").mkdir()
    for policy_file in (ROOT / "scenarios/policies").glob("*.toml"):
        (packs / "policies" / policy_file.name).write_bytes(policy_file.read_bytes())
    (packs / "policies/programme.toml").write_text(POLICY_TEXT, encoding="utf-8")
    for study in (ROOT / "scenarios/studies").glob("*.toml"):
        (packs / "studies" / study.name).write_bytes(study.read_bytes())


def files_of(folder):
    """Every file with its bytes: a wrong input must change none."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file() and not path.name.endswith(".part")}


def outcome(case):
    """The words, the exit code and the text of a case."""
    code, prepare = CASES[case]
    with temporary_folder() as name:
        folder = pathlib.Path(name)
        layout(folder)
        line = prepare(folder)
        before = files_of(folder)
        done = subprocess.run([PROGRAM, *line], cwd=folder, capture_output=True, text=True, check=False, timeout=120,
                              env={**environment(), "CANTIERE_DATA": "scenarios"}, restore_signals=False,
                              preexec_fn=fill_disk if case in FULL_DISK else None)
        if files_of(folder) != before:
            sys.exit(f"{case}: files were changed: {files_of(folder).keys() ^ before.keys()}")
        if done.returncode != code:
            sys.exit(f"{case}: exit {done.returncode}, not {code}\n{done.stdout}{done.stderr}")
        text = re.sub(r"(eof = )\d+", r"\1N", (done.stdout + done.stderr).replace(name, "FOLDER"))
        return f"$ cantiere {' '.join(line)}\nexit {code}\n{text}"


def golden_texts():
    parts = re.split(r"^== (\w+)\n", GOLDEN.read_text(encoding="utf-8") if GOLDEN.exists() else "", flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2]))


def main():
    if len(sys.argv) != 2 or sys.argv[1] not in CASES:
        sys.exit("\n".join(CASES))
    case = sys.argv[1]
    found = outcome(case)
    golden = golden_texts()
    if os.environ.get("CANTIERE_UPDATE_GOLDEN"):
        golden[case] = found
        GOLDEN.write_text("".join(f"== {name}\n{golden[name]}" for name in CASES if name in golden), encoding="utf-8")
    elif golden.get(case) != found:
        sys.exit(f"expected:\n{golden.get(case, 'nothing')}\nfound:\n{found}")


if __name__ == "__main__":
    main()
