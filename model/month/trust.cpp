#include "model/month/trust.h"

#include <algorithm>

#include "model/month/benefits.h"
#include "model/month/demography.h"
#include "model/month/project_steps.h"

namespace cantiere {

void drift_trust(Capital& capital,
                 const People& people,
                 const Work& work,
                 const Care& care,
                 const Regimes& regimes) {
    const ResidentSet moved = with_open_file(care) | rows_with(work.state, WorkState::seeking);
    for (const ResidentId who : present(people) & moved) {
        const Parameters& regime = regimes.of(people.groups[who], people.sex[who]);
        const ReferralParameters& referral = regime.referral;
        const TrustParameters& parameters = regime.trust;
        const double trust = capital.trust[who];
        const bool in_care = is_in_care(care.state[who]);
        double next = trust;
        if (referral.case_manager > 0.5 && in_care) {
            next += referral.case_manager_trust * (double{capital.trust_initial[who]} - trust);
        }
        const bool failed_search = work.state[who] == WorkState::seeking &&
                                   work.state_at_start[who] == WorkState::seeking && !in_care;
        if (failed_search) {
            next = std::max(next - parameters.search_decay_per_month,
                            std::min(trust, parameters.floor));
        }
        capital.trust[who] = static_cast<Level>(next);
    }
}

}  // namespace cantiere
