#include <string>

#include "analysis/breakdown.h"
#include "analysis/comparison_json.h"
#include "analysis/comparison_sections.h"
#include "analysis/comparison_text.h"
#include "tests/support/catch.h"
#include "tests/unit/analysis_comparison_example.h"

namespace cantiere {
namespace {

/// Two programmes of one base; of the second, by hand: 30 % gain, 10 % lose, covariance 0.2.
Results two_programmes(const TestFolder& folder) {
    ResultsHeader header = example_header();
    ScenarioEntry second = header.scenarios[1];
    second.id = "second";
    header.scenarios.push_back(second);
    const auto path = folder.file("two.h5");
    write_results(path, header, [&](std::size_t draw, std::size_t replicate) {
        Block all = block(header, draw, replicate);
        RunOutcome& run = all[2];
        run[Variable::gainers_of_all] = 0.3;
        run[Variable::losers_of_all] = 0.1;
        run[Variable::harmed_at_least] = 0.05;
        run[Variable::harmed_at_most] = 0.15;
        run[Variable::gain_concentration] = 0.2;
        run.at(Variable::gainers, Group::migrant) = 0.4;
        run.at(Variable::losers, Group::migrant) = 0.2;
        return all;
    });
    return read_results(path);
}

Comparison against(const Results& results, const std::string& base) {
    ComparisonOptions options;
    if (!base.empty()) options.base = base;
    return compare(results, options);
}

std::size_t times(const std::string& text, const std::string& words) {
    std::size_t number = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
        ++number;
    }
    return number;
}

constexpr auto migrant = static_cast<std::size_t>(Group::migrant);

}  // namespace

TEST_CASE("Gains person by person are told against the scenario's own base") {
    const TestFolder folder("own-base");
    const Comparison comparison = against(two_programmes(folder), "");
    const ScenarioComparison& second = comparison.scenarios[2];
    CHECK(second.equity.gainers.mean == Approx(0.3));
    CHECK(second.equity.harmed_at_most.mean == Approx(0.15));
    CHECK(second.equity.gain_concentration.mean == Approx(0.2));
    CHECK(second.equity.groups[migrant].losers.mean == Approx(0.2));
    CHECK(second.find("losers_of_all")->difference.mean == Approx(0.1));
    const std::string text = comparison_text(comparison, Language::english, {100, {}});
    CHECK(times(text, "40 % / 20 %") == 1);
    CHECK(times(text, "Gains person by person") == 0);
}

TEST_CASE("Gains person by person are left out against another base, and said to be") {
    const TestFolder folder("other-base");
    const Results results = two_programmes(folder);
    const std::string other = example_header().scenarios[1].id;
    const Comparison comparison = against(results, other);
    const ScenarioComparison& second = comparison.scenarios[2];
    CHECK(std::isnan(second.equity.gainers.mean));
    CHECK(std::isnan(second.equity.harmed_at_least.mean));
    CHECK(std::isnan(second.equity.concentration_index.mean));
    CHECK(std::isnan(second.find("losers_of_all")->level.mean));
    CHECK(second.find("autonomy_years")->difference.mean == Approx(0.0));
    CHECK_FALSE(std::isnan(second.equity.groups[migrant].gain.mean));
    const auto json = as_json(comparison)["scenarios"][2];
    for (const std::string name : {"gainers", "losers", "gain_concentration"}) {
        CHECK(json["equity"][name]["mean"].is_null());
    }
    CHECK(json["equity"]["groups"][migrant]["gainers"]["mean"].is_null());
    CHECK(json["equity"]["share_harmed"]["at_most"]["mean"].is_null());
    CHECK(json["difference"]["gainers_of_all"]["mean"].is_null());
    const std::string text = comparison_text(comparison, Language::english, {100, {}});
    CHECK(times(text, "Gains person by person") == 2);  // one a scenario that has a base here
    CHECK(times(text, "Paired person by person") == 0);
    CHECK(times(text, "Twice the covariance") == 0);
    CHECK(times(text, "40 % /") == 0);
    const std::string italian = comparison_text(comparison, Language::italian, {100, {}});
    CHECK(times(italian, "I guadagni persona per persona") == 2);
    CHECK(times(italian, "Appaiati uno a uno") == 0);
}

TEST_CASE("Tables by group and of chosen outcomes leave out gains against another base") {
    const TestFolder folder("other-base-tables");
    const Results results = two_programmes(folder);
    const Comparison comparison = against(results, example_header().scenarios[1].id);
    const Breakdown groups = break_down(results, comparison, BreakdownBy::group);
    const auto row = as_json(groups)["scenarios"][2]["rows"][migrant];
    CHECK(row["gainers"]["level"]["mean"].is_null());
    CHECK(row["gainers"]["suppressed"] == false);
    CHECK(row["residents_by_group"]["level"]["mean"] == 80.0);
    CHECK(times(breakdown_text(groups, Language::english, {100, {}}), "person by person") == 2);
    const auto outcomes = [&](const Comparison& of, const std::string& outcome) {
        return outcomes_text({of}, {outcome}, Language::italian, {100, {}});
    };
    CHECK(times(outcomes(comparison, "gainers_of_all"), "persona per persona") == 1);
    CHECK(times(outcomes(comparison, "starts"), "persona per persona") == 0);
    CHECK(times(outcomes(against(results, ""), "gainers_of_all"), "persona per persona") == 0);
}

}  // namespace cantiere
