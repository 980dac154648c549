#include "model/recorder.h"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <optional>
#include <span>

#include "model/core/contracts.h"
#include "model/core/row_lists.h"
#include "model/core/rows.h"
#include "model/month/benefits.h"
#include "model/month/demography.h"
#include "model/month/project_steps.h"
#include "model/month/wage_memo.h"
#include "model/rules/target.h"
#include "model/rules/taxes.h"
#include "model/turnover.h"

namespace cantiere {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

double mean(double sum, double count) { return count > 0.0 ? sum / count : nothing; }

/// Value of one month of work: the labour cost of a job, or what an intern makes.
std::int64_t output_cents(const Work& work,
                          const Parameters& p,
                          WageMemo<std::int64_t>& known,
                          ResidentId who) {
    if (work.state[who] == WorkState::internship) {
        return Cents::from_euros(p.internship.output_eur_month).value;
    }
    if (!is_employed(work.state[who])) return 0;
    const bool own = work.state[who] == WorkState::self_employed;
    const Contributions contributions = own ? Contributions::own : Contributions::due;
    const std::int32_t wage = work.gross_wage_cents[who];
    return known.of(wage, contributions, [&] {
        const WageSplit split = split_wage(p.tax, wage / 100.0, contributions);
        return Cents::from_euros(split.labour_cost_eur() * p.tax.fiscal_productivity).value;
    });
}

/// Work that the displaced do not do: as many job-months as are counted, each at the labour cost
/// of a new job. Their loss shrinks as they find other work, or as the job that they lost would
/// have ended (5.17.13).
std::int64_t lost_output_cents(double displaced, const Parameters& p) {
    const double labour_cost = split_wage(p.tax, mean_wage_eur(p.search)).labour_cost_eur();
    return Cents::from_euros(displaced * labour_cost * p.tax.fiscal_productivity).value;
}

/// Adds the levels of listed rows.
void add_levels(FixedPoint& sum,
                const ResidentColumn<Level>& column,
                std::span<const ResidentId> list) {
    std::array<double, rows_per_block> levels{};
    for (std::size_t i = 0; i < list.size(); ++i) levels[i] = double{column[list[i]]};
    sum.add_shares(std::span(levels).first(list.size()));
}

PresentSums sums_over(const ResidentSet& here, const Residents& residents) {
    const Standing& standing = residents.standing;
    PresentSums sums;
    for_each_list(here, [&](std::span<const ResidentId> list) {
        sums.people += list.size();
        add_levels(sums.autonomy, standing.autonomy, list);
        add_levels(sums.nonwork, standing.autonomy_nonwork, list);
        for (const OtherWeights set : members<OtherWeights>()) {
            add_levels(sums.other[set], standing.other[set].level, list);
        }
        count_states(sums.care, residents.care.state, list);
        count_states(sums.work, residents.work.state, list);
    });
    return sums;
}

bool is_self_sufficient(const Residents& residents, const Parameters& p, ResidentId who) {
    const Standing& standing = residents.standing;
    const double line =
        p.autonomy.poverty_line_eur_month * double{residents.people.poverty_scale[who]};
    return is_employed(residents.work.state[who]) &&
           standing.net_income_cents[who] / 100.0 >= line && standing.benefit_cents[who] == 0 &&
           standing.local_aid_cents[who] == 0;
}

}  // namespace

std::vector<double> discount_factors(double rate_per_year, int months) {
    std::vector<double> factors;
    for (int m = 0; m < months; ++m) {
        const double exact = power(1.0 + rate_per_year, -m / 12.0);
        factors.push_back(static_cast<double>(round_half_away(exact * 1e12)) / 1e12);
    }
    return factors;
}

std::vector<double> discount_factors_of(const RunInputs& inputs) {
    return inputs.discount_factors.empty()
               ? discount_factors(inputs.discount_rate_per_year, inputs.months)
               : inputs.discount_factors;
}

Recorder::Recorder(const RunInputs& inputs, const State& start)
    : inputs_(&inputs),
      registered_(start.registered),
      discount_(discount_factors_of(inputs)),
      first_instrument_(registered_->size(), no_month),
      first_service_(registered_->size(), no_month),
      gone_month_(registered_->size(), no_month),
      untreated_chance_(registered_->size(), 0.0F),
      first_autonomy_(registered_->size(), 0.0F),
      was_excluded_(registered_->size(), std::uint8_t{0}) {
    follow(start);
    for (const Cohort& cohort : start.arrivals) note_chances(rows_of(cohort));
    note_chances(start.residents);  // of those admitted since, as they are now
    const auto months = static_cast<std::size_t>(inputs.months);
    const std::size_t years = calendar_years(static_cast<std::size_t>(inputs.start.month), months);
    outcome_ = RunOutcome({months, years, inputs.territory->municipalities.size()});
    autonomy_years_of_month_.assign(months, 0.0);
    public_cost_of_month_.assign(months, 0.0);
    output_cents_.assign(months, 0);
    exits_of_month_.assign(months, 0);
    years_.resize(years);
    planned_cents_.assign(years, 0);
    returned_cents_.assign(years, 0);
}

void Recorder::follow(const State& state) {
    care_before_ = state.residents.care.state;
    benefit_before_ = state.residents.standing.benefit_cents;
}

std::size_t Recorder::year_index(Month month) const {
    return static_cast<std::size_t>(year_of(inputs_->start, month) - inputs_->start.year);
}

void Recorder::record(Tally& tally,
                      const State& state,
                      const Events& events,
                      const Ledger& ledger,
                      const Parameters& parameters,
                      Month month) {
    expects(care_before_.size() == state.residents.size(),
            "the recorder has followed the last turn of the tables");
    record_events(tally, state, events, month);
    record_people(tally, state, ledger, parameters, month);
    record_waits(state, month);
    record_moves(state, month);
    record_services(state, month);
    record_displaced(state.pool, parameters, month);
    record_outlay(state.units.bundles, month);
    record_network(state, month);
}

void Recorder::record_displaced(const OrdinaryPool& pool,
                                const Parameters& parameters,
                                Month month) {
    double displaced = 0.0;
    for (const double people : pool.displaced_in_window) displaced += people;
    outcome_[Variable::displaced_job_months] += displaced;
    output_cents_[static_cast<std::size_t>(month.index())] -=
        lost_output_cents(displaced, parameters);
}

void Recorder::record_outlay(const BundleFund& fund, Month month) {
    const std::size_t year = year_index(month);
    if (inputs_->null_twin) {
        planned_cents_[year] += fund.received_cents - received_before_;
        returned_cents_[year] += fund.returned_cents - returned_before_;
        received_before_ = fund.received_cents;
        returned_before_ = fund.returned_cents;
    } else if (programme_runs(inputs_->programme.target, month)) {
        planned_cents_[year] += inputs_->planned_outlay_per_month.value;
    }
}

namespace {

/// Months that someone has waited so far, in the longest of the queues he stands in: since the
/// registration for the assessment and the first step, since their turn for later steps and the
/// support. Nothing for who waits for none.
std::optional<int> months_waited(const Residents& residents, Month month, ResidentId who) {
    const Care& care = residents.care;
    std::optional<int> longest;
    const auto take = [&](int months) { longest = std::max(longest.value_or(0), months); };
    const CareState s = care.state[who];
    const bool first = s == CareState::referred || s == CareState::assessed_waiting;
    if (first && care.registered_month[who] != no_month) take(month - care.registered_month[who]);
    if (waits_for_step(care, residents.work, who)) take(care.step_waiting[who]);
    if (waits_for_support(care, who)) take(care.support_waiting[who]);
    return longest;
}

}  // namespace

void Recorder::record_people(Tally& tally,
                             const State& state,
                             const Ledger& ledger,
                             const Parameters& parameters,
                             Month month) {
    const Residents& residents = state.residents;
    const auto m = static_cast<std::size_t>(month.index());
    const double factor = discount_[m];
    const ResidentSet here = present(residents.people);
    record_tally(tally, residents, ledger, here, factor);
    const ResidentSet working =
        employed(residents.work) | rows_with(residents.work.state, WorkState::internship);
    WageMemo<std::int64_t> known_outputs;
    for (const ResidentId who : working& here) {
        output_cents_[m] += output_cents(residents.work, parameters, known_outputs, who);
        self_sufficient_months_ += is_self_sufficient(residents, parameters, who) ? 1 : 0;
    }
    const PresentSums sums = sums_over(here, residents);
    autonomy_years_of_month_[m] = sums.autonomy.value() / 12.0;
    for (const OtherWeights set : members<OtherWeights>()) {
        other_autonomy_years_[set] += factor * (sums.other[set].value() / 12.0);
    }
    record_means(sums, state.domain_sums, m);
}

/// Adds the month to what is added up about each resident.
void Recorder::record_tally(Tally& tally,
                            const Residents& residents,
                            const Ledger& ledger,
                            const ResidentSet& here,
                            double factor) {
    autonomy_years_.assign(registered_->size(), 0.0);
    public_cost_eur_.assign(registered_->size(), 0.0);
    for (const ResidentId who : here) {
        const PersonId person = residents.people.person[who];
        const Level a = residents.standing.autonomy[who];
        if (tally.months_present[person]++ == 0) first_autonomy_[person] = a;
        autonomy_years_[person] = double{a} * factor / 12.0;
        const double cost = static_cast<double>(ledger.public_cents(who)) / 100.0;
        public_cost_eur_[person] = cost * factor;
    }
    FixedPoint::add_each(tally.autonomy_years.rows(), autonomy_years_.rows());
    FixedPoint::add_each(tally.public_cost_eur.rows(), public_cost_eur_.rows());
}

void Recorder::record_means(const PresentSums& sums, const DomainSums& domains, std::size_t m) {
    const auto count = static_cast<double>(sums.people);
    outcome_.at(Variable::autonomy, m) = mean(sums.autonomy.value(), count);
    outcome_.at(Variable::autonomy_nonwork, m) = mean(sums.nonwork.value(), count);
    for (const Domain domain : members<Domain>()) {
        outcome_.at(Variable::autonomy_by_domain, m, domain) = mean(domains[domain].value(), count);
    }
    for (const CareState s : members<CareState>()) {
        outcome_.at(Variable::care_share, m, s) = mean(static_cast<double>(sums.care[s]), count);
    }
    for (const WorkState s : members<WorkState>()) {
        outcome_.at(Variable::work_share, m, s) = mean(static_cast<double>(sums.work[s]), count);
    }
}

void Recorder::record_waits(const State& state, Month month) {
    std::int64_t waiting = 0;
    std::int64_t months = 0;
    for (const ResidentId who : with_open_file(state.residents.care)) {
        const std::optional<int> waited = months_waited(state.residents, month, who);
        if (!waited) continue;
        ++waiting;
        months += *waited;
    }
    outcome_.at(Variable::wait_months, month.index()) =
        mean(static_cast<double>(months), static_cast<double>(waiting));
}

void Recorder::record_moves(const State& state, Month month) {
    const std::size_t year = year_index(month);
    const Residents& residents = state.residents;
    const ResidentColumn<CareState>& care = residents.care.state;
    const ResidentColumn<std::int32_t>& benefit = residents.standing.benefit_cents;
    const ResidentSet moved = rows_where(std::not_equal_to<>(), care, care_before_);
    for (const ResidentId who : moved) {
        outcome_.at(Variable::care_flow, year, care_before_[who], care[who]) += 1.0;
    }
    const auto has_lost = [](std::int32_t now, std::int32_t before) {
        // NOLINTNEXTLINE(readability-implicit-bool-conversion): without branches, many rows at once
        return (now == 0) & (before > 0);
    };
    const ResidentSet without_benefit =
        rows_where(has_lost, benefit, benefit_before_) & present(residents.people);
    for (const ResidentId who : without_benefit) {
        // Who goes inside is counted once: by the file or, without one, by the benefit.
        const bool closed = residents.work.state[who] == WorkState::detained &&
                            is_in_care(care_before_[who]) && !is_in_care(care[who]);
        if (closed) continue;
        outcome_[Variable::administrative_exits] += 1.0;
        outcome_[Variable::recorded_exits] += 1.0;
    }
    std::ranges::copy(care, care_before_.begin());
    std::ranges::copy(benefit, benefit_before_.begin());
}

}  // namespace cantiere
