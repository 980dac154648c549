#pragma once

#include <vector>

#include "model/core/draws.h"
#include "model/core/fixed_sum.h"
#include "model/inputs.h"
#include "model/ledger.h"
#include "model/outcomes.h"
#include "model/simulate.h"
#include "model/state/events.h"

namespace cantiere {

/// What is counted per calendar year about the network.
struct NetworkYear {
    std::int64_t lost = 0;
    std::int64_t completed = 0;
    std::int64_t assessed = 0;
    std::int64_t duplicated = 0;
    std::int64_t months_to_first = 0;
    std::int64_t first_services = 0;
    double density = 0.0;  // sum over months
    int months = 0;
};

/// Phase 19: adds up one run into its outcome. Sums over people are of integers, so neither row
/// order nor threads can move a bit. Writes the tally columns of residents and nothing else.
class Recorder {
  public:
    /// Keeps references to `inputs` and `draws`: both outlive it.
    Recorder(const RunInputs& inputs, const Residents& residents, const Draws& draws);

    /// Takes in one month of the window, after all other phases; `parameters` are those in force.
    void record(Tally& tally,
                const State& state,
                const Events& events,
                const Ledger& ledger,
                const Parameters& parameters,
                Month month);

    /// Completes the outcome after the last month.
    RunResult finish(const State& state, const Ledger& ledger);

  private:
    void record_people(Tally& tally,
                       const State& state,
                       const Ledger& ledger,
                       const Parameters& parameters,
                       Month month);
    void record_waits(const State& state, Month month);
    void record_events(Tally& tally, const State& state, const Events& events, Month month);
    void record_event(Tally& tally, const State& state, const Event& event, Month month);
    void record_start(Tally& tally, const State& state, const Event& event, Month month);
    void record_moves(const State& state, Month month);
    void record_services(const State& state, Month month);
    void record_displaced(const OrdinaryPool& pool, const Parameters& parameters, Month month);
    void record_outlay(const BundleFund& fund, Month month);
    void record_network(const State& state, Month month);
    void finish_costs(const Ledger& ledger);
    void finish_month_cost(const Ledger& ledger, Month month);
    void finish_horizons();
    void finish_network();
    void finish_outlay(const BundleFund& fund);
    void finish_people(const State& state, RunResult& result);
    void finish_person(const Residents& residents, ResidentId who);
    void finish_groups(const State& state);
    std::size_t year_index(Month month) const;

    const RunInputs* inputs_;
    const Draws* draws_;
    RunOutcome outcome_;
    std::vector<double> discount_;  // factor of each month
    std::vector<double> autonomy_years_of_month_;
    std::vector<double> public_cost_of_month_;
    std::vector<std::int64_t> output_cents_;  // value of work done, by month
    std::vector<std::int64_t> exits_of_month_;
    std::vector<NetworkYear> years_;
    std::vector<std::int64_t> planned_cents_;   // outlay planned or received, by year
    std::vector<std::int64_t> returned_cents_;  // by a null twin, by year
    std::int64_t received_before_ = 0;          // at the end of the month before
    std::int64_t returned_before_ = 0;
    Column<ResidentId, CareState> care_before_;  // at the end of the month before
    Column<ResidentId, std::int32_t> benefit_before_;
    Column<ResidentId, Month> first_instrument_;  // after the first referral of the window
    Column<ResidentId, Month> first_service_;     // last counted in months_to_first
    Column<ResidentId, Month> gone_month_;
    std::int64_t self_sufficient_months_ = 0;
};

/// Returns the discount factors (1+r)^(-m/12) of months 0..months-1, rounded to 12 digits.
std::vector<double> discount_factors(double rate_per_year, int months);

/// Returns the Kaplan-Meier median of `times` (whole months): the first time at which survival is
/// one half or less, NaN when it never is. `observed` tells an event from a censoring.
double kaplan_meier_median(std::vector<std::pair<int, bool>> times_and_observed);

}  // namespace cantiere
