#!/usr/bin/python3
"""Breaks runs in the middle: what was finished is kept, and the same command ends in the same bytes.

Usage: faults.py CASE   Exits 0 when the case holds.
       faults.py        Lists the cases.
"""
import json
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from program import PROGRAM, check, environment  # noqa: E402
from sandbox import contents, run, sha256, start  # noqa: E402
from wrong_case import STUDY  # noqa: E402

HEADER = 88  # bytes of the log before its first record
TWO_BLOCKS = 80_000  # bytes; a record of this study has 39 kB, and the last one may be torn
DRAWS = 240
SIZE = ("--draws", str(DRAWS), "--replicates", "1")


def command(output, *more):
    return ["run", "study.toml", *SIZE, "-o", output, *more]


def reference(folder):
    """The checksum of a run that nothing disturbs."""
    done = run(*command("whole.h5", "-q"), folder=folder)
    check(done.returncode == 0, "an undisturbed run ends well: " + done.stderr)
    return sha256(folder / "whole.h5")


def size(path):
    return path.stat().st_size if path.exists() else 0


def wait_for_blocks(process, log, beyond=HEADER):
    """Waits until blocks have been added to the log of a running command."""
    for _ in range(6000):
        if size(log) > beyond:
            return
        check(process.poll() is None, "the run is still going on when it is disturbed")
        time.sleep(0.005)
    check(False, "a block is written in 30 seconds")


def start_and_stop(folder, output, how):
    """Starts a run, waits for a new block, sends a signal; returns the process that has ended."""
    log = folder / (output + ".part")
    process = start(*command(output, "-j", "1"), folder=folder, stderr=subprocess.PIPE, text=True)
    wait_for_blocks(process, log, max(HEADER, size(log)) + TWO_BLOCKS)
    process.send_signal(how)
    _, process.said = process.communicate(timeout=60)
    check(not (folder / output).exists(), "no results file is there before the last run")
    check(size(log) > HEADER, "the log of finished blocks is kept")
    return process


def finish(folder, output, wanted, *more):
    """Gives the command again; it must go on from what was kept and end in the wanted bytes."""
    done = run("--json", *command(output, *more), folder=folder)
    check(done.returncode == 0, "the same command ends well: " + done.stderr)
    report = json.loads(done.stdout)
    check(0 < report["resumed"] < report["runs"], f"some runs are not repeated: {report}")
    check(sha256(folder / output) == wanted, "the results have the same bytes as those of an undisturbed run")
    check(not (folder / (output + ".part")).exists(), "the log is gone when the results are written")
    check(not list(folder.glob("*.writing")), "no half-written results file stays")


def killed(folder):
    wanted = reference(folder)
    for _ in range(3):
        process = start_and_stop(folder, "killed.h5", signal.SIGKILL)
        check(process.returncode == -signal.SIGKILL, "kill -9 ended it")
    finish(folder, "killed.h5", wanted)


def torn_record(folder):
    """A power cut leaves half a record at the end, and garbage in the middle."""
    wanted = reference(folder)
    start_and_stop(folder, "torn.h5", signal.SIGKILL)
    start_and_stop(folder, "torn.h5", signal.SIGKILL)
    log = folder / "torn.h5.part"
    data = bytearray(log.read_bytes())
    data[HEADER + 40] ^= 1
    log.write_bytes(data + b"BLCK" + bytes(5000))
    finish(folder, "torn.h5", wanted)


def interrupted(folder):
    wanted = reference(folder)
    for how in (signal.SIGINT, signal.SIGTERM):
        process = start_and_stop(folder, "stopped.h5", how)
        check(process.returncode == 130, f"{how.name} ends it with 130, not {process.returncode}")
        check("give the same command again" in process.said, "it says how to go on")
        said = "(Ctrl-C again stops now); finished work is kept in stopped.h5.part"
        check(said in process.said, "it answers at once: " + process.said)
    process = start(*command("twice.h5", "-j", "1"), folder=folder, stderr=subprocess.PIPE, text=True)
    wait_for_blocks(process, folder / "twice.h5.part")
    process.send_signal(signal.SIGINT)
    time.sleep(0.001)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    check(process.returncode == 130, f"the second ends it with 130 too, not {process.returncode}")
    finish(folder, "stopped.h5", wanted, "--resume")


def file_size_limit(folder):
    """Where files may not grow (ulimit -f), with the log and with the results file itself."""
    wanted = reference(folder)
    before = contents(folder)
    limited = ["prlimit", "--fsize=120000", PROGRAM, *command("small.h5", "-j", "1")]
    done = subprocess.run(limited, cwd=folder, capture_output=True, text=True, env=environment(), check=False)
    check(done.returncode == 4, f"a full disk ends it with 4, not {done.returncode}: {done.stderr}")
    check("the disk is full" in done.stderr and "small.h5.part" in done.stderr, "it says so: " + done.stderr)
    check(not (folder / "small.h5").exists(), "no half-written results file is there")
    after = contents(folder)
    check({name: after.get(name) for name in before} == before, "nothing else has changed")
    finish(folder, "small.h5", wanted)


FULL_DISK = """
set -e
mkdir disk
mount -t tmpfs -o size=256k none disk
set +e
"$@"
echo "first: $?"
ls disk
mount -o remount,size=64m none disk
"$@"
echo "second: $?"
ls disk
cp disk/full.h5 .
"""


def full_disk(folder):
    """A file system of 256 kB; then there is room. Needs the right to mount, in a name space of its own."""
    allowed = subprocess.run(["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False)
    if allowed.returncode != 0:
        print("left out: this machine lets no test mount a file system")
        sys.exit(0)
    wanted = reference(folder)
    words = ["unshare", "-m", "bash", "-c", FULL_DISK, "bash", PROGRAM, *command("disk/full.h5", "-q")]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, env=environment(), check=False)
    said = done.stdout.split("second:")
    check("first: 4\nfull.h5.part\n" in said[0], f"a full disk ends it with 4 and keeps the log: {done}")
    check("the disk is full" in done.stderr, "it says so: " + done.stderr)
    check(said[1].startswith(" 0\nfull.h5\n"), f"with room, the same command ends well: {done}")
    check(sha256(folder / "full.h5") == wanted, "the results have the same bytes as on an empty disk")


def two_processes(folder):
    wanted = reference(folder)
    first = start(*command("shared.h5", "-j", "1"), folder=folder)
    wait_for_blocks(first, folder / "shared.h5.part")
    second = run(*command("shared.h5"), folder=folder)
    check(first.poll() is None, "the first still runs when the second has ended")
    check(second.returncode == 4, f"the second ends with 4, not {second.returncode}")
    check("another process is writing these results" in second.stderr, "it says why: " + second.stderr)
    check(first.wait(timeout=120) == 0, "the first is not disturbed")
    check(sha256(folder / "shared.h5") == wanted, "its results have the same bytes as those of a run alone")


CROWD = ("run", "study.toml", "--draws", "2", "--replicates", "1", "--months", "2", "-j", "1",
         "--set", "population.residents_in_need=60000", "-o", "short.h5")


def with_memory(megabytes, folder):
    """Runs a large population in so much memory."""
    words = ["prlimit", f"--as={megabytes << 20}", PROGRAM, "--json", *CROWD]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, env=environment(), check=False)


def too_little_memory(folder):
    """Finds an amount in which the program works but some runs fail."""
    for megabytes in range(40, 1000, 10):
        done = with_memory(megabytes, folder)
        if done.returncode == 1 and done.stdout.startswith("{") and json.loads(done.stdout)["failed"]:
            return megabytes, json.loads(done.stdout)
        check(done.returncode != 0, "runs fail before all of them have room enough")
    return check(False, "some runs fail")


def failed_runs(folder):
    """Runs without enough memory fail, are listed, and are run again by the same command."""
    megabytes, report = too_little_memory(folder)
    for failure in report["failures"]:
        check(set(failure) == {"scenario", "draw", "replicate", "message", "reproduce"}, failure)
        check("memory" in failure["message"], failure)
        check(f"--only {failure['scenario']} " in failure["reproduce"], failure)
    check((folder / "short.h5").exists() and (folder / "short.h5.part").exists(), "what is finished is kept")
    made = sha256(folder / "short.h5")
    for _ in range(5):
        again = with_memory(megabytes, folder)
        if '"code": "memory"' not in again.stderr:  # where the file had no room either, as addresses fall
            break
        check(again.returncode == 1 and "there is not enough memory" in again.stderr, "it says so: " + again.stderr)
        check(sha256(folder / "short.h5") == made, "a file that cannot be written anew stays as it was")
    check(again.returncode == 1, f"runs that fail again end it with 1 again, not {again.returncode}")
    check("to repeat its scenario alone: cantiere run" in again.stderr, "and are listed again: " + again.stderr)
    check(len(json.loads(again.stdout)["failures"]) > 0, "in JSON too")
    other = run(*CROWD, "--seed", "8", folder=folder)
    check(other.returncode == 4, f"other inputs end with 4: {other.stderr}")
    check(sha256(folder / "short.h5") == made, "and do not replace it")
    done = run("--json", *CROWD, folder=folder)
    check(done.returncode == 0 and json.loads(done.stdout)["failed"] == 0, "with room, all succeed: " + done.stderr)
    check(not (folder / "short.h5.part").exists(), "and the log is gone")
    whole = run(*CROWD[:-1], "whole.h5", "-q", folder=folder)
    check(whole.returncode == 0 and sha256(folder / "whole.h5") == sha256(folder / "short.h5"),
          "the results have the same bytes as those of runs that never failed")


def other_inputs(folder):
    """Unfinished work of other inputs is set aside, and --resume refuses to do so."""
    wanted = reference(folder)
    start_and_stop(folder, "other.h5", signal.SIGKILL)
    kept = sha256(folder / "other.h5.part")
    other = ["run", "study.toml", *SIZE, "--seed", "8", "-o", "other.h5"]
    refused = run(*other, "--resume", folder=folder)
    check(refused.returncode == 4, "--resume refuses other inputs")
    check(sha256(folder / "other.h5.part") == kept, "and leaves the unfinished work as it was")
    done = run(*other, folder=folder)
    check(done.returncode == 0 and "other.h5.part.old-1" in done.stderr, "without it, the work is set aside, said so")
    check(sha256(folder / "other.h5.part.old-1") == kept, "as it was")
    check(sha256(folder / "other.h5") != wanted, "another seed gives other results")
    fresh = run(*command("fresh.h5", "--resume", "-q"), folder=folder)
    check(fresh.returncode == 0 and sha256(folder / "fresh.h5") == wanted, "--resume starts afresh where nothing is")
    again = run(*command("fresh.h5"), folder=folder)
    check(again.returncode == 0 and "nothing to run" in again.stderr, "a finished file of the same inputs is kept")
    check(sha256(folder / "fresh.h5") == wanted, "byte by byte")


CASES = {case.__name__: case for case in (killed, torn_record, interrupted, file_size_limit, full_disk, two_processes,
                                          failed_runs, other_inputs)}


def main(names):
    if not names:
        print("\n".join(CASES))
    for name in names:
        with tempfile.TemporaryDirectory(prefix="cantiere-fault-") as folder:
            place = pathlib.Path(folder) / "study"
            shutil.copytree(STUDY, place)
            CASES[name](place)
        print(f"{name}: ok")


if __name__ == "__main__":
    main(sys.argv[1:])
