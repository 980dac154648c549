#include "model/month/trust.h"

#include <algorithm>

#include "model/core/rows.h"
#include "model/month/benefits.h"

namespace cantiere {

void drift_trust(Capital& capital,
                 const People& people,
                 const Work& work,
                 const Care& care,
                 const Regimes& regimes) {
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        if (people.presence[who] != Presence::present) continue;
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
