#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "model/beta_law.h"
#include "model/core/rounding.h"
#include "model/core/rows.h"
#include "model/synthesis_traits.h"

namespace cantiere {
namespace {

/// Beta laws of the initial levels, tabulated once.
struct CapitalLaws {
    BetaLaw professional, relational, health, poor_health, mobility, trust;
    BetaLaw language, migrant_language, safety, survivor_safety;

    explicit CapitalLaws(const InitialCapitalParameters& p)
        : professional(p.professional_mean, p.spread),
          relational(p.relational_mean, p.spread),
          health(p.health_mean, p.spread),
          poor_health(p.mental_health_health_mean, p.spread),
          mobility(p.mobility_mean, p.spread),
          trust(p.trust_mean, p.trust_sd),
          language(p.language_mean, p.language_sd),
          migrant_language(p.migrant_language_mean, p.migrant_language_sd),
          safety(p.safety_mean, p.safety_sd),
          survivor_safety(p.violence_safety_mean, p.violence_safety_sd) {}
};

std::uint16_t draw_months(double mean,
                          const Draws& draws,
                          EntityKey key,
                          Month month,
                          Decision what) {
    constexpr Draws::Count most = std::numeric_limits<std::uint16_t>::max();
    return static_cast<std::uint16_t>(
        std::min(draws.geometric(std::max(0.0, mean), key, month, what), most));
}

/// Shares of the initial work states among people who may have a job.
struct WorkShares {
    double open_ended = 0.0;
    double fixed_term = 0.0;
    double seeking_of_jobless = 1.0;
};

WorkShares ordinary_shares(const PopulationParameters& p) {
    const double open_ended = p.initial_work_share[WorkState::open_ended];
    const double fixed_term = p.initial_work_share[WorkState::fixed_term];
    const double seeking = p.initial_work_share[WorkState::seeking];
    const double jobless = seeking + p.initial_work_share[WorkState::inactive];
    const double may_work = 1.0 - p.group_share[Group::long_term_unemployed];
    const double employed = open_ended + fixed_term;
    const double ratio = employed > 0.0 ? 1.0 / std::max(may_work, employed) : 1.0;
    return {open_ended * ratio, fixed_term * ratio, jobless > 0.0 ? seeking / jobless : 1.0};
}

/// Shares of the initial work states by group.
struct WorkLaws {
    WorkShares ordinary, survivors, long_term_unemployed;

    explicit WorkLaws(const PopulationParameters& p)
        : ordinary(ordinary_shares(p)),
          survivors{p.violence_open_ended_share,
                    p.violence_fixed_term_share,
                    ordinary.seeking_of_jobless},
          long_term_unemployed{0.0, 0.0, ordinary.seeking_of_jobless} {}

    const WorkShares& of(GroupMask groups) const {
        if (holds(groups, Group::violence_survivor)) return survivors;
        return holds(groups, Group::long_term_unemployed) ? long_term_unemployed : ordinary;
    }
};

WorkState draw_state(const WorkShares& shares, double u) {
    if (u < shares.open_ended) return WorkState::open_ended;
    const double employed = shares.open_ended + shares.fixed_term;
    if (u < employed) return WorkState::fixed_term;
    const double place = (u - employed) / (1.0 - employed);
    return place < shares.seeking_of_jobless ? WorkState::seeking : WorkState::inactive;
}

/// Months already spent in the initial job: fewer on a fixed term than make it open-ended, at least
/// those otherwise.
std::uint16_t initial_tenure(WorkState state,
                             const Parameters& parameters,
                             const Draws& draws,
                             EntityKey key,
                             Month month) {
    const PopulationParameters& p = parameters.population;
    const bool fixed_term = state == WorkState::fixed_term;
    const double mean =
        fixed_term ? p.mean_fixed_term_tenure_months : p.mean_open_ended_tenure_months;
    const int drawn = draw_months(mean, draws, key, month, Decision::initial_tenure);
    const int settled = nearest_int(parameters.keeping.open_ended_after_months);
    const int months = fixed_term ? std::min(drawn, std::max(settled - 1, 0)) : settled + drawn;
    return static_cast<std::uint16_t>(std::min(months, 65535));
}

void start_job(Work& work,
               const Parameters& parameters,
               const Draws& draws,
               EntityKey key,
               Month month,
               ResidentId who) {
    const JobSearchParameters& p = parameters.search;
    const Probability full_time{p.full_time_share};
    const bool full = draws.bernoulli(full_time, key, month, Decision::initial_wage);
    work.tenure_months[who] = initial_tenure(work.state[who], parameters, draws, key, month);
    work.gross_wage_cents[who] = static_cast<std::int32_t>(
        Cents::from_euros(full ? p.wage_full_time_eur : p.wage_part_time_eur).value);
}

/// Months out of work so far; long-term unemployed have at least a year behind them.
std::uint16_t initial_joblessness(double mean,
                                  bool long_term,
                                  const Draws& draws,
                                  EntityKey key,
                                  Month month) {
    constexpr int long_term_months = 12;  // by the definition of Istat and Eurostat
    if (!long_term) return draw_months(mean, draws, key, month, Decision::initial_jobless);
    const auto more = draw_months(std::max(mean - long_term_months, 1.0),
                                  draws,
                                  key,
                                  month,
                                  Decision::initial_jobless);
    return static_cast<std::uint16_t>(std::min(long_term_months + more, 65535));
}

/// Inside with a sentence to serve, or released some time ago.
void draw_justice(Justice& justice,
                  const PopulationParameters& p,
                  const Draws& draws,
                  EntityKey key,
                  Month month,
                  ResidentId who) {
    const bool inside =
        draws.bernoulli(Probability{p.detained_share}, key, month, Decision::initial_justice);
    if (inside) {
        const auto beyond_first = draw_months(p.mean_sentence_months - 1.0,
                                              draws,
                                              key,
                                              month,
                                              Decision::initial_sentence);
        justice.state[who] = JusticeState::detained;
        justice.sentence_left[who] = static_cast<std::uint16_t>(std::min(1 + beyond_first, 65535));
    } else {
        justice.state[who] = JusticeState::released;
        justice.months_since_release[who] =
            draw_months(p.mean_months_since_release, draws, key, month, Decision::initial_release);
    }
}

}  // namespace

void draw_capitals(Capital& capital,
                   const People& people,
                   const InitialCapitalParameters& parameters,
                   const Draws& draws) {
    const CapitalLaws laws(parameters);
    constexpr auto poor_health_groups =
        static_cast<GroupMask>(bit(Group::mental_health) | bit(Group::addiction));
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        const EntityKey key = people.key[who];
        const Month month = people.arrival_month[who];
        const GroupMask groups = people.groups[who];
        Draws::Index index = 0;
        const auto level = [&](const BetaLaw& law) {
            return static_cast<Level>(
                law.quantile(draws.uniform(key, month, Decision::capital_level, index++)));
        };
        const bool poor_health = (groups & poor_health_groups) != 0;
        const bool migrant = holds(groups, Group::migrant);
        const bool survivor = holds(groups, Group::violence_survivor);
        capital.professional[who] = level(laws.professional);
        capital.relational[who] = level(laws.relational);
        capital.health[who] = level(poor_health ? laws.poor_health : laws.health);
        capital.health_mean[who] = capital.health[who];
        capital.mobility[who] = level(laws.mobility);
        capital.trust[who] = level(laws.trust);
        capital.trust_initial[who] = capital.trust[who];
        capital.language[who] = level(migrant ? laws.migrant_language : laws.language);
        capital.safety[who] = level(survivor ? laws.survivor_safety : laws.safety);
        if (!holds(groups, Group::disability)) continue;
        const double u = draws.uniform(key, month, Decision::disability_limit);
        capital.disability[who] =
            static_cast<Level>(parameters.disability_low +
                               u * (parameters.disability_high - parameters.disability_low));
    }
}

void draw_work(Work& work,
               Justice& justice,
               People& people,
               const Parameters& parameters,
               const Draws& draws) {
    const PopulationParameters& p = parameters.population;
    const WorkLaws laws(p);
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        const EntityKey key = people.key[who];
        const Month month = people.arrival_month[who];
        const GroupMask groups = people.groups[who];
        const bool long_term = holds(groups, Group::long_term_unemployed);
        if (holds(groups, Group::detained_or_ex)) {
            draw_justice(justice, p, draws, key, month, who);
        }
        const bool detained = justice.state[who] == JusticeState::detained;
        work.state[who] = detained ? WorkState::inactive
                                   : draw_state(laws.of(groups),
                                                draws.uniform(key, month, Decision::initial_work));
        const bool employed =
            work.state[who] == WorkState::open_ended || work.state[who] == WorkState::fixed_term;
        if (employed) {
            start_job(work, parameters, draws, key, month, who);
            people.groups[who] = static_cast<GroupMask>(groups & ~bit(Group::long_term_unemployed));
        } else {
            work.jobless_months[who] =
                initial_joblessness(p.mean_jobless_months, long_term, draws, key, month);
        }
        const bool inside = detained && people.presence[who] == Presence::present;
        if (inside) work.state[who] = WorkState::detained;
        work.state_at_start[who] = work.state[who];
    }
}

void draw_housing(Housing& housing,
                  const People& people,
                  const Parameters& parameters,
                  const Draws& draws) {
    const auto& share = parameters.housing.initial_share;
    const double without = share[HousingState::homeless] + share[HousingState::shelter];
    const double precarious = share[HousingState::precarious] + share[HousingState::supported];
    const double housed = precarious + share[HousingState::stable];
    const double shelter_share = without > 0.0 ? share[HousingState::shelter] / without : 0.0;
    const double precarious_share = housed > 0.0 ? precarious / housed : 0.0;
    std::vector<std::pair<std::pair<std::uint64_t, EntityKey>, ResidentId>> at_the_door;
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        const EntityKey key = people.key[who];
        const Month month = people.arrival_month[who];
        const double u = draws.uniform(key, month, Decision::initial_housing);
        if (!holds(people.groups[who], Group::homeless)) {
            housing.state[who] =
                u < precarious_share ? HousingState::precarious : HousingState::stable;
            continue;
        }
        housing.state[who] = HousingState::homeless;
        if (people.presence[who] == Presence::present && u < shelter_share) {
            const auto lot = draws.ticket(key, month, Decision::shelter_place);
            at_the_door.push_back({{lot, key}, who});
        }
    }
    std::sort(at_the_door.begin(), at_the_door.end());
    const auto places = static_cast<std::size_t>(
        shelter_places(parameters.housing, parameters.population.residents_in_need));
    for (std::size_t i = 0; i < std::min(places, at_the_door.size()); ++i) {
        housing.state[at_the_door[i].second] = HousingState::shelter;
    }
}

}  // namespace cantiere
