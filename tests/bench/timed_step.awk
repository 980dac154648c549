# Makes of model/step.cpp a month that stops the time after every phase, so that what is measured is
# the month that runs: after each statement of `step` that follows the start of the month, the phase
# named in it is given the time since the statement before.
/^namespace cantiere/ && !included { print "#include \"tests/bench/phase_watch.h\"\n"; included = 1 }
/^void step\(/ { sub(/^void step\(/, "void timed_step(PhaseWatch\\& watch, "); inside = 1 }
/^}/ { inside = timed = 0 }
{ print }
inside && /events\.clear/ { timed = 1; next }
timed && /^    .*;/ {
    line = $0
    sub(/\/\/.*/, "", line)
    sub(/^    if \([^)]*\) /, "", line)
    if (line !~ /^    else / && match(line, /[a-z_]+\(/)) name = substr(line, RSTART, RLENGTH - 1)
    if ($0 ~ /^    if /) next  # the time of its else counts for both
    printf "    watch.lap(\"%s\");\n", name
}
