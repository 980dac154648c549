#include <algorithm>
#include <array>
#include <cmath>

#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

/// Moves a level up by a share of the gap to 1, in single precision as it is stored.
float grown_level(float level, double share) {
    return level + static_cast<float>(share) * (1.0f - level);
}

float decayed_level(float level, double share, double floor) {
    const float above = level - static_cast<float>(floor);
    return level - static_cast<float>(share) * std::max(above, 0.0f);
}

void drift(World& world, Person& person) {
    const CapitalParameters& p = world.p().capital;
    double health_gain = 0.0;
    if (has_job(person)) {
        person.professional = grown_level(person.professional, p.job_professional_growth);
        person.relational = grown_level(person.relational, p.job_relational_growth);
        health_gain = p.health_work_gain;
    } else if (person.work == WorkState::internship && p.internship_growth > 0.5) {
        const bool by_programme = person.step_funding == Funding::programme;
        const double phi = by_programme ? world.p().services.fidelity : 1.0;
        person.professional =
            grown_level(person.professional, p.internship_professional_growth * phi);
        person.relational = grown_level(person.relational, p.internship_relational_growth * phi);
    } else {
        person.professional =
            decayed_level(person.professional, p.professional_decay, p.professional_floor);
        person.relational =
            decayed_level(person.relational, p.relational_decay, p.relational_floor);
    }
    const auto noise = static_cast<float>(
        p.health_shock_sd * world.draws->normal(person.key, world.month, Decision::health_change));
    const float gap = person.health_mean - person.health;
    const float health = person.health + static_cast<float>(p.health_reversion) * gap +
                         (static_cast<float>(health_gain) + noise);
    person.health = std::clamp(health, 0.0f, 1.0f);
}

float lowered(float level, double loss) { return std::max(0.0f, level - static_cast<float>(loss)); }

/// First of eviction, illness, debt and bereavement this month.
void strike(World& world, Person& person) {
    const CapitalParameters& p = world.p().capital;
    const double named = p.eviction_share + p.illness_share + p.debt_share;
    const std::array shares{p.eviction_share,
                            p.illness_share,
                            p.debt_share,
                            std::max(0.0, 1.0 - named)};
    std::vector<Hazard> hazards;
    for (const double share : shares) hazards.push_back(Hazard{p.shock_hazard_per_month * share});
    const auto shock =
        world.draws->competing(hazards, person.key, world.month, Decision::life_shock);
    if (!shock) return;
    if (*shock == 0 && person.housing == HousingState::precarious) {
        person.housing = HousingState::homeless;
    } else if (*shock == 0 && person.housing == HousingState::stable) {
        person.housing = HousingState::precarious;
    } else if (*shock == 1) {
        person.health = lowered(person.health, p.illness_health_loss);
    } else if (*shock == 2) {
        person.relational = lowered(person.relational, p.debt_relational_loss);
        person.debt_cents += static_cast<int>(std::lround(100.0 * p.debt_eur));
    } else if (*shock == 3) {
        person.relational = lowered(person.relational, p.bereavement_relational_loss);
        person.health = lowered(person.health, p.bereavement_health_loss);
    }
}

/// Why somebody leaves this month, if so: age, else the first of death and emigration.
std::optional<EventKind> leaves(const World& world, const Person& person) {
    const PopulationParameters& p = world.p().population;
    if (world.month.index() - person.birth_month >= 12.0 * p.age_out_years) {
        return EventKind::aged_out;
    }
    const std::array hazards{Hazard{p.death_hazard_per_month},
                             Hazard{p.emigration_hazard_per_month}};
    const auto cause = world.draws->competing(hazards, person.key, world.month, Decision::leaving);
    if (!cause) return std::nullopt;
    return *cause == 0 ? EventKind::died : EventKind::emigrated;
}

/// Minutes to the desk at home, or to the nearest of the towns that are large enough.
double way_to_desk(const World& world,
                   const OutreachParameters& p,
                   MunicipalityId home,
                   bool by_car) {
    const Territory& land = *world.inputs->territory;
    const auto minutes = [&](MunicipalityId desk) {
        return by_car ? land.travel.car(home, desk) : land.travel.transit(home, desk);
    };
    std::map<double, std::vector<MunicipalityId>> by_size;
    for (std::size_t i = 0; i < land.municipalities.size(); ++i) {
        const auto town = MunicipalityId::at(i);
        by_size[land.municipalities[town].population].push_back(town);
    }
    const double asked = std::min(p.desk_from_residents, by_size.rbegin()->first);
    if (land.municipalities[home].population >= asked) return minutes(home);
    std::vector<double> ways;
    for (auto it = by_size.lower_bound(asked); it != by_size.end(); ++it) {
        for (const MunicipalityId desk : it->second) ways.push_back(minutes(desk));
    }
    return *std::min_element(ways.begin(), ways.end());
}

}  // namespace

void move_cycle(World& world) {
    const JobSearchParameters& p = world.p().search;
    const double news = world.draws->normal(name_key("territory"), world.month, Decision::cycle);
    world.log_cycle = p.cycle_persistence * world.log_cycle + p.cycle_sd * news;
    world.tightness = p.tightness * exp(world.log_cycle);
}

void renew_population(World& world) {
    for (Person& person : world.people) {
        if (person.presence == Presence::not_arrived && person.arrival == world.month) {
            person.presence = Presence::present;
            if (person.justice == JusticeState::detained) person.work = WorkState::detained;
            world.tell(EventKind::arrived, person);
        } else if (is_here(person)) {
            const auto reason = leaves(world, person);
            if (!reason) continue;
            person.presence = Presence::gone;
            stop_work(person, WorkState::inactive);
            close_file(person, CareState::out);
            world.tell(*reason, person);
        }
    }
}

void drift_capitals(World& world) {
    for (Person& person : world.people) {
        if (is_here(person)) drift(world, person);
    }
}

void strike_shocks(World& world) {
    for (Person& person : world.people) {
        if (is_here(person)) strike(world, person);
    }
}

void reach_out(World& world) {
    for (Person& person : world.people) {
        if (!is_here(person) || person.work == WorkState::detained) continue;
        const OutreachParameters& p = world.p(person).outreach;
        Hazard hazard;
        Decision decision = Decision::identification;
        EventKind told = EventKind::identified;
        if (person.care == CareState::unknown) {
            const MunicipalityId home = person.home_town;
            const double way = way_to_desk(world, p, home, person.has_car);
            hazard = identification_hazard(p, person.language, person.trust, way);
        } else if (person.care == CareState::excluded) {
            hazard = Hazard{p.reengagement_hazard_per_month * p.hazard_per_month /
                            p.usual_hazard_per_month};
            decision = Decision::reengagement;
            told = EventKind::reengaged;
        } else {
            continue;
        }
        if (!world.draws->event(hazard, person.key, world.month, decision)) continue;
        person.care = CareState::known;
        person.identified = world.month;
        person.first_service = no_month;
        world.tell(told, person);
    }
}

void drift_trust(World& world) {
    for (Person& person : world.people) {
        if (!is_here(person)) continue;
        const TrustParameters& p = world.p(person).trust;
        const ReferralParameters& referral = world.p(person).referral;
        const double trust = person.trust;
        if (has_open_file(person)) {
            if (referral.case_manager > 0.5) {
                const double pull = double{person.trust_initial} - trust;
                person.trust = static_cast<float>(trust + referral.case_manager_trust * pull);
            }
        } else if (person.work == WorkState::seeking && person.work_before == WorkState::seeking) {
            const double least = std::min(trust, p.floor);
            person.trust = static_cast<float>(std::max(trust - p.search_decay_per_month, least));
        }
    }
}

}  // namespace cantiere::oracle
