#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "model/core/fixed_sum.h"
#include "model/inputs.h"
#include "model/ledger.h"
#include "model/outcomes.h"
#include "model/recorder_counts.h"
#include "model/simulate.h"
#include "model/state/events.h"

namespace cantiere {

/// Phase 19: adds up one run into its outcome. Sums over people are of integers, so neither row
/// order nor threads can move a bit. Writes the tally columns of residents and nothing else.
class Recorder {
  public:
    /// Keeps a reference to `inputs`, which outlives it.
    Recorder(const RunInputs& inputs, const State& start);

    /// Takes in one month of the window, after all other phases; `parameters` are those in force.
    void record(Tally& tally,
                const State& state,
                const Events& events,
                const Ledger& ledger,
                const Parameters& parameters,
                Month month);

    /// Follows the rows; called when the tables have been turned over.
    void follow(const State& state);

    /// Completes the outcome after the last month.
    RunResult finish(const State& state, const Ledger& ledger);

  private:
    void record_people(Tally& tally,
                       const State& state,
                       const Ledger& ledger,
                       const Parameters& parameters,
                       Month month);
    void record_tally(Tally& tally,
                      const Residents& residents,
                      const Ledger& ledger,
                      const ResidentSet& here,
                      double factor);
    void record_means(const PresentSums& sums, const DomainSums& domains, std::size_t month);
    void record_waits(const State& state, Month month);
    void record_events(Tally& tally, const State& state, const Events& events, Month month);
    void record_event(Tally& tally, const State& state, const Event& event, Month month);
    void record_start(Tally& tally, const State& state, const Event& event, Month month);
    void record_file(const State& state, const Event& event);
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
    void finish_people(const Tally& tally, const InKeyOrder& order, RunResult& result);
    void finish_person(const Tally& tally, PersonId person);
    void finish_exclusions(const Residents& residents);
    void finish_groups(const Tally& tally, const InKeyOrder& order);
    void finish_equity(const Tally& tally, const InKeyOrder& order);
    void finish_equity_of_groups(const Tally& tally);
    void count_in_groups(const Tally& tally, PersonId person, GroupCounts& counts);
    bool is_eligible(PersonId person) const;
    void note_chances(const Residents& residents);
    std::size_t year_index(Month month) const;

    /// Months from the first referral to the first instrument, or to the end of observation.
    std::optional<std::pair<int, bool>> wait_of(const Tally& tally, PersonId person) const;

    const RunInputs* inputs_;
    std::shared_ptr<const Register> registered_;
    RunOutcome outcome_;
    std::vector<double> discount_;  // factor of each month
    std::vector<double> autonomy_years_of_month_;
    EnumArray<OtherWeights, double> other_autonomy_years_{};  // discounted
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
    PersonColumn<Month> first_instrument_;  // after the first referral of the window
    PersonColumn<Month> first_service_;     // last counted in months_to_first
    PersonColumn<Month> gone_month_;
    std::int64_t self_sufficient_months_ = 0;
    PersonColumn<float> untreated_chance_;  // of finding work in a year, at the start
    PersonColumn<float> first_autonomy_;    // at the end of the first month present
    PersonColumn<std::uint8_t> was_excluded_;
    std::vector<AssessedResident> assessed_;
    PersonColumn<double> autonomy_years_;   // of the month, discounted; scratch
    PersonColumn<double> public_cost_eur_;  // likewise
};

/// Returns the discount factors (1+r)^(-m/12) of months 0..months-1, rounded to 12 digits.
std::vector<double> discount_factors(double rate_per_year, int months);

/// Returns the discount factor of each month of a run.
std::vector<double> discount_factors_of(const RunInputs& inputs);

/// Returns each resident's chance of finding work within a year without any service, at the start
/// of the window, by the rules of job finding of model.md 5.17.1 as they stand for them (the
/// jobless as they are, others as if they had just lost their job).
ResidentColumn<float> untreated_chances(const Residents& start, const Parameters& usual);

}  // namespace cantiere
