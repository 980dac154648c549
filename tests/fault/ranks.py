#!/usr/bin/python3
"""Several processes under mpirun: the bytes of one, whatever happens to them.

Usage: ranks.py CASE   Exits 0 when the case holds.
       ranks.py        Lists the cases.
"""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import time

from broken import MPIRUN, PROGRAM, chance, check, command, environment, left_out, main, report_of, run, sha256, times, whole


def together(count, words, folder, program=PROGRAM, **changes):
    """Runs the program in several processes."""
    return subprocess.run([*MPIRUN, "-n", str(count), program, *words], cwd=folder, capture_output=True, text=True,
                          env=environment(**changes), timeout=300, check=False)


def needs_mpi(folder):
    if not shutil.which("mpirun"):
        left_out("there is no mpirun")
    found = report_of("doctor", folder=folder)["checks"]
    if any(one["what"] == "several processes" and "without MPI" in one["found"] for one in found):
        left_out("the program was built without MPI")


def same_bytes(folder):
    """1, 3 and 4 processes; with people, own burn-ins, several threads each, as a shard."""
    needs_mpi(folder)
    wanted, _ = whole(folder)
    for count in (1, 3, 4):
        done = together(count, command(f"r{count}.h5", "--json"), folder)
        check(done.returncode == 0, f"{count} processes: {done.stderr}")
        report = json.loads(done.stdout)
        check(report["ranks"] == count and report["failed"] == 0, f"one report, of {count} processes: {report}")
        check(json.loads((folder / f"r{count}.run.json").read_text())["ranks"] == count, "so says the run log")
        check(sha256(folder / f"r{count}.h5") == wanted, f"{count} processes give the same bytes")
    done = together(3, command("own.h5", "--no-fork", "-j", "2"), folder)
    check(done.returncode == 0 and sha256(folder / "own.h5") == wanted, "with own burn-ins too: " + done.stderr)
    check(done.stdout.count("people served") == run("compare", "own.h5", folder=folder).stdout.count("people served"),
          "one process prints")
    people, _ = whole(folder, "people.h5", "--microdata", "20")
    done = together(3, command("r-people.h5", "--microdata", "20"), folder)
    check(done.returncode == 0 and sha256(folder / "r-people.h5") == people, "with people too: " + done.stderr)
    for index in (1, 2):
        done = together(2, command(f"s{index}.h5", "--shard", f"{index}/2"), folder)
        check(done.returncode == 0, "shards can be made by several processes: " + done.stderr)
    check(run("merge", "s1.h5", "s2.h5", "-o", "m.h5", folder=folder).returncode == 0, "and merged")
    check(sha256(folder / "m.h5") == wanted, "to the same bytes")


def processes_of(parent):
    """The running program among the children of a process, in the order they were started."""
    found = []
    for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            name, rest = path.read_text().rsplit(")", 1)
        except OSError:
            continue
        if int(rest.split()[1]) == parent and name.split("(", 1)[1].startswith("cantiere"):
            found.append(int(path.parent.name))
    return sorted(found)


def rank_killed(folder):
    """A process dies: mpirun ends the others, what was finished is kept, the same command goes on."""
    needs_mpi(folder)
    wanted, _ = whole(folder)
    luck = chance()
    log = folder / "killed.h5.part"
    for attempt in range(times(2, 12)):
        words = [*MPIRUN, "-n", "3", PROGRAM, *command("killed.h5", "-j", "1")]
        process = subprocess.Popen(words, cwd=folder, env=environment(), stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, text=True)
        before = log.stat().st_size if log.exists() else 88
        while process.poll() is None and not (log.exists() and log.stat().st_size > before):
            time.sleep(0.005)
        time.sleep(luck.uniform(0.0, 0.2))
        ranks = processes_of(process.pid)
        if len(ranks) == 3:
            os.kill(ranks[attempt % 3], signal.SIGKILL)
        process.communicate(timeout=60)
        if (folder / "killed.h5").exists():
            check(sha256(folder / "killed.h5") == wanted, "what is there is whole")
            (folder / "killed.h5").unlink()
            continue
        check(process.returncode != 0, "a job that has lost a process does not end well")
        check(log.stat().st_size > 88, "finished blocks are kept")
        for _ in range(600):
            if not any(is_running(rank) for rank in ranks):
                break
            time.sleep(0.05)
        check(not any(is_running(rank) for rank in ranks), "no process stays behind")
    kept = log.exists() and log.stat().st_size > 88  # unless the last one was done before it could be disturbed
    done = together(3, command("killed.h5", "--json"), folder)
    check(done.returncode == 0, "the same command goes on: " + done.stderr)
    check((json.loads(done.stdout)["resumed"] > 0) == kept, "from what was finished")
    check(sha256(folder / "killed.h5") == wanted, "to the same bytes")


def is_running(process):
    try:
        return ")" in (stat := pathlib.Path(f"/proc/{process}/stat").read_text()) and stat.rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def told_once(folder):
    """Mistakes and other commands are the first process's; signals and limits stop all of them."""
    needs_mpi(folder)
    (folder / "wrong.toml").write_text((folder / "study.toml").read_text().replace("[experiment]", "[experimant]"))
    wrong = together(3, ["run", "wrong.toml"], folder)
    check(wrong.returncode == 3, f"a wrong study ends with 3: {wrong}")
    check(wrong.stderr.count("experimant") == run("run", "wrong.toml", folder=folder).stderr.count("experimant"),
          "its mistakes are told once: " + wrong.stderr)
    usage = together(3, ["run", "study.toml", "--thredas", "3"], folder)
    check(usage.returncode == 2 and usage.stderr.count("--thredas") == 1, "a wrong option too: " + usage.stderr)
    check(together(3, ["--version"], folder).stdout.count("cantiere") == 1, "other commands run once")
    check(together(3, ["run", "study.toml", "--dry-run"], folder).stdout.count("memory:") == 1, "plans too")
    wanted, _ = whole(folder)
    late = together(3, command("late.h5", "--time-limit", "1s", "--no-fork", "-j", "1"), folder)
    check(late.returncode in (0, 130), f"a limit ends all with 130, unless all was done: {late}")
    process = subprocess.Popen([*MPIRUN, "-n", "3", PROGRAM, *command("late.h5", "-j", "1")], cwd=folder,
                               env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    time.sleep(1.5)
    for rank in processes_of(process.pid)[:1]:
        os.kill(rank, signal.SIGTERM)
    process.communicate(timeout=60)
    check(process.returncode in (0, 130), f"SIGTERM ends all with 130: {process.returncode}")
    done = together(2, command("late.h5"), folder)
    check(done.returncode == 0 and sha256(folder / "late.h5") == wanted, "and the command goes on: " + done.stderr)


def other_study(folder):
    """A process that reads another study than the first is told, and computes nothing."""
    needs_mpi(folder)
    shutil.copytree(folder, folder / "elsewhere")
    changed = folder / "elsewhere/study.toml"
    changed.write_text(changed.read_text() + "\n# another file\n")
    words = command(str(folder / "odd.h5"))
    job = [*MPIRUN, "-n", "1", PROGRAM, *words, ":", "-n", "1", "-wdir", str(folder / "elsewhere"), PROGRAM, *words]
    done = subprocess.run(job, cwd=folder, capture_output=True, text=True, env=environment(), timeout=120, check=False)
    check(done.returncode == 4 and "this process has read another study" in done.stderr, f"it is told: {done}")
    check(not (folder / "odd.h5").exists(), "and no results are written")


if __name__ == "__main__":
    main([same_bytes, rank_killed, told_once, other_study])
