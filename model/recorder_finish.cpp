#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "model/core/ratio.h"
#include "model/core/rows.h"
#include "model/month/demography.h"
#include "model/recorder.h"

namespace cantiere {
namespace {

double euros(std::int64_t cents) { return static_cast<double>(cents) / 100.0; }

bool is_public(Payer payer) { return payer <= Payer::european_union; }

/// Variable that adds up what public payers spend in a category: the programme's are instruments,
/// coordination and incentives, assistance is benefits and shelter; nothing for the others.
std::optional<Variable> cost_of_purpose(Category category) {
    switch (category) {
        case Category::benefit:
        case Category::refuge:
            return Variable::assistance_cost;
        case Category::detention:
        case Category::wage:
        case Category::tax_and_contributions:
        case Category::in_kind:
            return std::nullopt;
        default:
            return Variable::programme_cost;
    }
}

/// Persons in the order of their keys: sums over them do not depend on storage.
InKeyOrder in_key_order(const Register& registered) {
    std::vector<std::pair<EntityKey, PersonId>> keys;
    keys.reserve(registered.size());
    for (const PersonId person : rows<PersonId>(registered.size())) {
        keys.emplace_back(registered.key[person], person);
    }
    std::ranges::sort(keys);
    InKeyOrder order;
    order.reserve(keys.size());
    for (const auto& [key, person] : keys) order.push_back(person);
    return order;
}

}  // namespace

std::optional<std::pair<int, bool>> Recorder::wait_of(const Tally& tally, PersonId person) const {
    const Month referred = tally.first_referred_month[person];
    if (referred == no_month) return std::nullopt;
    const Month first = first_instrument_[person];
    const Month gone = gone_month_[person];
    const Month last = gone != no_month ? gone : Month{inputs_->months - 1};
    return std::pair{(first != no_month ? first : last) - referred, first != no_month};
}

RunResult Recorder::finish(const State& state, const Ledger& ledger) {
    finish_costs(ledger);
    finish_network();
    finish_outlay(state.units.bundles);
    RunResult result;
    const Tally& tally = state.residents.tally;
    const InKeyOrder order = in_key_order(*registered_);
    finish_people(tally, order, result);
    finish_exclusions(state.residents);
    finish_groups(tally, order);
    finish_equity(tally, order);
    finish_equity_of_groups(tally);
    finish_horizons();
    outcome_[Variable::self_sufficient_years] = static_cast<double>(self_sufficient_months_) / 12.0;
    result.outcome = std::move(outcome_);
    return result;
}

void Recorder::finish_costs(const Ledger& ledger) {
    for (int m = 0; m < inputs_->months; ++m) finish_month_cost(ledger, Month{m});
}

void Recorder::finish_month_cost(const Ledger& ledger, Month month) {
    const auto m = static_cast<std::size_t>(month.index());
    const std::size_t year = year_index(month);
    const double factor = discount_[m];
    std::int64_t resources = 0;
    std::int64_t public_net = 0;
    std::int64_t public_average_only = 0;
    for (const Payer payer : members<Payer>()) {
        std::int64_t net = 0;
        for (const Category category : members<Category>()) {
            const std::int64_t cents = ledger.net_cents(month, payer, category);
            net += cents;
            outcome_.at(Variable::ledger, payer, category, year) += euros(cents);
            if (!is_public(payer)) continue;
            const std::optional<Variable> purpose = cost_of_purpose(category);
            if (purpose) outcome_[*purpose] += factor * euros(cents);
        }
        outcome_.at(Variable::cost, payer) += factor * euros(net);
        outcome_.at(Variable::budget, payer, year) += euros(net);
        resources += ledger.resource_cents(month, payer);
        if (!is_public(payer)) continue;
        public_net += net;
        public_average_only += ledger.average_only_cents(month, payer);
    }
    public_cost_of_month_[m] = factor * euros(public_net);
    outcome_[Variable::net_cost_public] += factor * euros(public_net);
    outcome_[Variable::net_cost_public_average] += factor * euros(public_net + public_average_only);
    outcome_[Variable::net_cost_societal_without_output] += factor * euros(resources);
    outcome_[Variable::net_cost_societal] += factor * euros(resources - output_cents_[m]);
}

void Recorder::finish_horizons() {
    for (std::size_t h = 0; h < horizon_years.size(); ++h) {
        const int end = horizon_years[h] * 12;
        double autonomy = 0.0;
        double cost = 0.0;
        std::int64_t exits = 0;
        for (int m = 0; m < end && m < inputs_->months; ++m) {
            const auto at = static_cast<std::size_t>(m);
            autonomy += discount_[at] * autonomy_years_of_month_[at];
            cost += public_cost_of_month_[at];
            exits += exits_of_month_[at];
        }
        const bool within = end <= inputs_->months;
        outcome_.at(Variable::autonomy_years_to, h) = within ? autonomy : not_measured;
        outcome_.at(Variable::net_cost_public_to, h) = within ? cost : not_measured;
        outcome_.at(Variable::exits_to, h) = within ? static_cast<double>(exits) : not_measured;
    }
}

void Recorder::finish_network() {
    for (std::size_t y = 0; y < years_.size(); ++y) {
        const NetworkYear& year = years_[y];
        const auto lost = static_cast<double>(year.lost);
        const auto all = static_cast<double>(year.lost + year.completed);
        outcome_.at(Variable::network_density, y) = ratio(year.density, year.months);
        outcome_.at(Variable::network_loss, y) = ratio(lost, all);
        outcome_.at(Variable::duplicated_assessments, y) =
            ratio(static_cast<double>(year.duplicated), static_cast<double>(year.assessed));
        outcome_.at(Variable::months_to_first_instrument, y) =
            ratio(static_cast<double>(year.months_to_first),
                  static_cast<double>(year.first_services));
    }
}

/// What a null twin still has in hand at the horizon is unspent in the last year.
void Recorder::finish_outlay(const BundleFund& fund) {
    if (!returned_cents_.empty()) returned_cents_.back() += fund.in_hand_cents();
    for (std::size_t y = 0; y < planned_cents_.size(); ++y) {
        outcome_.at(Variable::planned_outlay, y) = euros(planned_cents_[y]);
        outcome_.at(Variable::unspent_outlay, y) = euros(returned_cents_[y]);
    }
}

/// Adds someone who was there in the window to the totals.
void Recorder::finish_person(const Tally& tally, PersonId person) {
    const double autonomy = tally.autonomy_years[person].value();
    outcome_[Variable::residents] += 1.0;
    const std::size_t home = registered_->municipality[person].index();
    outcome_.at(Variable::residents_by_municipality, home) += 1.0;
    outcome_.at(Variable::autonomy_years_by_municipality, home) += autonomy;
    outcome_.at(Variable::cost_by_municipality, home) += tally.public_cost_eur[person].value();
    outcome_.at(Variable::starts_by_municipality, home) += tally.starts[person];
    if (tally.served[person] == 0) return;
    outcome_[Variable::served] += 1.0;
    outcome_[Variable::autonomy_years_served] += autonomy;
    outcome_[Variable::hires_served] += tally.hires[person];
}

/// Counts those who are excluded for good at the end.
void Recorder::finish_exclusions(const Residents& residents) {
    const double permanent = inputs_->programme.autonomy.permanent_exclusion_months;
    for (const ResidentId who : present(residents.people)) {
        if (residents.standing.excluded_months[who] < permanent) continue;
        outcome_[Variable::permanent_exclusions] += 1.0;
    }
}

void Recorder::finish_people(const Tally& tally, const InKeyOrder& order, RunResult& result) {
    std::vector<std::pair<int, bool>> waits;
    result.people.reserve(order.size());
    for (const PersonId person : order) {
        const bool in_window = tally.months_present[person] > 0;
        result.people.push_back({registered_->key[person],
                                 registered_->groups[person],
                                 in_window,
                                 tally.served[person] != 0,
                                 tally.autonomy_years[person].value(),
                                 static_cast<double>(tally.hires[person]),
                                 1.0 - double{first_autonomy_[person]}});
        if (!in_window) continue;
        finish_person(tally, person);
        if (const auto wait = wait_of(tally, person)) waits.push_back(*wait);
    }
    outcome_[Variable::wait_to_start_median] = kaplan_meier_time(std::move(waits), 0.5);
    double undiscounted = 0.0;
    double discounted = 0.0;
    for (std::size_t m = 0; m < discount_.size(); ++m) {
        undiscounted += autonomy_years_of_month_[m];
        discounted += discount_[m] * autonomy_years_of_month_[m];
    }
    outcome_[Variable::autonomy_years_undiscounted] = undiscounted;
    outcome_[Variable::autonomy_years] = discounted;
    outcome_[Variable::autonomy_years_work_light] = other_autonomy_years_[OtherWeights::work_light];
    outcome_[Variable::autonomy_years_equal] = other_autonomy_years_[OtherWeights::equal];
}

void Recorder::finish_groups(const Tally& tally, const InKeyOrder& order) {
    EnumArray<Group, double> wait{};
    EnumArray<Group, double> started{};
    for (const PersonId person : order) {
        if (tally.months_present[person] == 0) continue;
        for (const Group group : members<Group>()) {
            if (!holds(registered_->groups[person], group)) continue;
            outcome_.at(Variable::residents_by_group, group) += 1.0;
            outcome_.at(Variable::autonomy_years_by_group, group) +=
                tally.autonomy_years[person].value();
            outcome_.at(Variable::cost_by_group, group) += tally.public_cost_eur[person].value();
            outcome_.at(Variable::starts_by_group, group) += tally.starts[person];
            outcome_.at(Variable::stable_exits_by_group, group) += tally.stable_exits[person];
            const Month start = tally.first_start_month[person];
            const Month referred = tally.first_referred_month[person];
            if (start == no_month || referred == no_month || start < referred) continue;
            wait[group] += start - referred;
            started[group] += 1.0;
        }
    }
    for (const Group group : members<Group>()) {
        outcome_.at(Variable::wait_by_group, group) = ratio(wait[group], started[group]);
    }
}

}  // namespace cantiere
