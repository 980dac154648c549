#pragma once

#include <algorithm>

#include "model/core/month.h"
#include "model/rules/placement.h"
#include "model/state/residents.h"

namespace cantiere {

/// Tells whether the programme is for someone with these groups and sex (levers `target.*`).
inline bool is_target(const TargetParameters& target, GroupMask groups, Sex sex) {
    if (target.women_only > 0.5 && sex != Sex::female) return false;
    if (target.everybody > 0.5) return true;
    return std::ranges::any_of(members<Group>(), [&](Group group) {
        return holds(groups, group) && target.group[group] > 0.5;
    });
}

/// Tells whether the programme runs in `month`: from its start month for its months.
inline bool programme_runs(const TargetParameters& target, Month month) {
    return month.index() >= target.start_month &&
           month.index() < target.start_month + target.months;
}

}  // namespace cantiere
