#include "analysis/finance/public_finance.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/cost_per_unit.h"
#include "analysis/result_samples.h"
#include "analysis/suppression.h"
#include "model/names.h"

namespace cantiere {
namespace {

using V = Variable;

Sample sum_of(Sample a, const Sample& b) {
    for (std::size_t run = 0; run < a.values.size(); ++run) a.values[run] += b.values[run];
    return a;
}

Sample minus(Sample a) {
    for (double& value : a.values) value = -value;
    return a;
}

constexpr std::array public_payers{Payer::municipality,
                                   Payer::health_authority,
                                   Payer::province_region,
                                   Payer::state,
                                   Payer::european_union};

/// Reads the money of one scenario against a base.
class FinanceReader {
  public:
    FinanceReader(ResultSamples& samples, std::size_t scenario, std::size_t base)
        : samples_(samples), scenario_(scenario), base_(base) {}

    PublicFinance all() {
        PublicFinance finance;
        read_lines(finance);
        read_marginal(finance.marginal);
        read_budget(finance.budget);
        finance.per_start.push_back(value_per_start("", V::starts, V::net_cost_public));
        for (const Group group : members<Group>()) {
            finance.per_start.push_back(value_per_start(std::string(name(group)),
                                                        V::starts_by_group,
                                                        V::cost_by_group,
                                                        static_cast<std::size_t>(group)));
        }
        return finance;
    }

  private:
    Sample change(Variable variable, std::size_t place = 0) {
        return difference(samples_.sample(variable, scenario_, place),
                          samples_.sample(variable, base_, place));
    }

    Sample cost_of(Payer payer) { return change(V::cost, static_cast<std::size_t>(payer)); }

    /// Value of the work done: what output takes off the societal cost.
    Sample output() {
        return difference(change(V::net_cost_societal_without_output),
                          change(V::net_cost_societal));
    }

    void read_lines(PublicFinance& finance) {
        const Sample programme = change(V::programme_cost);
        const Sample taxpayers = difference(programme, change(V::net_cost_public));
        const Sample residents = minus(cost_of(Payer::resident));
        const Sample employers = difference(output(), cost_of(Payer::employer));
        const Sample third = minus(cost_of(Payer::third_sector));
        const Sample total = sum_of(sum_of(sum_of(sum_of(taxpayers, residents), employers), third),
                                    minus(programme));
        finance.lines = {{"taxpayers", stat_of(taxpayers)},
                         {"residents", stat_of(residents)},
                         {"employers", stat_of(employers)},
                         {"third_sector", stat_of(third)},
                         {"programme", stat_of(minus(programme))},
                         {"total", stat_of(total)}};
        finance.chance_total = share_above_zero(draw_means(total));
        finance.weighted = income_weighted(residents, difference(total, residents));
    }

    void read_marginal(MarginalValue& marginal) {
        const Sample gain = minus(cost_of(Payer::resident));
        const Sample net_cost = change(V::net_cost_public);
        marginal.gain = stat_of(gain);
        marginal.net_cost = stat_of(net_cost);
        marginal.value = public_value(marginal.gain.mean, marginal.net_cost.mean);
        const double services = stat_of(change(V::programme_cost)).mean;
        marginal.at_cost = public_value(marginal.gain.mean + services, marginal.net_cost.mean);
        const std::vector<double> gains = draw_means(gain);
        const std::vector<double> costs = draw_means(net_cost);
        marginal.low = quantile_of_values(gains, costs, 0.025);
        marginal.high = quantile_of_values(gains, costs, 0.975);
    }

    void read_budget(BudgetYears& budget) {
        const std::size_t years = samples_.places(V::budget) / count_of<Payer>;
        const auto of = [&](Payer payer, std::size_t year) {
            return change(V::budget, static_cast<std::size_t>(payer) * years + year);
        };
        budget.by_payer.assign(count_of<Payer>, {});
        for (const Payer payer : members<Payer>()) {
            for (std::size_t year = 0; year < years; ++year) {
                budget.by_payer[static_cast<std::size_t>(payer)].push_back(
                    stat_of(of(payer, year)));
            }
        }
        Sample cumulative;
        for (std::size_t year = 0; year < years; ++year) {
            Sample cost = of(public_payers.front(), year);
            for (const Payer payer : public_payers) {
                if (payer != public_payers.front()) cost = sum_of(cost, of(payer, year));
            }
            cumulative = year == 0 ? cost : sum_of(cumulative, cost);
            budget.public_cost.push_back(stat_of(cost));
            budget.cumulative.push_back(stat_of(cumulative));
            budget.chance_even.push_back(1.0 - share_above_zero(draw_means(cumulative)));
        }
        budget.break_even_year = first_even_year(budget.cumulative);
    }

    /// The first year, from 1, from which the mean cost so far stays at or below zero; 0: none.
    static int first_even_year(const std::vector<Stat>& cumulative) {
        std::size_t year = cumulative.size();
        while (year > 0 && cumulative[year - 1].mean <= 0.0) --year;
        return year == cumulative.size() ? 0 : static_cast<int>(year) + 1;
    }

    ValuePerStart value_per_start(std::string group, V starts, V cost, std::size_t place = 0) {
        ValuePerStart value{std::move(group), false, stat_of(change(starts, place)), {}};
        value.suppressed =
            !(stat_of(samples_.sample(starts, scenario_, place)).mean >= fewest_people_shown);
        if (value.suppressed) {
            value.more_starts = {};
            return value;
        }
        value.saved = fieller_ratio(minus(change(cost, place)), change(starts, place));
        return value;
    }

    ResultSamples& samples_;
    std::size_t scenario_;
    std::size_t base_;
};

}  // namespace

std::vector<PublicFinance> public_finance(const Results& results, const Comparison& comparison) {
    ResultSamples samples(results);
    std::vector<PublicFinance> all;
    for (const ScenarioComparison& scenario : comparison.scenarios) {
        const ScenarioComparison* base = comparison.find(scenario.base);
        if (scenario.is_base || base == nullptr || base == &scenario || scenario.suppressed) {
            continue;
        }
        PublicFinance finance = FinanceReader(samples, scenario.index, base->index).all();
        finance.scenario = scenario.id;
        finance.base = base->id;
        all.push_back(std::move(finance));
    }
    return all;
}

}  // namespace cantiere
