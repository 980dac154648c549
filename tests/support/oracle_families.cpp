#include <algorithm>
#include <cmath>
#include <tuple>

#include "tests/support/oracle_births.h"
#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

void weigh_home(Person& person, const Parameters& p) {
    double scale = 1.0;
    if (person.children == 1) scale = p.autonomy.poverty_scale_one_minor;
    if (person.children == 2) scale = p.autonomy.poverty_scale_two_minors;
    if (person.children >= 3) scale = p.autonomy.poverty_scale_three_minors;
    if (person.partner != Partner::none) scale += p.households.further_adult_scale;
    person.poverty_scale = static_cast<float>(scale);
}

/// From now on each claims for oneself, if one is of those who do.
void claim_alone(const World& world, Person& person) {
    person.takes_up = world.draws->uniform(person.key, person.arrival, Decision::benefit_take_up) <
                      world.inputs->usual.benefit.take_up;
}

void end_couple(const World& world, Person& person, bool has_minors) {
    person.partner = Partner::none;
    person.partner_gross = person.shared_gross = 0;
    person.partner_at_home = false;
    if (!has_minors) {
        person.children = 0;
        person.small_children = false;
    }
    weigh_home(person, world.inputs->usual);
    claim_alone(world, person);
}

/// The chance that the minors stay with the first of two.
double odds_of_minors(const World& world, Sex first, Sex second) {
    if (first == second) return 0.5;
    const double mothers = world.p().households.mother_keeps_share;
    return first == Sex::female ? mothers : 1.0 - mothers;
}

/// The first of parting and the partner's death, if either comes this month.
void leave_outsider(const World& world, Person& person) {
    const double parts = world.p().households.parting_hazard_per_month;
    const double dies = world.p().population.death_hazard_per_month;
    const std::vector<Hazard> causes{Hazard{parts}, Hazard{dies}};
    const auto cause =
        world.draws->competing(causes, person.key, world.month, Decision::couple_ends);
    if (!cause) return;
    const Sex other = person.sex == Sex::female ? Sex::male : Sex::female;
    const double u = world.draws->uniform(person.key, world.month, Decision::minors_stay);
    end_couple(world, person, *cause == 1 || u < odds_of_minors(world, person.sex, other));
}

/// What becomes of a couple whose `first` has the smaller key.
void follow_couple(const World& world, Person& first, Person& second) {
    if (is_here(first) && is_here(second)) {
        const EntityKey pair = hash_key({first.key.value, second.key.value});
        const Hazard parts{world.p().households.parting_hazard_per_month};
        if (!world.draws->event(parts, pair, world.month, Decision::couple_ends)) return;
        const double u = world.draws->uniform(pair, world.month, Decision::minors_stay);
        const bool with_first = u < odds_of_minors(world, first.sex, second.sex);
        end_couple(world, first, with_first);
        end_couple(world, second, !with_first);
        return;
    }
    for (const auto& [left, lost] : {std::pair{&first, &second}, std::pair{&second, &first}}) {
        if (!is_here(*left) || lost->presence != Presence::gone) continue;
        const int age = world.month.index() - lost->birth_month;
        if (age >= 12.0 * world.p().population.age_out_years) {
            left->partner = Partner::retired;
            left->partner_gross =
                static_cast<int>(std::lround(100.0 * world.p().households.pension_eur_month));
            claim_alone(world, *left);
        } else {
            end_couple(world, *left, true);
        }
    }
}

}  // namespace

void pair_partners(std::vector<Person>& people, const Parameters& p) {
    std::map<std::tuple<MunicipalityId, Month>, std::map<EntityKey, Person*>> by_cohort;
    for (Person& person : people) {
        if (person.partner == Partner::resident) {
            person.partner = Partner::outside;
            by_cohort[{person.home_town, person.arrival}][person.key] = &person;
        }
    }
    for (const auto& [cohort, waiting] : by_cohort) {
        Person* first = nullptr;
        for (const auto& [key, person] : waiting) {
            if (first == nullptr) {
                first = person;
                continue;
            }
            first->partner = person->partner = Partner::resident;
            first->partner_gross = person->partner_gross = 0;
            first->partner_key = person->key;
            person->partner_key = first->key;
            person->children = first->children;
            person->small_children = first->small_children;
            person->renter = first->renter;
            person->takes_up = false;
            first = nullptr;
        }
    }
    for (Person& person : people) weigh_home(person, p);
}

void renew_homes(World& world) {
    std::map<EntityKey, Person*> by_key;
    for (Person& person : world.people) {
        by_key[person.key] = &person;
        const bool outside =
            person.partner == Partner::outside || person.partner == Partner::retired;
        if (is_here(person) && outside) leave_outsider(world, person);
    }
    for (const auto& [key, person] : by_key) {
        if (person->partner != Partner::resident) continue;
        Person& other = *by_key[person->partner_key];
        const bool still = other.partner == Partner::resident && other.partner_key == key;
        if (still && key < other.key) follow_couple(world, *person, other);
    }
}

void share_incomes(World& world) {
    std::map<EntityKey, const Person*> by_key;
    for (const Person& person : world.people) by_key[person.key] = &person;
    for (Person& person : world.people) {
        person.shared_gross = person.partner_gross;
        person.partner_at_home = person.partner == Partner::retired ||
                                 (person.partner == Partner::outside && person.partner_gross == 0);
        if (person.partner != Partner::resident) continue;
        const Person& other = *by_key[person.partner_key];
        const bool idle = other.work == WorkState::seeking || other.work == WorkState::inactive;
        person.partner_at_home = is_here(person) && is_here(other) && idle;
        person.shared_gross = is_here(person) && is_here(other) ? other.wage_cents : 0;
    }
}

}  // namespace cantiere::oracle
