#!/usr/bin/python3
"""Shards: in any order, lost, damaged, strange, of failed runs; what they make is what the plain run makes.

Usage: shards.py CASE   Exits 0 when the case holds.
       shards.py        Lists the cases.
"""
import json
import shlex
import subprocess

from broken import PROGRAM, check, command, environment, main, report_of, run, sha256, whole


def shard(folder, index, count, *more, code=0, output=None):
    output = output or f"s{index}.h5"
    done = run(*command(output, "--shard", f"{index}/{count}", *more), folder=folder)
    check(done.returncode == code, f"shard {index}/{count} ends with {code}, not {done.returncode}: {done.stderr}")
    return done


def merged(folder, *shards, output="merged.h5", more=(), code=0):
    done = run("merge", *shards, "-o", output, *more, folder=folder)
    check(done.returncode == code, f"merge ends with {code}, not {done.returncode}: {done.stderr}")
    return done


def any_order(folder):
    """Any order, a shard twice, people too; the comparison is printed by merge alone."""
    wanted, _ = whole(folder)
    for index in (3, 1, 2):
        said = shard(folder, index, 3)
        check("people served" not in said.stdout, "a part of the runs is not compared")
        check("cantiere merge SHARD... -o FILE" in said.stdout, "but how shards are joined is said: " + said.stdout)
    again = shard(folder, 2, 3)
    check("nothing to run" in again.stderr, "a finished shard is kept")
    for number, order in enumerate((("s1.h5", "s2.h5", "s3.h5"), ("s3.h5", "s2.h5", "s1.h5", "s2.h5"))):
        said = merged(folder, *order, output=f"m{number}.h5")
        check(sha256(folder / f"m{number}.h5") == wanted, "the bytes are those of the plain run")
        check("people served" in said.stdout, "the results are compared: " + said.stdout)
    again = merged(folder, "s1.h5", "s2.h5", "s3.h5", output="m0.h5")
    check("nothing to merge" in again.stderr, "results that are there are kept")
    plain, _ = whole(folder, "people.h5", "--microdata", "30")
    for index in (1, 2):
        shard(folder, index, 2, "--microdata", "30", output=f"p{index}.h5")
    merged(folder, "p2.h5", "p1.h5", output="mp.h5")
    check(sha256(folder / "mp.h5") == plain, "and so with the people one by one")
    report = json.loads((folder / "m0.run.json").read_text())
    check(report["runs"] == report["resumed"] and report["command_line"][1] == "merge", f"the run log: {report}")


def told(folder):
    """What is wrong with shards is told, with what to do, and nothing is written."""
    for index in (1, 3):
        shard(folder, index, 3)
    lost = merged(folder, "s3.h5", "s1.h5", code=4)
    check("27 of 80 blocks are in none of the shards: draw 0 replicate 1" in lost.stderr, lost.stderr)
    check("shard 2/3 is not among them" in lost.stderr, lost.stderr)
    advice = lost.stderr.split("merge again with it: ")[1].splitlines()[0]
    words = shlex.split(advice)
    check(words[1:3] == ["run", "study.toml"] and "2/3" in words, f"a command is given: {words}")
    made = subprocess.run([PROGRAM, *words[1:]], cwd=folder, env=environment(), capture_output=True, check=False)
    check(made.returncode == 0, f"which makes the shard: {made}")
    check("no such file" in merged(folder, "s1.h5", "s9.h5", code=4).stderr.lower(), "a missing file is told")
    check("this is no shard" in merged(folder, "s1.h5", "study.toml", code=4).stderr, "and what is no shard")
    other = run(*command("other.h5", "--seed", "8", "--shard", "2/3"), folder=folder)
    check(other.returncode == 0, "a shard of another seed: " + other.stderr)
    said = merged(folder, "s1.h5", "other.h5", "s3.h5", code=4).stderr
    check("of other inputs than s1.h5" in said and "seed" in said and "--shard 2/3" in said, said)
    data = bytearray((folder / "s3.h5").read_bytes())
    data[len(data) // 2] ^= 4
    (folder / "s3.h5").write_bytes(data)
    said = merged(folder, "s1.h5", "shard-2-of-3.h5", "s3.h5", code=4).stderr
    check("truncated or damaged" in said and "--shard 3/3" in said and "--overwrite" in said, said)
    check("this is a shard of results" in run("compare", "s1.h5", folder=folder).stderr, "a shard is no results file")
    for words in (("--shard", "4/3"), ("--shard", "0/3"), ("--shard", "3"), ("--shard", "1/3", "--trace", "5")):
        wrong = run(*command("x.h5", *words), folder=folder)
        check(wrong.returncode == 2, f"{words} are refused: {wrong.stderr}")
    check(not (folder / "merged.h5").exists() and not (folder / "x.h5").exists(), "nothing is written")


CROWD = ("run", "study.toml", "--draws", "4", "--replicates", "1", "--months", "2", "-j", "1",
         "--set", "population.residents_in_need=60000", "--shard", "2/2", "-o", "s2.h5")


def failed_runs(folder):
    """Runs that fail are listed by the shard and by merge, and give way to those of the same command later."""
    first = list(CROWD)
    first[-1], first[-3] = "s1.h5", "1/2"
    check(run(*first, "-q", folder=folder).returncode == 0, "one shard has room")
    for megabytes in range(40, 1000, 10):
        words = ["prlimit", f"--as={megabytes << 20}", PROGRAM, *CROWD, "--json"]
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True, env=environment(), check=False)
        if done.returncode == 1 and done.stdout.startswith("{") and json.loads(done.stdout)["failed"]:
            break
        check(done.returncode != 0, "runs fail before all of them have room enough")
    report = report_of("merge", "s1.h5", "s2.h5", "-o", "merged.h5", folder=folder, code=1)
    check(report["failed"] == len(report["failures"]) > 0, f"merge lists them too: {report}")
    check("memory" in report["failures"][0]["message"], report)
    (folder / "s2.h5").rename(folder / "poor.h5")
    check(run(*CROWD, "-q", folder=folder).returncode == 0, "with room, the shard is finished")
    done = run("merge", "poor.h5", "s1.h5", "s2.h5", "-o", "merged.h5", folder=folder)
    check(done.returncode == 0, "and takes the place of the failed runs: " + done.stderr)
    plain = run(*CROWD[:-4], "-o", "plain.h5", "-q", folder=folder)
    check(plain.returncode == 0 and sha256(folder / "plain.h5") == sha256(folder / "merged.h5"), "the same bytes")


if __name__ == "__main__":
    main([any_order, told, failed_runs])
