#!/usr/bin/python3
"""run --precision, seen from outside.

Usage: precision.py CASE   Runs one case, a function of this file; exits 0 when it holds.
"""
import json
import pathlib
import signal
import sys
import time

from program import SMALL, cantiere, check, temporary_folder
from sandbox import sha256, start

# Ten draws of one replicate a block: a study of seconds that needs several.
ASKED = ["run", "bari", *SMALL[:6], "--draws", "10", "--replicates", "1", "--only", "bari-cantiere"]
STARTS = ["--contrast", "bari-cantiere:starts"]


def reached(folder, name, *words):
    report = json.loads(cantiere(*ASKED, *words, "--json", "-o", folder / name).stdout)
    return report, report["precision"]


def blocks_are_added_until_precise():
    with temporary_folder() as name:
        folder = pathlib.Path(name)
        report, told = reached(folder, "a.h5", *STARTS, "--precision", "30%", "-j", "1")
        check(told["reached"] and told["relative"] and told["target"] == 0.3, told)
        check(told["draws"] >= 30 and told["draws"] % 10 == 0 and told["draws_per_block"] == 10, told)
        check(told["half_width"] < told["asked"] == 0.3 * abs(told["mean"]), told)
        check([look["draws"] for look in told["looks"]] == list(range(30, told["draws"] + 1, 10)), told)
        check(all(look["half_width"] >= look["asked"] for look in told["looks"][:-1]), "no look before was enough")
        check("slightly too narrow" in told["note"], told)
        check(report["runs"] == 2 * told["draws"] and report["resumed"] == 0, report)
        check(json.loads((folder / "a.run.json").read_text())["precision"] == told, "the run log says the same")
        compared = json.loads(cantiere("compare", folder / "a.h5", "--json").stdout)
        starts = next(s for s in compared["scenarios"] if s["id"] == "bari-cantiere")["difference"]["starts"]
        check(abs(starts["high"] - starts["mean"] - told["half_width"]) < 1e-9, "compare has the same interval")
        verified = json.loads(cantiere("verify", folder / "a.h5", "--json").stdout)
        check(verified["identical"] and verified["runs_checked"] == report["runs"], verified)
        again = json.loads(cantiere(*ASKED, *STARTS, "--precision", "30%", "--json", "-o", folder / "a.h5").stdout)
        check(again["already_there"] and again["precision"] == told, "the same command runs nothing and says the same")
        kept = sha256(folder / "a.h5")
        refused = cantiere(*ASKED, *STARTS, "--precision", "1000", "-o", folder / "a.h5", code=4)
        check("asks for another number" in refused.stderr, refused.stderr)
        plain = [*ASKED, "--set", "experiment.hypercube_draws=10"]
        plain[plain.index("--draws") + 1] = str(told["draws"])
        cantiere(*plain, "-o", folder / "plain.h5")
        check(sha256(folder / "plain.h5") == kept, "as many draws at once have the same bytes")
        check(sha256(folder / "a.h5") == kept, "a finished file is kept")


def any_threads_and_any_kill_end_alike():
    with temporary_folder() as name:
        folder = pathlib.Path(name)
        words = [*STARTS, "--precision", "30%"]
        reached(folder, "one.h5", *words, "-j", "1")
        reached(folder, "three.h5", *words, "-j", "3")
        check(sha256(folder / "one.h5") == sha256(folder / "three.h5"), "threads change no byte")
        log = folder / "killed.h5.part"
        for size in (200_000, 3_000_000):
            process = start(*ASKED, *words, "-j", "1", "-o", "killed.h5", folder=folder)
            while process.poll() is None and (not log.exists() or log.stat().st_size < size):
                time.sleep(0.005)
            if process.poll() is not None:
                break  # it had fewer blocks than that
            process.send_signal(signal.SIGKILL)
            process.wait()
        reached(folder, "killed.h5", *words)
        check(sha256(folder / "killed.h5") == sha256(folder / "one.h5"), "kills change no byte")
        check(not log.exists(), "the log is gone")


def one_block_that_is_enough_is_the_plain_run():
    with temporary_folder() as name:
        folder = pathlib.Path(name)
        words = [*ASKED]
        words[words.index("--draws") + 1] = "30"
        cantiere(*words, "-o", folder / "plain.h5")
        cantiere(*words, *STARTS, "--precision", "1000", "-o", folder / "enough.h5")
        check(sha256(folder / "plain.h5") == sha256(folder / "enough.h5"), "the same bytes")


def most_draws_are_told():
    with temporary_folder() as name:
        folder = pathlib.Path(name)
        done = cantiere(*ASKED, *STARTS, "--precision", "1e-6", "--max-draws", "45", "-o", folder / "a.h5")
        check("precision not reached" in done.stderr and "would be needed (--max-draws)" in done.stderr, done.stderr)
        report, told = reached(folder, "b.h5", *STARTS, "--precision", "1e-6", "--max-draws", "45")
        check(not told["reached"] and told["draws"] == 40 and told["most"] == 40, told)
        plan = cantiere(*ASKED, *STARTS, "--precision", "2", "-n").stdout
        check("in blocks of 10 draws, from 30 to 1000, until bari-cantiere:starts is known to ± 2" in plan, plan)


def one_draw_adds_replicates():
    with temporary_folder() as name:
        folder = pathlib.Path(name)
        words = [*ASKED, *STARTS]
        words[words.index("--draws") + 1] = "1"
        words[words.index("--replicates") + 1] = "15"
        report = json.loads(cantiere(*words, "--precision", "1000", "--json", "-o", folder / "a.h5").stdout)
        check(report["precision"]["replicates"] == 30 and report["precision"]["draws"] == 1, report)
        cantiere("verify", folder / "a.h5")


CASES = {case.__name__: case for case in (blocks_are_added_until_precise, any_threads_and_any_kill_end_alike,
                                          one_block_that_is_enough_is_the_plain_run, most_draws_are_told,
                                          one_draw_adds_replicates)}

if __name__ == "__main__":
    CASES[sys.argv[1]]()
