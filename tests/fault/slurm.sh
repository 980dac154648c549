#!/usr/bin/env bash
# A study goes through a Slurm of its own on this machine: an array of shards, of which one is told to stop, one is
# queued again by the scheduler and one is cancelled and submitted anew; then the merge. The bytes are those of a plain run.
# Part of tests/run.sh --full. Skipped, with a message, where Slurm is not installed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1

for program in slurmctld slurmd sbatch squeue scontrol munged; do
    if ! command -v "$program" >/dev/null 2>&1 && ! [[ -x /usr/sbin/$program ]]; then
        echo "slurm.sh: left out, there is no $program (packages slurmctld slurmd slurm-client munge)"
        exit 77  # left out
    fi
done
PATH=$PATH:/usr/sbin
program=$(realpath "${CANTIERE_BINARY:-build/release/analysis/cli/cantiere}")
[[ -x $program ]] || { echo "slurm.sh: there is no $program; build it, or set CANTIERE_BINARY" >&2; exit 1; }
root=$PWD
export CANTIERE_DATA=$root/scenarios

place=$(mktemp -d "${TMPDIR:-/tmp}/cantiere-slurm-XXXXXX")
daemons=()
finish() {
    ((${#daemons[@]} > 0)) && kill "${daemons[@]}" 2>/dev/null
    wait 2>/dev/null
    rm -rf "$place"
}
trap finish EXIT
fail() {
    echo "slurm.sh: not so: $*" >&2
    tail -n 30 "$place"/*.log "$place"/work/*.out >&2 2>/dev/null
    exit 1
}

# A free port for each daemon.
port() { /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("", 0)); print(s.getsockname()[1])'; }

mkdir -p "$place"/{state,spool,work,munge}
chmod 711 "$place/munge"
chmod 755 "$place"
dd if=/dev/urandom of="$place/munge/key" bs=1024 count=1 status=none
chmod 400 "$place/munge/key"
host=$(hostname -s)
user=$(id -un)
cat >"$place/slurm.conf" <<CONF
ClusterName=test
MailProg=/bin/true
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(port)
SlurmdPort=$(port)
AuthType=auth/munge
AuthInfo=socket=$place/munge/socket,cred_expire=5
SlurmUser=$user
SlurmdUser=$user
StateSaveLocation=$place/state
SlurmdSpoolDir=$place/spool
SlurmctldPidFile=$place/slurmctld.pid
SlurmdPidFile=$place/slurmd.pid
SlurmctldLogFile=$place/slurmctld.log
SlurmdLogFile=$place/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SwitchType=switch/none
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=2,batch_sched_delay=0,sched_min_interval=500000
ReturnToService=2
KillWait=5
SlurmdParameters=config_overrides
NodeName=$host NodeAddr=127.0.0.1 CPUs=3 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=60 State=UP
CONF
export SLURM_CONF=$place/slurm.conf

munged --foreground --force --socket="$place/munge/socket" --key-file="$place/munge/key" \
    --pid-file="$place/munge/pid" --log-file="$place/munge/log" --seed-file="$place/munge/seed" >"$place/munged.log" 2>&1 &
daemons+=($!)
for _ in {1..50}; do [[ -S $place/munge/socket ]] && break; sleep 0.1; done
[[ -S $place/munge/socket ]] || fail "munged listens"
slurmctld -D >"$place/ctld.log" 2>&1 &
daemons+=($!)
slurmd -D -N "$host" >"$place/slurmd-start.log" 2>&1 &
daemons+=($!)
for _ in {1..100}; do [[ $(sinfo -h -o %t 2>/dev/null) == idle ]] && break; sleep 0.2; done
[[ $(sinfo -h -o %t 2>/dev/null) == idle ]] || fail "the node is idle: $(sinfo 2>&1)"

cp -r tests/cli/wrong_inputs/study/. "$place/work"
cd "$place/work" || exit 1
size=(--draws 60 --replicates 4 --months 60 --set population.residents_in_need=600)
"$program" run study.toml "${size[@]}" -q -o plain.h5 >/dev/null || fail "a plain run ends well"

export CANTIERE=$program
said=$(bash "$root/scenarios/slurm/submit.sh" -n 3 -o merged.h5 study.toml "${size[@]}" -- --time=10 --output=%x-%a.out) ||
    fail "the jobs are submitted"
echo "$said"
array=$(sed -n 's/^shards: job \([0-9]*\),.*/\1/p' <<<"$said")
merge=$(sed -n 's/^merge:  job \([0-9]*\) .*/\1/p' <<<"$said")

# Waits until a shard has finished some blocks: bytes beyond the head of its log.
wait_for_blocks() {
    for _ in {1..600}; do
        (($(stat -c %s "merged.shards/shard-$1-of-3.h5.part" 2>/dev/null || echo 0) > 88)) && return
        [[ -e merged.shards/shard-$1-of-3.h5 ]] && fail "shard $1 is still running when it is disturbed"
        sleep 0.1
    done
    fail "shard $1 finishes a block in a minute"
}
wait_for_blocks 1
scancel --signal=TERM "${array}_1" || fail "a signal reaches the steps of task 1"
wait_for_blocks 2
scontrol requeue "${array}_2" || fail "task 2 is queued again"

state_of() { scontrol show job "$1" 2>/dev/null | sed -n 's/.*JobState=\([A-Z_]*\).*/\1/p' | head -n 1; }
for _ in {1..1200}; do
    state=$(state_of "$merge")
    [[ $state == COMPLETED ]] && break
    [[ $state =~ ^(FAILED|CANCELLED|TIMEOUT|NODE_FAIL)$ ]] && fail "the merge job ends well, not $state"
    sleep 0.25
done
[[ $state == COMPLETED ]] || fail "all jobs end in five minutes: $(squeue -a 2>&1)"

for task in 1 2; do
    restarts=$(scontrol show job "${array}_$task" | sed -n 's/.*Restarts=\([0-9]*\).*/\1/p')
    ((restarts > 0)) || fail "task $task was queued again"
    echo "task $task: $restarts restarts"
done
grep -q "goes on later" cantiere-1.out || fail "task 1 was told to stop and queued itself again"
[[ $(sha256sum <merged.h5) == "$(sha256sum <plain.h5)" ]] || fail "the merged bytes are those of the plain run"
echo "slurm.sh: an array of three shards, two of them queued again, and their merge: the bytes of a plain run"
