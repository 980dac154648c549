#include <cmath>
#include <string>

#include "tests/support/study_file.h"

namespace cantiere {
namespace {

constexpr double benefit_eur = 780.0;
const double monthly_factor = std::pow(1.03, -1.0 / 12.0);

/// Everybody at work at one gross wage, for a year.
StudyFile at_wage(const std::string& gross_eur, StudyFile::Settings more = {}) {
    StudyFile::Settings set{{"horizon.months", "12"},
                            {"population.initial_work_share.seeking", "0"},
                            {"population.initial_work_share.open_ended", "1"},
                            {"job_search.wage_full_time_eur", gross_eur}};
    set.insert(set.end(), more.begin(), more.end());
    return verification_study("v20-benefit", set);
}

/// Benefit a month and person that the state paid in the year, cents.
double monthly_cents(const StudyFile& study) {
    const RunOutcome outcome = study.outcome(1);
    return outcome.at(Variable::ledger, Payer::state, Category::benefit, 0) * 100.0 / 12.0 / 10.0;
}

}  // namespace

TEST_CASE("V20 study: a benefit of 780 EUR over sixty months is the annuity, paid by the state") {
    for (const std::uint64_t seed : three_seeds) {
        const RunOutcome outcome = verification_study("v20-benefit").outcome(seed);
        // 43,452.32 is that of months 1 to 60; the months of the window are 0 to 59.
        const double due = 10.0 * 43452.32 / monthly_factor;
        CHECK(outcome[Variable::net_cost_public] == Approx(due).margin(0.1));
        CHECK(outcome.at(Variable::cost, Payer::state) == Approx(due).margin(0.1));
        CHECK(outcome.at(Variable::cost, Payer::resident) == Approx(-due).margin(0.1));
        CHECK(outcome.at(Variable::cost, Payer::municipality) == 0.0);
        CHECK(outcome[Variable::assistance_cost] == Approx(due).margin(0.1));
        CHECK(outcome[Variable::programme_cost] == 0.0);
        CHECK(outcome[Variable::net_cost_societal] == 0.0);  // a transfer
        CHECK(outcome.at(Variable::budget, Payer::state, 4) == Approx(93600.0).margin(1e-6));
    }
}

TEST_CASE("V20 study: a law that pays for 24 months pays an annuity of 24 months") {
    const StudyFile study =
        verification_study("v20-benefit",
                           {{"benefit.longest_months", "24"}, {"benefit.pause_months", "999"}});
    double due = 0.0;
    for (int m = 0; m < 24; ++m) due += 10.0 * benefit_eur * std::pow(monthly_factor, m);
    CHECK(study.outcome(1)[Variable::net_cost_public] == Approx(due).margin(0.01));
}

TEST_CASE("V20 study: benefits of people who leave by a hazard are worth b / (1 - (1-h) v)") {
    constexpr int months = 600;
    constexpr double people = 3000.0;
    struct Golden {
        const char* hazard;
        double probability;
        double value;
    };
    const Golden golden = GENERATE(Golden{"0.010050335853501", 0.01, 62723.15},
                                   Golden{"0.020202707317519", 0.02, 34804.34});
    const StudyFile study = verification_study(
        "v20-benefit",
        {{"horizon.months", std::to_string(months)},
         {"modules.demography", "true"},
         {"population.residents_in_need", std::to_string(static_cast<int>(people))},
         {"population.emigration_hazard_per_month", golden.hazard}});
    // Who stays through L of the months from 0 on is paid L of them: P(L > m) = (1-h)^(m+1).
    const double stays = 1.0 - golden.probability;
    const double all = golden.value * stays * (1.0 - std::pow(stays * monthly_factor, months));
    double mean = 0.0;
    double square = 0.0;
    double paid = 0.0;
    for (int m = 0; m < months; ++m) {
        const double now = benefit_eur * std::pow(monthly_factor, m);
        const double still = std::pow(stays, m + 1);
        mean += still * now;
        square += still * ((paid + now) * (paid + now) - paid * paid);
        paid += now;
    }
    REQUIRE(mean == Approx(all).epsilon(1e-6));
    for (const std::uint64_t seed : three_seeds) {
        INFO("seed " << seed << ", hazard " << golden.probability);
        const double each = study.outcome(seed)[Variable::net_cost_public] / people;
        check_mean_of(each, mean, std::sqrt(square - mean * mean), people);
    }
}

TEST_CASE("V23 study: the benefit at the kinks of its schedule, to the cent, in the books") {
    CHECK(monthly_cents(verification_study("v20-benefit")) == Approx(78000.0).margin(1e-6));
    const std::pair<const char*, double> schedule[] = {{"1", 78000.0},
                                                       {"250", 78000.0},
                                                       {"250.01", 77999.0},
                                                       {"600", 43000.0},
                                                       {"1029.99", 1.0},
                                                       {"1030", 0.0},
                                                       {"1500", 0.0}};
    for (const auto& [gross, cents] : schedule) {
        INFO("gross " << gross);
        CHECK(monthly_cents(at_wage(gross)) == Approx(cents).margin(1e-6));
    }
}

TEST_CASE("V23 study: a taper of 80 %, a least amount and a cap act where they say") {
    const auto at = [](const char* gross, StudyFile::Settings more) {
        return monthly_cents(at_wage(gross, std::move(more)));
    };
    const StudyFile::Settings softer{{"benefit.taper", "0.8"}, {"benefit.initial_taper", "0.8"}};
    CHECK(at("250", softer) == Approx(78000.0).margin(1e-6));
    CHECK(at("600", softer) == Approx(50000.0).margin(1e-6));  // 780 - .8 x 350
    CHECK(at("1225", softer) == Approx(0.0).margin(1e-6));     // 250 + 780/.8
    CHECK(at("1224.5", softer) == Approx(40.0).margin(1e-6));  // .8 x .50
    CHECK(at("990", {{"benefit.minimum_eur", "40"}}) == Approx(4000.0).margin(1e-6));
    CHECK(at("990.01", {{"benefit.minimum_eur", "40"}}) == Approx(0.0).margin(1e-6));
    CHECK(at("250", {{"benefit.maximum_eur", "700"}}) == Approx(70000.0).margin(1e-6));
    CHECK(at("250", {{"population.renter_share", "0"}}) == Approx(50000.0).margin(1e-6));
}

}  // namespace cantiere
