#include "analysis/transfer/card.h"

#include <set>

#include "scenarios/study_reader.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

using Settings = std::vector<std::pair<std::string, std::string>>;

/// The point of a curve whose net benefit is a mean with half of its interval.
CurvePoint curve_point(double at, double mean, double half) {
    return {at, {{mean, half / 2.0, mean - half, mean + half, mean - half, mean + half}}};
}

Study study_of_card(const std::string& study, const std::string& scenario, Settings set = {}) {
    StudyOptions options;
    options.overrides.only = {scenario};
    options.overrides.draws = 2;
    options.overrides.replicates = 1;
    options.overrides.set = {{"horizon.burn_in_months", "3"}, {"horizon.months", "40"}};
    options.overrides.set.insert(options.overrides.set.end(), set.begin(), set.end());
    StudyReading reading = read_study("scenarios/studies/" + study + ".toml", options);
    INFO(text(reading.problems));
    REQUIRE(reading.study);
    return std::move(*reading.study);
}

const ProcedureLine* line_of(const Procedure& procedure, std::string_view key) {
    for (const ProcedureStep& step : procedure.steps) {
        for (const ProcedureLine& line : step.lines) {
            if (line.spec->key == key) return &line;
        }
    }
    return nullptr;
}

bool is_listed_idle(const Procedure& procedure, std::string_view key) {
    return std::ranges::any_of(procedure.idle,
                               [key](const ProcedureLine& line) { return line.spec->key == key; });
}

}  // namespace

TEST_CASE("a programme needs the lowest fidelity down to which it pays without a gap") {
    CHECK_FALSE(fidelity_needed({}));
    CHECK_FALSE(fidelity_needed({curve_point(1.0, 2.0, 3.0), curve_point(0.8, 5.0, 1.0)}));
    CHECK(fidelity_needed({curve_point(1.0, 5.0, 1.0),
                           curve_point(0.8, 4.0, 1.0),
                           curve_point(0.6, 1.0, 1.5),
                           curve_point(0.4, 4.0, 1.0)}) == 0.8);
    CHECK(fidelity_needed({curve_point(1.0, 5.0, 1.0), curve_point(0.8, -4.0, 1.0)}) == 1.0);
}

TEST_CASE("a programme scales as far as it pays without a gap from its own seats on") {
    CHECK(scales_up_to({curve_point(0.5, -2.0, 1.0),
                        curve_point(1.0, 2.0, 1.0),
                        curve_point(2.0, 3.0, 1.0),
                        curve_point(4.0, 1.0, 2.0),
                        curve_point(8.0, 9.0, 1.0)}) == 2.0);
    CHECK_FALSE(scales_up_to({curve_point(0.5, 5.0, 1.0), curve_point(1.0, -1.0, 0.5)}));
}

TEST_CASE("curves at home are those of a transfer to where it is") {
    const Study study =
        study_of_card("pistoia", "pisola", {{"population.residents_in_need", "150"}});
    TransferPlan plan;
    plan.scenario = 1;
    plan.wtp = 20000.0;
    plan.curves = true;
    plan.outcomes = {{"net_benefit", std::nullopt}};
    const Curves curves = curves_at(study, plan, {});
    const Transfer still = transfer(study, study, plan, {});
    REQUIRE(curves.fidelity.size() == still.fidelity.size());
    REQUIRE(curves.scale.size() == still.scale.size());
    for (std::size_t i = 0; i < curves.fidelity.size(); ++i) {
        CHECK(curves.fidelity[i].at == still.fidelity[i].at);
        CHECK(curves.fidelity[i].effects[0].mean == still.fidelity[i].effects[0].mean);
    }
    for (std::size_t i = 0; i < curves.scale.size(); ++i) {
        CHECK(curves.scale[i].at == still.scale[i].at);
        CHECK(curves.scale[i].effects[0].mean == still.scale[i].effects[0].mean);
    }
    CHECK(curves.fidelity[0].effects[0].mean == still.outcomes[0].here.mean);
    CHECK(curves.scale[1].effects[0].mean == still.outcomes[0].here.mean);
}

TEST_CASE("a procedure holds every key of its policy once, idle ones apart") {
    for (const auto& [study_id, scenario] :
         std::vector<std::pair<std::string, std::string>>{{"pistoia", "pisola"},
                                                          {"gorizia", "iso-new"},
                                                          {"bari", "bari-cantiere"}}) {
        const Study study = study_of_card(study_id, scenario);
        const Procedure procedure = procedure_of(study, 1);
        std::multiset<std::string> told;
        for (const ProcedureStep& step : procedure.steps) {
            for (const ProcedureLine& line : step.lines) {
                if (line.is_stated) told.insert(line.spec->key);
            }
        }
        for (const ProcedureLine& line : procedure.idle) told.insert(line.spec->key);
        std::multiset<std::string> stated;
        for (const StatedValue& value : study.scenarios[1].policies.front()->values) {
            stated.insert(value.spec->key);
        }
        INFO(study_id);
        CHECK(told == stated);
        CHECK(procedure.steps.back().what.en == "Support after the hire");
    }
}

TEST_CASE("steps name who acts, seats, delays and prices as the packs state them") {
    const Procedure pistoia = procedure_of(study_of_card("pistoia", "pisola"), 1);
    CHECK(pistoia.steps[1].who.en == "social service, economic development");
    CHECK(pistoia.steps[1].who.it == "servizio sociale, sviluppo economico");
    REQUIRE(line_of(pistoia, "internship.slots") != nullptr);
    CHECK(line_of(pistoia, "internship.slots")->value == 30.0);
    CHECK(line_of(pistoia, "internship.slots")->is_stated);
    REQUIRE(line_of(pistoia, "internship.tutor_eur_month") != nullptr);
    CHECK(line_of(pistoia, "internship.tutor_eur_month")->value == 162.0);  // prices of 2024
    CHECK_FALSE(line_of(pistoia, "internship.tutor_eur_month")->is_stated);
    CHECK(line_of(pistoia, "internship.output_eur_month") == nullptr);  // no price: a gain
    CHECK(is_listed_idle(pistoia, "procedure.delay_cap_months"));       // 99: no limit
    CHECK(is_listed_idle(pistoia, "target.women_only"));

    const Procedure bari = procedure_of(study_of_card("bari", "bari-cantiere"), 1);
    REQUIRE(line_of(bari, "procedure.delay_cap_months") != nullptr);
    CHECK(line_of(bari, "procedure.delay_cap_months")->value == 1.0);
    CHECK(line_of(bari, "target.groups.violence_survivor") != nullptr);

    const Procedure gorizia = procedure_of(study_of_card("gorizia", "iso-new"), 1);
    // Eight members led by the cooperative: it and the probation office, then six in order.
    CHECK(gorizia.steps[1].who.en ==
          "social service, economic development, employment office, training agency, health "
          "authority, probation office, third sector, social cooperative");
}

TEST_CASE("what a scenario sets stands over its policy, and the study's packs stand behind") {
    const Study study = study_of_card("pistoia", "pisola-60-slots");
    CHECK(stated_value(study, 1, *find_parameter("internship.slots")) == 60.0);
    CHECK(stated_value(study, 1, *find_parameter("taper.step_months")) == 2.0);
    CHECK(stated_value(study, 1, *find_parameter("job_search.tightness")) == 1.0);
    CHECK(line_of(procedure_of(study, 1), "internship.slots")->value == 60.0);
}

TEST_CASE("levers at which nothing happens are idle") {
    const auto idle = [](std::string_view key, double value) {
        return is_idle(*find_parameter(key), value);
    };
    CHECK(idle("procedure.delay_cap_months", 99.0));
    CHECK_FALSE(idle("procedure.delay_cap_months", 1.0));
    CHECK(idle("procedure.loss_multiplier", 1.0));
    CHECK_FALSE(idle("procedure.loss_multiplier", 0.7));
    CHECK(idle("internship.total_starts", 0.0));
    CHECK_FALSE(idle("programme.start_month", 0.0));
    CHECK_FALSE(idle("coordination.payer", 0.0));
    CHECK_FALSE(idle("placement.policy", 0.0));
}

}  // namespace cantiere
