#include <algorithm>
#include <set>
#include <vector>

#include "model/core/rows.h"
#include "model/modules.h"
#include "model/placement/placement.h"
#include "tests/support/catch.h"
#include "tests/support/monthly_run.h"

namespace cantiere {
namespace {

constexpr SmallStudy first_month{300.0, 18, 1};
constexpr SmallStudy size{300.0, 0, 36};

int starts_of(const RunInputs& inputs, const RunKey& key, Instrument instrument) {
    const RunInputs ready = with_modules(inputs);
    const Draws draws(key);
    State state = burn_in(ready, draws);
    Ledger ledger(ready.months, state.residents.size());
    Events events;
    step(state, events, ledger, ready, draws, Month{0});
    return static_cast<int>(std::ranges::count_if(events.all(), [&](const Event& e) {
        return e.kind == EventKind::instrument_started && e.instrument == instrument;
    }));
}

/// Month by month, how many people have had a referral completed so far.
std::vector<std::size_t> arrivals(RunInputs inputs, double loss_multiplier, const RunKey& key) {
    change_everywhere(inputs, [&](Parameters& p) {
        p.referral.loss_multiplier = loss_multiplier;
        p.referral.delay_max_months = 0.0;  // so that a file lost is not a file returned sooner
        p.referral.delay_min_months = 0.0;
        p.referral.lost_trust_factor = 1.0;
        p.autonomy.exclusion_hazard = 0.0;
        for (InstrumentParameters& row : p.instruments) {
            row.usual_slots_per_1000 = 0.0;
            row.slots = 0.0;
        }
        p.benefit.local_eur = 0.0;
        p.justice.programme_ratio = 1.0;
        p.trust.waiting_factor = 1.0;
        p.trust.search_decay_per_month = 0.0;
    });
    inputs = with_modules(inputs);
    const Draws draws(key);
    std::set<ResidentId> arrived;
    std::vector<std::size_t> counts;
    each_month(synthesise(inputs, draws),
               inputs,
               draws,
               [&](const State&, const Events& events, const Ledger&, Month) {
                   for (const Event& e : events.all()) {
                       if (e.kind == EventKind::referral_completed) arrived.insert(e.who);
                   }
                   counts.push_back(arrived.size());
               });
    return counts;
}

}  // namespace

TEST_CASE("V26 monotonicity: in the first round more seats never give fewer starts") {
    for (const PlacementPolicy policy : members<PlacementPolicy>()) {
        for (const std::uint64_t seed : {1u, 2u, 3u}) {
            int before = 0;
            int least = 1000;
            for (const double slots : {0.0, 1.0, 2.0, 4.0, 8.0, 16.0, 40.0}) {
                RunInputs inputs = small_programme(first_month);
                inputs.programme.placement.policy = static_cast<double>(policy);
                inputs.programme.instruments[Instrument::internship].slots = slots;
                const int starts = starts_of(inputs, {seed}, Instrument::internship);
                INFO(name(policy) << ", seed " << seed << ", " << slots << " seats");
                CHECK(starts >= before);
                before = starts;
                least = std::min(least, starts);
            }
            CHECK(before > least);
        }
    }
}

TEST_CASE("V26 monotonicity: in the first round a service with more slots starts no fewer") {
    for (const Instrument instrument : {Instrument::orientation, Instrument::vocational_training}) {
        for (const std::uint64_t seed : {1u, 2u, 3u}) {
            int before = 0;
            for (const double slots : {0.0, 1.0, 2.0, 4.0, 8.0, 16.0, 40.0}) {
                RunInputs inputs = small_programme(first_month);
                inputs.programme.instruments[instrument].slots = slots;
                const int starts = starts_of(inputs, {seed}, instrument);
                INFO(name(instrument) << ", seed " << seed << ", " << slots << " slots");
                CHECK(starts >= before);
                before = starts;
            }
            CHECK(before > 0);
        }
    }
}

TEST_CASE("V26 monotonicity: a network that loses less never brings fewer people to a service") {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        std::vector<std::size_t> before;
        for (const double loss : {3.0, 2.0, 1.0, 0.5, 0.0}) {
            const auto now = arrivals(small_study(size), loss, {seed});
            for (std::size_t m = 0; m < before.size(); ++m) CHECK(now[m] >= before[m]);
            if (!before.empty()) CHECK(now.back() > before.back());
            before = now;
        }
    }
}

}  // namespace cantiere
