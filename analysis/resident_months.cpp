#include "analysis/resident_months.h"

#include <algorithm>
#include <array>
#include <span>

#include "model/names.h"

namespace cantiere {
namespace {

constexpr std::array job_states{WorkState::subsidised,
                                WorkState::coop_b,
                                WorkState::fixed_term,
                                WorkState::open_ended,
                                WorkState::self_employed};

/// Sums a variable by month over the months and some places of its second axis, one value a draw.
Sample sum_over_months(ResultSamples& samples,
                       Variable variable,
                       std::size_t scenario,
                       std::size_t width,
                       std::span<const std::size_t> among) {
    Sample sum{samples.header().draws, 1, std::vector<double>(samples.header().draws, 0.0)};
    for (std::size_t place = 0; place < samples.places(variable); ++place) {
        if (std::ranges::find(among, place % width) == among.end()) continue;
        const std::vector<double> values = draw_means(samples.sample(variable, scenario, place));
        for (std::size_t draw = 0; draw < values.size(); ++draw) {
            sum.values[draw] += values[draw];
        }
    }
    return sum;
}

/// Shares are of residents present. Their mean number follows from autonomy-years, which sum
/// autonomy over the same people and months.
Sample in_months(ResultSamples& samples,
                 Variable shares,
                 std::size_t scenario,
                 std::size_t width,
                 std::span<const std::size_t> among) {
    constexpr std::array<std::size_t, 1> only{0};
    const Sample autonomy = sum_over_months(samples, Variable::autonomy, scenario, 1, only);
    const std::vector<double> years =
        draw_means(samples.sample(Variable::autonomy_years_undiscounted, scenario));
    Sample sum = sum_over_months(samples, shares, scenario, width, among);
    for (std::size_t draw = 0; draw < sum.values.size(); ++draw) {
        const double present =
            autonomy.values[draw] > 0.0 ? 12.0 * years[draw] / autonomy.values[draw] : no_value;
        sum.values[draw] *= present;
    }
    return sum;
}

}  // namespace

Sample excluded_months(ResultSamples& samples, std::size_t scenario) {
    constexpr std::array among{static_cast<std::size_t>(CareState::excluded)};
    return in_months(samples, Variable::care_share, scenario, count_of<CareState>, among);
}

Sample job_months(ResultSamples& samples, std::size_t scenario) {
    std::array<std::size_t, job_states.size()> among{};
    std::ranges::transform(job_states, among.begin(), [](WorkState state) {
        return static_cast<std::size_t>(state);
    });
    return in_months(samples, Variable::work_share, scenario, count_of<WorkState>, among);
}

}  // namespace cantiere
