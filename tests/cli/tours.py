#!/usr/bin/python3
"""Carries out every command of the guided tours and of README, in order, in a folder of its own.

Usage: tours.py CASE   A tour (policy-maker, researcher, evaluator), readme, or links; exits 0 when all is as it says.

In a tour ```sh holds commands, each of which must exit with 0, and ```text lines of what the commands of the block before
print; `...` stands for lines left out. After a change of results or texts CANTIERE_UPDATE_GOLDEN=1 puts the most similar line
that was printed in the place of each that was not: read the difference before it is kept.
"""
import difflib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys

from program import PROGRAM, ROOT, check, environment, temporary_folder

TOURS = ROOT / "scenarios/tours"

# What no test can carry out, and why; where there is a script, it must be one.
LEFT_OUT = {
    "bash scenarios/run.sh": "it installs, builds and runs five studies",
    "bash tests/run.sh": "it builds and runs this test",
    "bash scenarios/slurm/submit.sh": "it wants Slurm; tests/fault/slurm.sh has a queue of its own",
}
if not shutil.which("mpirun"):
    LEFT_OUT["mpirun"] = "there is no Open MPI"

# README names studies at their full size: what a command takes there to end in a second or two.
TINY = ["--months", "3", "--set", "population.residents_in_need=200", "--set", "horizon.burn_in_months=1"]
FEW = ["--draws", "2", "--replicates", "1", *TINY]
SMALLER = {
    "run": FEW,
    "sensitivity": [*FEW, "-n", "2", "--parameters", "lock_in", "--outcomes", "net_benefit"],
    "transfer": FEW,
    "validate": ["--only", "P4", "--replicates", "2"],
}
SMALLER_WITH = {"--precision": ["--max-draws", "30"], "--preconditions": ["-n", "20"], "--card": ["-n", "20"]}
WORD = "lock_in"  # README's word for any word


class Block:
    """A fenced block: its language, the line of the page where its text begins, and its lines."""

    def __init__(self, language, line, lines):
        self.language, self.line, self.lines = language, line, lines


def blocks_of(page):
    blocks, inside = [], None
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("```"):
            inside = None if inside else Block(line[3:].strip(), number + 1, [])
            blocks += [inside] if inside else []
        elif inside:
            inside.lines.append(line)
    return blocks


def statements_of(block):
    """Each command of a block with its line; one with a here-document or a line that goes on is one command."""
    statements, until = [], None
    for at, line in enumerate(block.lines):
        goes_on = bool(until or (statements and statements[-1][1].endswith("\\")))
        if goes_on:
            statements[-1] = (statements[-1][0], statements[-1][1] + "\n" + line)
            until = None if line == until else until
        elif line.strip():
            statements.append((block.line + at, line))
        begins = None if goes_on else re.search(r"<<'(\w+)'", line)
        until = begins[1] if begins else until
    return statements


class Shell:
    """Runs commands one after another; the folder that one goes to is where the next begins."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder, "here")
        self.place = pathlib.Path(folder, "place")
        programs = pathlib.Path(folder, "bin")
        self.folder.mkdir()
        programs.mkdir()
        (programs / "cantiere").symlink_to(PROGRAM)
        # Open MPI as root, and on fewer processors than processes; xarray without its remarks.
        self.environment = environment(PATH=f"{programs}:/usr/bin:/bin", PYTHONWARNINGS="ignore", OMPI_ALLOW_RUN_AS_ROOT="1",
                                       OMPI_ALLOW_RUN_AS_ROOT_CONFIRM="1", OMPI_MCA_rmaps_base_oversubscribe="1",
                                       OMPI_MCA_mpi_yield_when_idle="1")

    def run(self, command):
        script = f"trap 'pwd >{self.place}' EXIT\n{command}\n"
        done = subprocess.run(["bash", "-eu", "-o", "pipefail", "-c", script], cwd=self.folder, env=self.environment, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, check=False)
        self.folder = pathlib.Path(self.place.read_text(encoding="utf-8").strip())
        return done.returncode, done.stdout

    def serve(self, command):
        """Starts the app, waits for its address and stops it as Ctrl-C does."""
        with subprocess.Popen(["bash", "-c", f"exec {command}"], cwd=self.folder, env=self.environment, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
            address = server.stdout.readline()
            server.send_signal(signal.SIGINT)
            code = server.wait(timeout=60)
        return (0 if code == 130 and address.startswith("http://127.0.0.1:") else code or 1), address


def left_out(command):
    return next((reason for begin, reason in LEFT_OUT.items() if command.startswith(begin)), None)


def carry_out(shell, command, where):
    """Runs a command and returns what it prints; ends the test where it fails."""
    reason = left_out(command)
    if reason:
        script = re.match(r"bash (\S+)", command)
        check(not script or (ROOT / script[1]).is_file(), f"{where}: there is no {script and script[1]}")
        print(f"{where}: left out, {reason}: {command}")
        return ""
    if command.startswith("cantiere serve"):
        code, said = shell.serve(command + " --port 0 --no-open")
    else:
        code, said = shell.run(command)
    print(f"$ {command}\n{said}")
    check(code == 0, f"{where}: exit {code}: {command}\n{said[-3000:]}")
    return said


def check_excerpt(page, block, said):
    """Lines that were not printed; with the update asked for, they are put right in the page."""
    printed = [line.rstrip() for line in said.splitlines()]
    wrong = [line for line in block.lines if line.strip() not in ("", "...") and line.rstrip() not in printed]
    if wrong and os.environ.get("CANTIERE_UPDATE_GOLDEN"):
        text = page.read_text(encoding="utf-8")
        for line in wrong:
            nearest = difflib.get_close_matches(line, printed, 1, 0)
            text = text.replace(line + "\n", (nearest or ["..."])[0] + "\n", 1)
        page.write_text(text, encoding="utf-8")
        return []
    return [f"{page.name}:{block.line}: not printed: {line}" for line in wrong]


def follow(page):
    """Follows a tour from its first command to its last."""
    commands, excerpts, wrong, said = 0, 0, [], ""
    with temporary_folder() as folder:
        shell = Shell(folder)
        for block in blocks_of(page):
            check(block.language in ("sh", "text"), f"{page.name}:{block.line}: the block is sh or text, not \"{block.language}\"")
            if block.language == "text":
                excerpts += 1
                wrong += check_excerpt(page, block, said)
                continue
            said = ""
            for line, command in statements_of(block):
                said += carry_out(shell, command, f"{page.name}:{line}")
                commands += 1
    check(not wrong, "\n".join(wrong))
    check(commands >= 8 and excerpts >= 3, f"{page.name} is a tour: {commands} commands, {excerpts} excerpts")


def made_smaller(command):
    """A command of README with sizes of a test beside its own; what it states itself stays."""
    whole = []
    for part in re.sub(r"\s+#.*", "", command).split(" && "):
        words = part.split()
        more = SMALLER.get(words[words.index("cantiere") + 1], []) if "cantiere" in words else []
        more = [*more, *(word for option in words for word in SMALLER_WITH.get(option, []))]
        for option, value in zip(more[::2], more[1::2]):
            if option == "--set" or option not in words:
                words += [option, value]
        whole.append(" ".join(words).replace("WORD", WORD))
    return " && ".join(whole)


def commands_of_readme(page):
    """Commands of README's blocks, and those inside of its sentences."""
    blocks = [block for block in blocks_of(page) if block.lines[0].split(" ")[0] in ("bash", "cantiere", "mpirun")]
    commands = [command for block in blocks for command in statements_of(block)]
    check(len(commands) >= 6, f"README has commands in blocks: {commands}")
    text, sentences = page.read_text(encoding="utf-8"), []
    text = re.sub(r"^```.*?^```", lambda block: "\n" * block[0].count("\n"), text, flags=re.DOTALL | re.MULTILINE)
    for found in re.finditer(r"`((?:cantiere|sensitivity|transfer)\s[^`]+)`", text):
        said = " ".join(found[1].split())
        line = text.count("\n", 0, found.start()) + 1
        sentences.append((line, said if said.startswith("cantiere") else "cantiere " + said))
    return commands, sentences


def readme():
    """Every command of README, at the sizes of a test."""
    with temporary_folder() as folder:
        shell = Shell(folder)
        for study in ("bari", "pistoia"):  # what its sentences compare, evaluate and report
            command = made_smaller(f"cantiere run {study} --draws 8 -q -o outputs/runs/{study}.h5")
            carry_out(shell, f"mkdir -p outputs/runs && {command} && cp outputs/runs/{study}.h5 .", "before")
        start = shell.folder
        for commands in commands_of_readme(ROOT / "README.md"):
            shell.folder = start
            for line, command in commands:
                carry_out(shell, made_smaller(command), f"README.md:{line}")


def links():
    """What README and the tours lead to is there."""
    for page in (ROOT / "README.md", *sorted(TOURS.glob("*.md"))):
        for place in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
            check(place.startswith("http") or (page.parent / place).exists(), f"{page.name} leads to {place}, which is not there")


def main(case):
    named = {"readme": readme, "links": links}
    named[case]() if case in named else follow(TOURS / f"{case}.md")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
