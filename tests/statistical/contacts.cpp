#include <cmath>

#include "model/core/rows.h"
#include "model/modules.h"
#include "model/month/benefits.h"
#include "tests/support/catch.h"
#include "tests/support/monthly_run.h"

namespace cantiere {
namespace {

/// Residents alike but for luck, whose contacts hear of many vacancies or of none.
RunInputs alike(double information) {
    RunInputs inputs = small_study({400.0, 36, 48});
    inputs.modules.on[Module::contacts] = true;
    change_everywhere(inputs, [=](Parameters& p) {
        p.population.group_share.fill(0.0);
        p.population.frailty_sd = 0.0;
        p.initial.spread = 0.01;
        p.contacts.information_share = information;
        p.search.contact_rate_per_month = 0.3;
    });
    return with_modules(inputs);
}

/// Sums over pairs of contacts, each counted once from either side.
struct Pairs {
    double count = 0.0, employed = 0.0, both = 0.0;

    double correlation() const {
        const double mean = employed / count;
        return (both / count - mean * mean) / (mean * (1.0 - mean));
    }
};

Pairs pairs_of(double information, std::uint32_t replicate) {
    const RunInputs inputs = alike(information);
    const Draws draws(RunKey{23, 0, replicate});
    Pairs pairs;
    each_month(synthesise(inputs, draws),
               inputs,
               draws,
               [&](const State& state, const Events&, const Ledger&, Month month) {
                   if (month < Month{0} || month.index() % 12 != 0) return;
                   const auto works = [&](ResidentId who) {
                       return is_employed(state.residents.work.state[who]) ? 1.0 : 0.0;
                   };
                   for (const Tie& tie : state.contacts.ties) {
                       pairs.count += 1.0;
                       pairs.employed += (works(tie.a) + works(tie.b)) / 2.0;
                       pairs.both += works(tie.a) * works(tie.b);
                   }
               });
    return pairs;
}

}  // namespace

TEST_CASE("P18 employment of contacts is positively correlated, through what they tell") {
    double sum = 0.0;
    double squares = 0.0;
    constexpr int runs = 16;
    for (std::uint32_t replicate = 1; replicate <= runs; ++replicate) {
        const double told = pairs_of(0.5, replicate).correlation();
        const double silent = pairs_of(0.0, replicate).correlation();
        const double gain = told - silent;
        sum += gain;
        squares += gain * gain;
    }
    const double mean = sum / runs;
    const double error = std::sqrt((squares / runs - mean * mean) / (runs - 1));
    INFO("correlation " << mean << " +- " << error);
    CHECK(mean > 2.0 * error);
    CHECK(mean > 0.0);
}

}  // namespace cantiere
