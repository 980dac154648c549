#include "analysis/evaluation/measure_next.h"

#include "analysis/evaluation/evaluation.h"
#include "analysis/input_quality.h"
#include "tests/support/catch.h"

using namespace cantiere;

namespace {

struct Worth {
    std::string name;
    double value = 0.0, floor = 0.0;
    Quality quality = Quality::none;
    double p_value = 1e-6;
};

/// An evaluation of made-up worths: what the sentences are made of.
struct Example {
    DecisionSamples samples;
    EvaluationPlan plan;
    EconomicEvaluation evaluation;

    explicit Example(const std::vector<Worth>& worths, double evpi = 900.0) {
        const std::vector<double> draws(40, 0.0);
        samples.strategies = {{"as-usual", draws, draws}, {"pisola", draws, draws}};
        plan.wtp = {0.0, 20000.0, 40000.0};
        plan.stated_wtp = 21000.0;  // the nearest of the grid is told
        for (const Worth& worth : worths) {
            plan.evppi.push_back({worth.name, {samples.parameters.size()}});
            samples.parameters.push_back({worth.name, {}, worth.quality});
            evaluation.evppi.push_back({{9e9, worth.value, 9e9},
                                        {1.0, 50.0, 1.0},
                                        {0.0, worth.floor, 0.0},
                                        {0.0, worth.p_value, 0.0}});
        }
        evaluation.at.resize(3);
        evaluation.at[1].best = 1;
        evaluation.at[1].evpi = evpi;
    }

    MeasureNext next() const { return *measure_next(samples, plan, evaluation); }
    std::string english() const { return measure_next_text(next(), Language::english); }
    std::string italian() const { return measure_next_text(next(), Language::italian); }
};

const Worth pay{"hiring.pay", 300.0, 100.0, Quality::assumed};
const Worth drift{"skills.drift", 800.0, 100.0, Quality::found};
const Worth idle{"desks.cost", 60.0, 100.0, Quality::recalled};

}  // namespace

TEST_CASE(
    "What to measure next: one input, with its grade, its floor and the decisions it serves") {
    Example example({pay});
    CHECK(example.english() ==
          "At 20,000 EUR a unit this input is worth measuring before choosing: hiring.pay "
          "(assumed), 300 EUR a decision (standard error 50), above a noise floor of 100.");
    example.plan.population = 40.0;
    CHECK(
        example.english().ends_with("of 100, 12,000 EUR over 40 decisions. A study of it that "
                                    "costs more does not pay."));
    CHECK(example.italian() ==
          "A 20.000 EUR per unità questo dato merita una misura prima di scegliere: hiring.pay "
          "(ipotesi), 300 EUR per decisione (errore standard 50), sopra una soglia del rumore di "
          "100, 12.000 EUR su 40 decisioni. Uno studio che costa di più non conviene.");
    CHECK(example.next().over_population(300.0) == 12000.0);
}

TEST_CASE("What to measure next: several inputs, the most worthwhile first") {
    Example example({pay, idle, drift});
    CHECK(example.english() ==
          "At 20,000 EUR a unit 2 of 3 inputs tried are worth measuring before choosing, in this "
          "order: "
          "skills.drift (found), 800 EUR a decision (standard error 50), above a noise floor of "
          "100; hiring.pay (assumed), 300 EUR a decision (standard error 50), above a noise floor "
          "of 100. "
          "Each is the worth of knowing that one alone: they do not add up.");
    CHECK(example.next().inputs.back().name == "desks.cost");

    SECTION("one of them alone") {
        CHECK(Example({idle, drift})
                  .english()
                  .starts_with("At 20,000 EUR a unit one of 2 inputs tried is worth measuring "
                               "before choosing: "
                               "skills.drift (found), 800 EUR"));
    }
    SECTION("more than a sentence holds") {
        CHECK(
            Example({pay, pay, pay, pay, pay, pay}).english().find("; and one worth less. Each") !=
            std::string::npos);
        CHECK(Example({pay, pay, pay, pay, pay, pay, drift})
                  .english()
                  .find("; and 2 worth less. Each") != std::string::npos);
        CHECK(Example({pay, pay, pay, pay, pay}).english().find("worth less") == std::string::npos);
    }
    SECTION("those that luck explains, for as many as were tried, are not named") {
        // 30 tried: the first passes where 30 p <= .05, hence at p <= .05 / 30 = .001667.
        std::vector<Worth> worths(29, {"idle", 60.0, 100.0, Quality::none, 0.9});
        worths.push_back({"lucky", 800.0, 100.0, Quality::none, 0.00167});
        const MeasureNext next = Example(worths).next();
        CHECK(next.inputs.front().name == "lucky");
        CHECK(next.inputs.front().above_floor());
        CHECK(next.inputs.front().false_discovery == Approx(0.0501));
        CHECK(next.verdict == MeasureVerdict::nothing_apart_from_zero);
        CHECK(Example(worths).english().starts_with(
            "With 40 draws none of the 30 inputs tried can be told apart from luck: at 20,000 EUR "
            "a unit the first, lucky, is worth 800 EUR a decision (standard error 50), its noise "
            "floor is 100; above their floors: 1, of as many idle inputs 2 by chance. Certainty"));
        worths.back().p_value = 0.00166;
        CHECK(Example(worths).next().verdict == MeasureVerdict::measure);
        worths.back().value = 90.0;  // below its floor: not named, whatever the test says
        CHECK(Example(worths).next().verdict == MeasureVerdict::nothing_apart_from_zero);
    }
    SECTION("those told apart come before those that are worth more by luck") {
        const MeasureNext next =
            Example({{"lucky", 999.0, 100.0, Quality::none, 0.3}, drift, pay}).next();
        CHECK(next.inputs[0].name == "skills.drift");
        CHECK(next.inputs[2].name == "lucky");
    }
    SECTION("samples that do not tell grades, and a floor of zero") {
        CHECK(
            Example({{"p", 2.0, 0.0, Quality::none}})
                .english()
                .ends_with(": p, 2 EUR a decision (standard error 50), above a noise floor of 0."));
    }
    SECTION("a group tells the grade of each of its parts once") {
        example.plan.evppi[0] = {"both", {0, 1, 2, 0}};
        CHECK(example.next().inputs[1].qualities ==
              std::vector{Quality::assumed, Quality::recalled, Quality::found});
    }
    SECTION("a group below its own higher floor comes after those above theirs") {
        const MeasureNext next = Example({{"a+b", 500.0, 600.0, Quality::found}, pay}).next();
        CHECK(next.inputs.front().name == "hiring.pay");
        CHECK(next.verdict == MeasureVerdict::measure);
    }
}

TEST_CASE("What to measure next: nothing can be told apart from zero") {
    Example example({idle});
    CHECK(example.english() ==
          "With 40 draws this input cannot be told apart from luck: at 20,000 EUR a unit knowing "
          "desks.cost (recalled) is worth 60 EUR a decision (standard error 50), its noise floor "
          "is 100. Certainty about everything would be worth 900 EUR a decision.");
    CHECK(Example({idle, {"x", 100.0, 100.0, Quality::none}})
              .english()
              .starts_with("With 40 draws none of the 2 inputs tried can be told apart from luck: "
                           "at 20,000 EUR a unit the first, x, is worth 100 EUR a decision "
                           "(standard error 50), its noise floor is 100. Certainty"));
    example.plan.population = 10.0;
    CHECK(example.italian().ends_with(
        "La certezza su tutto varrebbe 900 EUR per decisione, 9.000 EUR su 10 decisioni."));
    CHECK(example.next().verdict == MeasureVerdict::nothing_apart_from_zero);
}

TEST_CASE("What to measure next: no single input would change the choice") {
    const Worth worthless{"p", 0.0, 0.0, Quality::found};
    CHECK(Example({worthless}).english() ==
          "At 20,000 EUR a unit knowing p (found) would not change the choice. Certainty about "
          "everything would be worth 900 EUR a decision.");
    CHECK(Example({worthless, {"x", 0.0, 100.0, Quality::none}})
              .english()
              .starts_with("At 20,000 EUR a unit knowing any single one of the 2 inputs tried "
                           "would not change the choice. Certainty"));
}

TEST_CASE("What to measure next: the choice does not change where EVPI is 0") {
    const Example example({{"p", 0.0, 0.0, Quality::found}}, 0.0);
    CHECK(example.next().verdict == MeasureVerdict::choice_does_not_change);
    CHECK(example.english() ==
          "The choice does not change: at 20,000 EUR a unit no draw has a better one than pisola, "
          "so nothing is worth measuring for it.");
    CHECK(example.italian().starts_with("La scelta non cambia: a 20.000 EUR per unità"));
}

TEST_CASE("What to measure next as JSON, and no advice where nothing was asked") {
    Example example({idle, drift});
    example.plan.population = 5.0;
    const nlohmann::ordered_json json = measure_next_json(example.next());
    CHECK(json["verdict"] == "measure");
    CHECK(json["wtp"] == 20000.0);
    CHECK(json["inputs"][0]["name"] == "skills.drift");
    CHECK(json["inputs"][0]["population_value"] == 4000.0);
    CHECK(json["inputs"][0]["quality"] == nlohmann::ordered_json::array({"found"}));
    CHECK(json["inputs"][1]["above_floor"] == false);
    CHECK(json["inputs"][0]["p_value"] == 1e-6);
    CHECK(json["inputs"][0]["false_discovery"] == 1e-6);  // of two alike
    CHECK(json["text"]["en"] == example.english());
    example.plan.evppi.clear();
    CHECK_FALSE(measure_next(example.samples, example.plan, example.evaluation).has_value());
}

TEST_CASE("The grade of an input is that of its key, the weakest where packs differ") {
    const std::string study =
        "[services_as_usual.0]\n"
        "\"a.b\" = { value = 1, unit = \"1\", source = \"x\", quality = \"recalled\" }\n"
        "\"a.bc\" = { value = 1, unit = \"1\", quality = \"assumed\" }  # file:1\n"
        "\"c.d\" = 3\n"
        "[services_as_usual.1]\n"
        "\"a.b\" = { value = 2, unit = \"1\", source = \"x\", quality = \"found\" }";
    CHECK(input_quality_of(study, "a.b") == Quality::recalled);
    CHECK(input_quality_of(study, "a.b@default") == Quality::recalled);
    CHECK(input_quality_of(study, "a.bc") == Quality::assumed);
    CHECK(input_quality_of(study, "c.d") == Quality::none);
    CHECK(input_quality_of(study, "b") == Quality::none);
}
