#include "tests/support/oracle_company.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "model/step.h"
#include "tests/support/oracle.h"
#include "tests/support/oracle_comparison.h"

namespace cantiere::oracle {

Company live_together(const RunInputs& inputs, const RunKey& luck) {
    const Draws draws(luck);
    World world = make_world(inputs, draws);
    State state = synthesise(inputs, draws);
    Ledger ledger(inputs.months, state.residents.size());
    Events events;
    Company company;
    for (int m = -inputs.burn_in_months; m < inputs.months; ++m) {
        const Month month{m};
        step(state, events, ledger, inputs, draws, month);
        live_month(world);
        const auto lines = differences(world, state, events, ledger, month);
        if (!lines.empty()) {
            company.parted = fmt::format("in month {}:\n{}", m, fmt::join(lines, "\n"));
            return company;
        }
        for (const Event& event : events.all()) {
            ++company.events[event.kind];
            if (event.kind == EventKind::instrument_started) ++company.started[event.instrument];
        }
    }
    return company;
}

}  // namespace cantiere::oracle
