#!/usr/bin/env bash
# CANTIERE_MPI=OFF: the program is put together without anything of MPI, from the source that stands in for it.
# The preset clang builds and tests all of it so.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
build=$(mktemp -d) || exit 1
trap 'rm -rf "$build"' EXIT

cmake -G Ninja -S . -B "$build" -DCANTIERE_MPI=OFF -DCANTIERE_TESTS=OFF -DCANTIERE_UNITY=OFF \
    -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON -DCMAKE_BUILD_TYPE=Debug >"$build/log" 2>&1 ||
    { tail -n 30 "$build/log"; echo "not so: it configures without MPI"; exit 1; }
commands=$(ninja -C "$build" -t commands cantiere)
if grep -qE 'libmpi|boost_mpi|ranks_mpi|openmpi' <<<"$commands"; then
    echo "not so: nothing of MPI is compiled or linked:"
    grep -oE '[^ ]*(libmpi|boost_mpi|ranks_mpi|openmpi)[^ ]*' <<<"$commands" | sort -u
    exit 1
fi
ninja -C "$build" scenarios/CMakeFiles/cantiere_scenarios.dir/ranks_alone.cpp.o >"$build/log" 2>&1 ||
    { cat "$build/log"; echo "not so: the source that stands in for MPI compiles"; exit 1; }
echo "no MPI in $(grep -c . <<<"$commands") commands"
