#include "analysis/validation_markets.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "analysis/placement_stream.h"
#include "analysis/statistics.h"

namespace cantiere {
namespace {

double called_share(const std::vector<const ObservedRun*>& runs, double months) {
    std::vector<std::pair<int, bool>> times;
    for (const ObservedRun* run : runs) {
        for (const Life& life : run->lives) {
            const LifeFacts& facts = life.facts;
            if (facts.loan_month == no_month) continue;
            const bool called = facts.called_month != no_month;
            const Month end = called ? facts.called_month : life.last_present_month;
            times.emplace_back(end - facts.loan_month, called);
        }
    }
    return kaplan_meier_share(std::move(times), static_cast<int>(months));
}

/// Mean of a value of each run.
template <class Value>
double mean_over(const std::vector<const ObservedRun*>& runs, Value value) {
    double sum = 0.0;
    for (const ObservedRun* run : runs) sum += value(*run);
    return runs.empty() ? no_value : sum / static_cast<double>(runs.size());
}

/// Each pair counts once from either side, so both have the same mean.
double correlation_of(const LabourMonth& month) {
    if (month.ties <= 0.0) return no_value;
    const double mean = (month.ties_at_work + month.ties_divided / 2.0) / month.ties;
    const double variance = mean * (1.0 - mean);
    return variance > 0.0 ? (month.ties_at_work / month.ties - mean * mean) / variance : no_value;
}

double unemployment_rate(const LabourMonth& m) { return m.seeking / (m.seeking + m.employed); }
double vacancy_rate(const LabourMonth& m) { return m.vacancies / m.employers; }

/// Slope of least squares of what differs between a run and its twin.
double slope_of_difference(const std::vector<LabourMonth>& run,
                           const std::vector<LabourMonth>& twin) {
    const auto n = static_cast<double>(run.size());
    double u_sum = 0.0, v_sum = 0.0, uv = 0.0, vv = 0.0;
    for (std::size_t m = 0; m < run.size(); ++m) {
        const double u = unemployment_rate(run[m]) - unemployment_rate(twin[m]);
        const double v = vacancy_rate(run[m]) - vacancy_rate(twin[m]);
        u_sum += u;
        v_sum += v;
        uv += u * v;
        vv += v * v;
    }
    const double spread = vv - v_sum * v_sum / n;
    return spread > 0.0 ? (uv - u_sum * v_sum / n) / spread : no_value;
}

double of_hindsight(const PatternRuns& all, PlacementPolicy policy) {
    double reached = 0.0, best = 0.0;
    for (const ObservedRun* run : all.runs) {
        const PlacementStream stream = placement_stream(run->inputs, Draws(run->key));
        reached += value_by(policy, stream, Draws(run->key));
        best += value_in_hindsight(stream);
    }
    return best > 0.0 ? reached / best : no_value;
}

}  // namespace

double guarantee_calls(const PatternRuns& runs, double months) {
    return called_share(runs.runs, months) - called_share(runs.changed, months);
}

double contacts_correlation(const PatternRuns& runs, double) {
    return mean_over(runs.runs, [](const ObservedRun& run) {
        return run.labour.empty() ? no_value : correlation_of(run.labour.back());
    });
}

double beveridge_slope(const PatternRuns& runs, double) {
    double sum = 0.0;
    for (std::size_t i = 0; i < runs.runs.size(); ++i) {
        sum += slope_of_difference(runs.runs[i]->labour, runs.changed[i]->labour);
    }
    return runs.runs.empty() ? no_value : sum / static_cast<double>(runs.runs.size());
}

double greedy_of_hindsight(const PatternRuns& runs, double) {
    return of_hindsight(runs, PlacementPolicy::first_come);
}

double bid_price_of_hindsight(const PatternRuns& runs, double) {
    return of_hindsight(runs, PlacementPolicy::bid_price);
}

}  // namespace cantiere
