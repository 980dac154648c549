#!/usr/bin/env bash
# Bundles the charts: web.sh SOURCE BUILD. Works on a copy in BUILD, so that the sources stay as they are; packages are
# fetched where the lock file has changed, from npm's cache where they are in it.
set -euo pipefail
source=$1 build=$2
mkdir -p "$build"
tar -C "$source" --exclude=./node_modules --exclude=./build -cf - . | tar -C "$build" -xf -
cd "$build"
if ! cmp -s package-lock.json node_modules/.installed 2>/dev/null; then
    npm ci --prefer-offline --no-audit --no-fund --loglevel=error >&2 || {
        echo "web.sh: npm could not fetch the packages of analysis/web; with no network, say cmake -DCANTIERE_WEB=OFF" >&2
        exit 1
    }
    cp package-lock.json node_modules/.installed
fi
node build.mjs --tests
