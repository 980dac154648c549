#!/usr/bin/env bash
# Measures the program on this machine in one sitting: limits, draws, the reference workload beside the naive
# one, the full model by study, efficiency over cores, growth with residents and with months, the shares of
# set-up and of writing, the phases. Ratios are what counts: run it with the machine idle. --short for a look.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

rounds=3 draws=10 replicates=2 greatest=1000000
case ${1:-} in
    --short) rounds=1 draws=2 replicates=2 greatest=10000 ;;
    '') ;;
    *) echo "usage: bash tests/bench/run.sh [--short]" >&2; exit 2 ;;
esac

# shellcheck source=.cmake/setup.sh
source .cmake/setup.sh
install_packages "${build_packages[@]}" libbenchmark-dev
build=${CANTIERE_BUILD:-build/release}
cmake --preset release -B "$build" >/dev/null
cmake --build "$build" --target cantiere naive_workload reference_workload measure_draws measure_limits measure_phases measure_kernels >/dev/null
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
    "$build/analysis/cli/cantiere" run "$study" -q --json -j "$threads" -o "$scratch/r.h5" --overwrite "$@" |
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

# Nanoseconds of one resident-month on one thread, what a command takes to start left out: the difference of two
# runs of R and 3 R replicates. each REPLICATES OPTION...
each() {
    local few=$1 json times
    shift
    for times in 1 3; do
        json=$("$build/analysis/cli/cantiere" run pistoia -q --json -j 1 --draws 1 --replicates "$((few * times))" \
            --only as-usual -o "$scratch/r.h5" --overwrite "$@")
        printf '%s %s\n' "$(field wall_seconds <<<"$json")" "$(field resident_months <<<"$json")"
    done | awk 'NR == 1 { t = $1; n = $2 } NR == 2 { printf "%.1f", 1e9 * ($1 - t) / ($2 - n) }'
}

title "growth with residents (as usual, 24 months after 36 of burn-in, one thread)"
first=
for ((residents = 1000; residents <= greatest; residents *= 10)); do
    now=$(each "$((residents < 100000 ? 100000 / residents : 1))" --months 24 --set "population.residents_in_need=$residents")
    first=${first:-$now}
    printf '%8s residents: %s ns a resident-month, %s times that of 1,000\n' "$residents" "$now" "$(ratio "$now" "$first")"
done

title "growth with months (as usual, one thread)"
first=
for months in 12 60 120 240; do
    now=$(each "$((960 / months))" --months "$months")
    first=${first:-$now}
    printf '%4s months: %s ns a resident-month, %s times that of 12\n' "$months" "$now" "$(ratio "$now" "$first")"
done

title "where the time goes (pistoia, with the programme)"
"$bench/measure_phases" scenarios/studies/pistoia.toml "$((rounds * 4))" 1
title "kernels"
"$bench/measure_kernels" --benchmark_filter='^(draws|elementary|rows)/' 2>/dev/null
