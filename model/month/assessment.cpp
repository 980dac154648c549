#include "model/month/assessment.h"

#include <algorithm>

#include "model/month/domains.h"
#include "model/rules/referral_route.h"
#include "model/rules/target.h"

namespace cantiere {
namespace {

/// Bias and standard deviation of the assessors whom a case meets.
struct AssessorError {
    double bias = 0.0;
    double sd = 0.0;
};

AssessorError assessor_error(const CaseTables& tables,
                             const Care& care,
                             const Institutions& institutions,
                             const Parameters& parameters,
                             ResidentId who) {
    const GroupMask groups = tables.people.groups[who];
    const bool target = is_target(parameters.target, groups, tables.people.sex[who]);
    const Route route = first_route(institutions, parameters.network, groups, target);
    const auto factor = double{care.assessment_noise[who]};
    return {assessment_bias(parameters.commission, groups),
            assessment_sd(parameters.commission, route.sharing, factor)};
}

}  // namespace

double with_assessment_error(double level,
                             double bias,
                             double sd,
                             const Draws& draws,
                             EntityKey key,
                             Month registered,
                             Draws::Index index) {
    const double error = draws.normal(key, registered, Decision::assessment_noise, index);
    return std::clamp(level + bias + sd * error, 0.0, 1.0);
}

DomainLevels with_assessment_error(const DomainLevels& x,
                                   double bias,
                                   double sd,
                                   const Draws& draws,
                                   EntityKey key,
                                   Month registered) {
    DomainLevels observed;
    for (const Domain domain : members<Domain>()) {
        const auto index = static_cast<Draws::Index>(domain);
        observed[domain] =
            with_assessment_error(x[domain], bias, sd, draws, key, registered, index);
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
    const DomainLevels x = domain_levels(tables.people,
                                         tables.capital,
                                         tables.work,
                                         tables.housing,
                                         tables.standing,
                                         parameters.autonomy,
                                         parameters.justice,
                                         draws,
                                         who);
    const AssessorError error = assessor_error(tables, care, institutions, parameters, who);
    const EntityKey key = tables.people.key[who];
    return with_assessment_error(x, error.bias, error.sd, draws, key, looked_at);
}

ObservedLevels observed_levels(const CaseTables& tables,
                               const Care& care,
                               const Institutions& institutions,
                               const Parameters& parameters,
                               const Draws& draws,
                               ResidentId who,
                               Month looked_at) {
    const AssessorError error = assessor_error(tables, care, institutions, parameters, who);
    const EntityKey key = tables.people.key[who];
    const auto seen = [&](Level level) {
        constexpr auto index = static_cast<Draws::Index>(Domain::administration);
        return with_assessment_error(double{level},
                                     error.bias,
                                     error.sd,
                                     draws,
                                     key,
                                     looked_at,
                                     index);
    };
    return {seen(tables.capital.language[who]), seen(tables.capital.mobility[who])};
}

double observed_trust(const CaseTables& tables,
                      const Care& care,
                      const Institutions& institutions,
                      const Parameters& parameters,
                      const Draws& draws,
                      ResidentId who,
                      Month looked_at) {
    const AssessorError error = assessor_error(tables, care, institutions, parameters, who);
    constexpr auto own_error = static_cast<Draws::Index>(Domain::count);
    return with_assessment_error(double{tables.capital.trust[who]},
                                 error.bias,
                                 error.sd,
                                 draws,
                                 tables.people.key[who],
                                 looked_at,
                                 own_error);
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
