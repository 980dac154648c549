#include <cmath>

#include "model/core/rows.h"
#include "model/modules.h"
#include "tests/support/catch.h"
#include "tests/support/monthly_run.h"

namespace cantiere {
namespace {

/// Hires from the open market for each jobless person and month, services as usual.
double finding(double tightness, double elasticity) {
    RunInputs inputs = small_study({600.0, 12, 24});
    for (Parameters* p : {&inputs.usual, &inputs.programme, &inputs.outside}) {
        p->search.tightness = tightness;
        p->search.cycle_sd = 0.0;
        p->search.matching_elasticity = elasticity;
        p->employers.vacancy_hazard_per_month *= 20.0;  // residents hardly meet as rivals
    }
    inputs = with_modules(inputs);
    double hires = 0.0;
    double at_risk = 0.0;
    for (std::uint32_t replicate = 1; replicate <= 8; ++replicate) {
        const Draws draws(RunKey{11, 0, replicate});
        each_month(synthesise(inputs, draws),
                   inputs,
                   draws,
                   [&](const State& s, const Events& events, const Ledger&, Month) {
                       const Work& work = s.residents.work;
                       for (const ResidentId who : rows<ResidentId>(s.residents.size())) {
                           const bool here = s.residents.people.presence[who] == Presence::present;
                           const WorkState before = work.state_at_start[who];
                           const bool jobless =
                               before == WorkState::seeking || before == WorkState::inactive;
                           at_risk += here && jobless ? 1.0 : 0.0;
                       }
                       for (const Event& e : events.all()) {
                           if (e.kind == EventKind::host_hired) hires -= 1.0;
                           const WorkState now = work.state[e.who];
                           const bool open =
                               now == WorkState::fixed_term || now == WorkState::open_ended;
                           if (e.kind == EventKind::hired && open) hires += 1.0;
                       }
                   });
    }
    return hires / at_risk;
}

}  // namespace

TEST_CASE("Job finding rises with tightness by one minus the matching elasticity, once") {
    for (const double elasticity : {0.4, 0.6}) {
        const double ratio = finding(2.0, elasticity) / finding(1.0, elasticity);
        const double expected = std::pow(2.0, 1.0 - elasticity);
        INFO("elasticity " << elasticity << ": " << ratio << ", not " << expected);
        // Some 2,000 hires a side, with the same luck.
        CHECK(ratio > 0.94 * expected);
        CHECK(ratio < 1.06 * expected);
    }
}

}  // namespace cantiere
