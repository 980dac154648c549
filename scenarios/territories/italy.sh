#!/bin/bash
# Writes the territory of the study `italy` to standard output: the 107 provinces of ../evidence/provinces.csv.
#   bash scenarios/territories/italy.sh > scenarios/territories/italy.toml
# With a share, a smaller country of the same shape, to measure how time grows with people:
#   bash scenarios/territories/italy.sh 0.001 > small.toml
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
share=${1:-1}
awk -F, -v share="$share" '
function whole(x) { x = int(x + 0.5); return x < 1 ? 1 : x }
BEGIN {
    need = 5700000
    if (share !~ /^[0-9]*\.?[0-9]+$/ || share <= 0 || share > 1) {
        print "italy.sh: the share is \"" share "\" (it is a part of the country); write a number above 0, at most 1" > "/dev/stderr"
        failed = 1; exit 2
    }
    print "# SYNTHETIC, a test of scale and no picture of Italy: one municipality a province, everybody in absolute poverty (5.7 million) spread"
    print "# by residents, national composition, national prices, nobody at work outside the province of home. Nothing in it is measured but the"
    print "# residents of 2011 (../evidence/provinces.csv). Written by italy.sh: change that, not this file."
    print "schema = 1"
    print "kind = \"territory\""
    print "id = \"italy\""
    print "title = { it = \"Italia, sintetica: 107 province\", en = \"Italy, synthetic: 107 provinces\" }"
    print "extends = [\"common/italy.toml\"]"
    print "commuting = \"none\""
    print ""
    print "# Other territories count users of social services, 12.7 per 1,000 residents; here are all in absolute poverty, 96 per 1,000, so services,"
    print "# which are per 1,000 in need, are as dense as there, while employers and ordinary jobseekers, per 1,000 residents, are 7.6 times fewer a head."
    print "[population]"
    printf "residents_in_need = { value = %d, unit = \"people\", dist = \"fixed\", low = %d, high = %d, quality = \"assumed\" }  # individuals in absolute poverty\n", whole(need * share), whole(0.9 * need * share), whole(1.1 * need * share)
    print ""
    print "[job_search]"
    print "tightness = { value = 1.0, unit = \"1\", dist = \"fixed\", low = 0.7, high = 1.3, source = \"model.reference\", quality = \"assumed\" }  # as in the reference territory"
    print "jobseekers_per_1000 = { value = 46.0, unit = \"people per 1000 residents\", dist = \"gamma\", low = 35, high = 59, source = \"share_working_age_15_64\", quality = \"assumed\" }  # as in Pistoia"
}
NR > 1 {
    printf "\n[[municipality]]\nistat = \"%s000\"\nname = \"%s\"\npopulation = %d\n", $1, $2, whole($5 * share)
}
END { if (failed) exit 2 }' "$here/../evidence/provinces.csv"
