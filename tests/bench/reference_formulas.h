#pragma once
/// The month of residents as column formulas over N lanes.

#include "model/core/lane_functions.h"
#include "tests/bench/reference_rows.h"

namespace cantiere::detail {

/// Neighbouring residents after the month, and what else happens to them.
template <int N>
struct MovedLanes {
    Lanes<N> skill, autonomy, state;
    LaneMask<N> joins, ends, climbs;
};

/// Steps 2 and 4 to 6 of the month. Each resident has one uniform for the event of her state.
template <int N>
[[gnu::always_inline]] inline MovedLanes<N> live_lanes(Lanes<N> skill,
                                                       Lanes<N> autonomy,
                                                       Lanes<N> state,
                                                       Lanes<N> since,
                                                       Lanes<N> u,
                                                       float month) {
    using Row = Lanes<N>;
    const LaneMask<N> cared_for = state == Row(in_care), training = state == Row(intern);
    const LaneMask<N> working = state == Row(employed), free = state == Row(autonomous);
    const Row none(0.0f);

    const Row skill_gain = select(training, Row(0.02f), select(working, Row(0.005f), none));
    const Row s = select(cared_for, 0.995f * skill, skill + skill_gain * (1.0f - skill));
    const Row autonomy_gain = select(training, Row(0.015f), select(working, Row(0.02f), none));
    const Row a = autonomy + autonomy_gain * (1.0f - autonomy);

    const Row loses_job = 0.02f * (1.5f - s);
    const Row drops_out(0.03f), joins_list(0.10f), relapses(0.005f);
    const Row chance = select(cared_for,
                              joins_list,
                              select(training, drops_out, select(working, loses_job, relapses)));
    const LaneMask<N> happens = u < chance;
    const LaneMask<N> back_in_care = happens & (state > Row(in_care));
    const LaneMask<N> climbs = working & !happens & (a > Row(0.8f));
    const LaneMask<N> last_month = since == Row(month - (months_of_internship - 1));

    return {s,
            select(free & happens, a - Row(0.2f), a),
            select(back_in_care, Row(in_care), select(climbs, Row(autonomous), state)),
            cared_for & happens,
            training & (happens | last_month),
            climbs};
}

/// Chance of being hired at the end of an internship, of skill less requirement.
template <int N>
[[gnu::always_inline]] inline Lanes<N> hire_chance(Lanes<N> gap) {
    return logistic(Lanes<N>(-1.0f) + 3.0f * gap);
}

}  // namespace cantiere::detail
