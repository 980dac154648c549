#include "analysis/comparison.h"

#include <cmath>
#include <utility>

#include "analysis/breakdown.h"
#include "analysis/comparison_json.h"
#include "analysis/comparison_sections.h"
#include "analysis/comparison_text.h"
#include "tests/support/catch.h"
#include "tests/unit/outputs_example.h"

namespace cantiere {
namespace {

struct Numbers {
    double cost, years, served;
};

/// By scenario (the base, the programme) and run: 3 draws of 2 replicates.
Numbers numbers(std::size_t scenario, std::size_t draw, std::size_t replicate) {
    const double luck = replicate == 0 ? -1.0 : 1.0;
    const auto place = static_cast<double>(draw);
    return scenario == 0
               ? Numbers{1000.0 * place + 10.0 * luck, 50.0 + luck, 20.0}
               : Numbers{1000.0 * place + 10.0 * luck + 100.0 * (place - 0.5), 53.0 + luck, 30.0};
}

Block block(const ResultsHeader& header, std::size_t draw, std::size_t replicate) {
    Block all;
    for (std::size_t scenario = 0; scenario < header.scenarios.size(); ++scenario) {
        RunOutcome outcome(sizes_of(header));
        const Numbers run = numbers(scenario, draw, replicate);
        outcome[Variable::net_cost_public] = run.cost;
        outcome.at(Variable::cost, Payer::state) = run.cost;
        outcome[Variable::autonomy_years] = run.years;
        outcome[Variable::served] = run.served;
        outcome[Variable::autonomy_years_served] = 12.0;
        outcome[Variable::autonomy_years_served_base] = scenario == 0 ? 12.0 : 3.0;
        outcome.at(Variable::residents_by_group, Group::homeless) = 4.0;
        outcome.at(Variable::residents_by_group, Group::migrant) = 80.0;
        outcome.at(Variable::starts_by_group, Group::migrant) = 2.0;
        outcome.at(Variable::cost_by_group, Group::migrant) = run.cost;
        outcome.at(Variable::planned_outlay, 0) = scenario == 0 ? 0.0 : 40000.0;
        outcome.at(Variable::planned_outlay, 1) = scenario == 0 ? 0.0 : 60000.0;
        outcome.at(Variable::unspent_outlay, 1) =
            header.scenarios[scenario].null_twin ? 25000.0 : 0.0;
        all.push_back(outcome);
    }
    return all;
}

Results example_results(const TestFolder& folder, const ResultsHeader& header) {
    const auto path = folder.file("example.h5");
    write_results(path, header, [&](std::size_t draw, std::size_t replicate) {
        return block(header, draw, replicate);
    });
    return read_results(path);
}

Comparison example(const TestFolder& folder) {
    return compare(example_results(folder, example_header()), {});
}

}  // namespace

TEST_CASE("A comparison pairs the runs of a scenario with those of its base") {
    const TestFolder folder("comparison");
    const Comparison comparison = example(folder);
    const ScenarioComparison& programme = comparison.scenarios[1];
    const OutcomeComparison* cost = programme.find("net_cost_public");
    REQUIRE(cost != nullptr);
    CHECK(cost->difference.mean == Approx(50));  // of -50, 50 and 150
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
                             "bundles, EUR 25,000 returned. Services and coordination beyond"));
    CHECK(json["scenarios"][1]["spent_on_bundles"]["mean"] == 75000.0);
    CHECK(json["scenarios"][2]["against_null_twin"]["id"] == "pisola-null-twin");
    CHECK(json["scenarios"][2]["against_null_twin"]["autonomy_years"]["mean"] == 0.0);
    CHECK(json["scenarios"][1]["against_null_twin"].is_null());
    CHECK_THAT(text, contains_text("pisola minus its null twin, which has the same planned"));
}

TEST_CASE("Results without displacement are labelled GROSS") {
    const TestFolder folder("gross");
    ResultsHeader header = example_header();
    header.effects = Effects::gross;
    const Comparison comparison = compare(example_results(folder, header), {});
    CHECK_THAT(comparison_text(comparison, Language::english, {100, {}}), contains_text("GROSS"));
    CHECK(as_json(comparison)["effects"] == "GROSS: displacement off");
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

TEST_CASE("Payers, others and the work done add up to the public cost and the cost to society") {
    const TestFolder folder("sums");
    const ResultsHeader header = example_header();
    write_results(folder.file("a.h5"), header, [&](std::size_t draw, std::size_t replicate) {
        Block all = block(header, draw, replicate);
        for (RunOutcome& run : all) {
            run.at(Variable::cost, Payer::employer) = 70.0;
            run[Variable::net_cost_societal_without_output] = run[Variable::net_cost_public] + 70.0;
            run[Variable::net_cost_societal] = run[Variable::net_cost_public] + 70.0 - 200.0;
        }
        return all;
    });
    const Comparison comparison = compare(read_results(folder.file("a.h5")), {});
    const ScenarioComparison& programme = comparison.scenarios[1];
    double sum = programme.work_done.level.mean;
    for (const OutcomeComparison& payer : programme.cost_by_payer) sum += payer.level.mean;
    CHECK(programme.work_done.level.mean == Approx(-200.0));
    CHECK(sum == Approx(programme.find("net_cost_societal")->level.mean));
    const std::string text = comparison_text(comparison, Language::english, {100, {}});
    const std::vector<std::string> order{"public payers, EUR",
                                         "  State",
                                         "= net public cost, EUR",
                                         "others, EUR",
                                         "  Employers",
                                         "value of work done",
                                         "= net cost to society, EUR",
                                         "+ pays, - receives"};
    std::size_t last = 0;
    for (const std::string& words : order) {
        const std::size_t place = text.find(words, last);
        INFO(words);
        REQUIRE(place != std::string::npos);
        last = place;
    }
}

TEST_CASE("A payer whose difference holds zero is marked and listed") {
    const TestFolder folder("payer");
    const std::string text = comparison_text(example(folder), Language::english, {1000, {}});
    CHECK_THAT(text, contains_text("~+50"));
    const std::string list = text.substr(text.find("No difference can be told apart"));
    CHECK_THAT(list.substr(0, list.find('\n')), contains_text("State"));
}

TEST_CASE("Cost per additional unit is a ratio of means where more units are certain") {
    const TestFolder folder("unit");
    const ResultsHeader header = example_header();
    write_results(folder.file("a.h5"), header, [&](std::size_t draw, std::size_t replicate) {
        Block all = block(header, draw, replicate);
        all[1][Variable::programme_cost] = 900.0 + 100.0 * static_cast<double>(draw);
        all[1][Variable::starts] = 10.0 + static_cast<double>(draw == 1);
        all[1][Variable::stable_exits] = -1.0;
        return all;
    });
    const Comparison comparison = compare(read_results(folder.file("a.h5")), {});
    const auto json = as_json(comparison)["scenarios"][1]["costs_per_unit"]["programme_cost"];
    CHECK(json["starts"]["mean"].get<double>() == Approx(1000.0 / (31.0 / 3.0)));
    CHECK(json["starts"]["low"].get<double>() < 1000.0 / (31.0 / 3.0));
    const std::string text = comparison_text(comparison, Language::english, {100, {}});
    CHECK_THAT(text, contains_text("not defined: fewer, not more"));
    CHECK_THAT(text, contains_text("services and coordination per start"));
    const std::string none = comparison_text(example(folder), Language::english, {100, {}});
    CHECK_THAT(none, contains_text("not defined: the difference below holds zero"));
}

TEST_CASE("Few additional people and few draws are told in words and counts") {
    const TestFolder folder("few");
    const ResultsHeader header = example_header();
    write_results(folder.file("a.h5"), header, [&](std::size_t draw, std::size_t replicate) {
        Block all = block(header, draw, replicate);
        all[1][Variable::served] = 21.0;  // 20 under the base
        return all;
    });
    const Comparison few = compare(read_results(folder.file("a.h5")), {});
    const std::string text = comparison_text(few, Language::english, {1000, {}});
    CHECK_THAT(text, contains_text("The additional people are 5 % of all those served."));
    CHECK_THAT(text, contains_text("It costs less than its base in 1 of 3 draws"));
    const std::string many = comparison_text(example(folder), Language::english, {1000, {}});
    CHECK_THAT(many, !contains_text("The additional people are"));  // a third
}

TEST_CASE("The head counts the inputs of the resolved study by quality, each once") {
    const TestFolder folder("inputs");
    ResultsHeader header = example_header();
    header.provenance.resolved_study =
        "a = { value = 1, quality = \"assumed\" }\n"
        "a = { value = 1, quality = \"assumed\" }\n"
        "b = { value = 2, quality = \"found\" }\n"
        "c = { value = 3, quality = \"recalled\" }\nd = true\n";
    const Comparison comparison = compare(example_results(folder, header), {});
    CHECK_THAT(comparison_text(comparison, Language::english, {1000, {}}),
               contains_text("1 of the 3 inputs with a source are assumed (1 found, 1 recalled)"));
    CHECK(as_json(comparison)["inputs"]["assumed"] == 1);
}

TEST_CASE("A comparison ends in an overview, and several in one of programmes and their twins") {
    const TestFolder folder("overview");
    ResultsHeader header = example_header();
    header.scenarios.push_back(
        {"pisola", "Pi.So.La.", "Pi.So.La.", "as-usual", "SIA", "SIA", false});
    header.scenarios.push_back({"variant", "", "", "as-usual", "SIA", "SIA", false});
    const Comparison comparison = compare(example_results(folder, header), {});
    const std::string alone = comparison_text(comparison, Language::english, {100, {}});
    const std::string last = alone.substr(alone.find("Overview: differences from the base"));
    CHECK_THAT(last, contains_text("variant"));
    CHECK_THAT(last, contains_text("not defined"));
    const std::string both = overview_text({comparison, comparison}, Language::english, {100, {}});
    CHECK_THAT(both, contains_text("pisola-null-twin"));
    CHECK_THAT(both, !contains_text("variant"));
}

TEST_CASE("Municipalities and what belongs to none sum to everybody") {
    const TestFolder folder("places");
    const ResultsHeader header = example_header();
    write_results(folder.file("a.h5"), header, [&](std::size_t draw, std::size_t replicate) {
        Block all = block(header, draw, replicate);
        for (RunOutcome& run : all) {
            run[Variable::net_cost_public] = 1000.0;
            run.at(Variable::cost_by_municipality, 0) = 300.0;
            run.at(Variable::cost_by_municipality, 1) = 500.0;
        }
        return all;
    });
    const Results results = read_results(folder.file("a.h5"));
    const Comparison comparison = compare(results, {});
    const Breakdown places = break_down(results, comparison, BreakdownBy::municipality);
    const BreakdownRow& rest = places.scenarios[1].rows.back();
    CHECK(rest.name == "not_attributable");
    CHECK(rest.cells[3].level.mean == Approx(200.0));
    const std::string text = breakdown_text(places, Language::english, {100, {}});
    CHECK_THAT(text, contains_text("not attributable to a place"));
    const Breakdown payers = break_down(results, comparison, BreakdownBy::payer);
    CHECK_THAT(breakdown_text(payers, Language::english, {100, {}}), !contains_text("levels"));
}

}  // namespace cantiere
