#pragma once
/// The variables of the results: names, axes, units, definitions, and how runs are summed up.

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace cantiere {

// One paragraph a list; the formatter would take a line for every member.
// clang-format off
enum class Axis : std::uint8_t {
    scenario, draw, replicate, month, year, payer, category, group, domain, municipality,
    care_state, care_state_to, work_state, parameter, instrument, horizon, count
};

enum class Variable : std::uint8_t {
    cost, net_cost_public, net_cost_public_average, net_cost_societal,
    net_cost_societal_without_output, programme_cost, assistance_cost, budget, ledger,
    planned_outlay, unspent_outlay,
    autonomy_years, autonomy_years_undiscounted, autonomy_years_work_light, autonomy_years_equal,
    self_sufficient_years,
    residents, referrals, starts, completions, early_successes, dropouts, host_hires, quota_hires, hires,
    displaced_job_months, exits, administrative_exits, social_economy_exits,
    reference_law_exits, exits_work_light, exits_equal, stable_exits, relapses, exclusions, permanent_exclusions, reoffences,
    alternative_measures, revocations,
    justified_envy, blocking_pairs, floor_shortfall,
    autonomy, autonomy_nonwork, wait_months, wait_to_start_median, autonomy_by_domain,
    care_share, work_share,
    autonomy_years_by_group, cost_by_group, starts_by_group, stable_exits_by_group,
    residents_by_group, wait_by_group,
    autonomy_years_by_municipality, cost_by_municipality, starts_by_municipality,
    residents_by_municipality,
    served, autonomy_years_served, autonomy_years_served_base, hires_served, hires_served_base,
    autonomy_years_to, net_cost_public_to, exits_to,
    care_flow, gainers, losers, utilisation, queue_length,
    network_density, network_loss, duplicated_assessments, months_to_first_instrument,
    eligible, cherry_picking_index, autonomy_gini, autonomy_p10, welfare_mean, welfare_geometric,
    welfare_harmonic, gain_concentration, gainers_of_all, losers_of_all, harmed_at_least,
    harmed_at_most, autonomy_urban, autonomy_inner, served_share_urban, served_share_inner,
    eligible_by_group, served_by_group, access_ratio_by_group, wait_median_by_group,
    wait_p90_by_group, exclusion_rate_by_group, false_priority_by_group, missed_priority_by_group,
    recorded_starts, recorded_completions, recorded_hires, recorded_exits, recorded_returns,
    parameter_value, count
};
// clang-format on

/// Says what the results file keeps of the runs.
enum class Reduction : std::uint8_t {
    per_run,               // scenario draw replicate, then the variable's own axes
    mean_over_replicates,  // scenario draw, then the variable's own axes
    mean_over_runs,        // scenario, then the variable's own axes
    from_study             // known before the runs: draw, then the variable's own axes
};

enum class Discounting : std::uint8_t { none, to_start };

/// Says whether a run may have no value, written NaN and left out of means.
enum class Missing : std::uint8_t { never, possible };

/// Lists the axes a variable has of its own, after those of the runs, in order.
struct AxisList {
    std::array<Axis, 3> axes{};
    std::size_t size = 0;

    constexpr AxisList(std::initializer_list<Axis> list) : size(list.size()) {
        std::size_t place = 0;
        for (const Axis axis : list) {
            axes[place++] = axis;
        }
    }
    constexpr std::span<const Axis> span() const { return {axes.data(), size}; }
};

struct VariableShape {
    Variable variable;
    std::string_view name;
    AxisList axes;
    Reduction reduction;
    std::string_view unit;
    Discounting discounting;
    Missing missing;
    std::string_view long_name_en;
    std::string_view long_name_it;
};

/// Lists all variables in the order of the enum.
std::span<const VariableShape> all_variables();

/// Returns the row of a variable in the table.
const VariableShape& shape_of(Variable variable);

/// Finds a variable by its exact name; nothing when there is none.
std::optional<Variable> find_variable(std::string_view name);

/// Lists all axes of a variable in the results file, those of the runs first.
std::vector<Axis> dimensions(Variable variable);

/// Returns the name of a variable.
std::string_view name(Variable variable);

/// Returns the name of an axis.
std::string_view name(Axis axis);

/// Tells whether a variable is an amount of money.
bool is_money(Variable variable);

}  // namespace cantiere
