#include <algorithm>

#include "model/core/rows.h"
#include "model/month/demography.h"
#include "model/month/justice.h"
#include "tests/support/catch.h"
#include "tests/support/labour_market.h"
#include "tests/support/one_regime.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

constexpr double allowed_errors = 4.5;
constexpr std::size_t people = 20000;
constexpr Probability finds{0.06};
constexpr Probability loses{0.03};

void check_share(double count, double expected) {
    const double error = square_root(expected * (1.0 - expected) / people);
    CHECK(std::abs(count / people - expected) <= allowed_errors * error);
}

}  // namespace

TEST_CASE("V1 constant hazards E/U") {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        LabourMarket market(people, finds, loses, seed);
        market.live(12);
        check_share(market.jobless(), 0.548317);
        market.live(148);
        check_share(market.jobless(), 1.0 / 3.0);
    }
}

TEST_CASE("V2 competing exit and exclusion") {
    // Two causes of leaving, hazards .02 and .005: the first of the two latent times.
    PopulationParameters p;
    p.emigration_hazard_per_month = 0.02;
    p.death_hazard_per_month = 0.005;
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const Draws draws({seed, 0, 0});
        Residents residents = sample_residents(people);
        residents.people.birth_month.assign(people, 0);
        double left = 0.0;
        double left_by_first = 0.0;
        double by_two_years = 0.0;
        double months_until = 0.0;
        for (int m = 0; m < 600; ++m) {
            Events events;
            renew_population(residents.people,
                             residents.work,
                             residents.care,
                             events,
                             residents.justice,
                             p,
                             draws,
                             Month{m});
            const auto all = static_cast<double>(events.all().size());
            const auto first = static_cast<double>(
                std::count_if(events.all().begin(), events.all().end(), [](const Event& event) {
                    return event.kind == EventKind::emigrated;
                }));
            left += all;
            left_by_first += first;
            months_until += all * (m + 1);
            if (m < 24) by_two_years += first;
        }
        CHECK(left > people - 5);
        check_share(left_by_first, 0.8);
        check_share(by_two_years, 0.360951);
        const double mean = 40.5021;
        const double spread = mean * square_root(1.0 - 1.0 / mean);  // geometric
        CHECK(std::abs(months_until / left - mean) <= allowed_errors * spread / square_root(left));
    }
}

TEST_CASE("V21 recidivism constant") {
    const double monthly = 1.0 - power(1.0 - 0.6845, 1.0 / 84.0);
    CHECK(monthly == Approx(0.01363942).margin(5e-9));
    JusticeParameters p;
    const double hazard = hazard_of(Probability{monthly}).per_month();
    p.hazard_year_1 = p.hazard_years_2_3 = p.hazard_later = hazard;
    p.women_ratio = 1.0;
    p.mean_resentence_months = 1e4;
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const Draws draws({seed, 0, 0});
        Residents residents = sample_residents(people);
        residents.justice.state.assign(people, JusticeState::released);
        double returned = 0.0;
        PopulationParameters without_frailty;
        without_frailty.frailty_sd = 0.0;
        without_frailty.detained_female_share = 0.0;
        for (int m = 0; m < 36; ++m) {
            mark_start_of_month(residents.work);
            Events events;
            run_justice(residents.justice,
                        residents.work,
                        residents.housing,
                        residents.care,
                        events,
                        residents.people,
                        OneRegime(p, without_frailty),
                        draws,
                        Month{m});
            for (const Event& event : events.all()) {
                returned += event.kind == EventKind::reincarcerated;
            }
        }
        check_share(returned, 0.390062);
    }
}

TEST_CASE("The level of reoffending by time since release gives forty per cent at three years") {
    JusticeParameters p;
    double survival = 1.0;
    for (int s = 1; s <= 36; ++s) {
        survival *= 1.0 - probability_of(reincarceration_hazard(p, s, {}, {})).value();
    }
    CHECK(1.0 - survival == Approx(0.40).margin(0.005));
}

}  // namespace cantiere
