#include "analysis/suppression.h"

namespace cantiere {

bool is_too_few(double people) { return people > 0.0 && people < fewest_people_shown; }

bool counts_people(Variable variable) {
    const std::string_view unit = shape_of(variable).unit;
    return unit == "people" || unit == "events";
}

std::optional<Variable> people_behind(Variable variable) {
    using V = Variable;
    switch (variable) {
        case V::wait_by_group:
            return V::starts_by_group;
        case V::autonomy_years_by_group:
        case V::cost_by_group:
        case V::starts_by_group:
        case V::stable_exits_by_group:
        case V::gainers:
        case V::losers:
            return V::residents_by_group;
        case V::served_by_group:
        case V::access_ratio_by_group:
        case V::wait_median_by_group:
        case V::wait_p90_by_group:
        case V::false_priority_by_group:
        case V::missed_priority_by_group:
            return V::eligible_by_group;
        case V::eligible_by_group:
        case V::exclusion_rate_by_group:
            return V::residents_by_group;
        case V::autonomy_years_by_municipality:
        case V::cost_by_municipality:
        case V::starts_by_municipality:
            return V::residents_by_municipality;
        case V::autonomy_years_served:
        case V::autonomy_years_served_base:
        case V::hires_served:
        case V::hires_served_base:
            return V::served;
        default:
            return std::nullopt;
    }
}

bool is_suppressed(Variable variable, const std::function<double(Variable)>& value_of) {
    if (counts_people(variable) && is_too_few(value_of(variable))) {
        return true;
    }
    const std::optional<Variable> behind = people_behind(variable);
    return behind && is_suppressed(*behind, value_of);
}

bool is_about_all_residents(Variable variable) {
    using V = Variable;
    switch (variable) {
        case V::parameter_value:
        case V::planned_outlay:
        case V::unspent_outlay:
        case V::utilisation:
        case V::network_density:
        case V::network_loss:
        case V::floor_shortfall:
        case V::displaced_job_months:
            return false;
        default:
            return !counts_people(variable) && !people_behind(variable);
    }
}

bool may_be_suppressed(Variable variable) {
    return counts_people(variable) || people_behind(variable) || is_about_all_residents(variable);
}

}  // namespace cantiere
