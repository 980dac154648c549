#!/usr/bin/env bash
# Sets up, builds and passes every test. --full adds clang 16 (without MPI), clang-tidy, line coverage of model/, the
# long statistical and fault runs, and Slurm where it is installed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

full=no
for option in "$@"; do
    case $option in
        --full) full=yes ;;
        -h | --help) echo "usage: bash tests/run.sh [--full]"; exit 0 ;;
        *) echo "run.sh: unknown option $option; usage: bash tests/run.sh [--full]" >&2; exit 2 ;;
    esac
done

# shellcheck source=.cmake/setup.sh
source .cmake/setup.sh
SECONDS=0
packages=("${build_packages[@]}" "${test_packages[@]}")
[[ $full == yes ]] && packages+=("${full_test_packages[@]}")
install_packages "${packages[@]}"

jobs=$(nproc)
configure_options=()  # of the next build
passed=0
failed=0

say() { printf '\n[%4s s] %s\n' "$SECONDS" "$*"; }

# Counts one step that is not a CTest run; status 77 says that it was left out: step NAME COMMAND...
step() {
    local name=$1
    shift
    say "$name"
    "$@"
    local status=$?
    if ((status == 0)); then
        passed=$((passed + 1))
    elif ((status == 77)); then
        echo "LEFT OUT: $name"
    else
        failed=$((failed + 1))
        echo "FAILED: $name"
    fi
}

# Configures and builds a preset; a failure counts as one and skips its tests: build PRESET [TARGET...]
build() {
    local preset=$1
    shift
    local targets=()
    (($# > 0)) && targets=(--target "$@")
    say "build $preset"
    quietly "build/$preset/configure.log" cmake --preset "$preset" "${configure_options[@]}" &&
        quietly "build/$preset/build.log" cmake --build --preset "$preset" -j "$jobs" "${targets[@]}" &&
        return 0
    failed=$((failed + 1))
    echo "FAILED: build $preset"
    return 1
}

# Runs a test preset and adds its counts: run_tests PRESET [CTEST OPTION...]
run_tests() {
    local preset=$1
    shift
    local log=build/$preset/ctest.log
    say "tests, $preset"
    # Without the lines of single tests that pass; failures print their output.
    ctest --preset "$preset" -j "$jobs" "$@" 2>&1 | tee "$log" |
        grep -vE '^ *(Start +[0-9]+:|[0-9]+/[0-9]+ Test +#.* Passed )'
    local counts
    counts=$(sed -nE 's/.* ([0-9]+) tests failed out of ([0-9]+).*/\1 \2/p' "$log")
    if [[ -z $counts ]]; then
        failed=$((failed + 1))
        echo "FAILED: ctest --preset $preset ran no test"
        return
    fi
    local bad all
    read -r bad all <<<"$counts"
    failed=$((failed + bad))
    passed=$((passed + all - bad))
}

# Lists the C++ files of the project: those that git tracks, or all where git cannot tell.
cpp_files() {
    git ls-files -- '*.h' '*.cpp' 2>/dev/null | grep . ||
        find model outputs scenarios analysis tests -name '*.h' -o -name '*.cpp'
}

check_format() {
    local formatter=clang-format
    command -v clang-format-14 >/dev/null 2>&1 && formatter=clang-format-14
    cpp_files | xargs -r "$formatter" --dry-run -Werror
}

# In unity builds, so that headers are read once for some eight sources.
check_tidy() {
    quietly build/tidy/configure.log cmake --preset clang -B build/tidy -DCANTIERE_UNITY=ON &&
        quietly build/tidy/build.log cmake --build build/tidy --target cantiere_write_version &&
        quietly build/tidy/tidy.log run-clang-tidy-16 -quiet -j "$jobs" -p build/tidy \
            -checks=-bugprone-suspicious-include \
            "$PWD/(model|outputs|scenarios|analysis)/.*\.cpp$" \
            "$PWD/build/tidy/(model|outputs|scenarios|analysis)/.*/Unity/.*"
}

check_coverage() {
    gcovr --root . --object-directory build/coverage --filter 'model/' \
        --exclude-throw-branches --fail-under-line 90 --print-summary build/coverage
}

build release && run_tests release
step "layout of the sources (clang-format)" check_format
# In the short form, under the sanitizers, a third of the random cases: all hundred have run without them.
if [[ $full == yes ]]; then
    configure_options=(-DCANTIERE_SANITIZE_POINTERS=ON)
else
    configure_options=(-DCANTIERE_SANITIZE_POINTERS=OFF)
    export RC_PARAMS="seed=2004 max_success=30"
fi
build dev tests_sanitized && run_tests dev
configure_options=()
unset RC_PARAMS

if [[ $full == yes ]]; then
    [[ -d build/release ]] && CANTIERE_TEST_SCALE=full run_tests release -L '^(statistical|property|fault|web|long)$'
    step "a job array of shards, queued again, under Slurm" bash tests/fault/slurm.sh
    if build clang; then
        run_tests clang
        step "clang-tidy 16" check_tidy
    fi
    if build coverage tests_unit tests_property tests_verification tests_golden; then
        find build/coverage -name '*.gcda' -delete
        run_tests coverage
        step "lines of model/ executed by the tests, at least 90 %" check_coverage
    fi
fi

printf '\n%s passed, %s failed (%s s)\n' "$passed" "$failed" "$SECONDS"
((failed == 0))
