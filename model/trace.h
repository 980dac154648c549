#pragma once
/// The months of chosen residents, one by one. An observer: nothing in the model reads it.

#include <string_view>
#include <vector>

#include "model/core/draws.h"
#include "model/ledger.h"
#include "model/parameters.h"
#include "model/state/care.h"
#include "model/state/events.h"

namespace cantiere {

struct State;

/// One month of one resident, at its end; money in EUR of the month.
struct TraceMonth {
    EntityKey key;
    Month month;
    Presence presence = Presence::present;
    CareState care = CareState::unknown;
    WorkState work = WorkState::inactive;
    HousingState housing = HousingState::stable;
    JusticeState justice = JusticeState::none;
    int jobless_months = 0;
    double professional = 0.0, relational = 0.0, health = 0.0, mobility = 0.0, language = 0.0;
    double trust = 0.0, safety = 0.0, disability = 0.0, aid = 0.0;
    DomainLevels domains{};
    double autonomy = 0.0, autonomy_nonwork = 0.0;
    double gross_wage_eur = 0.0, net_income_eur = 0.0, benefit_eur = 0.0, local_aid_eur = 0.0;
    double public_cost_eur = 0.0;            // net, marginal
    Instrument step = Instrument::count;     // under delivery; count: none
    Instrument support = Instrument::count;  // likewise
    std::vector<Event> events;
};

/// Follows chosen residents through the window.
class TraceRecorder {
  public:
    /// Unknown keys, and those of who left before the window, are nobody's: their rows are missing.
    TraceRecorder(const std::vector<EntityKey>& keys, const People& people);

    /// Takes in one month.
    void record(const State& state,
                const Events& events,
                const Ledger& ledger,
                const Parameters& parameters,
                const Draws& draws,
                Month month);

    std::vector<TraceMonth> months() && { return std::move(months_); }

  private:
    std::vector<ResidentId> traced_;  // by key
    std::vector<TraceMonth> months_;
};

/// Returns the name of what can happen to a resident, as the trace writes it.
std::string_view name(EventKind kind);

/// Returns the name of a step of the housing ladder, or of a state of justice or presence.
std::string_view name(HousingState state);
std::string_view name(JusticeState state);
std::string_view name(Presence presence);

}  // namespace cantiere
