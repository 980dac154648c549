#include "model/modules.h"
#include "tests/support/catch.h"
#include "tests/support/lever_sweep.h"
#include "tests/support/monthly_run.h"

namespace cantiere {
namespace {

/// Many wait for each seat, so that it matters who goes first.
void few_seats(RunInputs& s) {
    s.programme.instruments[Instrument::internship].slots = 3.0;
    s.programme.instruments[Instrument::subsidised_hire].slots = 0.0;
}

/// Mean of what `see(care, who)` says of those who start an internship in the window.
template <class See>
Measure mean_of_interns(See see) {
    return [=](const RunInputs& raw, const RunKey& key) {
        const RunInputs inputs = with_modules(raw);
        const Draws draws(key);
        double sum = 0.0;
        double count = 0.0;
        each_month(synthesise(inputs, draws),
                   inputs,
                   draws,
                   [&](const State& state, const Events& events, const Ledger&, Month month) {
                       for (const Event& e : events.all()) {
                           const bool start = e.kind == EventKind::instrument_started &&
                                              e.instrument == Instrument::internship;
                           if (!start || month.index() < 0) continue;
                           sum += see(state, e.who, month);
                           count += 1.0;
                       }
                   });
        return count > 0.0 ? sum / count : 0.0;
    };
}

Measure need_of_interns() {
    return mean_of_interns([](const State& state, ResidentId who, Month) {
        return double{state.residents.care.observed_need[who]};
    });
}

Measure score_of_interns() {
    return mean_of_interns([](const State& state, ResidentId who, Month) {
        return double{state.residents.care.score[who]};
    });
}

Measure wait_of_interns() {
    return mean_of_interns([](const State& state, ResidentId who, Month month) {
        return static_cast<double>(month - state.residents.care.registered_month[who]);
    });
}

/// From the policy in `low` to that in `high`, by their places in the list.
Lever policies(PlacementPolicy low,
               PlacementPolicy high,
               const std::string& outcome,
               const Measure& measure,
               Moves moves) {
    return {std::string(name(low)) + " -> " + std::string(name(high)),
            static_cast<double>(low),
            static_cast<double>(high),
            [](RunInputs& s, double x) { s.programme.placement.policy = x; },
            outcome,
            measure,
            moves,
            few_seats};
}

}  // namespace

// One paragraph a lever; the formatter would take a line for every word.
// clang-format off
TEST_CASE("Placement policies differ in who is served") {
    using enum PlacementPolicy;
    check_levers({
        policies(first_come, need_first, "need of interns", need_of_interns(), Moves::up),
        policies(first_come, commission_score, "score of interns", score_of_interns(), Moves::up),
        policies(lottery, need_first, "need of interns", need_of_interns(), Moves::up),
        policies(first_come, lottery, "wait of those who start", wait_of_interns(), Moves::down),
        policies(need_first, deferred_acceptance, "need of interns", need_of_interns(), Moves::down),
        policies(first_come, optimal, "need of interns", need_of_interns(), Moves::up),
    });
}
// clang-format on

}  // namespace cantiere
