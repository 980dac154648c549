#include "analysis/comparison.h"

#include <fmt/format.h>

#include "analysis/breakdown.h"
#include "analysis/comparison_json.h"
#include "analysis/comparison_sections.h"
#include "analysis/comparison_text.h"
#include "tests/support/catch.h"
#include "tests/unit/analysis_comparison_example.h"

namespace cantiere {

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

TEST_CASE("The ninetieth percentile of waits is never told below the median") {
    const TestFolder folder("waits");
    const ResultsHeader header = example_header();
    write_results(folder.file("a.h5"), header, [&](std::size_t draw, std::size_t replicate) {
        Block all = block(header, draw, replicate);
        for (RunOutcome& run : all) {
            const bool long_waits = draw == 2;  // nine in ten are not reached before the end
            run.at(Variable::eligible_by_group, Group::migrant) = 40.0;
            run.at(Variable::eligible_by_group, Group::care_leaver) = 40.0;
            run.at(Variable::residents_by_group, Group::care_leaver) = 40.0;
            run.at(Variable::wait_median_by_group, Group::migrant) = long_waits ? 18.0 : 1.0;
            run.at(Variable::wait_p90_by_group, Group::migrant) = long_waits ? no_value : 2.0;
            run.at(Variable::wait_median_by_group, Group::care_leaver) = 3.0;
            run.at(Variable::wait_p90_by_group, Group::care_leaver) = 9.0;
            run[Variable::wait_to_start_median] = long_waits ? no_value : 1.0;
        }
        return all;
    });
    const Comparison comparison = compare(read_results(folder.file("a.h5")), {});
    const ScenarioComparison& programme = comparison.scenarios[1];
    const GroupEquity& migrants = programme.equity.groups[static_cast<std::size_t>(Group::migrant)];
    CHECK(migrants.wait_median.mean == Approx(20.0 / 3.0));
    CHECK(std::isnan(migrants.wait_p90.mean));  // and not 2, below the median
    CHECK(std::isnan(programme.find("wait_to_start_median")->level.mean));
    const GroupEquity& leavers =
        programme.equity.groups[static_cast<std::size_t>(Group::care_leaver)];
    CHECK(leavers.wait_p90.mean == Approx(9.0));
    for (const GroupEquity& group : programme.equity.groups) {
        CHECK_FALSE(group.wait_p90.mean < group.wait_median.mean);
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
    CHECK_THAT(text, contains_text("services, coordination and reliefs per start"));
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
    CHECK_THAT(many, !contains_text("Fewer people are served"));
}

TEST_CASE("Fewer people served are not called additional") {
    const TestFolder folder("fewer");
    const double served = GENERATE(19.0, 8.0);  // 20 under the base
    const ResultsHeader header = example_header();
    write_results(folder.file("a.h5"), header, [&](std::size_t draw, std::size_t replicate) {
        Block all = block(header, draw, replicate);
        all[1][Variable::served] = served;
        return all;
    });
    const Comparison fewer = compare(read_results(folder.file("a.h5")), {});
    const std::string text = comparison_text(fewer, Language::english, {1000, {}});
    CHECK_THAT(text, !contains_text("The additional people are"));
    CHECK_THAT(text,
               contains_text(fmt::format("Fewer people are served than under the base, by {} % of",
                                         served == 19.0 ? 5 : 150)));
}

TEST_CASE("More units at less cost are said to save and have no ratio") {
    const TestFolder folder("saves");
    const ResultsHeader header = example_header();
    const double certain = GENERATE(1.0, 0.0);
    write_results(folder.file("a.h5"), header, [&](std::size_t draw, std::size_t replicate) {
        Block all = block(header, draw, replicate);
        const auto place = static_cast<double>(draw);
        const double saved = certain * 400.0 + 100.0 * place - 50.0;  // 350 to 550, or -50 to 150
        all[1][Variable::net_cost_public] = all[0][Variable::net_cost_public] - saved;
        all[1][Variable::programme_cost] = all[0][Variable::programme_cost] + 900.0 + place;
        all[1][Variable::stable_exits] = all[0][Variable::stable_exits] + 10.0 + place;
        return all;
    });
    const Comparison comparison = compare(read_results(folder.file("a.h5")), {});
    const auto costs = as_json(comparison)["scenarios"][1]["costs_per_unit"];
    const auto& saving = costs["net_cost_public"]["stable_exits"];
    CHECK(saving["reason"] == "saves");
    for (const char* part : {"mean", "se", "low", "high"}) CHECK(saving[part].is_null());
    CHECK(costs["programme_cost"]["stable_exits"]["mean"].get<double>() == Approx(901.0 / 11.0));
    CHECK_FALSE(costs["programme_cost"]["stable_exits"].contains("reason"));
    const std::string text = comparison_text(comparison, Language::english, {100, {}});
    const std::string unit = text.substr(text.find("net public cost per stable exit"));
    const std::string overview = text.substr(text.find("EUR per stable exit"));
    const std::string row = overview.substr(overview.find("\n  pisola") + 1);
    for (const std::string& told : {unit, row}) {
        const std::string line = told.substr(0, told.find('\n'));
        INFO(line);
        CHECK_THAT(line, contains_text(certain > 0.0 ? " saves" : " ~saves"));
    }
}

TEST_CASE("The head counts the inputs of the resolved study by quality, each once") {
    const TestFolder folder("inputs");
    ResultsHeader header = example_header();
    header.provenance.resolved_study =
        "a = { value = 1, quality = \"assumed\" }\n"
        "a = { value = 1, quality = \"assumed\" }\n"
        "b = { value = 2, quality = \"found\" }\n"
        "c = { value = 3, quality = \"recalled\" }\nd = true\n"
        "e = { value = 4, source = \"model.lever\", quality = \"assumed\" }\n";
    const Comparison comparison = compare(example_results(folder, header), {});
    CHECK_THAT(
        comparison_text(comparison, Language::english, {1000, {}}),
        contains_text("4 inputs: 1 found, 1 recalled, 2 assumed (1 of them without a source); "));
    CHECK(as_json(comparison)["inputs"]["assumed"] == 2);
    CHECK(as_json(comparison)["inputs"]["assumed_without_source"] == 1);
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
    const std::string italian = overview_text({comparison}, Language::italian, {100, {}});
    CHECK_THAT(italian, contains_text("pisola-null-twin  "));  // whole, beside the others
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

TEST_CASE("Which group gains least is told where the next one gains more than luck explains") {
    const TestFolder folder("least");
    const auto compared = [&](const std::vector<double>& ahead) {
        const auto path = folder.file(fmt::format("groups_{}.h5", ahead[1]));
        write_results(path, example_header(), [&](std::size_t draw, std::size_t replicate) {
            Block all = block(example_header(), draw, replicate);
            for (std::size_t scenario = 0; scenario < all.size(); ++scenario) {
                RunOutcome& run = all[scenario];
                run.at(Variable::residents_by_group, Group::homeless) = 50.0;
                if (scenario == 0) continue;  // of 80 and of 50 people
                run.at(Variable::autonomy_years_by_group, Group::migrant) = 80.0;
                run.at(Variable::autonomy_years_by_group, Group::homeless) =
                    50.0 * (1.0 + ahead[draw]);
            }
            return all;
        });
        return compare(read_results(path), {});
    };
    // Migrants gain 1 each, the others ahead of them by the mean of the draws +- 4.303 sd /
    // sqrt(3).
    const Comparison told = compared({2.0, 2.2, 1.8});  // 2 +- .50
    CHECK(told.scenarios[1].equity.worst_group == Group::migrant);
    CHECK(told.scenarios[1].equity.is_worst_told);
    CHECK_THAT(comparison_text(told, Language::english, {200, {}}),
               contains_text("The group that gains least: "));
    const Comparison not_told = compared({2.0, -1.0, 0.5});  // .5 +- 3.7
    CHECK(not_told.scenarios[1].equity.worst_group == Group::migrant);
    CHECK_FALSE(not_told.scenarios[1].equity.is_worst_told);
    CHECK_THAT(comparison_text(not_told, Language::english, {200, {}}),
               contains_text("Which group gains least cannot be told; by its mean "));
}

}  // namespace cantiere
