# shellcheck shell=bash disable=SC2034  # the lists are used by the scripts that source this file
# Installs the Debian packages that are missing. Sourced by scenarios/run.sh and tests/run.sh.
# With nothing missing it makes one query, needs no network and prints nothing.

build_packages=(
    g++ cmake ninja-build git pkg-config
    libboost-dev libboost-mpi-dev libopenmpi-dev openmpi-bin
    nlohmann-json3-dev libeigen3-dev libhdf5-dev librandom123-dev
    libcli11-dev libtomlplusplus-dev libfmt-dev liblemon-dev coinor-libcbc-dev libcpp-httplib-dev
    catch2 librapidcheck-dev
)
# Debian's npm excludes other builds of Node, and needs its own.
command -v npm >/dev/null 2>&1 || build_packages+=(nodejs npm)
test_packages=(clang-format python3-h5py python3-xarray python3-netcdf4 netcdf-bin hdf5-tools chromium)
full_test_packages=(clang-16 clang-tidy-16 gcovr slurmctld slurmd slurm-client munge)
# Debian's libomp-N-dev exclude each other; clang 16 links with any of them.
compgen -G '/usr/lib/llvm-*/lib/libomp.so' >/dev/null || full_test_packages+=(libomp-16-dev)

# Prints those of the named packages that are not installed.
missing_packages() {
    local package
    local -A installed=()
    while read -r package; do
        installed[$package]=yes
    done < <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
        sed -n 's/^installed //p')
    for package in "$@"; do
        [[ -n ${installed[$package]:-} ]] || printf '%s\n' "$package"
    done
}

setup_failed() {
    printf 'set-up: %s\n' "$@" >&2
    exit 1
}

# Installs what is missing of the named packages, removing nothing.
install_packages() {
    command -v dpkg-query >/dev/null 2>&1 ||
        setup_failed "this is not Debian or a relative of it (no dpkg-query); install by hand: $*"
    local missing
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]} == 0)) && return 0

    echo "set-up: installing ${missing[*]}" >&2
    local as_root=()
    if ((EUID != 0)); then
        command -v sudo >/dev/null 2>&1 ||
            setup_failed "these packages are missing and need root or sudo: ${missing[*]}" \
                "as root: apt-get install --no-remove ${missing[*]}"
        as_root=(sudo)
    fi
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120)
    "${apt[@]}" update >&2 ||
        echo "set-up: the package lists could not be renewed (no network?); trying with those here" >&2
    "${apt[@]}" install --no-remove --no-install-recommends "${missing[@]}" >&2 ||
        setup_failed "apt-get could not install: ${missing[*]}" \
            "nothing of yours was removed; if it says that packages would be removed, install by hand the ones you accept" \
            "if it says that a package cannot be found, add Debian 12 (bookworm) main to the apt sources"

    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]} == 0)) || setup_failed "still missing after the installation: ${missing[*]}"
}

# Tells how far a build is, by the [n/m] of its log: over itself on a terminal, a line every minute elsewhere. Ends with
# the script.
watch_log() {
    local log=$1 step='' seconds=0
    while kill -0 $$ 2>/dev/null; do
        sleep 1 >/dev/null 2>&1 || true
        seconds=$((seconds + 1))
        step=$(tail -n 20 "$log" 2>/dev/null | grep -oE '^\[[0-9]+/[0-9]+\]' | tail -n 1) || true
        if [[ -z $step ]]; then
            continue
        elif [[ -t 2 ]]; then
            printf '\r%s %d min %02d s ' "$step" $((seconds / 60)) $((seconds % 60)) >&2
        elif ((seconds % 60 == 0)); then
            printf 'build: %s after %d min\n' "$step" $((seconds / 60)) >&2
        fi
    done
}

# Runs a command with its output kept in a file; shows the end of it only when the command fails.
quietly() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    "$@" >"$log" 2>&1 && return 0
    tail -n 60 "$log" >&2
    echo "failed: $* (all of its output: $log)" >&2
    return 1
}

# As quietly, and tells how far the build is.
quietly_told() {
    local log=$1 watcher status=0
    mkdir -p "$(dirname "$log")"
    : >"$log"
    watch_log "$log" >/dev/null &
    watcher=$!
    quietly "$@" || status=$?
    kill "$watcher" 2>/dev/null || true
    wait "$watcher" 2>/dev/null || true
    if [[ -t 2 ]]; then printf '\r\033[K' >&2; fi
    return "$status"
}
