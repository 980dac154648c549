#include "model/outcomes.h"

#include <cmath>
#include <limits>
#include <string>

#include "model/core/contracts.h"
#include "model/names.h"
#include "tests/support/catch.h"

using namespace cantiere;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

std::string axes_of(const std::string& variable) {
    std::string text;
    for (const Axis axis : dimensions(find_variable(variable).value())) {
        text += text.empty() ? "" : " ";
        text += name(axis);
    }
    return text;
}

}  // namespace

TEST_CASE("The variables have the dimensions of the contract") {
    CHECK(axes_of("cost") == "scenario draw replicate payer");
    CHECK(axes_of("net_cost_public") == "scenario draw replicate");
    CHECK(axes_of("budget") == "scenario draw payer year");
    CHECK(axes_of("ledger") == "scenario payer category year");
    CHECK(axes_of("stable_exits") == "scenario draw replicate");
    CHECK(axes_of("autonomy") == "scenario draw month");
    CHECK(axes_of("wait_months") == "scenario draw month");
    CHECK(axes_of("wait_to_start_median") == "scenario draw");
    CHECK(axes_of("autonomy_by_domain") == "scenario month domain");
    CHECK(axes_of("care_share") == "scenario draw month care_state");
    CHECK(axes_of("work_share") == "scenario draw month work_state");
    CHECK(axes_of("wait_by_group") == "scenario draw group");
    CHECK(axes_of("cost_by_municipality") == "scenario draw municipality");
    CHECK(axes_of("exits_to") == "scenario draw replicate horizon");
    CHECK(axes_of("care_flow") == "scenario year care_state care_state_to");
    CHECK(axes_of("gainers") == "scenario draw group");
    CHECK(axes_of("queue_length") == "scenario month instrument");
    CHECK(axes_of("network_loss") == "scenario year");
    CHECK(axes_of("parameter_value") == "draw parameter");
    CHECK_FALSE(find_variable("costs").has_value());
}

TEST_CASE("Every variable has a unit and a description in both languages") {
    for (const VariableShape& shape : all_variables()) {
        INFO(shape.name);
        CHECK(find_variable(shape.name) == shape.variable);
        CHECK_FALSE(shape.unit.empty());
        CHECK_FALSE(shape.long_name_en.empty());
        CHECK_FALSE(shape.long_name_it.empty());
    }
}

TEST_CASE("Calendar years are counted from the month of the start") {
    CHECK(calendar_years(1, 120) == 10);
    CHECK(calendar_years(11, 2) == 1);
    CHECK(calendar_years(11, 3) == 2);
    CHECK(calendar_years(7, 120) == 11);
    CHECK(calendar_years(12, 1) == 1);
    CHECK(calendar_years(3, 0) == 0);
}

TEST_CASE("An outcome keeps each value in a place of its own, row major") {
    const OutcomeSizes sizes{24, 3, 9};
    RunOutcome outcome(sizes);
    CHECK(outcome.values(Variable::cost).size() == 8);
    CHECK(outcome.values(Variable::ledger).size() == 8 * 21 * 3);
    CHECK(outcome.values(Variable::care_flow).size() == 3 * 10 * 10);
    CHECK(outcome.values(Variable::starts_by_municipality).size() == 9);
    CHECK(outcome.values(Variable::parameter_value).empty());

    outcome[Variable::exits] = 3.0;
    outcome.at(Variable::budget, Payer::state, 2) = 5.0;
    outcome.at(Variable::ledger, Payer::resident, Category::in_kind, 2) = 7.0;
    CHECK(outcome.values(Variable::exits)[0] == 3.0);
    CHECK(outcome.values(Variable::budget)[3 * 3 + 2] == 5.0);
    CHECK(outcome.values(Variable::ledger).back() == 7.0);
    double sum = 0.0;
    for (const double value : outcome.all()) {
        sum += value;
    }
    CHECK(sum == 15.0);
}

TEST_CASE("A position outside of its axis is refused") {
    RunOutcome outcome({24, 2, 9});
    CHECK_THROWS_AS(outcome.at(Variable::autonomy, 24), ContractViolation);
    CHECK_THROWS_AS(outcome.at(Variable::autonomy), ContractViolation);
    CHECK_THROWS_AS(outcome[Variable::autonomy], ContractViolation);
    CHECK_THROWS_AS(outcome.at(Variable::cost, Payer::state, 0), ContractViolation);
    CHECK_THROWS_AS(outcome.at(Variable::parameter_value, 0), ContractViolation);
}

TEST_CASE("A value that must be there is missed, one that may be absent is not") {
    RunOutcome outcome({24, 2, 9});
    outcome.at(Variable::wait_months, 3) = not_a_number;
    outcome.at(Variable::exits_to, 3) = not_a_number;
    CHECK_FALSE(first_invalid(outcome).has_value());
    outcome.at(Variable::wait_months, 3) = std::numeric_limits<double>::infinity();
    CHECK(first_invalid(outcome) == Variable::wait_months);
    outcome.at(Variable::cost, Payer::employer) = not_a_number;
    CHECK(first_invalid(outcome) == Variable::cost);
}

TEST_CASE("A failed run is told from one that did not fail") {
    CHECK(RunOutcome::failed({24, 2, 9}).has_failed());
    CHECK_FALSE(RunOutcome({24, 2, 9}).has_failed());
}
