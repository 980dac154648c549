#!/usr/bin/env bash
# Breaks the model on purpose, one formula at a time, and sees whether a test notices.
#   bash tests/mutations/run.sh [FIRST [LAST]]     rows of mutations.tsv, all without numbers
# Works in build/mutants on a copy of the sources. Prints a line a mutation: killed and by which test, SURVIVED,
# does not compile, or not found (the line has changed: renew the row). Exits 1 unless all are killed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
list=$PWD/tests/mutations/mutations.tsv
first=${1:-1}
last=${2:-$(wc -l <"$list")}
work=$PWD/build/mutants/$first-$last
copy=$work/source
jobs=${MUTATION_JOBS:-$(nproc)}

rm -rf "$copy"
mkdir -p "$copy"
git ls-files | tar -cf - -T - | tar -xf - -C "$copy"
[[ -d ../shared ]] && ln -sfn "$(cd ../shared && pwd)" "$work/shared"

build() { cmake --build "$work/build" -j "$jobs" --target "$@" >"$work/build.log" 2>&1; }

# Runs the tests in the order in which they notice most for their time; prints the first that fails.
killer() {
    local program filter
    while read -r program filter; do
        build "tests_$program" || { echo "does not compile"; return; }
        # shellcheck disable=SC2086
        (cd "$copy" && timeout 600 "$work/build/tests/$program/tests_$program" --abort $filter >"$work/test.log" 2>&1) ||
            { grep -A1 -m1 -- '^-------' "$work/test.log" | tail -1 | sed "s/^/$program: /"; return; }
    done <<'TESTS'
verification *naive*
unit
verification ~*naive*
property
TESTS
    echo SURVIVED
}

cmake -S "$copy" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE="-O1" \
    >"$work/configure.log" 2>&1 || { cat "$work/configure.log"; exit 1; }
unbroken=$(killer)
[[ $unbroken == SURVIVED ]] || { echo "the tests fail without any mutation: $unbroken"; exit 1; }

survivors=0
row=0
while IFS=$'\t' read -r file rule kind from to; do
    row=$((row + 1))
    ((row < first || row > last)) && continue
    cp "$copy/$file" "$work/kept"
    if FROM=$from TO=$to perl -0pi -e \
        'my ($f, $t) = @ENV{"FROM", "TO"}; our $n = () = /^\Q$f\E$/mg; s/^\Q$f\E$/$t/m if $n == 1; END { $? = $n == 1 ? 0 : 9 }' \
        "$copy/$file" && ! cmp -s "$copy/$file" "$work/kept"; then
        verdict=$(killer)
    else
        verdict="not found"
    fi
    case $verdict in SURVIVED | "does not compile" | "not found") survivors=$((survivors + 1)) ;; esac
    printf '%s\t%s\t%s\t%s\t%s\n' "$row" "$file" "$rule" "$kind" "$verdict"
    cp "$work/kept" "$copy/$file"
done <"$list"
echo "$survivors of $((last - first + 1)) not killed"
((survivors == 0))
