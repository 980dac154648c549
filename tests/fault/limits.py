#!/usr/bin/python3
"""Limits and choices of a run that change no result: own burn-ins, time, memory, threads, instruction sets.

Usage: limits.py CASE   Exits 0 when the case holds.
       limits.py        Lists the cases.
"""
import json
import subprocess
import time

from broken import PROGRAM, check, command, environment, main, report_of, run, sha256, whole


def own_burn_ins(folder):
    """--no-fork simulates every scenario from its own burn-in: more months, the same bytes."""
    forked = report_of(*command("forked.h5"), folder=folder)
    own = report_of(*command("own.h5", "--no-fork"), folder=folder)
    check(sha256(folder / "forked.h5") == sha256(folder / "own.h5"), "SHA-256 of both are equal")
    check(own["resident_months"] > forked["resident_months"], "though more is simulated")
    print("SHA-256", sha256(folder / "own.h5"))


def threads(folder):
    sums = {whole(folder, f"t{number}.h5", "-j", str(number))[0] for number in (1, 2, 7)}
    check(len(sums) == 1, f"1, 2 and 7 threads give the same bytes: {sums}")


def time_limit(folder):
    """A limit ends a run with 130 near the time, resumable; a limit far off changes nothing."""
    wanted, _ = whole(folder)
    long = ("--draws", "4000", "--replicates", "5")
    for limit in ("2", "2s", "00:02", "0:00:02"):
        began = time.time()
        done = run(*command("late.h5")[:2], *long, "-o", "late.h5", "--time-limit", limit, folder=folder)
        check(done.returncode == 130, f"--time-limit {limit} ends with 130, not {done.returncode}: {done.stderr}")
        check(time.time() - began < 30, "near the time")
        check("time limit of 2 s" in done.stderr and "give the same command again" in done.stderr, done.stderr)
        check((folder / "late.h5.part").exists() and not (folder / "late.h5").exists(), "finished blocks are kept")
    for limit in ("1h30m", "01:00:00", "1-00:00:00", "90m"):
        done = run(*command("easy.h5", "--time-limit", limit, "--overwrite"), folder=folder)
        check(done.returncode == 0 and sha256(folder / "easy.h5") == wanted, f"{limit} is far off: {done.stderr}")
    for limit in ("0", "soon", "-5", "1x", "1:2:3", ""):
        wrong = run(*command("x.h5", "--time-limit", limit), folder=folder)
        check(wrong.returncode == 2 and "--time-limit" in wrong.stderr, f"{limit} is refused: {wrong.stderr}")


def memory(folder):
    """A limit on address space lowers the threads, said so; the plan tells the estimate."""
    plan = report_of(*command("x.h5", "--dry-run"), folder=folder)["memory"]
    check(plan["bytes_per_block"] > 0 and plan["threads"] >= 1 and plan["limited_by"], f"the plan: {plan}")
    text = run(*command("x.h5", "--dry-run"), folder=folder).stdout
    check("memory: about" in text and "for each block that runs" in text, text)
    words = ["prlimit", f"--as={600 << 20}", PROGRAM, *command("small.h5", "-j", "64")]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, env=environment(), check=False)
    check(done.returncode == 0 and "instead of 64" in done.stderr, f"fewer threads, with a remark: {done.stderr}")
    check("ulimit -v" in done.stderr, "which says what limits them: " + done.stderr)
    check(json.loads((folder / "small.run.json").read_text())["threads"] < 64, "and the run log says how many")
    check(sha256(folder / "small.h5") == whole(folder)[0], "with the same bytes")


def instructions(folder):
    """CANTIERE_INSTRUCTIONS is honoured, or refused; results do not depend on it."""
    wanted, _ = whole(folder)
    done = run(*command("portable.h5", "-q"), folder=folder, env=environment(CANTIERE_INSTRUCTIONS="portable"))
    check(done.returncode == 0 and sha256(folder / "portable.h5") == wanted, "portable gives the same bytes")
    done = run(*command("x.h5"), folder=folder, env=environment(CANTIERE_INSTRUCTIONS="axv2"))
    check(done.returncode == 2, f"an unknown word ends with 2: {done.returncode}")
    check("CANTIERE_INSTRUCTIONS is \"axv2\"" in done.stderr and "avx2" in done.stderr, "and is told: " + done.stderr)
    flags = open("/proc/cpuinfo", encoding="utf-8").read()
    for name, flag in (("avx2", " avx2"), ("avx512", " avx512vl")):
        done = run(*command(f"{name}.h5", "-q"), folder=folder, env=environment(CANTIERE_INSTRUCTIONS=name))
        if flag in flags:
            check(done.returncode == 0 and sha256(folder / f"{name}.h5") == wanted, f"{name} gives the same bytes")
        else:
            check(done.returncode == 2 and "this processor lacks" in done.stderr, f"no {name} here: {done.stderr}")


if __name__ == "__main__":
    main([own_burn_ins, threads, time_limit, memory, instructions])
