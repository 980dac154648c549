#!/usr/bin/env bash
# Puts a study into the queue of Slurm: a job array of shards, and a job that merges them when all are done.
set -uo pipefail

usage() {
    cat <<'TEXT'
usage: bash scenarios/slurm/submit.sh -n SHARDS -o RESULT.h5 STUDY [OPTION OF CANTIERE RUN]... [-- OPTION OF SBATCH...]
  -n SHARDS      tasks of the job array
  -o RESULT.h5   the merged results; the shards stay in RESULT.shards/
  --             what follows goes to sbatch for the array: --time=02:00:00 --cpus-per-task=8 --partition=long
Prints the numbers of the two jobs. The program is $CANTIERE, that of this checkout, or the one on the path.
TEXT
}
refuse() {
    echo "submit.sh: $1" >&2
    usage >&2
    exit 2
}

shards=
result=
words=()
options=()
while (($# > 0)); do
    case $1 in
        -h | --help) usage; exit 0 ;;
        -n) (($# > 1)) || refuse "-n has no number"; shards=$2; shift ;;
        -o | --output) (($# > 1)) || refuse "-o has no file"; result=$2; shift ;;
        --) shift; options=("$@"); break ;;
        *) words+=("$1") ;;
    esac
    shift
done
[[ $shards =~ ^[1-9][0-9]*$ ]] || refuse "-n is \"$shards\"; give the number of shards"
[[ -n $result ]] || refuse "-o is missing; name the results file"
((${#words[@]} > 0)) || refuse "no study is given"
command -v sbatch >/dev/null 2>&1 || { echo "submit.sh: there is no sbatch; run this where Slurm is" >&2; exit 1; }

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=${CANTIERE:-$here/../../build/release/analysis/cli/cantiere}
if ! [[ -x $program ]]; then
    program=$(command -v cantiere) || { echo "submit.sh: there is no cantiere; build it (bash scenarios/run.sh) or set CANTIERE" >&2; exit 1; }
fi
export CANTIERE
CANTIERE=$(realpath "$program")
folder=${result%.h5}.shards

# Debian's sbatch is there without a cluster too, and its own errors speak of files and sockets.
if command -v scontrol >/dev/null 2>&1 && ! scontrol ping 2>/dev/null | grep -q UP; then
    echo "submit.sh: no Slurm answers on this machine (scontrol ping); run this on a machine of the cluster, or here" \
        "cantiere run, alone or with --shard i/n" >&2
    exit 1
fi

array=$(sbatch --parsable --export=ALL --array="1-$shards" "${options[@]}" "$here/run.sbatch" "$folder" "${words[@]}") || exit 1
array=${array%%;*}
merge=$(sbatch --parsable --export=ALL --dependency="afterok:$array" --kill-on-invalid-dep=yes \
    "$here/merge.sbatch" "$folder" "$result") || exit 1
echo "shards: job $array, $shards tasks -> $folder"
echo "merge:  job ${merge%%;*} -> $result"
