"""Runs the program in a folder of its own, and tells what a folder holds."""
import hashlib
import pathlib
import subprocess

from program import PROGRAM, environment

NOBODY = 65534


def run(*words, folder, program=PROGRAM, timeout=300, **options):
    """Runs the program in a folder; bytes of output that are no UTF-8 show as such."""
    options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    options.setdefault("env", environment())
    return subprocess.run([program, *map(str, words)], cwd=folder, timeout=timeout, text=True,
                          errors="backslashreplace", check=False, **options)


def start(*words, folder, **options):
    """Starts the program in a folder and goes on; its output is thrown away unless asked for."""
    options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **options}
    return subprocess.Popen([PROGRAM, *map(str, words)], cwd=folder, env=environment(), **options)


def sha256(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def contents(folder):
    """Path and checksum of everything in a folder; what is no plain file has its kind instead."""
    found = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_dir():
            found[name + "/"] = "folder"
        else:
            found[name] = sha256(path) if path.is_file() else "special"
    return found
