#!/usr/bin/env bash
# Runs tests of the charts: node.sh BUILD unit|browser [NAME]. BUILD is the copy of analysis/web with its packages.
set -euo pipefail
build=$1 kind=$2 name=${3:-}
cd "$build"
if [[ $kind == browser ]] && ! compgen -G '/usr/bin/chromium*' >/dev/null && [[ -z ${CHROMIUM:-} ]]; then
    echo "node.sh: left out, there is no Chromium (package chromium)"
    exit 77
fi
files=(build/tests/"$kind"/"$name"*.test.mjs)
exec node --test --test-concurrency=1 "${files[@]}"
