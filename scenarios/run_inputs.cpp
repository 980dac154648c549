#include "scenarios/run_inputs.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "model/core/rows.h"
#include "model/modules.h"
#include "scenarios/rounding.h"

namespace cantiere {
namespace {

/// Starts from the table, so that defaults are said in one place.
const Parameters& defaults() {
    static const Parameters stated = [] {
        Parameters parameters;
        for (const ParameterSpec& spec : parameter_table()) {
            spec.field(parameters, spec.index) = spec.default_value;
        }
        return parameters;
    }();
    return stated;
}

void apply(Parameters& parameters, const StatedValue& assignment, std::size_t draw) {
    const ParameterSpec& spec = *assignment.spec;
    spec.field(parameters, spec.index) = assignment.value(draw);
    if (assignment.number.payer && spec.payer_field != nullptr) {
        spec.payer_field(parameters, spec.index) =
            static_cast<double>(static_cast<std::size_t>(*assignment.number.payer));
    }
}

void apply(Parameters& parameters, const std::vector<StatedValue>& list, std::size_t draw) {
    for (const StatedValue& assignment : list) {
        apply(parameters, assignment, draw);
    }
}

/// Applies those settings of a study that are levers of programmes, or those that are not.
void apply_settings(Parameters& parameters, const Study& study, bool levers, std::size_t draw) {
    for (const StatedValue& assignment : study.set) {
        if ((assignment.spec->home == PackKind::policy) == levers) {
            apply(parameters, assignment, draw);
        }
    }
}

Parameters law_at(const Pack& law, std::size_t draw) {
    Parameters parameters = defaults();
    apply(parameters, law.values, draw);
    return parameters;
}

void compute_travel(Territory& territory, const TravelParameters& travel) {
    const std::size_t count = territory.municipalities.size();
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j) {
            const auto from = MunicipalityId::at(i);
            const auto to = MunicipalityId::at(j);
            const Municipality& a = territory.municipalities[from];
            const Municipality& b = territory.municipalities[to];
            const double km = great_circle_km(a.latitude, a.longitude, b.latitude, b.longitude);
            const double car = travel_minutes(km,
                                              travel.detour_factor,
                                              travel.car_speed_kmh,
                                              travel.car_fixed_minutes);
            const double transit = travel_minutes(km,
                                                  travel.detour_factor,
                                                  travel.transit_speed_kmh,
                                                  travel.transit_fixed_minutes);
            territory.travel.car(from, to) =
                i == j ? travel.within_minutes_car : rounded_to_12_digits(car);
            territory.travel.transit(from, to) =
                i == j ? travel.within_minutes_transit : rounded_to_12_digits(transit);
        }
    }
}

/// Everybody stays in their own municipality: all others are infinitely far.
void stay_within(Territory& territory, const TravelParameters& travel) {
    const auto municipalities = rows<MunicipalityId>(territory.municipalities.size());
    for (const MunicipalityId from : municipalities) {
        for (const MunicipalityId to : municipalities) {
            constexpr double never = std::numeric_limits<double>::infinity();
            territory.travel.car(from, to) = never;
            territory.travel.transit(from, to) = never;
        }
        territory.travel.car(from, from) = travel.within_minutes_car;
        territory.travel.transit(from, from) = travel.within_minutes_transit;
    }
}

/// Levers of a programme that ends with the study at the latest, so that its money is planned over
/// the months in which it can be spent.
Parameters within_window(Parameters levers, int months) {
    TargetParameters& target = levers.target;
    target.months = std::clamp(months - target.start_month, 1.0, std::max(1.0, target.months));
    return levers;
}

}  // namespace

Parameters usual_at(const Study& study, std::size_t scenario, std::size_t draw) {
    const Scenario& asked = study.scenarios[scenario];
    Parameters parameters = defaults();
    apply(parameters, asked.behaviour->values, draw);
    apply(parameters, asked.law->values, draw);
    apply(parameters, asked.territory->values, draw);
    apply_settings(parameters, study, false, draw);
    return parameters;
}

Parameters programme_at(const Study& study, std::size_t scenario, std::size_t draw) {
    const Scenario& asked = study.scenarios[scenario];
    Parameters parameters = usual_at(study, scenario, draw);
    for (const auto& policy : asked.policies) {
        apply(parameters, policy->values, draw);
    }
    if (!asked.policies.empty()) {
        apply_settings(parameters, study, true, draw);
    }
    apply(parameters, asked.set, draw);
    return parameters;
}

Parameters outside_at(const Study& study, std::size_t scenario, std::size_t draw) {
    Parameters parameters = usual_at(study, scenario, draw);
    for (const StatedValue& assignment : study.scenarios[scenario].set) {
        if (!assignment.spec->lever) apply(parameters, assignment, draw);
    }
    return parameters;
}

Territory territory_of(const Pack& pack, const TravelParameters& travel) {
    Territory territory;
    territory.id = pack.id;
    territory.municipalities = pack.municipalities;
    territory.travel = TravelTimes(pack.municipalities.size());
    if (pack.commuting) {
        compute_travel(territory, travel);
    } else {
        stay_within(territory, travel);
    }
    for (const StatedTravel& stated : pack.travel) {
        territory.travel.car(stated.from, stated.to) = stated.minutes_car;
        territory.travel.transit(stated.from, stated.to) = stated.minutes_transit;
    }
    return territory;
}

RunInputs run_inputs(const Study& study, std::size_t scenario, std::size_t draw) {
    const Scenario& asked = study.scenarios[scenario];
    RunInputs inputs;
    inputs.modules = study.modules;
    inputs.usual = usual_at(study, scenario, draw);
    inputs.programme = programme_at(study, scenario, draw);
    inputs.outside = outside_at(study, scenario, draw);
    inputs.territory =
        std::make_shared<const Territory>(territory_of(*asked.territory, inputs.usual.travel));
    inputs.reference_law = law_at(*study.evaluation.reference_law, draw).benefit;
    inputs.start = study.horizon.start;
    inputs.burn_in_months = study.horizon.burn_in_months;
    inputs.months = study.horizon.months;
    inputs.discount_rate_per_year = study.evaluation.discount_rate_per_year;
    inputs.discount_factors = scheduled_discount_factors(study.evaluation, study.horizon.months);
    inputs = with_modules(std::move(inputs));
    inputs.planned_outlay_per_month =
        planned_outlay_per_month(inputs.outside, within_window(inputs.programme, inputs.months));
    if (asked.null_twin) inputs = null_twin_of(std::move(inputs));
    inputs.outside = with_terms_of(inputs.outside, inputs.programme);
    return inputs;
}

}  // namespace cantiere
