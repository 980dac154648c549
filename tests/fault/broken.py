"""What the scripts of this folder share: a study, the bytes of an undisturbed run, and how much is tried."""
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from program import PROGRAM, check, environment  # noqa: E402
from sandbox import run, sha256, start  # noqa: E402
from wrong_case import STUDY  # noqa: E402

FULL = os.environ.get("CANTIERE_TEST_SCALE") == "full"
SIZE = ("--draws", "40", "--replicates", "2")
MPIRUN = ["mpirun", "--oversubscribe", *(["--allow-run-as-root"] if os.geteuid() == 0 else [])]


def times(short, full):
    """How often something is tried."""
    return full if FULL else short


def command(output, *more):
    return ["run", "study.toml", *SIZE, "-o", output, *more]


def whole(folder, output="whole.h5", *more):
    """Runs without disturbance; returns the checksum and the seconds it took."""
    began = time.time()
    done = run(*command(output, "-q", *more), folder=folder)
    check(done.returncode == 0, "an undisturbed run ends well: " + done.stderr)
    return sha256(folder / output), time.time() - began


def chance():
    """Random numbers, whose seed is printed so that a failure can be repeated (CANTIERE_TEST_SEED)."""
    seed = int(os.environ.get("CANTIERE_TEST_SEED", time.time_ns() % 1_000_000))
    print(f"CANTIERE_TEST_SEED={seed}")
    return random.Random(seed)


def killed_after(words, seconds, folder):
    """Starts a command and kills it, with all that it has started, after some time; tells whether it was in time."""
    process = subprocess.Popen(words, cwd=folder, env=environment(), stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        process.wait(timeout=seconds)
        return False
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.wait()
        return True


def report_of(*words, folder, code=0):
    """Runs with --json and reads the report."""
    done = run(*words, "--json", folder=folder)
    check(done.returncode == code, f"exit {done.returncode}, not {code}: {done.stderr}")
    return json.loads(done.stdout)


def left_out(reason):
    print("left out:", reason)
    sys.exit(0)


def main(cases):
    names = sys.argv[1:]
    if not names:
        print("\n".join(case.__name__ for case in cases))
    for name in names:
        with tempfile.TemporaryDirectory(prefix="cantiere-fault-") as folder:
            place = pathlib.Path(folder) / "study"
            shutil.copytree(STUDY, place)
            next(case for case in cases if case.__name__ == name)(place)
        print(f"{name}: ok")
