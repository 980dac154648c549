#include "analysis/exploration/one_way.h"

#include "analysis/exploration/one_way_text.h"
#include "tests/support/catch.h"
#include "tests/unit/ranged_example.h"

using namespace cantiere;

namespace {

const OneWayRow& row_of(const OneWay& result, const std::string& name) {
    for (const OneWayRow& row : result.rows) {
        if (row.parameter.name == name) return row;
    }
    FAIL("no row " + name);
    return result.rows.front();
}

}  // namespace

TEST_CASE("Numbers with a range are listed where they take effect, levers apart") {
    const Study study = ranged_study();
    const auto parameters = ranged_parameters(study, 1);
    REQUIRE(parameters.size() == 3);
    REQUIRE(parameters[0].name == "internship.ordinary_dropout_hazard_per_month");
    REQUIRE_FALSE(parameters[0].is_lever);
    REQUIRE(parameters[1].name == "internship.slots");
    REQUIRE(parameters[1].is_lever);
    REQUIRE(parameters[2].name == "population.frailty_sd");
    REQUIRE(ranged_parameters(study, 0).size() == 2);  // the base has no policy
    REQUIRE(named_like(parameters, {"frailty", "slots"}).size() == 2);
    REQUIRE(as_explored(parameters[1]).at(0.5) == Approx(16.0));  // fixed: uniform over its range
}

TEST_CASE("One-way sensitivity is what runs with --set at both ends give") {
    const Study study = ranged_study();
    const OneWay result = one_way(study, plan_of(study), {});
    REQUIRE(result.failed.empty());
    REQUIRE(result.runs == (1 + 2 * 3) * 4 * 2);
    for (const auto& [key, low, high] :
         std::vector<std::tuple<std::string, std::string, std::string>>{
             {"internship.slots", "2", "30"},
             {"internship.ordinary_dropout_hazard_per_month", "0.01", "0.2"},
             {"population.frailty_sd", "0.3", "0.7"}}) {
        const OneWayRow& row = row_of(result, key);
        const Study at_low = ranged_study({{key, low}});
        const Study at_high = ranged_study({{key, high}});
        REQUIRE(row.effects[1].at_low.mean == by_hand(at_low, Variable::starts));
        REQUIRE(row.effects[1].at_high.mean == by_hand(at_high, Variable::starts));
        REQUIRE(row.effects[2].swing.mean == Approx(by_hand(at_high, Variable::completions) -
                                                    by_hand(at_low, Variable::completions))
                                                 .margin(1e-12));
        const auto benefit = [](const Study& changed) {
            return 20000.0 * by_hand(changed, Variable::autonomy_years) -
                   by_hand(changed, Variable::net_cost_public);
        };
        REQUIRE(row.effects[0].at_high.mean == Approx(benefit(at_high)).epsilon(1e-10));
    }
    REQUIRE(row_of(result, "internship.slots").effects[1].swing.mean > 0.0);  // seats make starts
    REQUIRE(result.at_values[1].mean == by_hand(study, Variable::starts));
}

TEST_CASE("What a policy and services as usual both state is varied in each apart") {
    Texts files = ranged_files();
    replace_in(files,
               "policies/seats.toml",
               "[internship]\n",
               "[internship]\nmonths = { value = 6, low = 3, high = 12, quality = \"assumed\" }\n");
    replace_in(files,
               "behaviour/default.toml",
               "[internship]\n",
               "[internship]\nmonths = { value = 6, low = 4, high = 9, quality = \"assumed\" }\n");
    StudyOptions options;
    options.overrides.draws = 1;
    options.overrides.replicates = 4;
    options.overrides.only = {"seats"};
    const Study study = *read_example(files, options).study;
    OneWayPlan plan = plan_of(study);
    plan.parameters = named_like(plan.parameters, {"internship.months"});
    REQUIRE(plan.parameters.size() == 2);
    REQUIRE(plan.parameters[0].name == "internship.months");
    REQUIRE(plan.parameters[1].name == "internship.months@seats");
    const OneWay result = one_way(study, plan, {});
    replace_in(files, "policies/seats.toml", "months = { value = 6", "months = { value = 3");
    const Study shorter = *read_example(files, options).study;
    const OneWayRow& of_policy = row_of(result, "internship.months@seats");
    REQUIRE(of_policy.effects[1].at_low.mean == by_hand(shorter, Variable::starts));
    REQUIRE(of_policy.effects[2].at_low.mean == by_hand(shorter, Variable::completions));
    REQUIRE(of_policy.effects[2].swing.mean != 0.0);
}

TEST_CASE("One-way sensitivity has the same bits with one thread and with three") {
    const Study study = ranged_study();
    const auto json_with = [&](std::size_t threads) {
        DesignOptions options;
        options.threads = threads;
        const OneWayPlan plan = plan_of(study);
        return one_way_json(study, plan, one_way(study, plan, options)).dump();
    };
    REQUIRE(json_with(1) == json_with(3));
}

TEST_CASE("Rows come from the widest swing to the narrowest, and name quality and source") {
    const Study study = ranged_study();
    const OneWayPlan plan = plan_of(study);
    const OneWay result = one_way(study, plan, {});
    for (std::size_t outcome = 0; outcome < 3; ++outcome) {
        const auto rows = by_swing(result, outcome);
        for (std::size_t i = 1; i < rows.size(); ++i) {
            REQUIRE(std::abs(rows[i - 1]->effects[outcome].swing.mean) >=
                    std::abs(rows[i]->effects[outcome].swing.mean));
        }
    }
    const std::string table =
        one_way_text(study, plan, result, 0, Language::english, {140, {false}});
    REQUIRE(table.find("internship.slots (lever)") != std::string::npos);
    REQUIRE(table.find("ben.x") != std::string::npos);
    REQUIRE(table.find("assumed") != std::string::npos);
    const std::string italian =
        one_way_text(study, plan, result, 1, Language::italian, {140, {false}});
    REQUIRE(italian.find("ampiezza") != std::string::npos);
}

TEST_CASE("Numbers that change nothing in any run share one line") {
    const Study study = ranged_study();
    const OneWayPlan plan = plan_of(study);
    OneWay result = one_way(study, plan, {});
    REQUIRE(result.rows.size() > 1);
    for (OneWayRow& row : result.rows) row.effects[0].swing = Stat{0.0, 0.0, 0.0, 0.0};
    result.rows.back().effects[0].swing = Stat{-2.0, 0.5, -3.0, -1.0};
    const std::string text =
        one_way_text(study, plan, result, 0, Language::english, {1000, {false}});
    const std::string first = text.substr(0, text.find(plan.outcomes[1].name + ":"));
    const std::size_t line = first.find("Swing 0 in every run (");
    REQUIRE(line != std::string::npos);
    REQUIRE(first.find(result.rows.front().parameter.name) > line);
    REQUIRE(first.find(result.rows.back().parameter.name) < line);
}

TEST_CASE("A stop asked for before the runs leaves no table") {
    const Study study = ranged_study();
    DesignOptions options;
    options.stop_requested = [] { return true; };
    REQUIRE(one_way(study, plan_of(study), options).is_interrupted);
}

TEST_CASE("Outcomes are read by name and place") {
    const OutcomeSizes sizes{24, 2, 3};
    REQUIRE(read_outcome("exits", sizes).outcome->place == 0);
    REQUIRE(read_outcome("starts_by_group[migrant]", sizes).outcome->place == 4);
    REQUIRE(read_outcome("work_share[2, open_ended]", sizes).outcome->place == 2 * 9 + 6);
    REQUIRE(read_outcome("starts_by_municipality[2]", sizes).outcome->place == 2);
    REQUIRE(read_outcome("starts_by_municipality[3]", sizes).fix == "write a number from 0 to 2");
    REQUIRE(read_outcome("exits[1]", sizes).why == "exits is one number");
    REQUIRE(read_outcome("exit", sizes).fix == "did you mean \"exits\"?");
    REQUIRE(read_outcome("starts_by_group[migrant", sizes).fix == "write starts_by_group[group]");
    REQUIRE_FALSE(read_outcome("parameter_value[0]", sizes).outcome);
}
