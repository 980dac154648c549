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

/// Mean of what `see(state, who, month)` says of those to whom an event happens in the window.
template <class Is, class See>
Measure mean_over(Is is, See see) {
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
                           if (!is(e) || month.index() < 0) continue;
                           sum += see(state, e.who, month);
                           count += 1.0;
                       }
                   });
        return count > 0.0 ? sum / count : 0.0;
    };
}

/// ... of those who start an internship.
template <class See>
Measure mean_of_interns(See see) {
    const auto starts = [](const Event& e) {
        return e.kind == EventKind::instrument_started && e.instrument == Instrument::internship;
    };
    return mean_over(starts, see);
}

double months_waited(const State& state, ResidentId who, Month month) {
    const Month registered = state.residents.care.registered_month[who];
    return registered == no_month ? 0.0 : month - registered;  // a file may close the same month
}

Measure wait_for_commission() {
    const auto heard = [](const Event& e) { return e.kind == EventKind::commission_case; };
    return mean_over(heard, months_waited);
}

/// Mean score of the cases that are taken in.
Measure score_of_cases() {
    const auto assessed = [](const Event& e) { return e.kind == EventKind::assessed; };
    return mean_over(assessed, [](const State& state, ResidentId who, Month) {
        return double{state.residents.care.score[who]};
    });
}

/// Mean number of seats refused before by the cases that the commission takes in.
Measure refusals_of_cases() {
    const auto heard = [](const Event& e) { return e.kind == EventKind::commission_case; };
    return mean_over(heard, [](const State& state, ResidentId who, Month) {
        return static_cast<double>(state.residents.care.refusals[who]);
    });
}

/// Most refuse the seats they are offered, give up, and come back to a commission with little time.
void many_refuse(RunInputs& s) {
    s.programme.commission.cases_per_meeting = 3.0;
    s.programme.placement.pay_utility = 0.0;
    s.programme.placement.travel_utility = 3.0;
    s.programme.services.abandonment_hazard_per_month = 0.3;
    s.programme.instruments[Instrument::internship].slots = 40.0;
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

Measure wait_of_interns() { return mean_of_interns(months_waited); }

Measure autonomy_of_interns() {
    return mean_of_interns([](const State& state, ResidentId who, Month) {
        return double{state.residents.standing.autonomy_nonwork[who]};
    });
}

Measure children_of_interns() {
    return mean_of_interns([](const State& state, ResidentId who, Month) {
        return static_cast<double>(state.residents.people.children[who]);
    });
}

Measure migrants_among_interns() {
    return mean_of_interns([](const State& state, ResidentId who, Month) {
        return holds(state.residents.people.groups[who], Group::migrant) ? 1.0 : 0.0;
    });
}

Measure capital_of_interns() {
    return mean_of_interns([](const State& state, ResidentId who, Month) {
        return double{state.residents.capital.professional[who]} +
               double{state.residents.capital.relational[who]};
    });
}

Measure distrust_of_interns() {
    return mean_of_interns([](const State& state, ResidentId who, Month) {
        return 1.0 - double{state.residents.capital.trust[who]};
    });
}

Measure car_minutes_of_interns() {
    return mean_of_interns([](const State& state, ResidentId who, Month) {
        static const Territory territory = small_territory();
        const EmployerId host = state.residents.work.employer[who];
        if (host.is_none()) return 0.0;
        return territory.travel.car(state.residents.people.municipality[who],
                                    state.employers.municipality[host]);
    });
}

/// Few seats under one policy.
Change few_seats_under(PlacementPolicy policy) {
    return [=](RunInputs& s) {
        few_seats(s);
        s.programme.placement.policy = static_cast<double>(policy);
    };
}

/// From the policy in `low` to that in `high`, by their places in the list.
Lever policies(PlacementPolicy low,
               PlacementPolicy high,
               const std::string& outcome,
               const Measure& measure,
               Moves moves) {
    return {"placement.policy " + std::string(name(low)) + " -> " + std::string(name(high)),
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
        policies(first_come, need_first, "autonomy of interns", autonomy_of_interns(), Moves::down),
        policies(first_come, employability, "capital of interns", capital_of_interns(), Moves::up),
        policies(employability, uplift, "capital of interns", capital_of_interns(), Moves::down),
    });
}

TEST_CASE("What a policy looks at decides who is served") {
    const Change by_score = few_seats_under(PlacementPolicy::commission_score);
    const Change by_value = few_seats_under(PlacementPolicy::optimal);
    check_levers({
        {"commission.active", 0.0, 1.0,
         [](RunInputs& s, double x) { s.programme.commission.active = x; },
         "score of the cases taken in", score_of_cases(), Moves::up,
         [](RunInputs& s) {
             s.programme.commission.cases_per_meeting = 3.0;
             s.programme.commission.frontline_cases_per_1000 = 10.0;  // of 300: three as well
         }},
        {"commission.refusal_weight", 0.0, 2.0,
         [](RunInputs& s, double x) { s.programme.commission.refusal_weight = x; },
         "refusals of the cases taken in", refusals_of_cases(), Moves::down, many_refuse},
        {"commission.need_weight", 0.0, 2.0,
         [](RunInputs& s, double x) { s.programme.commission.need_weight = x; },
         "need of interns", need_of_interns(), Moves::up, by_score},
        {"commission.wait_weight", 0.0, 2.0,
         [](RunInputs& s, double x) { s.programme.commission.wait_weight = x; },
         "wait for the commission", wait_for_commission(), Moves::up,
         [](RunInputs& s) { s.programme.commission.cases_per_meeting = 2.0; }},
        {"commission.children_weight", 0.0, 1.0,
         [](RunInputs& s, double x) { s.programme.commission.children_weight = x; },
         "children of interns", children_of_interns(), Moves::up, by_score},
        {"commission.risk_weight", 0.0, 2.0,
         [](RunInputs& s, double x) { s.programme.commission.risk_weight = x; },
         "distrust of interns", distrust_of_interns(), Moves::up, by_score},
        {"commission.assessment_noise", 0.0, 0.4,
         everywhere([](Parameters& p, double x) { p.commission.assessment_noise = x; }),
         "autonomy of interns", autonomy_of_interns(), Moves::up,
         few_seats_under(PlacementPolicy::need_first)},
        {"placement.need_value", 0.5, 5.0,
         [](RunInputs& s, double x) { s.programme.placement.need_value = x; },
         "need of interns", need_of_interns(), Moves::up, by_value},
        {"placement.travel_value", 0.0, 5.0,
         [](RunInputs& s, double x) { s.programme.placement.travel_value = x; },
         "way of interns", car_minutes_of_interns(), Moves::down, by_value},
        {"placement.cost_value", 0.0, 0.01,
         [](RunInputs& s, double x) { s.programme.placement.cost_value = x; },
         "starts", total(Variable::starts), Moves::down, by_value},
        {"placement.prediction_auc", 0.5, 0.7,
         everywhere([](Parameters& p, double x) { p.placement.prediction_auc = x; }),
         "capital of interns", capital_of_interns(), Moves::up,
         few_seats_under(PlacementPolicy::employability)},
        {"placement.floor", 0.0, 0.8,
         [](RunInputs& s, double x) { s.programme.placement.floor[Group::migrant] = x; },
         "migrants among interns", migrants_among_interns(), Moves::up,
         few_seats_under(PlacementPolicy::optimal_with_floors)},
    });
}
// clang-format on

}  // namespace cantiere
