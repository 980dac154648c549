#include <algorithm>

#include "tests/support/oracle_births.h"

namespace cantiere::oracle {
namespace {

constexpr GroupMask poor_health = bit(Group::mental_health) | bit(Group::addiction);

/// Draws about one person, all dated at the arrival.
struct Luck {
    const Draws& draws;
    Laws& laws;
    EntityKey key;
    Month month;

    double uniform(Decision what, unsigned index = 0) const {
        return draws.uniform(key, month, what, index);
    }
    bool chance(double share, Decision what) const { return uniform(what) < share; }
    int months(double mean, Decision what) const {
        return static_cast<int>(draws.geometric(std::max(0.0, mean), key, month, what));
    }
};

GroupMask draw_groups(const PopulationParameters& p, const Luck& luck) {
    const double common = luck.draws.normal(luck.key, luck.month, Decision::group_cluster);
    GroupMask mask = 0;
    for (const Group group : members<Group>()) {
        const double share = p.group_share[group];
        if (share <= 0.0) continue;
        const double own = luck.draws.normal(luck.key,
                                             luck.month,
                                             Decision::group_flag,
                                             static_cast<unsigned>(group));
        const double latent = square_root(p.overlap) * common + square_root(1.0 - p.overlap) * own;
        if (share >= 1.0 || latent > normal_quantile(1.0 - share)) {
            mask = static_cast<GroupMask>(mask | bit(group));
        }
    }
    return mask;
}

void draw_household(Person& person, const Parameters& parameters, const Luck& luck) {
    const PopulationParameters& p = parameters.population;
    const bool survivor = holds(person.groups, Group::violence_survivor);
    const double share = survivor ? p.violence_children_share : p.children_share;
    const double u = luck.uniform(Decision::household);
    if (u < share) {
        person.children = u / share < p.one_minor_share                        ? 1
                          : u / share < p.one_minor_share + p.two_minors_share ? 2
                                                                               : 3;
    }
    const HouseholdParameters& home = parameters.households;
    const double u_partner = luck.uniform(Decision::partner);
    if (!survivor && u_partner < home.partner_share) {
        const bool in_need = u_partner < home.partner_share * home.pair_share;
        person.partner = in_need ? Partner::resident : Partner::outside;
        if (luck.chance(home.partner_employed_share, Decision::partner_income)) {
            person.partner_gross =
                static_cast<int>(Cents::from_euros(home.partner_income_eur_month).value);
        }
    }
    const bool any_small = luck.chance(home.small_children_share, Decision::small_children);
    person.small_children = person.children > 0 && any_small;
    person.renter = luck.chance(p.renter_share, Decision::tenancy);
    person.takes_up = luck.chance(parameters.benefit.take_up, Decision::benefit_take_up);
    person.has_car = luck.chance(p.car_share, Decision::car);
}

void draw_traits(Person& person, const Parameters& parameters, const Luck& luck) {
    const PopulationParameters& p = parameters.population;
    person.groups = draw_groups(p, luck);
    double women = p.female_share;
    if (holds(person.groups, Group::detained_or_ex)) women = p.detained_female_share;
    if (holds(person.groups, Group::violence_survivor)) women = p.violence_female_share;
    person.sex = luck.chance(women, Decision::sex) ? Sex::female : Sex::male;
    double years = std::min(p.age_out_years, p.maximum_age_years) - p.minimum_age_years;
    if (holds(person.groups, Group::care_leaver)) years = std::min(years, p.care_leaver_years);
    const double age = p.minimum_age_years + luck.uniform(Decision::age) * years;
    person.birth_month = luck.month.index() - static_cast<int>(12.0 * age);
    person.frailty = static_cast<float>(p.frailty_sd *
                                        luck.draws.normal(luck.key, luck.month, Decision::frailty));
    draw_household(person, parameters, luck);
}

void draw_capitals(Person& person, const InitialCapitalParameters& p, const Luck& luck) {
    const auto level = [&](unsigned index, double mean, double sd) {
        const auto law = luck.laws.try_emplace({mean, sd}, mean, sd).first;
        return static_cast<float>(
            law->second.quantile(luck.uniform(Decision::capital_level, index)));
    };
    const bool migrant = holds(person.groups, Group::migrant);
    const bool survivor = holds(person.groups, Group::violence_survivor);
    const bool ill = (person.groups & poor_health) != 0;
    person.professional = level(0, p.professional_mean, p.spread);
    person.relational = level(1, p.relational_mean, p.spread);
    person.health = level(2, ill ? p.mental_health_health_mean : p.health_mean, p.spread);
    person.mobility = level(3, p.mobility_mean, p.spread);
    person.trust = level(4, p.trust_mean, p.trust_sd);
    person.language = migrant ? level(5, p.migrant_language_mean, p.migrant_language_sd)
                              : level(5, p.language_mean, p.language_sd);
    person.safety = survivor ? level(6, p.violence_safety_mean, p.violence_safety_sd)
                             : level(6, p.safety_mean, p.safety_sd);
    person.health_mean = person.health;
    person.trust_initial = person.trust;
    if (holds(person.groups, Group::disability)) {
        const double u = luck.uniform(Decision::disability_limit);
        person.disability =
            static_cast<float>(p.disability_low + u * (p.disability_high - p.disability_low));
    }
}

void draw_justice(Person& person, const PopulationParameters& p, const Luck& luck) {
    if (!holds(person.groups, Group::detained_or_ex)) return;
    if (luck.chance(p.detained_share, Decision::initial_justice)) {
        person.justice = JusticeState::detained;
        person.sentence_left =
            1 + luck.months(p.mean_sentence_months - 1.0, Decision::initial_sentence);
    } else {
        person.justice = JusticeState::released;
        person.since_release = luck.months(p.mean_months_since_release, Decision::initial_release);
    }
}

/// Work state of someone at liberty: long-term unemployed have no job, survivors their own shares,
/// the others the territory's, raised so that the whole meets them.
WorkState draw_work_state(const Person& person, const PopulationParameters& p, double u) {
    const double seeking = p.initial_work_share[WorkState::seeking];
    const double jobless = seeking + p.initial_work_share[WorkState::inactive];
    double stable = p.initial_work_share[WorkState::open_ended];
    double casual = p.initial_work_share[WorkState::fixed_term];
    if (holds(person.groups, Group::violence_survivor)) {
        stable = p.violence_open_ended_share;
        casual = p.violence_fixed_term_share;
    } else if (holds(person.groups, Group::long_term_unemployed)) {
        stable = casual = 0.0;
    } else if (stable + casual > 0.0) {
        const double may_work = 1.0 - p.group_share[Group::long_term_unemployed];
        const double ratio = 1.0 / std::max(may_work, stable + casual);
        stable *= ratio;
        casual *= ratio;
    }
    if (u < stable) return WorkState::open_ended;
    if (u < stable + casual) return WorkState::fixed_term;
    const double place = (u - (stable + casual)) / (1.0 - (stable + casual));
    const double seeking_share = jobless > 0.0 ? seeking / jobless : 1.0;
    return place < seeking_share ? WorkState::seeking : WorkState::inactive;
}

void draw_work(Person& person, const Parameters& parameters, const Luck& luck) {
    const PopulationParameters& p = parameters.population;
    const bool detained = person.justice == JusticeState::detained;
    if (!detained) {
        person.work = draw_work_state(person, p, luck.uniform(Decision::initial_work));
    }
    const bool long_term = holds(person.groups, Group::long_term_unemployed);
    if (person.work == WorkState::fixed_term || person.work == WorkState::open_ended) {
        const bool full = luck.chance(parameters.search.full_time_share, Decision::initial_wage);
        const double eur =
            full ? parameters.search.wage_full_time_eur : parameters.search.wage_part_time_eur;
        person.wage_cents = static_cast<int>(Cents::from_euros(eur).value);
        const bool casual = person.work == WorkState::fixed_term;
        const double mean =
            casual ? p.mean_fixed_term_tenure_months : p.mean_open_ended_tenure_months;
        const int months = luck.months(mean, Decision::initial_tenure);
        const int settled = static_cast<int>(parameters.keeping.open_ended_after_months + 0.5);
        person.tenure = casual ? std::min(std::max(settled - 1, 0), months) : settled + months;
        person.groups = static_cast<GroupMask>(person.groups & ~bit(Group::long_term_unemployed));
    } else if (long_term) {
        const double mean = std::max(p.mean_jobless_months - 12.0, 1.0);
        person.jobless = 12 + luck.months(mean, Decision::initial_jobless);
    } else {
        person.jobless = luck.months(p.mean_jobless_months, Decision::initial_jobless);
    }
    if (detained && person.presence == Presence::present) person.work = WorkState::detained;
}

}  // namespace

Person draw_person(EntityKey key,
                   MunicipalityId town,
                   Month arrival,
                   bool initial,
                   const Parameters& parameters,
                   const Draws& draws,
                   Laws& laws) {
    Person person;
    person.key = key;
    person.home_town = town;
    person.arrival = arrival;
    person.presence = initial ? Presence::present : Presence::not_arrived;
    const Luck luck{draws, laws, key, arrival};
    draw_traits(person, parameters, luck);
    draw_capitals(person, parameters.initial, luck);
    draw_justice(person, parameters.population, luck);
    draw_work(person, parameters, luck);
    if (luck.chance(parameters.population.known_share, Decision::initial_care)) {
        person.care = CareState::known;
        person.identified = arrival;
    }
    return person;
}

}  // namespace cantiere::oracle
