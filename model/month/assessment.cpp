#include "model/month/assessment.h"

#include <algorithm>

#include "model/month/domains.h"
#include "model/rules/referral_route.h"
#include "model/rules/target.h"

namespace cantiere {

DomainLevels with_assessment_error(const DomainLevels& x,
                                   double bias,
                                   double sd,
                                   const Draws& draws,
                                   EntityKey key,
                                   Month registered) {
    DomainLevels observed;
    for (const Domain domain : members<Domain>()) {
        const auto index = static_cast<Draws::Index>(domain);
        const double error = draws.normal(key, registered, Decision::assessment_noise, index);
        observed[domain] = std::clamp(x[domain] + bias + sd * error, 0.0, 1.0);
    }
    return observed;
}

DomainLevels observed_domains(const CaseTables& tables,
                              const Care& care,
                              const Institutions& institutions,
                              const Parameters& parameters,
                              const Draws& draws,
                              ResidentId who,
                              Month looked_at) {
    const GroupMask groups = tables.people.groups[who];
    const bool target = is_target(parameters.target, groups, tables.people.sex[who]);
    const Route route = first_route(institutions, parameters.network, groups, target);
    const DomainLevels x = domain_levels(tables.people,
                                         tables.capital,
                                         tables.work,
                                         tables.housing,
                                         tables.standing,
                                         parameters.autonomy,
                                         parameters.justice,
                                         draws,
                                         who);
    const auto factor = double{care.assessment_noise[who]};
    return with_assessment_error(x,
                                 assessment_bias(parameters.commission, groups),
                                 assessment_sd(parameters.commission, route.sharing, factor),
                                 draws,
                                 tables.people.key[who],
                                 looked_at);
}

DomainLevels observed_domains(const CaseTables& tables,
                              const Care& care,
                              const Institutions& institutions,
                              const Parameters& parameters,
                              const Draws& draws,
                              ResidentId who) {
    const Month registered = care.registered_month[who];
    return observed_domains(tables, care, institutions, parameters, draws, who, registered);
}

}  // namespace cantiere
