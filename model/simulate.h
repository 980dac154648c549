#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "model/core/draws.h"
#include "model/inputs.h"
#include "model/life.h"
#include "model/outcomes.h"
#include "model/state/arrivals.h"
#include "model/state/care.h"
#include "model/state/contacts.h"
#include "model/state/employers.h"
#include "model/state/households.h"
#include "model/state/institutions.h"
#include "model/trace.h"

namespace cantiere {

/// The whole territory at the start of a month; copyable, so that scenarios can fork from one
/// burn-in.
struct State {
    Residents residents;
    Employers employers;
    OrdinaryPool pool;
    Institutions institutions;
    ServiceUnits units;
    double log_cycle = 0.0;     // exogenous log tightness around the territory's level
    int months_of_network = 0;  // since the programme's network started
    Contacts contacts;
    Households households;
    DomainSums domain_sums;                      // at the end of the month, for the recorder
    std::shared_ptr<const Register> registered;  // all who ever arrive
    Arrivals arrivals;                           // of them who is in no table yet
};

/// What is remembered of one resident until scenarios are paired; ordered by key.
struct ResidentRecord {
    EntityKey key;
    GroupMask groups = 0;
    bool in_window = false;  // present in at least one month of the window
    bool served = false;
    double autonomy_years = 0.0;  // discounted
    double hires = 0.0;
    double need = 0.0;  // 1 - A at the end of the first month in the window
};

/// Says what is kept of a run beside its outcome; whatever it is, the outcome is the same.
struct Observation {
    bool lives = false;             // everybody's life, and the labour market
    std::vector<EntityKey> traced;  // whose every month is kept
};

/// Outcome of one run with what pairing needs.
struct RunResult {
    RunOutcome outcome;
    std::vector<ResidentRecord> people;
    std::vector<Life> lives;           // where they are asked for
    std::vector<LabourMonth> labour;   // with them
    std::vector<TraceMonth> trace;     // of those traced, month by month, then by key
    std::int64_t resident_months = 0;  // really simulated
};

/// Builds the synthetic population, employers and institutions of month -burn_in.
State synthesise(const RunInputs& inputs, const Draws& draws);

/// Returns the tally at the start of the window: nothing has been counted of any of so many
/// persons.
Tally empty_tally(std::size_t persons);

/// Simulates months -burn_in..-1 with services as usual; depends on territory, law, behaviour and
/// modules only.
State burn_in(const RunInputs& inputs, const Draws& draws);

/// A state at the start of the window with the resident-months really simulated to reach it.
struct BurnIn {
    State state;
    std::int64_t resident_months = 0;
};

/// Simulates as burn_in and counts.
BurnIn counted_burn_in(const RunInputs& inputs, const Draws& draws);

/// Simulates months 0..months-1 from `state` and returns every outcome of contract section 5.
RunResult run_window(State state,
                     const RunInputs& inputs,
                     const Draws& draws,
                     const Observation& observation = {});

/// Fills what needs the same people under the base: served_base, gainers, losers,
/// hires_served_base, ...
void pair_with_base(RunResult& scenario, const RunResult& base);

}  // namespace cantiere
