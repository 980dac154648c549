#include "analysis/validation.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/validation_measures.h"
#include "analysis/validation_text.h"
#include "tests/support/catch.h"

using namespace cantiere;

namespace {

double measured(const char* name, const ObservedRun& run, double reference = 0.0) {
    const auto all = pattern_measures();
    const auto found = std::ranges::find(all, name, &PatternMeasureEntry::name);
    REQUIRE(found != all.end());
    return found->measure({{&run}, {&run}}, reference);
}

Life ex_detainee(std::uint16_t completions, std::uint16_t dropouts, std::uint16_t host_hires) {
    Life life;
    life.groups = bit(Group::detained_or_ex);
    life.completions = completions;
    life.dropouts = dropouts;
    life.host_hires = host_hires;
    return life;
}

PatternSpec band(std::optional<double> low, std::optional<double> high) {
    PatternSpec pattern;
    pattern.low = low;
    pattern.high = high;
    return pattern;
}

}  // namespace

TEST_CASE("The shipped patterns are those of the model's section 14, each with band and source") {
    Problems problems;
    const std::vector<PatternSpec> patterns = read_patterns(disk_files("scenarios"), problems);
    INFO(text(problems));
    REQUIRE_FALSE(problems.has_errors());
    std::set<std::string> ids;
    for (const PatternSpec& pattern : patterns) {
        ids.insert(pattern.id);
        CHECK((pattern.low || pattern.high));
        CHECK_FALSE(pattern.source.empty());
        CHECK_FALSE(pattern.text_en.empty());
        CHECK_FALSE(pattern.text_it.empty());
    }
    CHECK(ids == std::set<std::string>{"P1",
                                       "P2",
                                       "P3",
                                       "P4",
                                       "P5",
                                       "P6",
                                       "P11",
                                       "P14",
                                       "P15",
                                       "P16",
                                       "P17",
                                       "P18",
                                       "P19",
                                       "P20"});
}

TEST_CASE("A mistake in the patterns is told with its place") {
    Problems problems;
    read_patterns(
        memory_files(
            {{"shipped:evidence/patterns.csv",
              "id,unit,target,low,high,reference,measure,runs,with,set,calibrated,times,text_en,"
              "text_it,source,"
              "missed_en,missed_it\n"
              "P1,share,much,0,1,,no_such_measure,bari,oops,oops,perhaps,2.5,a,b,c,,\n"}}),
        problems);
    REQUIRE(problems.list().size() == 7);
    CHECK(text(problems).find("shipped:evidence/patterns.csv:2") != std::string::npos);
    Problems missing;
    read_patterns(memory_files({}), missing);
    CHECK(missing.has_errors());
}

TEST_CASE("A value meets its band on both sides, a sign pattern on its one") {
    CHECK(verdict_of(band(0.2, 0.3), 0.2) == Verdict::met);
    CHECK(verdict_of(band(0.2, 0.3), 0.31) == Verdict::missed);
    CHECK(verdict_of(band(0.2, 0.3), 0.19) == Verdict::missed);
    CHECK(verdict_of(band(std::nullopt, 0.0), -5.0) == Verdict::met);
    CHECK(verdict_of(band(0.0, std::nullopt), -5.0) == Verdict::missed);
}

TEST_CASE("Shares of internships are pooled over the people concerned, others left out") {
    ObservedRun run;
    run.lives = {ex_detainee(3, 1, 1), ex_detainee(1, 1, 0)};
    run.lives.push_back(ex_detainee(9, 9, 9));
    run.lives.back().groups = bit(Group::migrant);
    run.lives.back().facts.early_successes = 7;
    CHECK(measured("dropout_share_ex_detainees", run) == Approx(2.0 / 6.0));
    CHECK(measured("host_hire_share_ex_detainees", run) == Approx(1.0 / 4.0));
    CHECK(measured("host_hire_ratio", run, 0.25) == Approx(10.0 / 31.0 / 0.25));
    CHECK(std::isnan(measured("dropout_share_ex_detainees", ObservedRun{})));
}

TEST_CASE("Return to prison counts time at risk from the release, censored when people go") {
    ObservedRun run;
    for (const int last : {10, 40, 40, 40}) {  // released at month 4
        Life life;
        life.release_month = Month{4};
        life.last_present_month = Month{last};
        run.lives.push_back(life);
    }
    run.lives[1].reoffence_month = Month{24};  // 20 months after, of 3 still at risk
    run.lives.emplace_back();                  // never released in the window
    CHECK(measured("return_to_prison", run, 36.0) == Approx(1.0 / 3.0));
    CHECK(measured("return_to_prison", run, 19.0) == Approx(0.0).margin(1e-15));
}

TEST_CASE("The Kaplan-Meier share multiplies survival event by event") {
    // 1 of 4, then 1 of 2 after one was lost: 1 - 3/4 x 1/2.
    CHECK(kaplan_meier_share({{1, true}, {2, false}, {3, true}, {9, false}}, 3) ==
          Approx(1.0 - 0.375));
    CHECK(kaplan_meier_share({{1, true}, {2, false}, {3, true}, {9, false}}, 2) == Approx(0.25));
}

TEST_CASE("Supported housing is judged two years after the entry, on those followed so long") {
    ObservedRun run;
    const auto add = [&](HousingEnd end, int end_month, int last, EmployedThen autonomous) {
        Life life;
        life.last_present_month = Month{last};
        life.facts.housing_month = Month{0};
        life.facts.housing_end = end;
        if (end != HousingEnd::under_way) life.facts.housing_end_month = Month{end_month};
        life.facts.autonomous_then = autonomous;
        run.lives.push_back(life);
    };
    add(HousingEnd::dropped, 5, 60, EmployedThen::yes);  // dropped out, whatever came later
    add(HousingEnd::dropped, 5, 10, EmployedThen::not_observed);  // died later
    add(HousingEnd::dropped, 30, 60, EmployedThen::no);           // later: retained at two years
    add(HousingEnd::own_home, 20, 60, EmployedThen::no);          // and lost the job again
    add(HousingEnd::otherwise, 12, 60, EmployedThen::yes);        // found one afterwards
    add(HousingEnd::under_way, 0, 12, EmployedThen::not_observed);
    CHECK(measured("housing_dropout", run, 24.0) == Approx(2.0 / 5.0));
    CHECK(measured("housing_autonomous", run, 24.0) == Approx(1.0 / 3.0));
}

TEST_CASE("A cooperative saves what the same people cost a year without work, less with it") {
    ObservedRun run;
    Life worker;
    worker.months_in_work_state[static_cast<std::size_t>(WorkState::coop_b)] = 10;
    worker.months_in_work_state[static_cast<std::size_t>(WorkState::seeking)] = 4;
    worker.facts.public_eur_coop = 1000.0;
    worker.facts.public_eur_jobless = 1600.0;
    run.lives = {worker, Life{}};
    run.lives[1].months_in_work_state[static_cast<std::size_t>(WorkState::seeking)] = 4;
    run.lives[1].facts.public_eur_jobless = 9999.0;  // never in a cooperative
    CHECK(measured("cooperative_saving", run) == Approx(12.0 * (400.0 - 100.0)));
}

TEST_CASE("The Beveridge slope is that of what the cycle does, a trend of both runs left out") {
    ObservedRun cycle, calm;
    cycle.labour = {{20.0, 80.0, 1.0, 10.0}, {10.0, 90.0, 2.0, 10.0}, {45.0, 55.0, 3.0, 10.0}};
    calm.labour = {{20.0, 80.0, 1.0, 10.0}, {20.0, 80.0, 1.0, 10.0}, {50.0, 50.0, 2.5, 10.0}};
    // What the cycle does: u 0, -.10, -.05; v 0, .10, .05.
    const auto all = pattern_measures();
    const auto found = std::ranges::find(all, "beveridge_slope", &PatternMeasureEntry::name);
    CHECK(found->measure({{&cycle}, {&calm}}, 0.0) == Approx(-1.0));
}

TEST_CASE("Contacts' employment is correlated over pairs at the end of the window") {
    ObservedRun run;
    run.labour.resize(2);
    run.labour.back().ties = 10.0;
    run.labour.back().ties_at_work = 4.0;
    run.labour.back().ties_divided = 2.0;  // mean .5: (.4 - .25) / .25
    CHECK(measured("contacts_correlation", run) == Approx(0.6));
    CHECK(std::isnan(measured("contacts_correlation", ObservedRun{})));
}

TEST_CASE("Guarantee calls are those of first loans, with a tutor less without") {
    ObservedRun tutored, alone;
    const auto add = [](ObservedRun& run, int called) {
        Life life;
        life.last_present_month = Month{100};
        life.facts.loan_month = Month{10};
        if (called >= 0) life.facts.called_month = Month{called};
        run.lives.push_back(life);
    };
    for (const int called : {-1, -1, -1, 30}) add(tutored, called);
    for (const int called : {-1, 90, 20, 30}) add(alone, called);  // the first after the loan
    tutored.lives.emplace_back();                                  // never borrowed
    const auto all = pattern_measures();
    const auto found = std::ranges::find(all, "guarantee_calls", &PatternMeasureEntry::name);
    CHECK(found->measure({{&tutored}, {&alone}}, 60.0) == Approx(0.25 - 0.5));
}

TEST_CASE("A job coach is judged by a year at the rates with and without his effect") {
    ObservedRun with, without;
    Life life;
    life.facts.coached_jobless_months = 100;
    life.facts.coached_hires = 4;
    with.lives = {life};
    life.facts.coached_hires = 2;
    without.lives = {life};
    const auto all = pattern_measures();
    const auto found = std::ranges::find(all, "coach_relative_risk", &PatternMeasureEntry::name);
    const double expected = (1.0 - std::pow(0.96, 12.0)) / (1.0 - std::pow(0.98, 12.0));
    CHECK(found->measure({{&with}, {&without}}, 12.0) == Approx(expected));
}

TEST_CASE("A pattern measured on parameters alone is met by construction, and counted apart") {
    Problems problems;
    std::vector<PatternResult> results;
    for (const PatternSpec& pattern : read_patterns(disk_files("scenarios"), problems)) {
        CHECK(pattern.by_construction == (pattern.id == "P4"));
        if (pattern.id == "P3" || pattern.id == "P4") {
            results.push_back({pattern, 0.5, std::nullopt, Verdict::met, "", ""});
        }
    }
    REQUIRE(results.size() == 2);
    const auto told = [&] { return validation_text(results, Language::english, {400, {}}); };
    CHECK(told().find("2 of 2 patterns met, 1 of them by construction; 2 of 2 lines") !=
          std::string::npos);
    CHECK(
        validation_text(results, Language::italian, {400, {}}).find("rispettato per costruzione") !=
        std::string::npos);
    const auto json = validation_json(results, Language::english)["patterns"];
    CHECK(json[0]["by_construction"] == false);
    CHECK(json[1]["by_construction"] == true);
    CHECK(json[1]["verdict"] == "met");
    results[1].verdict = Verdict::missed;
    CHECK(told().find("1 of 2 patterns met; 1 of 2 lines met, 1 missed, 0 not told") !=
          std::string::npos);
    results[1].is_told = false;
    CHECK(told().find("1 of 2 patterns met; 1 of 2 lines met, 0 missed, 1 not told") !=
          std::string::npos);
    CHECK(told().find("  not told\n") != std::string::npos);
    results[1].verdict = Verdict::met;  // its mean is in the band, and may be so by luck
    CHECK(told().find("1 of 2 patterns met; 1 of 2 lines met, 0 missed, 1 not told") !=
          std::string::npos);
    CHECK(validation_json(results, Language::english)["patterns"][1]["verdict"] == "met");
    CHECK(validation_json(results, Language::english)["patterns"][1]["told_apart"] == false);
}

TEST_CASE("A verdict is told where the interval of the mean holds no edge of the band") {
    CHECK(is_verdict_told(band(0.2, 0.32), 0.25, 0.31));
    CHECK(is_verdict_told(band(0.2, 0.32), 0.33, 0.40));
    CHECK_FALSE(is_verdict_told(band(0.2, 0.32), 0.302, 0.358));  // .330 +- .028
    CHECK_FALSE(is_verdict_told(band(0.2, 0.32), 0.1, 0.25));
    CHECK_FALSE(is_verdict_told(band(std::nullopt, 0.0), -0.0253, 0.0247));
    CHECK(is_verdict_told(band(std::nullopt, 0.0), -0.05, -0.01));
    CHECK(is_verdict_told(band(0.2, 0.2), 0.2, 0.2));  // nothing varies
}

TEST_CASE("What is measured on no run is missed, with its reason and no number") {
    PatternSpec pattern;
    pattern.id = "P17";
    pattern.measure = "guarantee_calls";
    pattern.high = 0.0;
    pattern.source = "a source";
    Problems problems;
    const auto results = validate({pattern}, {}, problems);
    REQUIRE(results);
    const auto json = validation_json(*results, Language::english)["patterns"][0];
    CHECK(json["simulated"].is_null());
    CHECK(json["se"].is_null());
    CHECK(json["low"].is_null());
    CHECK(json["verdict"] == "missed");
    CHECK_FALSE(json["reason"].get<std::string>().empty());
    const std::string text = validation_text(*results, Language::italian, {});
    CHECK(text.find("MANCATO") != std::string::npos);
}
