#!/usr/bin/env bash
# Measures the program on this machine in one sitting: limits, draws, the reference workload beside the naive
# one, the full model by study, efficiency over cores, growth with residents and with months, the shares of
# set-up and of writing, the phases; at the end the goals, each with its figure. Ratios are what counts: run it with the
# machine idle. --short for a look, --country for the national run too (some 20 minutes).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

rounds=3 draws=4 replicates=2 country=no sizes=(1000 10000 100000 1000000)
for option in "$@"; do
    case $option in
        --short) rounds=1 draws=2 replicates=2 sizes=(1000 10000) ;;
        --country) country=yes ;;
        *) echo "usage: bash tests/bench/run.sh [--short] [--country]" >&2; exit 2 ;;
    esac
done

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

goals=()  # lines of the table at the end

# Notes a figure beside its goal: goal WHAT FIGURE GOAL NOTE
goal() { goals+=("$1|$2|$3|$4"); }

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

# Prints the greatest of numbers: greatest A B ...
greatest() { printf '%s\n' "$@" | sort -g | tail -n 1; }

title "limits"
"$bench/measure_limits" "$rounds"
title "draws"
"$bench/measure_draws"

title "reference workload: 64 x 5,000 residents x 120 months on $cores threads, in turn"
for ((round = 0; round < rounds; ++round)); do
    naive=$("$bench/naive_workload" 5000 120 64 "$cores" | field resident_months_per_second)
    fast=$("$bench/reference_workload" 5000 120 64 "$cores" | field resident_months_per_second)
    times=$(ratio "$fast" "$naive")
    printf 'naive %.1f, on the core %.1f million resident-months/s: %s times\n' \
        "$(ratio "$naive" 1e6)" "$(ratio "$fast" 1e6)" "$times"
    least=$(printf '%s\n' "${least:-$times}" "$times" | sort -g | head -n 1)
done
goal "reference workload, times the naive one" "$least" "at least 5, better 10" "least of $rounds"
for set in portable avx2; do
    held=$(CANTIERE_INSTRUCTIONS=$set "$bench/reference_workload" 5000 120 64 "$cores" | field resident_months_per_second)
    printf 'held to %s: %.1f million/s\n' "$set" "$(ratio "$held" 1e6)"
done

title "full model, every module on: $draws draws x $replicates replicates, all scenarios"
for study in pistoia net-met versilia bari gorizia; do
    one=$(speed "$study" 1 --draws "$draws" --replicates "$replicates")
    all=$(speed "$study" "$cores" --draws "$draws" --replicates "$replicates")
    share=$(ratio "$all" "$(awk -v a="$one" -v n="$cores" 'BEGIN { print a * n }')")
    printf '%-9s one thread %.2f, %s threads %.2f million resident-months/s: efficiency %s\n' "$study" \
        "$(ratio "$one" 1e6)" "$cores" "$(ratio "$all" 1e6)" "$share"
    [[ $study == pistoia ]] && goal "full model, pistoia, million resident-months/s a core" "$(ratio "$one" 1e6)" \
        "at least 20, better 40" "program start included"
    lowest=$(printf '%s\n' "${lowest:-$share}" "$share" | sort -g | head -n 1)
done
goal "efficiency over $cores cores, batch" "$lowest" "at least .90" "least of five studies"
goal "columns of a resident, bytes" "$("$build/analysis/cli/cantiere" run pistoia -q --json --draws 1 --replicates 1 \
    --only as-usual -o "$scratch/r.h5" --overwrite | field bytes_per_resident)" "hot state at most 128" "all columns, hot or not"

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

title "growth with residents (services as usual in the country at smaller shares, one thread)"
/usr/bin/python3 tests/bench/growth.py "$build/analysis/cli/cantiere" "${sizes[@]}" | tee "$scratch/growth"
goal "time of a resident-month, ${sizes[0]} to ${sizes[-1]} residents" \
    "$(greatest $(awk 'NR > 1 { print $5 }' "$scratch/growth"))" "at most 1.5 times" "greatest over that of ${sizes[0]}"

title "growth with months (as usual, one thread)"
first=
for months in 12 60 120 240; do
    now=$(each "$((960 / months))" --months "$months")
    first=${first:-$now}
    printf '%4s months: %s ns a resident-month, %s times that of 12\n' "$months" "$now" "$(ratio "$now" "$first")"
    longest=$(greatest "${longest:-1}" "$(ratio "$now" "$first")")
done
goal "time of a resident-month, 12 to 240 months" "$longest" "no growth" "greatest over that of 12"

title "where the time goes (pistoia, with the programme)"
"$bench/measure_phases" scenarios/studies/pistoia.toml "$((rounds * 4))" 1 | tee "$scratch/phases"
goal "set-up of a run" "$(awk '/set-up/ { s += $3 } END { printf "%.1f %%", s }' "$scratch/phases")" "under 5 %" \
    "of the time of a run, burn-in for itself alone"

title "writing (pistoia: a finished run as one shard, read and written as a results file)"
"$build/analysis/cli/cantiere" run pistoia -q --json -j 1 --draws "$draws" --replicates "$replicates" --shard 1/1 \
    -o "$scratch/s.h5" --overwrite >"$scratch/report"
start=$(date +%s%N)
"$build/analysis/cli/cantiere" merge "$scratch/s.h5" -o "$scratch/m.h5" --overwrite >/dev/null
written=$(awk -v a="$start" -v b="$(date +%s%N)" 'BEGIN { print (b - a) / 1e9 }')
run=$(field wall_seconds <"$scratch/report")
printf '%.2f s of %.1f s of one thread; %s bytes a scenario, draw and replicate\n' "$written" "$run" \
    "$(awk -v b="$(stat -c %s "$scratch/m.h5")" -v n="$(field runs <"$scratch/report")" 'BEGIN { printf "%.0f", b / n }')"
goal "results file" "$(awk -v w="$written" -v r="$run" 'BEGIN { printf "%.1f %%", 100 * w / r }')" "under 2 %" \
    "of the time of a run, from above: start and reading too"

if [[ $country == yes ]]; then
    title "the country: 5.7 million residents, 120 months after 36 of burn-in, services as usual"
    /usr/bin/time -f '%M' -o "$scratch/peak" "$build/analysis/cli/cantiere" run italy -q --json --only as-usual --draws 1 \
        --replicates 1 -o "$scratch/r.h5" --overwrite >"$scratch/report"
    goal "national run, s" "$(field wall_seconds <"$scratch/report")" "under 60" "one run is one thread's"
    goal "national run, GiB" "$(awk '{ printf "%.2f", $1 / 1048576 }' "$scratch/peak")" "under 4" "greatest in memory"
fi

title "kernels"
"$bench/measure_kernels" --benchmark_filter='^(draws|elementary|rows)/' 2>/dev/null

title "goals"
printf '%s\n' "${goals[@]}" | awk -F'|' '{ printf "%-62s %10s   %-24s %s\n", $1, $2, $3, $4 }'
