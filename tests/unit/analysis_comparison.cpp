#include "analysis/comparison.h"

#include "analysis/breakdown.h"
#include "analysis/comparison_json.h"
#include "analysis/comparison_sections.h"
#include "analysis/comparison_text.h"
#include "analysis/weight_sets.h"
#include "tests/support/catch.h"
#include "tests/unit/analysis_comparison_example.h"

namespace cantiere {

TEST_CASE("A comparison pairs the runs of a scenario with those of its base") {
    const TestFolder folder("comparison");
    const Comparison comparison = example(folder);
    const ScenarioComparison& programme = comparison.scenarios[1];
    const OutcomeComparison* cost = programme.find("net_cost_public");
    REQUIRE(cost != nullptr);
    CHECK(cost->difference.mean == Approx(50));  // of -50, 50 and 150
    CHECK(cost->draw_differences == std::vector<double>{-50.0, 50.0, 150.0});
    CHECK(cost->difference.se == Approx(100.0 / std::sqrt(3.0)));
    CHECK(cost->level.mean == Approx(1050));
    CHECK(std::isnan(cost->variance_ratio));  // the same luck in both: no variance is left
    CHECK(programme.find("autonomy_years")->difference.mean == Approx(3));
    CHECK(programme.find("cost.state")->difference.mean == Approx(50));
    CHECK(programme.find("cost.employer")->difference.mean == 0);
    CHECK(programme.find("costs") == nullptr);
}

TEST_CASE("The effect per person served is gross against the same people and net over everybody") {
    const TestFolder folder("effect");
    const Comparison comparison = example(folder);
    const EffectPerPerson& effect = comparison.scenarios[1].autonomy_years;
    CHECK(effect.gross.mean == Approx((12.0 - 3.0) / 30.0));
    CHECK(effect.net.mean == Approx(3.0 / 30.0));
    CHECK(effect.deadweight.mean == Approx(3.0 / 12.0));
}

TEST_CASE("Net benefit values autonomy-years and takes the costs of the perspective") {
    const TestFolder folder("benefit");
    const Results results = example_results(folder, example_header());
    ComparisonOptions options;
    options.wtp = 10.0;
    const Comparison all_public = compare(results, options);
    CHECK(all_public.scenarios[1].find("net_benefit")->difference.mean == Approx(10 * 3 - 50));
    CHECK(all_public.scenarios[1].probability_pays == Approx(1.0 / 3.0));
    CHECK(all_public.scenarios[1].probability_worth_it == Approx(1.0 / 3.0));
    CHECK(all_public.scenarios[0].probability_best == Approx(2.0 / 3.0));
    options.perspective = Payer::employer;
    const Comparison employer = compare(results, options);
    CHECK(employer.scenarios[1].find("net_benefit")->difference.mean == Approx(10 * 3));
    CHECK(employer.scenarios[1].probability_pays == 0);
}

TEST_CASE("A comparison says under which weights of the index the scenarios change places") {
    const TestFolder folder("weights");
    const Comparison comparison = example(folder);
    const std::vector<WeightReversal> reversals = weight_reversals(comparison);
    REQUIRE(reversals.size() == 1);  // by equal weights the order is that of the base weights
    CHECK(reversals[0].weights == "work_light");
    CHECK(reversals[0].base_weights == std::vector<std::string>{"pisola-null-twin", "as-usual"});
    CHECK(reversals[0].other_weights == std::vector<std::string>{"as-usual", "pisola-null-twin"});
    const std::string text = comparison_text(comparison, Language::english, {200, {}});
    CHECK_THAT(text, contains_text("autonomy-years, work-light weights"));
    CHECK_THAT(text,
               contains_text("With work-light weights the order by autonomy-years is "
                             "another: as-usual > pisola-null-twin"));
    CHECK(as_json(comparison)["weight_reversals"][0]["weights"] == "work_light");
    CHECK(as_json(comparison)["weight_reversals"][0]["told"] == true);

    SECTION("it is no finding where an interval holds zero under one of them") {
        Comparison lucky = comparison;
        const auto variable = GENERATE("autonomy_years", "autonomy_years_work_light");
        Stat& change =
            std::ranges::find(lucky.scenarios[1].outcomes, variable, &OutcomeComparison::variable)
                ->difference;
        change.se = 2.0;
        change.low = change.mean - 4.0;
        change.high = change.mean + 4.0;
        CHECK(as_json(lucky)["weight_reversals"][0]["told"] == false);
        const std::string cautious = comparison_text(lucky, Language::english, {200, {}});
        CHECK_THAT(cautious,
                   contains_text("With work-light weights the order by autonomy-years cannot be "
                                 "told from that with base weights"));
        CHECK(cautious.find("is another") == std::string::npos);
    }
}

TEST_CASE("Another base turns the differences round, and an unknown one is refused") {
    const TestFolder folder("base");
    const Results results = example_results(folder, example_header());
    ComparisonOptions options;
    options.base = "pisola-null-twin";
    const Comparison turned = compare(results, options);
    CHECK(turned.scenarios[0].find("autonomy_years")->difference.mean == Approx(-3));
    CHECK(turned.scenarios[1].is_base);
    options.base = "pisola";
    CHECK_THROWS_AS(compare(results, options), UnknownName);
}

TEST_CASE("A comparison as JSON has the statistics of every scenario and null for what is absent") {
    const TestFolder folder("json");
    const auto json = as_json(example(folder));
    CHECK(json["base"] == "as-usual");
    CHECK(json["wtp"] == 20000.0);
    CHECK(json["perspective"] == "public");
    const auto& programme = json["scenarios"][1];
    for (const char* variable :
         {"net_cost_public", "autonomy_years", "stable_exits", "starts", "net_benefit"}) {
        for (const char* part : {"mean", "se", "low", "high", "p2_5", "p97_5"}) {
            CHECK(programme[variable][part].is_number());
            CHECK(programme["difference"][variable][part].is_number());
        }
    }
    CHECK(programme["difference"]["net_cost_public"]["variance_ratio"].is_null());
    CHECK(programme["cost_by_payer"]["state"]["mean"] == 1050.0);
    CHECK(programme["probability_best"].is_number());
}

TEST_CASE("The text of a comparison leads with the people served and tells zero in words") {
    const TestFolder folder("words");
    const Comparison comparison = example(folder);
    const std::string text = comparison_text(comparison, Language::english, {100, {}});
    CHECK(text.find("people served") < text.find("net public cost"));
    CHECK_THAT(text,
               contains_text("No difference can be told apart from zero in: net public cost"));
    CHECK_THAT(text, contains_text("Exactly the same as the base in every run"));
    CHECK(text.find("GROSS") == std::string::npos);
    const std::string italian = comparison_text(comparison, Language::italian, {100, {}});
    CHECK_THAT(italian, contains_text("persone servite"));
}

TEST_CASE("What is told of zero follows from the interval and not from its rounded ends") {
    const TestFolder folder("ends");
    Comparison comparison = example(folder);
    Stat* years = nullptr;
    for (OutcomeComparison& outcome : comparison.scenarios[1].outcomes) {
        years = outcome.variable == "autonomy_years" ? &outcome.difference : years;
    }
    REQUIRE(years != nullptr);
    const auto told = [&](double low) {
        *years = {};
        years->mean = 0.5;
        years->se = 0.25;
        years->low = low;
        years->high = 1.0;
        const std::string text = comparison_text(comparison, Language::english, {1000, {}});
        const std::size_t verdict = text.find("No difference can be told apart");
        REQUIRE(verdict != std::string::npos);
        const std::size_t end = text.find('\n', verdict);
        return std::pair(text, text.substr(verdict, end - verdict));
    };
    CHECK_THAT(told(0.004).first, contains_text("0.0040 to 1.0"));
    CHECK_THAT(told(0.004).second, !contains_text("; autonomy-years"));
    CHECK_THAT(told(-0.004).first, contains_text("-0.0040 to 1.0"));
    CHECK_THAT(told(-0.004).second, contains_text("; autonomy-years"));
}

TEST_CASE("A difference that is zero in every draw but not in every run is not called the same") {
    const TestFolder folder("luck");
    const ResultsHeader header = example_header();
    write_results(folder.file("a.h5"), header, [&](std::size_t draw, std::size_t replicate) {
        Block all = block(header, draw, replicate);
        all[1][Variable::exits] = replicate == 0 ? 3.0 : 5.0;
        all[0][Variable::exits] = 4.0;
        return all;
    });
    const Comparison comparison = compare(read_results(folder.file("a.h5")), {});
    const std::string text = comparison_text(comparison, Language::english, {1000, {}});
    const std::string same = text.substr(text.find("Exactly the same as the base"));
    CHECK_THAT(same.substr(0, same.find('\n')), !contains_text("exits to autonomy"));
}

TEST_CASE("What a null twin was given and did not spend stands beside what it spends") {
    const TestFolder folder("twin");
    ResultsHeader header = example_header();
    header.scenarios.push_back(
        {"pisola", "Pi.So.La.", "Pi.So.La.", "as-usual", "SIA", "SIA", false});
    const Comparison comparison = compare(example_results(folder, header), {});
    const auto json = as_json(comparison);
    CHECK(json["scenarios"][0]["planned_outlay"]["mean"] == 0.0);
    CHECK(json["scenarios"][1]["planned_outlay"]["mean"] == 100000.0);
    CHECK(json["scenarios"][1]["unspent_outlay"]["mean"] == 25000.0);
    CHECK(json["scenarios"][2]["planned_outlay"]["mean"] == 100000.0);
    CHECK(json["scenarios"][2]["unspent_outlay"]["mean"] == 0.0);
    const std::string text = comparison_text(comparison, Language::english, {200, {}});
    CHECK_THAT(text,
               contains_text("Planned outlay EUR 100,000, not discounted: EUR 75,000 spent on "
                             "bundles (those broken off at what was delivered), "
                             "EUR 25,000 returned. Discounted, and less the services as usual"));
    CHECK(json["scenarios"][1]["spent_on_bundles"]["mean"] == 75000.0);
    CHECK(json["scenarios"][2]["against_null_twin"]["id"] == "pisola-null-twin");
    CHECK(json["scenarios"][2]["against_null_twin"]["autonomy_years"]["mean"] == 0.0);
    CHECK(json["scenarios"][1]["against_null_twin"].is_null());
    CHECK_THAT(text, contains_text("Programme minus its null twin: planned alike, spent diff"));
    const std::string block = text.substr(text.find("Programme minus its null twin"));
    CHECK_THAT(block.substr(0, block.find("No difference")),
               contains_text("services, coordination and reliefs, EUR"));
    CHECK(json["scenarios"][2]["against_null_twin"]["programme_cost"]["mean"] == 0.0);
}

TEST_CASE("Results without displacement are labelled GROSS") {
    const TestFolder folder("gross");
    ResultsHeader header = example_header();
    header.effects = Effects::gross;
    const Comparison comparison = compare(example_results(folder, header), {});
    CHECK_THAT(comparison_text(comparison, Language::english, {100, {}}), contains_text("GROSS"));
    CHECK(as_json(comparison)["effects"] == "GROSS: displacement off");
}

TEST_CASE("Results without employers are labelled GROSS for hires of the open market") {
    const TestFolder folder("gross-open-market");
    ResultsHeader header = example_header();
    header.effects = Effects::gross_open_market;
    const Comparison comparison = compare(example_results(folder, header), {});
    CHECK_THAT(comparison_text(comparison, Language::english, {100, {}}),
               contains_text("GROSS for hires of the open market"));
    CHECK(as_json(comparison)["effects"] == "GROSS for open-market hires: employers off");
}

TEST_CASE("A comparison shows nothing about fewer than five residents but what was planned") {
    const TestFolder folder("few");
    const ResultsHeader header = example_header();
    const auto path = folder.file("few.h5");
    write_results(path, header, [&](std::size_t draw, std::size_t replicate) {
        Block all = block(header, draw, replicate);
        for (RunOutcome& outcome : all) outcome[Variable::residents] = 4.0;
        return all;
    });
    const Results results = read_results(path);
    const Comparison comparison = compare(results, {});
    const auto json = as_json(comparison)["scenarios"][1];
    CHECK(json["suppressed"] == true);
    CHECK(json["autonomy_years"]["mean"].is_null());
    CHECK(json["residents"]["mean"].is_null());
    CHECK(json["cost_by_payer"]["state"]["mean"].is_null());
    CHECK(json["difference"]["net_cost_public"]["mean"].is_null());
    CHECK(json["probability_best"].is_null());
    CHECK(json["planned_outlay"]["mean"] == 100000.0);
    CHECK_THAT(comparison_text(comparison, Language::english, {100, {}}),
               contains_text("fewer than five residents: what is about them is not shown"));
    const Breakdown payers = break_down(results, comparison, BreakdownBy::payer);
    for (const BreakdownRow& row : payers.scenarios[1].rows) CHECK(row.cells[0].suppressed);
    CHECK(as_json(example(folder))["scenarios"][1]["suppressed"] == false);
}

TEST_CASE("A breakdown hides rows about fewer than five residents and counts below five") {
    const TestFolder folder("breakdown");
    const Results results = example_results(folder, example_header());
    const Comparison comparison = compare(results, {});
    const Breakdown groups = break_down(results, comparison, BreakdownBy::group);
    const auto row = [&](Group group) {
        return groups.scenarios[1].rows[static_cast<std::size_t>(group)];
    };
    for (const BreakdownCell& cell : row(Group::homeless).cells) {
        CHECK(cell.suppressed);
        CHECK(std::isnan(cell.level.mean));
    }
    CHECK_FALSE(row(Group::migrant).cells[0].suppressed);
    CHECK(row(Group::migrant).cells[1].suppressed);  // two starts
    CHECK(row(Group::migrant).cells[3].suppressed);  // the wait before them
    CHECK(row(Group::migrant).cells[5].difference.mean == Approx(50));
    CHECK_THAT(breakdown_text(groups, Language::english, {120, {}}), contains_text("fewer than 5"));
    CHECK(as_json(groups)["scenarios"][1]["rows"][5]["cost_by_group"]["suppressed"] == true);
}

TEST_CASE("A breakdown by year has a column a payer and a row a calendar year") {
    const TestFolder folder("years");
    const Results results = example_results(folder, example_header());
    const Comparison comparison = compare(results, {});
    const Breakdown years = break_down(results, comparison, BreakdownBy::year);
    REQUIRE(years.scenarios[1].rows.size() == 2);  // November 2015 to December 2016
    CHECK(years.scenarios[1].rows[0].name == "2015");
    CHECK(years.columns.size() == count_of<Payer>);
}

}  // namespace cantiere
