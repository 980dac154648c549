#include "analysis/exploration/two_way.h"

#include <fmt/format.h>

#include "tests/unit/ranged_example.h"

using namespace cantiere;

namespace {

TwoWayPlan plane_of(const Study& study, std::size_t levels) {
    OneWayPlan plan = plan_of(study);
    plan.parameters = named_like(plan.parameters, {"slots", "dropout"});
    return {plan, levels};
}

}  // namespace

TEST_CASE("Every point of a plane is a study run by hand with both numbers set") {
    const Study study = ranged_study();
    const TwoWayPlan plan = plane_of(study, 3);
    REQUIRE(plan.plan.parameters[0].name == "internship.ordinary_dropout_hazard_per_month");
    REQUIRE(plan.plan.parameters[1].name == "internship.slots");
    const TwoWay result = two_way(study, plan, {});
    REQUIRE(result.failed.empty());
    CHECK(result.y == std::vector<double>{2, 16, 30});
    REQUIRE(result.x.size() == 3);
    CHECK(result.x[1] == Approx(0.105));
    CHECK(result.runs == 9 * 4 * 2);
    for (const auto& [row, column] : {std::pair(0, 0), std::pair(0, 2), std::pair(2, 1)}) {
        const auto r = static_cast<std::size_t>(row);
        const auto c = static_cast<std::size_t>(column);
        const Study by_itself =
            ranged_study({{plan.plan.parameters[0].name, fmt::format("{:.17g}", result.x[c])},
                          {plan.plan.parameters[1].name, fmt::format("{}", result.y[r])}});
        CHECK(result.at(0, r, c).mean ==
              Approx(benefit_by_hand(by_itself, plan.plan.wtp)).epsilon(1e-9));
        CHECK(result.at(1, r, c).mean == Approx(by_hand(by_itself, Variable::starts)));
    }
    CHECK(result.at(0, 0, 2).mean != result.at(0, 2, 0).mean);
}

TEST_CASE("Whole numbers stand in a plane once each") {
    const Study study = ranged_study();
    TwoWayPlan plan = plane_of(study, 40);
    plan.plan.parameters = {plan.plan.parameters[1], plan.plan.parameters[0]};
    DesignOptions at_once;
    at_once.stop_requested = [] { return true; };
    const TwoWay result = two_way(study, plan, at_once);
    CHECK(result.is_interrupted);
    CHECK(result.x.size() == 29);  // 2 to 30
    CHECK(result.y.size() == 40);
}

TEST_CASE("A plane of other than two numbers is refused") {
    const Study study = ranged_study();
    TwoWayPlan plan = plane_of(study, 3);
    plan.plan.parameters.pop_back();
    CHECK_THROWS_AS(two_way(study, plan, {}), ContractViolation);
}

TEST_CASE("A plane is told with its axes, in both languages") {
    const Study study = ranged_study();
    const TwoWayPlan plan = plane_of(study, 2);
    const TwoWay result = two_way(study, plan, {});
    const std::string text = two_way_text(study, plan, result, Language::english, {140, {false}});
    CHECK(text.find("across: internship.ordinary_dropout_hazard_per_month") != std::string::npos);
    CHECK(text.find("downwards: internship.slots") != std::string::npos);
    const std::string italian =
        two_way_text(study, plan, result, Language::italian, {140, {false}});
    CHECK(italian.find("in verticale: internship.slots") != std::string::npos);
    const auto json = two_way_json(study, plan, result);
    CHECK(json["outputs"]["net_benefit"]["differences"][1][0]["mean"] == result.at(0, 1, 0).mean);
}
