#include <array>
#include <cmath>
#include <memory>
#include <utility>

#include "model/core/rows.h"
#include "model/modules.h"
#include "model/turnover.h"
#include "tests/support/catch.h"
#include "tests/support/monthly_run.h"

namespace cantiere {
namespace {

constexpr SmallStudy size{300.0, 12, 36};
// The model's rules name these two together or not at all: only parameters tell them apart.
constexpr Group one = Group::addiction;
constexpr Group other = Group::mental_health;

/// The parameters in which two groups may differ.
template <class Visit>
void for_each_group_parameter(Parameters& p, Visit visit) {
    visit(p.population.group_share);
    visit(p.commission.assessment_bias);
    visit(p.employers.prejudice);
    visit(p.internship.dropout_hazard);
    visit(p.internship.conversion_group);
    visit(p.search.group_intercept);
    visit(p.target.group);
}

void make_equal(Parameters& p) {
    p.population.group_share[one] = 0.15;
    for_each_group_parameter(p, [](auto& values) { values[other] = values[one]; });
}

void swap_groups(Parameters& p) {
    for_each_group_parameter(p, [](auto& values) { std::swap(values[one], values[other]); });
}

GroupMask swapped(GroupMask groups) {
    const auto both = static_cast<GroupMask>(bit(one) | bit(other));
    const bool differ = holds(groups, one) != holds(groups, other);
    return differ ? static_cast<GroupMask>(groups ^ both) : groups;
}

constexpr std::array by_group{Variable::residents_by_group,
                              Variable::starts_by_group,
                              Variable::stable_exits_by_group,
                              Variable::autonomy_years_by_group,
                              Variable::cost_by_group};

}  // namespace

TEST_CASE("V26 symmetry: groups with equal parameters have equal laws of outcomes") {
    RunInputs inputs = small_programme(size);
    change_everywhere(inputs, make_equal);
    constexpr std::uint32_t runs = 60;
    std::array<double, by_group.size()> sum{};
    std::array<double, by_group.size()> squares{};
    for (std::uint32_t r = 0; r < runs; ++r) {
        const RunOutcome o = run(inputs, {31, 0, r}).outcome;
        for (std::size_t i = 0; i < by_group.size(); ++i) {
            const double difference = o.at(by_group[i], one) - o.at(by_group[i], other);
            sum[i] += difference;
            squares[i] += difference * difference;
        }
    }
    for (std::size_t i = 0; i < by_group.size(); ++i) {
        const double mean = sum[i] / runs;
        const double variance = (squares[i] / runs - mean * mean) / (runs - 1);
        INFO(name(by_group[i]) << ": " << mean << " +- " << std::sqrt(variance));
        CHECK(variance > 0.0);
        CHECK(std::abs(mean) <= 4.5 * std::sqrt(variance));
    }
}

TEST_CASE("V26 symmetry: who swaps two groups with their parameters swaps their outcomes") {
    const RunInputs inputs = with_modules(small_programme(size));
    RunInputs mirrored = inputs;
    change_everywhere(mirrored, swap_groups);
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const Draws draws({seed});
        State start = synthesise(inputs, draws);
        State mirror = start;
        People& people = mirror.residents.people;
        for (GroupMask& groups : people.groups) groups = swapped(groups);
        mirror.registered = std::make_shared<const Register>(register_of(people));
        const RunResult a = run_from(std::move(start), inputs, draws);
        const RunResult b = run_from(std::move(mirror), mirrored, draws);
        for (const Variable v : by_group) {
            INFO(name(v));
            CHECK(a.outcome.at(v, one) == b.outcome.at(v, other));
            CHECK(a.outcome.at(v, other) == b.outcome.at(v, one));
            CHECK(a.outcome.at(v, Group::migrant) == b.outcome.at(v, Group::migrant));
        }
        CHECK(a.outcome[Variable::autonomy_years] == b.outcome[Variable::autonomy_years]);
        CHECK(a.outcome[Variable::hires] == b.outcome[Variable::hires]);
        CHECK(a.outcome.at(Variable::autonomy_years_by_group, one) !=
              b.outcome.at(Variable::autonomy_years_by_group, one));
    }
}

}  // namespace cantiere
