#include <algorithm>
#include <array>

#include "model/rules/housing.h"
#include "model/rules/justice.h"
#include "model/rules/violence.h"
#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

bool gets(const Person& person, Instrument support) {
    return person.support == support && person.support_left > 0;
}

double income_of(const Person& person) {
    const double assistance = (person.benefit_cents + person.local_aid_cents) / 100.0;
    return person.net_income_cents / 100.0 + assistance;
}

double poverty_line(const World& world, const Person& person) {
    return world.p().autonomy.poverty_line_eur_month * double{person.poverty_scale};
}

HousingState own_home(const World& world, const Person& person) {
    return is_affordable(world.p().housing, income_of(person)) ? HousingState::stable
                                                               : HousingState::precarious;
}

struct Way {
    double hazard = 0;
    HousingState to = HousingState::homeless;
};

/// The two ways out of the present home; hazard 0 = closed.
std::array<Way, 2> ways_out(const World& world, const Person& person) {
    const HousingParameters& p = world.p().housing;
    const bool affordable = is_affordable(p, income_of(person));
    const bool guaranteed = gets(person, Instrument::rent_guarantee);
    const bool poor = income_of(person) < poverty_line(world, person);
    switch (person.housing) {
        case HousingState::homeless:
            return {Way{p.shelter_entry_hazard, HousingState::shelter},
                    Way{p.precarious_find_hazard, HousingState::precarious}};
        case HousingState::shelter:
            return {Way{p.precarious_find_hazard, HousingState::precarious}, Way{}};
        case HousingState::supported: {
            const bool earns = person.net_income_cents > 0;
            return {Way{earns ? p.supported_autonomy_hazard : 0.0, own_home(world, person)}, Way{}};
        }
        case HousingState::precarious: {
            const double ratio = guaranteed ? p.guarantee_multiplier : 1.0;
            const double finds = affordable || guaranteed ? ratio * p.stable_find_hazard : 0.0;
            return {Way{finds, HousingState::stable},
                    Way{poor ? p.precarious_loss_hazard : 0.0, HousingState::homeless}};
        }
        default: {
            const bool loses = person.renter && !affordable && !guaranteed;
            return {Way{loses ? p.stable_loss_hazard : 0.0, HousingState::precarious}, Way{}};
        }
    }
}

bool dropped_supported_housing(const World& world, const Person& person) {
    return std::any_of(world.happenings.begin(), world.happenings.end(), [&](const Happening& h) {
        return h.kind == EventKind::instrument_dropped &&
               h.instrument == Instrument::supported_housing && &world.people[h.who] == &person;
    });
}

/// A new sentence comes on top of what is left of an earlier one.
void sentence(World& world, Person& person) {
    const double mean = std::max(0.0, world.p().justice.mean_resentence_months - 1.0);
    const auto more = world.draws->geometric(mean, person.key, world.month, Decision::sentence);
    person.sentence_left += 1 + static_cast<int>(more);
}

void detain(World& world, Person& person, EventKind why) {
    person.justice = JusticeState::detained;
    person.served_outside = false;
    if (has_job(person)) world.tell(EventKind::separated, person);
    if (has_open_file(person)) give_up_file(world, person);
    stop_work(person, WorkState::detained);
    if (person.housing == HousingState::shelter || person.housing == HousingState::supported) {
        person.housing = HousingState::homeless;
    }
    world.tell(why, person);
}

Hazard reoffending(const World& world, const Person& person) {
    const double sd = world.p().population.frailty_sd;
    ReoffendingConditions c;
    c.employed = has_job(person);
    c.in_programme = person.care == CareState::in_project || person.care == CareState::follow_up ||
                     person.care == CareState::tapering;
    c.unhoused = is_unhoused(person.housing);
    c.woman = person.sex == Sex::female;
    c.standard_frailty = sd > 0.0 ? double{person.frailty} / sd : 0.0;
    const double women = world.p().population.detained_female_share;
    return reincarceration_hazard(world.p().justice,
                                  person.since_release,
                                  c,
                                  {women, sd > 0.0 ? 1.0 : 0.0});
}

bool sentence_ends(World& world, Person& person) {
    if (--person.sentence_left > 0) return false;
    person.sentence_left = 0;
    person.justice = JusticeState::released;
    person.since_release = 0;
    world.tell(EventKind::released, person);
    return true;
}

/// A month in prison; the rest of the sentence may be served at home, if there is one.
void run_inside(World& world, Person& person) {
    if (sentence_ends(world, person)) {
        person.work = WorkState::seeking;
        return;
    }
    const JusticeParameters& p = world.p(person).justice;
    if (is_unhoused(person.housing) || person.sentence_left > p.alternative_months_left) return;
    const Hazard grant{p.alternative_hazard};
    if (!world.draws->event(grant, person.key, world.month, Decision::alternative_granted)) return;
    person.justice = JusticeState::alternative;
    person.since_release = 0;
    person.served_outside = true;
    person.work = WorkState::seeking;
    world.tell(EventKind::alternative_granted, person);
}

/// A month at home under supervision: the first year's hazard, lowered, and revocation.
void run_outside(World& world, Person& person) {
    if (sentence_ends(world, person) || employment_changed(person)) return;
    const JusticeParameters& p = world.p().justice;
    const double offence = reoffending(world, person).per_month() * p.alternative_ratio;
    const std::array ways{Hazard{offence}, Hazard{p.revocation_hazard}};
    const auto back =
        world.draws->competing(ways, person.key, world.month, Decision::alternative_ended);
    if (!back) return;
    if (*back == 0) sentence(world, person);
    detain(world, person, *back == 0 ? EventKind::reincarcerated : EventKind::alternative_revoked);
}

}  // namespace

void move_housing(World& world) {
    const Parameters& p = world.p();
    int free = shelter_places(p.housing, p.population.residents_in_need);
    std::vector<Person*> taking_part;
    for (Person& person : world.people) {
        if (!is_here(person) || person.work == WorkState::detained) continue;
        taking_part.push_back(&person);
        if (person.housing == HousingState::shelter) --free;
    }
    std::map<std::pair<std::uint64_t, EntityKey>, Person*> door;
    for (Person* who : taking_part) {
        Person& person = *who;
        const bool supported = gets(person, Instrument::supported_housing);
        if (supported && person.housing != HousingState::supported) {
            person.housing = HousingState::supported;
            continue;
        }
        if (!supported && person.housing == HousingState::supported) {
            person.housing = dropped_supported_housing(world, person) ? HousingState::homeless
                                                                      : own_home(world, person);
            continue;
        }
        const auto ways = ways_out(world, person);
        const std::array hazards{Hazard{ways[0].hazard}, Hazard{ways[1].hazard}};
        const auto way =
            world.draws->competing(hazards, person.key, world.month, Decision::housing_move);
        if (!way) continue;
        const HousingState to = ways[*way].to;
        if (to == HousingState::shelter) {
            const auto lot = world.draws->ticket(person.key, world.month, Decision::shelter_place);
            door[{lot, person.key}] = who;
            continue;
        }
        if (supported) {
            world.tell(EventKind::instrument_completed,
                       person,
                       Instrument::supported_housing,
                       person.support_funding);
            person.support_left = 0;
            person.support_done = true;
        }
        person.housing = to;
    }
    for (const auto& [lot, person] : door) {
        if (free-- > 0) person->housing = HousingState::shelter;
    }
}

void run_justice(World& world) {
    for (Person& person : world.people) {
        if (!is_here(person) || person.justice == JusticeState::none) continue;
        if (person.justice == JusticeState::detained) {
            run_inside(world, person);
        } else if (person.justice == JusticeState::alternative) {
            run_outside(world, person);
        } else {
            ++person.since_release;
            if (employment_changed(person)) continue;
            const bool reoffends = world.draws->event(reoffending(world, person),
                                                      person.key,
                                                      world.month,
                                                      Decision::reoffending);
            if (!reoffends) continue;
            sentence(world, person);
            detain(world, person, EventKind::reincarcerated);
        }
    }
}

void change_safety(World& world) {
    const ViolenceParameters& p = world.p().violence;
    for (Person& person : world.people) {
        if (!is_here(person) || !holds(person.groups, Group::violence_survivor)) continue;
        if (person.work == WorkState::detained) continue;
        const bool autonomous = person.net_income_cents / 100.0 >= poverty_line(world, person);
        const std::array hazards{safety_improvement(p, has_job(person)),
                                 violence_recurrence(p, autonomous)};
        const auto change =
            world.draws->competing(hazards, person.key, world.month, Decision::safety_change);
        if (!change) continue;
        const double step = *change == 0 ? p.improvement_step : -p.recurrence_step;
        person.safety = static_cast<float>(std::clamp(double{person.safety} + step, 0.0, 1.0));
    }
}

}  // namespace cantiere::oracle
