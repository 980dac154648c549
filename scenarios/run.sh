#!/usr/bin/env bash
# The main job: sets up, builds, runs the five programme studies, prints their comparisons and writes the report.
# Results go to outputs/runs/*.h5; those already there for the same inputs are kept.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

DRAWS=5       # parameter draws of the short form: under three minutes on two cores
REPLICATES=2  # runs of each draw
PROGRAMMES=(pistoia net-met versilia bari gorizia)
STUDIES=("${PROGRAMMES[@]}")

# Scenarios of the short form, beside services as usual: the studies hold more, all of which --full runs.
declare -A SHORT=(
    [pistoia]=pisola,pisola-null-twin,pisola-60-slots,pisola-no-taper,pisola-no-economic-tie,pisola-half
    [net-met]=net-met,net-met-null-twin,net-met-no-desks,net-met-mesh,net-met-no-commission,net-met-half
    [bari]=bari-cantiere,bari-cantiere-null-twin,bari-cantiere-60-starts,bari-cantiere-no-cap,bari-cantiere-permanent,bari-cantiere-half
    [gorizia]=iso-new,iso-new-null-twin,iso-new-no-coop-places,iso-new-prison-part,iso-new-obstacles-stay,iso-new-half
)

usage() {
    cat <<'EOF'
usage: bash scenarios/run.sh [--full] [--overwrite]
  --full       all scenarios with the studies' own number of draws and replicates, and the studies of
               placement, prevention, members and export
  --overwrite  replace results of other inputs in outputs/runs
EOF
}

size=(--draws "$DRAWS" --replicates "$REPLICATES")
extra=()
for option in "$@"; do
    case $option in
        --full)
            size=()
            SHORT=()
            STUDIES+=(placement prevention versilia-members export)
            ;;
        --overwrite) extra+=(--overwrite) ;;
        -h | --help) usage; exit 0 ;;
        *) echo "run.sh: unknown option $option" >&2; usage >&2; exit 2 ;;
    esac
done

# shellcheck source=.cmake/setup.sh
source .cmake/setup.sh
SECONDS=0
install_packages "${build_packages[@]}"

echo "build: build/release/analysis/cli/cantiere (log: build/release/build.log)" >&2
quietly build/release/configure.log cmake --preset release
quietly_told build/release/build.log cmake --build --preset release --target cantiere
echo "build: ready after $SECONDS s" >&2

cantiere=build/release/analysis/cli/cantiere
mkdir -p outputs/runs
ran=$SECONDS
failed=()
results=()
for study in "${STUDIES[@]}"; do
    result=outputs/runs/$study.h5
    began=$SECONDS
    printf '\n== %s ==\n' "$study"
    only=()
    [[ -n ${SHORT[$study]:-} ]] && only=(--only "${SHORT[$study]}")
    if "$cantiere" run "scenarios/studies/$study.toml" "${size[@]}" "${only[@]}" -o "$result" "${extra[@]}"; then
        echo "$study: $((SECONDS - began)) s, $result" >&2
        results+=("$result")
    else
        status=$?
        ((status == 130)) && exit 130
        failed+=("$study")
    fi
done

if ((${#results[@]} > 1)); then
    printf '\n== all ==\n'
    "$cantiere" compare --brief "${results[@]}"
fi

# The masterplan of the five programmes; beside the results, what the model reproduces of the world and, in the full
# form, every programme in every place.
programmes=()
for study in "${PROGRAMMES[@]}"; do
    [[ -f outputs/runs/$study.h5 ]] && programmes+=("outputs/runs/$study.h5")
done
beside() {  # FILE COMMAND...: keeps what is there
    local file=outputs/runs/$1
    shift
    [[ -s $file ]] && return
    if "$cantiere" "$@" --json >"$file.part"; then mv "$file.part" "$file"; else rm -f "$file.part"; fi
}
if [[ ${#size[@]} -eq 0 ]]; then
    beside validation.json validate
    beside transfer.json transfer --matrix pistoia,net-met,versilia,bari,gorizia
fi
if ((${#programmes[@]} > 0)); then
    printf '\n== report ==\n'
    "$cantiere" report "${programmes[@]}" -o outputs/runs/report.html --overwrite || failed+=(report)
fi
cat <<EOF

The report: open $PWD/outputs/runs/report.html in a browser.

Next, with cantiere=$PWD/$cantiere:
  \$cantiere compare outputs/runs/bari.h5 --by group      who gains: or payer, municipality, year
  \$cantiere compare --programmes outputs/runs/*.h5      programmes beside their null twins: net, gross, horizons
  \$cantiere run prevention                              what keeps people from permanent exclusion
  \$cantiere params internship                            what a parameter means and its range
  \$cantiere show outputs/runs/bari.h5 | less             every value that was used
  \$cantiere show bari --origin                           the file and line that state each
EOF
printf '\nstudies: %s s; with set-up and build: %s s\n' "$((SECONDS - ran))" "$SECONDS"
if ((${#failed[@]} > 0)); then
    echo "run.sh: failed: ${failed[*]} (the reasons are printed above)" >&2
    exit 1
fi
