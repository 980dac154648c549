#include "model/month/care_file.h"

namespace cantiere {

void close_file(Care& care, ResidentId who, CareState next) {
    care.state[who] = next;
    care.referral_due_month[who] = no_month;
    care.referral_lost[who] = 0;
    care.registered_month[who] = no_month;
    care.review_month[who] = no_month;
    care.step_count[who] = 0;
    care.step[who] = 0;
    care.step_left[who] = 0;
    care.step_waiting[who] = 0;
    care.step_funding[who] = Funding::none;
    care.support[who] = Instrument::count;
    care.support_left[who] = 0;
    care.support_waiting[who] = 0;
    care.support_funding[who] = Funding::none;
    care.support_done[who] = 0;
    care.tutor_left[who] = 0;
    care.tutor_funding[who] = Funding::none;
    care.follow_up_left[who] = 0;
    care.taper_left[who] = 0;
    care.holds_bundle[who] = 0;
}

bool is_active_instrument(const Care& care, const Work& work, ResidentId who) {
    const WorkState state = work.state[who];
    if (state == WorkState::internship || state == WorkState::subsidised) return true;
    if (work.subsidy_left[who] > 0 || work.incentive_left[who] > 0) return true;
    if (care.tutor_left[who] > 0) return true;
    if (care.support_left[who] > 0 && care.support[who] != Instrument::rent_guarantee) return true;
    if (care.step_left[who] == 0 || care.step[who] >= care.step_count[who]) return false;
    return care.steps[who][care.step[who]] != Instrument::coop_b_placement;
}

}  // namespace cantiere
