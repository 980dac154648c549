#include "analysis/exploration/switching.h"

#include <cmath>

#include <fmt/format.h>

#include "tests/unit/ranged_example.h"

using namespace cantiere;

namespace {

/// A plan of one number and net benefit, at a willingness to pay under which the programme is
/// worth as much at one end of the range as it loses at the other.
OneWayPlan balanced_plan(const Study& study, const std::string& key) {
    OneWayPlan plan = plan_of(study);
    plan.parameters = named_like(plan.parameters, {key});
    plan.outcomes = {{"autonomy_years", OutcomePlace{Variable::autonomy_years, 0}},
                     {"net_cost_public", OutcomePlace{Variable::net_cost_public, 0}}};
    const OneWay ends = one_way(study, plan, {});
    const auto& effects = ends.rows.front().effects;
    plan.wtp = (effects[1].at_low.mean + effects[1].at_high.mean) /
               (effects[0].at_low.mean + effects[0].at_high.mean);
    plan.outcomes = {{"net_benefit", std::nullopt}};
    return plan;
}

double benefit_at(const std::string& key, double value, double wtp) {
    return benefit_by_hand(ranged_study({{key, fmt::format("{:.17g}", value)}}), wtp);
}

}  // namespace

TEST_CASE("A switching value is where runs by hand change their sign") {
    const std::string key = "internship.ordinary_dropout_hazard_per_month";
    const Study study = ranged_study();
    const OneWayPlan plan = balanced_plan(study, key);
    const OneWay table = one_way(study, plan, {});
    REQUIRE(table.rows.front().effects.front().changes_sign);
    const Switching result = switching_values(study, plan, table, {});
    REQUIRE(result.failed.empty());
    REQUIRE(result.values.size() == 1);
    const SwitchingValue& found = result.values.front();
    CHECK(found.parameter.name == key);
    CHECK(found.from >= 0.01);
    CHECK(found.to <= 0.2);
    CHECK(found.from < found.to);
    CHECK(found.to - found.from < 0.19);
    CHECK((found.at == found.from || found.at == found.to));
    const double at_from = benefit_at(key, found.from, plan.wtp);
    const double at_to = benefit_at(key, found.to, plan.wtp);
    CHECK(at_from * at_to < 0.0);
    const double nearest = std::abs(at_from) < std::abs(at_to) ? at_from : at_to;
    CHECK(found.there.mean == Approx(nearest).epsilon(1e-9));
    CHECK(result.runs % 8 == 0);  // whole rows of four replicates and two scenarios
    CHECK(result.runs <= 5 * 8);
}

TEST_CASE("A switching value of whole numbers is whole") {
    const std::string key = "internship.slots";
    const Study study = ranged_study();
    const OneWayPlan plan = balanced_plan(study, key);
    const OneWay table = one_way(study, plan, {});
    const Switching result = switching_values(study, plan, table, {});
    REQUIRE_FALSE(result.values.empty());
    for (const SwitchingValue& found : result.values) {
        CHECK(found.at == std::round(found.at));
        CHECK(found.from == std::round(found.from));
        CHECK(found.to == std::round(found.to));
        CHECK(benefit_at(key, found.from, plan.wtp) * benefit_at(key, found.to, plan.wtp) < 0.0);
    }
}

TEST_CASE("Without a change of sign there is no switching value and no run") {
    const Study study = ranged_study();
    OneWayPlan plan = plan_of(study);
    plan.outcomes = {{"starts", OutcomePlace{Variable::starts, 0}}};
    const Switching result = switching_values(study, plan, one_way(study, plan, {}), {});
    CHECK(result.values.empty());
    CHECK(result.runs == 0);
    const std::string text = switching_text(plan, result, Language::english, {100, {false}});
    CHECK(text.find("changes within no range") != std::string::npos);
}

TEST_CASE("Switching values have the same bits with one thread and with three") {
    const Study study = ranged_study();
    const OneWayPlan plan = balanced_plan(study, "dropout");
    const OneWay table = one_way(study, plan, {});
    const auto json_with = [&](std::size_t threads) {
        DesignOptions options;
        options.threads = threads;
        return switching_json(plan, switching_values(study, plan, table, options)).dump();
    };
    CHECK(json_with(1) == json_with(3));
}
