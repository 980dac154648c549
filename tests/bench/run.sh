#!/usr/bin/env bash
# Measures the program on this machine in one sitting: limits, draws, the reference workload beside the naive
# one, the full model by study, efficiency over cores, growth with residents and with months, the shares of
# set-up and of writing, the phases. Ratios are what counts: run it with the machine idle. --short for a look.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

rounds=3 draws=5 replicates=2 greatest=1000000
case ${1:-} in
    --short) rounds=1 draws=1 replicates=1 greatest=10000 ;;
    '') ;;
    *) echo "usage: bash tests/bench/run.sh [--short]" >&2; exit 2 ;;
esac

build=${CANTIERE_BUILD:-build/release}
[[ -f $build/build.ninja ]] || cmake --preset release >/dev/null
cmake --build "$build" --target cantiere naive_workload reference_workload measure_draws measure_limits measure_phases >/dev/null
bench=$build/tests/bench
cores=$(nproc)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

title() { printf '\n== %s\n' "$*"; }

# Prints one number of a line of JSON on standard input: field NAME
field() { sed -nE "s/.*\"$1\": *([0-9.e+-]+).*/\1/p" | tail -n 1; }

# Prints A / B with two decimals: ratio A B
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

# Runs the program on a study and prints resident-months per second: speed STUDY THREADS OPTION...
speed() {
    local study=$1 threads=$2
    shift 2
    "$build/analysis/cli/cantiere" run "$study" -q --json -j "$threads" -o "$scratch/r.h5" --overwrite "$@" 2>/dev/null |
        field resident_months_per_second
}

title "limits"
"$bench/measure_limits" "$rounds"
title "draws"
"$bench/measure_draws"

title "reference workload: 64 x 5,000 residents x 120 months on $cores threads, in turn"
for ((round = 0; round < rounds; ++round)); do
    naive=$("$bench/naive_workload" 5000 120 64 "$cores" | field resident_months_per_second)
    fast=$("$bench/reference_workload" 5000 120 64 "$cores" | field resident_months_per_second)
    printf 'naive %.1f, on the core %.1f million resident-months/s: %s times\n' \
        "$(ratio "$naive" 1e6)" "$(ratio "$fast" 1e6)" "$(ratio "$fast" "$naive")"
done
for set in portable avx2; do
    held=$(CANTIERE_INSTRUCTIONS=$set "$bench/reference_workload" 5000 120 64 "$cores" | field resident_months_per_second)
    printf 'held to %s: %.1f million/s\n' "$set" "$(ratio "$held" 1e6)"
done

title "full model, every module on: $draws draws x $replicates replicates, all scenarios"
for study in pistoia net-met versilia bari gorizia; do
    one=$(speed "$study" 1 --draws "$draws" --replicates "$replicates")
    all=$(speed "$study" "$cores" --draws "$draws" --replicates "$replicates")
    printf '%-9s one thread %.2f, %s threads %.2f million resident-months/s: efficiency %s\n' "$study" \
        "$(ratio "$one" 1e6)" "$cores" "$(ratio "$all" 1e6)" "$(ratio "$all" "$(awk -v a="$one" -v n="$cores" 'BEGIN { print a * n }')")"
done

title "growth with residents (as usual, 12 months after 36 of burn-in, one thread)"
first=
for ((residents = 1000; residents <= greatest; residents *= 10)); do
    now=$(speed pistoia 1 --draws 1 --replicates 1 --only as-usual --months 12 --set "population.residents_in_need=$residents")
    first=${first:-$now}
    printf '%8s residents: %.2f million resident-months/s, time each %s times that of 1,000\n' \
        "$residents" "$(ratio "$now" 1e6)" "$(ratio "$first" "$now")"
done

title "growth with months (as usual, one thread)"
first=
for months in 12 60 120 240; do
    now=$(speed pistoia 1 --draws 2 --replicates 2 --only as-usual --months "$months")
    first=${first:-$now}
    printf '%4s months: %.2f million resident-months/s, time each %s times that of 12\n' \
        "$months" "$(ratio "$now" 1e6)" "$(ratio "$first" "$now")"
done

title "where the time goes (pistoia, with the programme)"
"$bench/measure_phases" scenarios/studies/pistoia.toml "$((rounds * 4))" 1
