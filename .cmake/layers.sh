#!/usr/bin/env bash
# Counts the include lines between the layers, as the table of README.md shows them.
#   bash .cmake/layers.sh           prints the table
#   bash .cmake/layers.sh --check   fails when README.md holds another one
#   bash .cmake/layers.sh --update  writes it into README.md
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

begin='<!-- layers: written by .cmake/layers.sh --update -->'
end='<!-- end of layers -->'

table() {
    local folders=() folder
    for folder in model outputs scenarios analysis tests; do
        [[ -d $folder ]] && folders+=("$folder")
    done
    grep -rHE --include='*.h' --include='*.cpp' '^#include "' "${folders[@]}" | awk -F'[:"]' '
        function layer(path) {
            if (path ~ /^model\/core\//) return "model/core"
            return match(path, /^(model|outputs|scenarios|analysis|tests)\//) ? substr(path, 1, RLENGTH - 1) : ""
        }
        { count[layer($1), layer($3)]++ }
        END {
            n = split("model/core model outputs scenarios analysis tests", name, " ")
            row = "| files of ... include | "; rule = "|---|"
            for (j = 1; j < n; j++) { row = row "`" name[j] "` | "; rule = rule "--:|" }
            print row; print rule
            for (i = 1; i <= n; i++) {
                row = "| `" name[i] "` | "
                for (j = 1; j < n; j++) row = row (count[name[i], name[j]] ? count[name[i], name[j]] : "-") " | "
                print row
            }
        }' | sed 's/ $//'
}

in_readme() { awk -v begin="$begin" -v end="$end" '$0 == end { on = 0 } on; $0 == begin { on = 1 }' README.md; }

case ${1:-} in
    '') table ;;
    --check)
        diff -u --label README.md --label 'the sources' <(in_readme) <(table) ||
            { echo 'README.md: the table of includes is out of date; run: bash .cmake/layers.sh --update' >&2; exit 1; }
        ;;
    --update)
        new=$(table)
        grep -qxF -- "$begin" README.md || { echo "README.md has no line: $begin" >&2; exit 1; }
        awk -v begin="$begin" -v end="$end" -v table="$new" '
            $0 == end { on = 0 }
            !on { print }
            $0 == begin { print table; on = 1 }' README.md >README.md.new
        mv README.md.new README.md
        ;;
    *) echo 'usage: bash .cmake/layers.sh [--check | --update]' >&2; exit 2 ;;
esac
