#include <cmath>
#include <numbers>

#include "tests/support/study_file.h"

namespace cantiere {
namespace {

double jobless(const RunOutcome& outcome, int month) {
    return outcome.at(Variable::work_share, month, WorkState::seeking);
}

/// Everybody of V1, with hazards of finding and of losing work.
StudyFile labour_market(const std::string& finds, const std::string& loses, int months) {
    return verification_study("v01-finding-and-losing-work",
                              {{"horizon.months", std::to_string(months)},
                               {"job_search.base_hazard_per_month", finds},
                               {"job_keeping.hazard_months_1_3", loses},
                               {"job_keeping.hazard_months_4_12", loses},
                               {"job_keeping.hazard_months_13_on", loses}});
}

/// Share still jobless after `months` when ln h = ln .06 + .8 z: the mean of exp(-t h) over z.
double still_jobless(int months) {
    constexpr int steps = 4000;
    constexpr double width = 16.0 / steps;
    double sum = 0.0;
    for (int i = 0; i < steps; ++i) {
        const double z = -8.0 + (i + 0.5) * width;
        sum += std::exp(-0.5 * z * z - months * 0.06 * std::exp(0.8 * z));
    }
    return sum * width / std::sqrt(2.0 * std::numbers::pi);
}

}  // namespace

TEST_CASE("V1 study: constant hazards E/U, month by month") {
    constexpr double people = 10000.0;
    const StudyFile study = verification_study("v01-finding-and-losing-work");
    for (const std::uint64_t seed : three_seeds) {
        const RunOutcome outcome = study.outcome(seed);
        for (int m = 0; m < 160; ++m) {
            INFO("seed " << seed << ", month " << m);
            const double exact = 1.0 / 3.0 + 2.0 / 3.0 * std::pow(1.0 - 0.06 - 0.03, m + 1);
            check_share(jobless(outcome, m), exact, people);
        }
        check_share(jobless(outcome, 11), 0.548317, people);
        check_share(jobless(outcome, 159), 0.333333, people);
    }
}

TEST_CASE("V1 study: nobody finds and loses a job in one month, nor loses and finds one") {
    // Each with one half a month: half are jobless from the first month on. Were both possible in
    // one month, it would be two thirds, or one third.
    constexpr double people = 10000.0;
    const StudyFile study = labour_market("0.693147180559945", "0.693147180559945", 12);
    for (const std::uint64_t seed : three_seeds) {
        const RunOutcome outcome = study.outcome(seed);
        for (int m = 0; m < 12; ++m) {
            INFO("seed " << seed << ", month " << m);
            check_share(jobless(outcome, m), 0.5, people);
        }
    }
}

TEST_CASE("V2 study: competing hazards of leaving") {
    constexpr double people = 6000.0;
    constexpr double all = 0.025;
    const StudyFile whole = verification_study("v02-two-ways-out");
    const StudyFile two_years = verification_study("v02-two-ways-out", {{"horizon.months", "24"}});
    for (const std::uint64_t seed : three_seeds) {
        INFO("seed " << seed);
        double by_first = 0.0;
        double by_any = people;  // less those who see a month's end: gone in the first
        const auto months = two_years.trace(seed);
        for (const TraceMonth& month : months) {
            for (const Event& event : month.events) {
                by_first += event.kind == EventKind::emigrated ? 1.0 : 0.0;
            }
            if (month.month == Month{23} && month.presence == Presence::present) by_any -= 1.0;
        }
        check_share(by_any / people, 1.0 - std::exp(-24.0 * all), people);
        // Whoever leaves in the first month leaves no trace: months 2 to 24.
        check_share(by_first / people, 0.8 * (std::exp(-all) - std::exp(-24.0 * all)), people);
        double stayed = 0.0;  // months begun until one leaves, its own included
        double left = people;
        for (const Life& life : whole.lives(seed)) {
            stayed += life.last_present_month.index() + 1.0;
            left -= life.last_present_month == Month{419} ? 1.0 : 0.0;
        }
        const double mean = 1.0 / (1.0 - std::exp(-all));  // 40.5021, the month of leaving included
        REQUIRE(mean == Approx(40.5021).margin(5e-5));
        const double cut = 1.0 - std::exp(-420.0 * all);  // of it in the window
        check_mean_of(stayed / people, (mean - 1.0) * cut, mean, people);
        check_share(left / people, cut, people);
    }
}

TEST_CASE("V12 study: frailty without duration dependence makes finding fall with time") {
    constexpr double people = 10000.0;
    const StudyFile study = verification_study(
        "v12-frailty",
        {{"job_keeping.hazard_months_1_3", "0"}, {"job_search.fixed_term_share", "0"}});
    REQUIRE(still_jobless(12) >
            std::exp(-12 * 0.06 * std::exp(0.32)) + 0.05);  // and not at the mean hazard
    for (const std::uint64_t seed : three_seeds) {
        const RunOutcome outcome = study.outcome(seed);
        for (int m = 0; m < 24; ++m) {
            INFO("seed " << seed << ", month " << m);
            check_share(jobless(outcome, m), still_jobless(m + 1), people);
        }
    }
}

TEST_CASE("V28 study: half steps keep first passage and move recurrent states") {
    constexpr double people = 10000.0;
    const StudyFile months_once = labour_market("0.06", "0", 24);
    const StudyFile halves_once = labour_market("0.03", "0", 48);
    const StudyFile months = labour_market("0.06", "0.03", 150);
    const StudyFile halves = labour_market("0.03", "0.015", 300);
    for (const std::uint64_t seed : three_seeds) {
        INFO("seed " << seed);
        check_share(jobless(months_once.outcome(seed), 23), std::exp(-0.06 * 24), people);
        check_share(jobless(halves_once.outcome(seed), 47), std::exp(-0.06 * 24), people);
        check_share(jobless(months.outcome(seed), 149), 0.33665, people);
        check_share(jobless(halves.outcome(seed), 299), 0.33500, people);
    }
}

TEST_CASE(
    "V28 study: hazards of .6 and .3 tell a chance from a hazard, and a month from its half") {
    constexpr double people = 10000.0;
    struct Golden {
        const char *finds, *loses;
        int steps_per_month;
        double jobless;  // (1 - e^{-.3/n}) / (2 - e^{-.6/n} - e^{-.3/n})
    };
    for (const Golden& golden :
         {Golden{"0.6", "0.3", 1, 0.364855}, Golden{"0.3", "0.15", 2, 0.349564}}) {
        const int n = golden.steps_per_month;
        const StudyFile once = labour_market(golden.finds, "0", 2 * n);
        const StudyFile again = labour_market(golden.finds, golden.loses, 150 * n);
        for (const std::uint64_t seed : three_seeds) {
            INFO("seed " << seed << ", steps a month " << n);
            check_share(jobless(once.outcome(seed), 2 * n - 1), std::exp(-1.2), people);
            const RunOutcome outcome = again.outcome(seed);
            constexpr int looks = 12;  // ten months apart: independent
            double mean = 0.0;
            for (int look = 0; look < looks; ++look) {
                mean += jobless(outcome, (30 + 10 * look) * n) / looks;
            }
            check_share(mean, golden.jobless, people * looks);
        }
    }
}

}  // namespace cantiere
