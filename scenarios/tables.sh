#!/usr/bin/env bash
# Makes the tables of scenarios/studies again: programmes beside their null twins, every variant, every lever. Needs a
# program built by run.sh, or CANTIERE. About ten minutes on two cores; results go to outputs/runs/tables/*.h5 and those
# there already for the same inputs are kept.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

cantiere=${CANTIERE:-build/release/analysis/cli/cantiere}
[[ -x $cantiere ]] || { echo "tables.sh: no program at $cantiere: bash scenarios/run.sh builds it" >&2; exit 1; }
PROGRAMMES=(pistoia net-met versilia bari gorizia)
declare -A PROGRAMME=([pistoia]=pisola [net-met]=net-met [versilia]=versilia-pact [bari]=bari-cantiere [gorizia]=iso-new
    [versilia-members]=versilia-pact [prevention]=versilia-pact)
OUTCOMES=starts,hires,stable_exits,autonomy_years,programme_cost,net_cost_public
LEVERS=(--draws 1 --replicates 8 --months 60)  # one draw: what a lever does at the stated values

out=outputs/runs/tables
mkdir -p "$out"
results=()
for study in "${PROGRAMMES[@]}"; do
    "$cantiere" run "$study" --draws 5 --replicates 2 -q --overwrite -o "$out/$study.h5" >/dev/null
    results+=("$out/$study.h5")
done
for study in versilia-members prevention placement; do
    "$cantiere" run "$study" -q --overwrite -o "$out/$study.h5" >/dev/null
done

to=scenarios/studies
{
    echo "# Programmes beside their null twins"
    echo "Made by \`bash scenarios/tables.sh\`: 5 draws x 2 replicates, ten years."
    echo
    "$cantiere" compare --programmes --markdown --lang en "${results[@]}"
} >"$to/programmes.md"

# table STUDY OUTCOMES: every scenario minus services as usual, then minus the programme that it is a variant of.
table() {
    local study=$1 outcomes=$2
    printf '\n## %s\n\n' "$study"
    "$cantiere" compare --markdown --lang en --outcomes "$outcomes" "$out/$study.h5" | grep '^|'
    [[ -z ${PROGRAMME[$study]:-} ]] && return
    printf '\nMinus `%s`:\n\n' "${PROGRAMME[$study]}"
    "$cantiere" compare --markdown --lang en --base "${PROGRAMME[$study]}" --outcomes "$outcomes" "$out/$study.h5" | grep '^|'
}

{
    echo "# Every variant, as a difference from services as usual and from its programme"
    echo "Made by \`bash scenarios/tables.sh\`: 5 draws x 2 replicates (members, prevention, placement 10 x 2), ten years. Paired, with half of the"
    echo "95 % interval; ~ cannot be told apart from zero. Net: all residents count; what ordinary applicants lose is in the money."
    for study in "${PROGRAMMES[@]}" versilia-members placement; do table "$study" "$OUTCOMES"; done
    table prevention exclusions,permanent_exclusions,excluded_months,autonomy_years,programme_cost,net_cost_public
} >"$to/variants.md"
{
    echo "# What each lever does"
    echo "Made by \`bash scenarios/tables.sh\` from \`levers.csv\`: \`cantiere sensitivity --table\` with ${LEVERS[*]}. Amounts in 2024 prices."
    echo
    "$cantiere" sensitivity --table "$to/levers.csv" "${LEVERS[@]}" -q --markdown --lang en
} >"$to/levers.md"
echo "tables.sh: $to/programmes.md, variants.md, levers.md"
