#!/usr/bin/python3
"""Opens results files with h5py, xarray and ncdump, without options, and checks what they see.

Usage: open_elsewhere.py RESULTS.h5...   Exits 0 when every file opens everywhere.
"""
import subprocess
import sys

import h5py
import numpy
import xarray

PER_RUN = ("scenario", "draw", "replicate")


def datasets(group):
    """Yields every dataset of a file with its path."""
    found = []
    group.visititems(lambda path, item: found.append((path, item)) if isinstance(item, h5py.Dataset) else None)
    return found


def problems_in_h5py(path):
    with h5py.File(path) as file:
        for name, data in datasets(file):
            for attribute in ("units", "long_name"):
                if not isinstance(data.attrs.get(attribute), str):
                    yield f"{name} has no {attribute}"
            if not name.startswith("provenance/") and "long_name_it" not in data.attrs:
                yield f"{name} has no long_name_it"
            if data.attrs.get("units") == "EUR" and "price_year" not in data.attrs:
                yield f"{name} is money without price_year"
            if h5py.h5ds.is_scale(data.id):
                continue
            for axis, dimension in enumerate(data.dims):
                if len(dimension) != 1 or dimension[0].shape != (data.shape[axis],):
                    yield f"axis {axis} of {name} has no scale of its length"
        for name in ("scenario", "payer", "municipality"):
            if not all(isinstance(text, str) for text in file[name].asstr()[:]):
                yield f"{name} is no text"
        if "provenance" not in file or "seed" not in file["provenance"].attrs:
            yield "no provenance"


def problems_in_xarray(path):
    with xarray.open_dataset(path) as data, h5py.File(path) as file:
        for name in file:
            if isinstance(file[name], h5py.Dataset) and name not in data.variables:
                yield f"xarray does not see {name}"
        if data["cost"].dims != (*PER_RUN, "payer"):
            yield f"cost has dimensions {data['cost'].dims}"
        for name, array in data.data_vars.items():
            if name in file and array.dtype.kind == "f":
                if not numpy.array_equal(array.values, file[name][()], equal_nan=True):
                    yield f"xarray reads other values of {name}"
        if data["month"].dtype.kind != "i" or data["month"].values[0] != 0:
            yield "months are not whole numbers from 0"
        total = data["cost"].sel(payer="state").sum(skipna=True)
        if not numpy.isfinite(float(total)):
            yield "the state's cost is not finite"


def problems_in_microdata(path):
    """People one by one, where the file holds them: seen by xarray as h5py sees them, with the counts of the runs."""
    with h5py.File(path) as file:
        if "microdata" not in file:
            return
        group = file["microdata"]
        with xarray.open_dataset(path, group="microdata") as data:
            for name in group:
                if name not in data.variables:
                    yield f"xarray does not see microdata/{name}"
                elif not numpy.array_equal(data[name].values, group[name][()], equal_nan=group[name].dtype.kind == "f"):
                    yield f"xarray reads other values of microdata/{name}"
            if data["cost"].dims != ("row", "payer"):
                yield f"the cost of people has dimensions {data['cost'].dims}"
        keys = numpy.stack([group[name][()].astype("u8") for name in ("scenario", "draw", "replicate", "resident")])
        if len(numpy.unique(keys, axis=1).T) != len(group["row"]):
            yield "the row key is not unique"
        for name, counted in (("starts", group["starts"][()]), ("hires", group["hires"][()]),
                              ("residents", numpy.ones(len(group["row"])))):
            whole = file[name][()][:, :int(group.attrs["draws"])]
            sums = numpy.zeros(whole.shape)
            numpy.add.at(sums, tuple(keys[:3].astype(int)), counted)
            if not numpy.array_equal(sums, whole):
                yield f"the {name} of people are not those of their runs"


def problems_in_ncdump(path):
    result = subprocess.run(["ncdump", "-h", path], capture_output=True, text=True, check=False)
    if result.returncode != 0:
        yield "ncdump fails: " + result.stderr.strip()
        return
    if "double cost(scenario, draw, replicate, payer) ;" not in result.stdout:
        yield "ncdump does not see the dimensions of cost"
    values = subprocess.run(["ncdump", "-v", "scenario,year", path], capture_output=True, text=True, check=False)
    if values.returncode != 0 or "scenario = \"" not in values.stdout:
        yield "ncdump does not read the scenarios"


def main(paths):
    bad = 0
    for path in paths:
        for check in (problems_in_h5py, problems_in_xarray, problems_in_microdata, problems_in_ncdump):
            for problem in check(path):
                print(f"{path}: {problem}")
                bad += 1
    if not paths:
        sys.exit(__doc__)
    if bad:
        sys.exit(1)
    print(f"{len(paths)} files open in h5py {h5py.__version__}, xarray {xarray.__version__} and ncdump")


if __name__ == "__main__":
    main(sys.argv[1:])
