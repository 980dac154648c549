#!/usr/bin/python3
"""kill -9 at random moments: nothing finished is lost, nothing reads as complete that is not, the bytes are the same.

Usage: kills.py CASE   Exits 0 when the case holds. CANTIERE_TEST_SCALE=full kills fifty times.
       kills.py        Lists the cases.
"""
from broken import PROGRAM, chance, check, command, killed_after, main, report_of, run, sha256, times, whole


def kill_until_done(folder, output, wanted, most, more=()):
    """Kills a command again and again at random moments of the time it takes; what it has when it is done is right."""
    luck = chance()
    log = folder / (output + ".part")
    _, seconds = whole(folder, "time.h5", *more)
    kills = finished = 0
    while kills < most:
        in_time = killed_after([PROGRAM, *command(output, *more)], luck.uniform(0.02, 1.0) * seconds, folder)
        kills += in_time
        seconds *= 1.03 if in_time else 0.85  # other work on the machine comes and goes
        if (folder / output).exists():
            check(sha256(folder / output) == wanted, "a file of the name of the results is complete and right")
            finished += 1
            (folder / output).unlink()
            log.unlink(missing_ok=True)
    print(f"{kills} kills, {finished} times the results were there before the kill came")
    report = report_of(*command(output, "--resume", *more), folder=folder)
    check(sha256(folder / output) == wanted, f"what is resumed has the same bytes: {report}")
    check(not log.exists() and not list(folder.glob(output + "*.writing")), "nothing unfinished stays")


def runs(folder):
    wanted, _ = whole(folder)
    kill_until_done(folder, "killed.h5", wanted, times(4, 50))


def people(folder):
    """With /microdata there are two logs, and the file is built on the disk."""
    more = ("--microdata", "40")
    wanted, _ = whole(folder, "whole.h5", *more)
    kill_until_done(folder, "killed.h5", wanted, times(3, 30), more)


def shards(folder):
    """A shard is lost, killed, started again by whoever finds it missing, and merged."""
    wanted, seconds = whole(folder)
    luck = chance()
    for index in (3, 1, 2):
        words = command(f"s{index}.h5", "--shard", f"{index}/3")
        for _ in range(times(1, 10)):
            killed_after([PROGRAM, *words], luck.uniform(0.02, 0.4) * seconds, folder)
        lost = run("merge", *(path.name for path in sorted(folder.glob("s?.h5"))), "-o", "early.h5", folder=folder) \
            if list(folder.glob("s?.h5")) else None
        check(lost is None or index == 2 and lost.returncode in (0, 4) or lost.returncode == 4, "too early to merge")
        done = run(*words, "-q", folder=folder)
        check(done.returncode == 0, "the same command finishes the shard: " + done.stderr)
    merge = [PROGRAM, "merge", "s2.h5", "s3.h5", "s1.h5", "-o", "merged.h5"]
    for _ in range(times(2, 20)):
        killed_after(merge, luck.uniform(0.005, 0.3), folder)
        if (folder / "merged.h5").exists():
            check(sha256(folder / "merged.h5") == wanted, "what is there is whole")
            (folder / "merged.h5").unlink()
    done = run(*merge[1:], folder=folder)
    check(done.returncode == 0 and sha256(folder / "merged.h5") == wanted, "merged, the same bytes: " + done.stderr)


if __name__ == "__main__":
    main([runs, people, shards])
