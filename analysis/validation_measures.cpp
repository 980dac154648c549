#include "analysis/validation_measures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "analysis/validation_markets.h"

namespace cantiere {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

using Runs = std::vector<const ObservedRun*>;

double ratio(double part, double whole) { return whole > 0.0 ? part / whole : nothing; }

template <class Value>
double sum_over(const Runs& runs, Value value) {
    double sum = 0.0;
    for (const ObservedRun* run : runs) {
        for (const Life& life : run->lives) sum += static_cast<double>(value(life));
    }
    return sum;
}

bool is_ex_detainee(const Life& life) { return holds(life.groups, Group::detained_or_ex); }

/// Counts something of those detained or formerly detained.
template <class Value>
double of_ex_detainees(const Runs& runs, Value value) {
    return sum_over(runs, [&](const Life& life) {
        return is_ex_detainee(life) ? static_cast<double>(value(life)) : 0.0;
    });
}

double dropout_share_ex_detainees(const PatternRuns& all, double) {
    const double dropped = of_ex_detainees(all.runs, [](const Life& l) { return l.dropouts; });
    const double done = of_ex_detainees(all.runs, [](const Life& l) { return l.completions; });
    return ratio(dropped, dropped + done);
}

double host_hire_share_ex_detainees(const PatternRuns& all, double) {
    return ratio(of_ex_detainees(all.runs, [](const Life& l) { return l.host_hires; }),
                 of_ex_detainees(all.runs, [](const Life& l) { return l.completions; }));
}

double host_hire_ratio(const PatternRuns& all, double reference) {
    const double ended = sum_over(all.runs, [](const Life& l) {
        return l.completions + l.dropouts + l.facts.early_successes;
    });
    return ratio(sum_over(all.runs, [](const Life& l) { return l.host_hires; }), ended) / reference;
}

/// An experiment with CVs changes the months without work alone, and contacts are in proportion to
/// their factor: the ratio is that of the factors, whatever people do.
double callback_ratio(const PatternRuns& all, double) {
    const JobSearchParameters& search = all.runs.front()->inputs.usual.search;
    return duration_factor(search, 8.0) / duration_factor(search, 1.0);
}

double coached_hire_rate(const Runs& runs) {
    return ratio(sum_over(runs, [](const Life& l) { return l.facts.coached_hires; }),
                 sum_over(runs, [](const Life& l) { return l.facts.coached_jobless_months; }));
}

double coach_relative_risk(const PatternRuns& all, double months) {
    const auto within = [months](double rate) { return 1.0 - std::pow(1.0 - rate, months); };
    return ratio(within(coached_hire_rate(all.runs)), within(coached_hire_rate(all.changed)));
}

double return_to_prison(const PatternRuns& all, double months) {
    std::vector<std::pair<int, bool>> times;
    for (const ObservedRun* run : all.runs) {
        for (const Life& life : run->lives) {
            if (life.release_month == no_month) continue;
            const bool returned = life.reoffence_month != no_month;
            const Month end = returned ? life.reoffence_month : life.last_present_month;
            times.emplace_back(end - life.release_month, returned);
        }
    }
    return kaplan_meier_share(std::move(times), static_cast<int>(months));
}

/// People who entered supported housing and were followed for `months`, or left it by dropping out.
struct HousingPaths {
    double entered = 0.0, dropped = 0.0, autonomous = 0.0;
};

/// Adds someone who entered and was followed for so long, or dropped out before.
void add_path(HousingPaths& paths, const Life& life, double months) {
    const LifeFacts& facts = life.facts;
    const bool dropped = facts.housing_end == HousingEnd::dropped &&
                         facts.housing_end_month - facts.housing_month <= months;
    if (!dropped && life.last_present_month - facts.housing_month < months) return;
    paths.entered += 1.0;
    if (dropped) paths.dropped += 1.0;
    if (!dropped && facts.autonomous_then == EmployedThen::yes) paths.autonomous += 1.0;
}

HousingPaths housing_paths(const Runs& runs, double months) {
    HousingPaths paths;
    for (const ObservedRun* run : runs) {
        for (const Life& life : run->lives) {
            if (life.facts.housing_month != no_month) add_path(paths, life, months);
        }
    }
    return paths;
}

double housing_dropout(const PatternRuns& all, double months) {
    const HousingPaths paths = housing_paths(all.runs, months);
    return ratio(paths.dropped, paths.entered);
}

/// The source counts who lives in a home whose rent they pay, with a job, of those not dropped out:
/// a state at the time of looking, however the stay ended.
double housing_autonomous(const PatternRuns& all, double months) {
    const HousingPaths paths = housing_paths(all.runs, months);
    return ratio(paths.autonomous, paths.entered - paths.dropped);
}

double safety_reached(const PatternRuns& all, double) {
    const auto survivors = [&](auto value) {
        return sum_over(all.runs, [&](const Life& life) {
            const bool survivor = holds(life.groups, Group::violence_survivor);
            return survivor ? static_cast<double>(value(life.facts)) : 0.0;
        });
    };
    const double monthly =
        ratio(survivors([](const LifeFacts& f) { return f.safety_reached; }),
              survivors([](const LifeFacts& f) { return f.unsafe_care_months; }));
    return 1.0 - std::pow(1.0 - monthly, 12.0);
}

double months_in(const Life& life, WorkState state) {
    return life.months_in_work_state[static_cast<std::size_t>(state)];
}

double jobless_months(const Life& life) {
    return months_in(life, WorkState::seeking) + months_in(life, WorkState::inactive);
}

double cooperative_saving(const PatternRuns& all, double) {
    const auto of_workers = [&](auto value) {
        return sum_over(all.runs, [&](const Life& life) {
            const bool both = months_in(life, WorkState::coop_b) > 0 && jobless_months(life) > 0;
            return both ? value(life) : 0.0;
        });
    };
    const double jobless =
        ratio(of_workers([](const Life& l) { return l.facts.public_eur_jobless; }),
              of_workers(jobless_months));
    const double working =
        ratio(of_workers([](const Life& l) { return l.facts.public_eur_coop; }),
              of_workers([](const Life& l) { return months_in(l, WorkState::coop_b); }));
    return 12.0 * (jobless - working);
}

/// Mean of a variable over all its places that have a value.
double mean_of(const RunOutcome& outcome, Variable variable) {
    double sum = 0.0, count = 0.0;
    for (const double value : outcome.values(variable)) {
        if (std::isnan(value)) continue;
        sum += value;
        count += 1.0;
    }
    return ratio(sum, count);
}

double mean_of(const Runs& runs, Variable variable) {
    double sum = 0.0;
    for (const ObservedRun* run : runs) sum += mean_of(run->outcome, variable);
    return sum / static_cast<double>(runs.size());
}

double referral_completion_change(const PatternRuns& all, double) {
    return mean_of(all.runs, Variable::network_loss) - mean_of(all.changed, Variable::network_loss);
}

double queue_change(const PatternRuns& all, double) {
    const double instruments = count_of<Instrument>;
    return instruments * (mean_of(all.changed, Variable::queue_length) -
                          mean_of(all.runs, Variable::queue_length));
}

constexpr std::array measures{
    PatternMeasureEntry{"dropout_share_ex_detainees", dropout_share_ex_detainees},
    PatternMeasureEntry{"host_hire_share_ex_detainees", host_hire_share_ex_detainees},
    PatternMeasureEntry{"host_hire_ratio", host_hire_ratio},
    PatternMeasureEntry{"callback_ratio", callback_ratio, MeasuredOn::parameters},
    PatternMeasureEntry{"coach_relative_risk", coach_relative_risk},
    PatternMeasureEntry{"return_to_prison", return_to_prison},
    PatternMeasureEntry{"greedy_of_hindsight", greedy_of_hindsight},
    PatternMeasureEntry{"bid_price_of_hindsight", bid_price_of_hindsight},
    PatternMeasureEntry{"housing_dropout", housing_dropout},
    PatternMeasureEntry{"housing_autonomous", housing_autonomous},
    PatternMeasureEntry{"safety_reached", safety_reached},
    PatternMeasureEntry{"cooperative_saving", cooperative_saving},
    PatternMeasureEntry{"guarantee_calls", guarantee_calls},
    PatternMeasureEntry{"contacts_correlation", contacts_correlation},
    PatternMeasureEntry{"beveridge_slope", beveridge_slope},
    PatternMeasureEntry{"referral_completion_change", referral_completion_change},
    PatternMeasureEntry{"queue_change", queue_change},
};

}  // namespace

std::span<const PatternMeasureEntry> pattern_measures() { return measures; }

double kaplan_meier_share(std::vector<std::pair<int, bool>> times_and_observed, int time) {
    if (times_and_observed.empty()) return nothing;
    std::ranges::sort(times_and_observed);
    double survival = 1.0;
    std::size_t at = 0;
    while (at < times_and_observed.size() && times_and_observed[at].first <= time) {
        const int now = times_and_observed[at].first;
        const auto at_risk = static_cast<double>(times_and_observed.size() - at);
        double events = 0.0;
        while (at < times_and_observed.size() && times_and_observed[at].first == now) {
            events += times_and_observed[at++].second ? 1.0 : 0.0;
        }
        survival *= 1.0 - events / at_risk;
    }
    return 1.0 - survival;
}

}  // namespace cantiere
