#pragma once
/// Who gains and who is left out, and what an office would see of it (model.md 11, 4.2, 16).

#include <string>
#include <string_view>
#include <vector>

#include "analysis/aversion_switch.h"
#include "analysis/result_samples.h"
#include "analysis/statistics.h"
#include "model/names.h"

namespace cantiere {

/// What happens to the people of one group; groups overlap.
struct GroupEquity {
    Group group = Group::count;
    bool suppressed = false;  // about fewer than five people; the values are then missing
    Stat residents;
    Stat access_ratio;
    Stat wait_median, wait_p90;  // months, the never served included
    Stat exclusion_rate;
    Stat false_priority, missed_priority;
    Stat gain;  // autonomy-years per resident more than under the base
    Stat gainers, losers;
};

/// A measure over all residents beside its base.
struct EquityMeasure {
    std::string_view name;  // of its variable
    Stat base, level, difference;
};

/// Autonomy-years per resident that, the same for every group, would be worth as much at one
/// aversion to inequality; groups count by their residents, who is in several in each.
struct EquallyDistributed {
    double aversion = 0.0;
    Stat base, level, difference;
};

/// An indicator as an office's records show it, and as it is.
struct RecordedIndicator {
    std::string_view name;
    Stat recorded, real;
};

struct ScenarioEquity {
    std::vector<GroupEquity> groups;
    std::vector<EquityMeasure> measures;
    std::vector<EquallyDistributed> equally_distributed;  // by aversion; empty without groups
    std::vector<AversionSwitch> switches;  // against the base, then earlier ones of that base
    Group worst_group = Group::count;      // the least gain; count where there is none
    bool is_worst_told = true;             // false where the next group may gain as little by luck
    Stat concentration_index;  // C: above 0 the needier gain more; NaN where the gain may be 0
    Stat gain_concentration;   // its numerator, autonomy-years per resident
    Stat inner_gap;            // change of (urban - inner) autonomy
    Stat gainers, losers;      // of all residents, paired
    Stat harmed_at_least, harmed_at_most;
    std::vector<RecordedIndicator> records;
    std::string pairing_base;  // where it is not the base compared with, the own base of the
                               // scenario: its gains person by person have then no value
    bool empty() const { return measures.empty(); }
};

/// Tells whether a variable counts people against themselves under the scenario's own base, inside
/// the run: against another base it has no value.
bool is_counted_by_person(Variable variable);

/// Returns the measures of a scenario against a base; empty for files of earlier versions.
ScenarioEquity equity_of(ResultSamples& samples, std::size_t scenario, std::size_t base);

}  // namespace cantiere
