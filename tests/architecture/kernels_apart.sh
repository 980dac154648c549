#!/usr/bin/env bash
# Fails when an object of a kernel shares a symbol with others: what the linker may choose among units of
# different instruction sets would run on a processor that lacks one.
#   kernels_apart.sh 'OBJECT;OBJECT;...'
set -euo pipefail
IFS=';' read -ra objects <<<"$1"
seen=0
for object in "${objects[@]}"; do
    case $object in *_portable.cpp.o | *_avx2.cpp.o | *_avx512.cpp.o) ;; *) continue ;; esac
    seen=$((seen + 1))
    symbols=$(nm -C --defined-only "$object")
    if grep -E '^[0-9a-f]+ [uvVwW] ' <<<"$symbols"; then
        echo "$object: defines what other units may define too; force it inline or make it local" >&2
        exit 1
    fi
done
[[ $seen -ge 3 ]] || { echo 'no objects of kernels among the arguments' >&2; exit 1; }
