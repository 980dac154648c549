"""A wrong input: what is spoilt in a small study that is right, what is asked, and the exit code due."""
import dataclasses
import os
import pathlib
import shutil
import typing

from sandbox import NOBODY

STUDY = pathlib.Path(__file__).resolve().parent / "wrong_inputs" / "study"


@dataclasses.dataclass
class Case:
    """One wrong input. `command` is given in a folder with a copy of the study."""

    name: str
    command: list
    code: int
    edits: dict = dataclasses.field(default_factory=dict)  # file: [(text, its replacement)]
    files: dict = dataclasses.field(default_factory=dict)  # file: its text, or bytes
    prepare: typing.Callable = None  # called with the folder, after edits and files
    placed: bool = False  # the message begins with FILE:LINE:COLUMN
    mistakes: int = 1  # how many are told at once
    leaves: tuple = ()  # what it may make: the log of finished blocks, an empty folder
    options: dict = dataclasses.field(default_factory=dict)  # of subprocess.run

    def lay_out(self, folder):
        """Makes the folder in which the command runs."""
        shutil.copytree(STUDY, folder)
        for file, changes in self.edits.items():
            text = (folder / file).read_text(encoding="utf-8")
            for before, after in changes:
                if before not in text:
                    raise SystemExit(f"{self.name}: {file} holds no {before!r}: this case spoils nothing")
                text = text.replace(before, after, 1)
            (folder / file).write_text(text, encoding="utf-8")
        for file, text in self.files.items():
            data = text if isinstance(text, bytes) else text.encode()
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_bytes(data)
        if self.prepare:
            self.prepare(folder)


def as_an_ordinary_user():
    """Permissions do not bind root: such a command runs as nobody there."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}


def study_case(name, *changes, file="study.toml", command=("check", "study.toml"), **more):
    """A mistake at a place of a file of the study."""
    return Case(name, list(command), 3, edits={file: list(changes)}, **{"placed": True, **more})


def file_case(name, text, placed=True, **more):
    """A study that is no study at all."""
    return Case(name, ["check", "wrong.toml"], 3, files={"wrong.toml": text}, placed=placed, **more)
