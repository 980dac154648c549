#pragma once
/// Follows each resident over the window. An observer: nothing in the model reads it.

#include <vector>

#include "model/core/draws.h"
#include "model/core/fixed_sum.h"
#include "model/inputs.h"
#include "model/ledger.h"
#include "model/life.h"
#include "model/state/care.h"
#include "model/state/events.h"

namespace cantiere {

struct State;

/// Follows every resident through the window.
class LifeRecorder {
  public:
    /// Keeps references to `inputs` and `draws`, which outlive it. `discount` is the factor of each
    /// month.
    LifeRecorder(const RunInputs& inputs,
                 const State& state,
                 const Draws& draws,
                 std::vector<double> discount);

    /// Takes in one month, after it has been recorded. The ledger must keep the books of people.
    void record(const State& state, const Events& events, const Ledger& ledger, Month month);

    /// Returns the labour market of each month taken in.
    const std::vector<LabourMonth>& labour() const { return labour_; }

    /// Returns the lives of all who were present in the window, by key.
    std::vector<Life> finish(const Residents& residents);

  private:
    void record_event(Life& life, const State& state, const Event& event, Month month);
    void record_start(Life& life, const State& state, const Event& event);
    static void record_month(Life& life, const Residents& residents, ResidentId who, Month month);
    void record_facts(LifeFacts& facts,
                      const State& state,
                      const Ledger& ledger,
                      Month month,
                      ResidentId who);
    static void record_housing(LifeFacts& facts,
                               const Residents& residents,
                               const Event& event,
                               Month month);
    void record_fact(LifeFacts& facts, const State& state, const Event& event, Month month);
    static void record_ties(LabourMonth& labour, const State& state);
    void record_labour(const State& state, Month month);
    void note_workplace(Life& life, const State& state, ResidentId who);

    /// How a month began for someone.
    struct Begun {
        bool coached = false;
        bool unsafe_in_care = false;
    };

    Begun begun(const State& state, ResidentId who) const;
    void begin_next(const State& state);

    const RunInputs* inputs_;
    const Draws* draws_;
    std::vector<double> discount_;
    MunicipalityId main_town_;
    Column<ResidentId, Life> lives_;
    Column<ResidentId, std::array<FixedPoint, count_of<Payer>>> cost_;
    Column<ResidentId, Begun> begun_;
    std::vector<LabourMonth> labour_;
};

/// Returns the municipality with most people; the first of several.
MunicipalityId main_town(const Territory& territory);

/// Returns the minutes from home to a municipality by the resident's own means, no voucher counted.
double minutes_to(const People& people,
                  const TravelTimes& travel,
                  MunicipalityId place,
                  ResidentId who);

}  // namespace cantiere
