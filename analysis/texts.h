#pragma once
/// The sentences of comparisons in both languages; one table (texts.cpp).

#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "analysis/language.h"

namespace cantiere {

// One paragraph; the formatter would take a line for every member.
// clang-format off
enum class Phrase : std::uint8_t {
    study_line, method_line, perspective_public, perspective_societal, perspective_payer,
    law_line, all_scenarios, inputs_line, gross_label, gross_open_market_label, cut_off_note,
    failed_runs, no_error, one_draw,
    scenario_heading, null_twin_note, null_twin_given, null_twin_spends, against_twin, against_twin_of,
    base_only, gross_base_note, by_person_note,
    served_heading, everybody_heading, value, interval, difference,
    people_served, more_served, few_more_served, fewer_served, same_served, gross_effect, net_effect,
    deadweight,
    of_autonomy_years, of_hires,
    public_payers, net_cost_public, other_payers, work_done, net_cost_societal, net_cost_payer,
    programme_cost, assistance_cost,
    autonomy_years, self_sufficient_years, stable_exits, exits, administrative_exits, relapses,
    starts, starts_of, hires, wait_to_start, displaced_job_months, net_benefit,
    payers_legend, unit_costs_heading, unit_cost_public, unit_cost_programme, per_start, per_stable_exit,
    per_autonomy_year, not_defined, not_defined_fewer, no_ratio, saves, overview_heading,
    overview_all,
    overview_scenario, overview_cost, overview_services, overview_unit, overview_legend,
    overview_services_legend, overview_unit_legend,
    nothing_apart, identical, cannot_tell, chances, chance_of_base,
    luck_and_parameters, luck_explains_all, luck_only, parameters_only, pairing, pairing_weak,
    by_group, by_payer, by_municipality, by_year, fewer_than_five, suppressed_note, few_residents_note,
    residents, wait_months, cost, public_cost, gainers, losers, public_cost_only, groups_overlap,
    undiscounted,
    change_from_base, levels_of_groups, levels_of_places, not_attributable, count
};
// clang-format on

/// Returns a sentence, with `{}` where values go.
std::string_view phrase(Phrase which, Language language);

/// Returns a sentence with its values filled in.
template <class... Values>
std::string say(Phrase which, Language language, const Values&... values) {
    return fmt::format(fmt::runtime(phrase(which, language)), values...);
}

}  // namespace cantiere
