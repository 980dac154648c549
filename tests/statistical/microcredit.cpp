#include <cmath>

#include "model/core/rows.h"
#include "model/month/demography.h"
#include "model/month/microcredit.h"
#include "tests/support/catch.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

/// Shares of loans whose guarantee is called, and of businesses open after three years.
struct Portfolio {
    double called = 0.0;
    double open_after_36_months = 0.0;
};

constexpr std::size_t loans = 20000;

/// Lends to everybody in one month and lives the five years of the loans.
Portfolio portfolio(double tutored_share, std::uint64_t seed) {
    const Draws draws({seed, 0, 0});
    Parameters p;
    p.microcredit.approval_share = 1.0;
    p.microcredit.tutored_share = tutored_share;
    Residents residents = sample_residents(loans);
    auto& [people, capital, work, housing, justice, care, standing, tally, credit] = residents;
    OrdinaryPool pool;
    pool.displaced.resize(1, 0.0);
    pool.displaced_in_window.resize(1, 0.0);
    for (const ResidentId who : rows<ResidentId>(loans)) {
        capital.professional[who] = capital.relational[who] = 0.6f;
        open_project(care, who, {Instrument::microcredit}, Month{0});
        care.state[who] = CareState::in_project;
        care.step_left[who] = 12;
        care.step_funding[who] = Funding::usual;
    }
    Portfolio all;
    Events events;
    for (int m = 0; m <= 60; ++m) {
        events.clear();
        mark_start_of_month(work);
        run_microcredit(credit, work, care, pool, events, people, capital, p, draws, Month{m});
        for (const Event& event : events.all()) {
            all.called += event.kind == EventKind::guarantee_called ? 1.0 : 0.0;
        }
        if (m != 36) continue;
        for (const WorkState state : work.state) {
            all.open_after_36_months += state == WorkState::self_employed ? 1.0 : 0.0;
        }
    }
    return {all.called / loans, all.open_after_36_months / loans};
}

double standard_error(double share) { return std::sqrt(share * (1.0 - share) / loans); }

}  // namespace

TEST_CASE("P17 fewer guarantees are called with a tutor than without: 14 and 20 of 100 loans") {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const Portfolio tutored = portfolio(1.0, seed);
        const Portfolio alone = portfolio(0.0, seed);
        INFO("seed " << seed << ": " << tutored.called << " and " << alone.called);
        CHECK(std::abs(tutored.called - 0.14) <= 4.5 * standard_error(0.14));
        CHECK(std::abs(alone.called - 0.20) <= 4.5 * standard_error(0.20));
        CHECK(tutored.called < alone.called);
        CHECK(std::abs(tutored.open_after_36_months - 0.62) <= 4.5 * standard_error(0.62));
    }
}

}  // namespace cantiere
