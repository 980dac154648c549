"""Wrong results files and places to write: exit code 4. `results.h5` is that of the study as it is."""
import fcntl
import os
import resource
import shutil

import h5py
import numpy

from wrong_case import Case, as_an_ordinary_user

HELD = []  # locks held while the commands run


def results_case(name, *words, **more):
    return Case(name, list(words), 4, **more)


def spoilt(change):
    """Writes wrong.h5: the bytes of the results after a change."""

    def prepare(folder):
        (folder / "wrong.h5").write_bytes(change((folder / "results.h5").read_bytes()))

    return prepare


def flip_a_bit(data):
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1:]


def copied_with(change):
    """Writes wrong.h5 anew by the HDF5 library, without our checksum, after a change."""

    def prepare(folder):
        with h5py.File(folder / "results.h5") as old, h5py.File(folder / "wrong.h5", "w", track_order=True) as new:
            for key, value in old.attrs.items():
                new.attrs[key] = value
            for name in old:
                old.copy(name, new)
            change(new)

    return prepare


def from_the_future(file):
    file.attrs["format_version"] = 99.0


def without_costs(file):
    del file["cost"]


def foreign(folder):
    with h5py.File(folder / "wrong.h5", "w") as file:
        file["x"] = numpy.zeros(3)


def held_elsewhere(folder):
    lock = open(folder / "new.h5.part", "wb")
    fcntl.flock(lock, fcntl.LOCK_EX)
    HELD.append(lock)


def locked(name, rights=0o555):
    """A folder with results, in which nobody may write."""

    def prepare(folder):
        (folder / name).mkdir(exist_ok=True)
        shutil.copy(folder / "results.h5", folder / name)
        os.chmod(folder / name, rights)

    return prepare


def where_disks_are_full():
    """No file grows beyond 20 kB: the errors of a full disk, without one."""
    return {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000)), "restore_signals": False}


def folder_with(*names):
    def prepare(folder):
        (folder / "out").mkdir()
        for name in names:
            (folder / "out" / name).write_text("the user's own\n", encoding="utf-8")

    return prepare


READING = [
    results_case("no-such-results", "compare", "result.h5"),
    results_case("no-results-of-a-shipped-study", "compare", "bari"),
    results_case("no-results-of-a-study-begun", "report", "bari", files={"bari.h5.part": "x"}),
    results_case("no-results-of-a-study-here", "compare", "study"),
    results_case("results-mistyped", "report", "barri"),
    results_case("toml-as-results", "compare", "study.toml"),
    results_case("serve-no-folder", "serve", "nowhere", "--no-open"),
    results_case("serve-a-file", "serve", "study.toml", "--no-open"),
    results_case("folder-as-results", "compare", "."),
    results_case("empty-results", "inspect", "wrong.h5", files={"wrong.h5": b""}),
    results_case("only-the-signature", "compare", "wrong.h5", files={"wrong.h5": b"\x89HDF\r\n\x1a\n" + bytes(100)}),
    results_case("head-of-results", "inspect", "wrong.h5", prepare=spoilt(lambda data: data[:100])),
    results_case("half-a-signature", "compare", "wrong.h5", files={"wrong.h5": b"\x89HD"}),
    results_case("truncated-results", "compare", "wrong.h5", prepare=spoilt(lambda data: data[:len(data) // 2])),
    results_case("truncated-by-a-byte", "export", "wrong.h5", prepare=spoilt(lambda data: data[:-1])),
    results_case("one-bit-flipped", "verify", "wrong.h5", prepare=spoilt(flip_a_bit)),
    results_case("bytes-behind-the-end", "compare", "wrong.h5", prepare=spoilt(lambda data: data + b"more")),
    results_case("results-of-the-future", "compare", "wrong.h5", prepare=copied_with(from_the_future)),
    results_case("results-without-costs", "compare", "wrong.h5", prepare=copied_with(without_costs)),
    results_case("hdf5-of-others", "inspect", "wrong.h5", prepare=foreign),
    results_case("unfinished-results", "compare", "wrong.h5.part", files={"wrong.h5.part": b"CANTPART" + bytes(80)}),
    results_case("merge-of-no-shard", "merge", "results.h5", "-o", "new.h5"),
    results_case("merge-of-a-missing-shard", "merge", "s1.h5", "-o", "new.h5"),
    results_case("merge-of-an-unfinished-shard", "merge", "s1.h5", "-o", "new.h5",
                 files={"s1.h5.part": b"CANTPART" + bytes(80)}),
    results_case("merge-of-a-cut-shard", "merge", "s1.h5", "-o", "new.h5", files={"s1.h5": b"CANTSHRD" + bytes(40)}),
    results_case("unreadable-results", "compare", "results.h5", options=as_an_ordinary_user(),
                 prepare=lambda folder: os.chmod(folder / "results.h5", 0)),
    results_case("results-in-a-closed-folder", "compare", "closed/results.h5", prepare=locked("closed", 0),
                 options=as_an_ordinary_user()),
]

WRITING = [
    results_case("output-folder-missing", "run", "study.toml", "-o", "nowhere/new.h5"),
    results_case("answer-in-a-missing-folder", "validate", "-o", "nowhere/v.json"),
    results_case("answer-over-a-file", "transfer", "study.toml", "--to", "bari", "-o", "notes.json",
                 files={"notes.json": "{}"}),
    results_case("output-is-a-folder", "run", "study.toml", "-o", "out", prepare=folder_with()),
    results_case("output-below-a-file", "run", "study.toml", "-o", "policy.toml/new.h5"),
    results_case("output-in-proc", "run", "study.toml", "-o", "/proc/x/y.h5"),
    results_case("output-in-a-folder-of-the-system", "run", "study.toml", "-o", "/proc/closed.h5"),
    results_case("output-in-a-closed-folder", "run", "study.toml", "-o", "closed/new.h5", prepare=locked("closed", 0),
                 options=as_an_ordinary_user()),
    results_case("output-with-an-endless-name", "run", "study.toml", "-o", 300 * "x"),
    results_case("output-that-nobody-may-write", "run", "study.toml", "-o", "locked/new.h5", prepare=locked("locked"),
                 options=as_an_ordinary_user()),
    results_case("results-of-other-inputs", "run", "study.toml", "--seed", "8", "-o", "results.h5"),
    results_case("output-is-the-study", "run", "study.toml", "-o", "study.toml"),
    results_case("shard-over-results", "run", "study.toml", "--shard", "1/2", "-o", "results.h5"),
    results_case("output-is-somebody-s-text", "run", "study.toml", "-o", "notes.txt", files={"notes.txt": "mine\n"}),
    results_case("overwrite-somebody-s-text", "run", "study.toml", "-o", "notes.txt", "--overwrite",
                 files={"notes.txt": "mine\n"}),
    results_case("overwrite-a-link-to-a-text", "run", "study.toml", "-o", "link.h5", "--overwrite",
                 files={"notes.txt": "mine\n"}, prepare=lambda folder: (folder / "link.h5").symlink_to("notes.txt")),
    results_case("overwrite-hdf5-of-others", "run", "study.toml", "-o", "wrong.h5", "--overwrite", prepare=foreign),
    results_case("overwrite-an-empty-file", "run", "study.toml", "-o", "new.h5", "--overwrite", files={"new.h5": ""}),
    results_case("overwrite-an-unreadable-file", "run", "study.toml", "-o", "results.h5", "--overwrite",
                 prepare=lambda folder: os.chmod(folder / "results.h5", 0), options=as_an_ordinary_user()),
    results_case("overwrite-a-device", "run", "study.toml", "-o", "/dev/null", "--overwrite"),
    results_case("run-log-is-somebody-s", "run", "study.toml", "-o", "new.h5", files={"new.run.json": '{"mine": 1}\n'}),
    results_case("overwrite-the-study", "run", "study.toml", "-o", "study.toml", "--overwrite"),
    results_case("overwrite-a-policy", "run", "study.toml", "-o", "./policy.toml", "--overwrite"),
    results_case("another-process-holds-it", "run", "study.toml", "-o", "new.h5", prepare=held_elsewhere),
    results_case("resume-other-inputs", "run", "study.toml", "-o", "new.h5", "--resume",
                 files={"new.h5.part": b"CANTPART" + bytes(80)}),
    results_case("export-over-files", "export", "results.h5", "-o", "out",
                 prepare=folder_with("datapackage.json")),
    results_case("export-into-a-file", "export", "results.h5", "-o", "policy.toml"),
    results_case("export-where-nobody-may-write", "export", "results.h5", "-o", "locked", prepare=locked("locked"),
                 options=as_an_ordinary_user()),
    results_case("disk-full-during-the-runs", "run", "study.toml", "-j", "1", "-o", "new.h5", leaves=("new.h5.part",),
                 options=where_disks_are_full()),
    results_case("disk-full-of-an-export", "export", "results.h5", leaves=("results-csv/",),
                 options=where_disks_are_full()),
    results_case("init-over-files", "init", "out", prepare=folder_with("my-study.toml")),
    results_case("init-where-nobody-may-write", "init", "locked/mine", prepare=locked("locked"),
                 options=as_an_ordinary_user()),
]
