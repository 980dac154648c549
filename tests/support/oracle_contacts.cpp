#include <algorithm>

#include "model/rules/instruments.h"
#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

std::pair<EntityKey, EntityKey> pair_of(const Person& one, const Person& other) {
    return std::minmax(one.key, other.key);
}

EntityKey name_of(const std::pair<EntityKey, EntityKey>& pair) {
    return hash_key({pair.first.value, pair.second.value});
}

/// People present of a town, and of one kind of need if asked for, in the order of keys.
std::map<EntityKey, const Person*> neighbours(const World& world,
                                              const Person& person,
                                              bool same_need) {
    const auto need = [](const Person& p) {
        for (const Group group : members<Group>()) {
            if (holds(p.groups, group)) return group;
        }
        return Group::count;
    };
    std::map<EntityKey, const Person*> found;
    for (const Person& other : world.people) {
        const bool near = is_here(other) && other.home_town == person.home_town;
        const bool alike = !same_need || need(other) == need(person);
        if (near && alike && &other != &person) found[other.key] = &other;
    }
    return found;
}

/// The one who comes after a key in a circle, `passed` others passed over.
const Person* after(const std::map<EntityKey, const Person*>& circle, EntityKey key, int passed) {
    if (passed >= static_cast<int>(circle.size())) return nullptr;
    auto at = circle.lower_bound(key);
    for (;; ++at) {
        if (at == circle.end()) at = circle.begin();
        if (passed-- == 0) return at->second;
    }
}

/// Meetings of the month, and until when they last.
using Meetings = std::map<std::pair<EntityKey, EntityKey>, Month>;

void meet(const World& world, Meetings& meetings, const Person& one, const Person* other) {
    if (other == nullptr || other == &one) return;
    const auto pair = pair_of(one, *other);
    const double hazard = world.p().contacts.decay_hazard_per_month;
    const double months =
        world.draws->exponential(name_of(pair), world.month, Decision::tie_end) / hazard;
    meetings[pair] = world.month + 1 + static_cast<int>(std::min(3000.0, months));
}

void arrive(const World& world, Meetings& meetings, const Person& person) {
    const ContactParameters& p = world.p().contacts;
    double here = 0.0, fresh = 0.0;
    for (const Person& other : world.people) {
        if (!is_here(other) || other.home_town != person.home_town) continue;
        here += 1.0;
        if (other.arrival == world.month) fresh += 1.0;
    }
    const auto alike = neighbours(world, person, true);
    const auto all = neighbours(world, person, false);
    const double mean = p.mean_degree * (1.0 - fresh / here / 2.0);
    const auto ties = world.draws->poisson(mean, person.key, world.month, Decision::tie_count);
    int of_own = 0;
    for (unsigned k = 0; k < ties; ++k) {
        const double u = world.draws->uniform(person.key, world.month, Decision::tie_kind, k);
        if (u < p.homophily) {
            meet(world, meetings, person, after(alike, person.key, of_own++));
        } else {
            const EntityKey point{
                world.draws->ticket(person.key, world.month, Decision::tie_point, k)};
            meet(world, meetings, person, after(all, point, 0));
        }
    }
}

void join_course(const World& world, Meetings& meetings, const Person& person, Instrument course) {
    std::map<EntityKey, const Person*> class_mates;
    for (const Person& other : world.people) {
        if (is_here(other) && other.step_left > 0 && step_of(other) == course) {
            class_mates[other.key] = &other;
        }
    }
    const auto ties = world.draws->poisson(world.p().contacts.group_ties,
                                           person.key,
                                           world.month,
                                           Decision::course_ties);
    for (unsigned k = 0; k < ties; ++k) {
        const EntityKey point{
            world.draws->ticket(person.key, world.month, Decision::course_point, k)};
        meet(world, meetings, person, after(class_mates, point, 0));
    }
}

void forget(World& world) {
    std::map<EntityKey, const Person*> by_key;
    for (const Person& person : world.people) by_key[person.key] = &person;
    std::erase_if(world.ties, [&](const auto& tie) {
        const auto& [pair, ends] = tie;
        const bool both = is_here(*by_key[pair.first]) && is_here(*by_key[pair.second]);
        return !both || world.month >= ends;
    });
    const double stays =
        1.0 - probability_of(Hazard{world.p().contacts.decay_hazard_per_month}).value();
    for (Person& person : world.people) {
        person.outside_contacts = static_cast<int>(world.draws->binomial(person.outside_contacts,
                                                                         Probability{stays},
                                                                         person.key,
                                                                         world.month,
                                                                         Decision::outside_decay));
        if (!is_here(person)) person.outside_contacts = 0;
    }
}

bool may_be_told(const Person& person) {
    const bool without_job = is_jobless(person) || person.work == WorkState::internship;
    return is_here(person) && without_job && !employment_changed(person);
}

bool was_employed(const Person& person) {
    Person before = person;
    before.work = person.work_before;
    return has_job(before);
}

std::vector<Person*> contacts_of(World& world, const Person& person) {
    std::vector<Person*> contacts;
    for (Person& other : world.people) {
        if (world.ties.count(pair_of(person, other)) > 0) contacts.push_back(&other);
    }
    return contacts;
}

}  // namespace

double contacts_ratio(const World& world, const Person& person) {
    const ContactParameters& p = world.p().contacts;
    double all = person.outside_contacts, employed = all * p.outside_employed_share;
    for (const Person& other : world.people) {
        if (world.ties.count(pair_of(person, other)) == 0) continue;
        all += 1.0;
        employed += was_employed(other) ? 1.0 : 0.0;
    }
    return all > 0.0 ? 1.0 + p.finding_bonus * (employed / all) : 1.0;
}

void hear_of_vacancies(World& world) {
    const ContactParameters& p = world.p().contacts;
    for (Person& person : world.people) person.tips = 0;
    for (Person& person : world.people) {
        if (may_be_told(person)) {
            const double mean = person.outside_contacts * p.outside_employed_share *
                                p.information_share * p.outside_pass_share;
            person.tips += static_cast<int>(
                world.draws->poisson(mean, person.key, world.month, Decision::outside_tips));
        }
        const double u = world.draws->uniform(person.key, world.month, Decision::information_heard);
        const bool works = is_here(person) && has_job(person) && was_employed(person);
        if (!works || u >= p.information_share) continue;
        std::map<double, Person*> lots;
        for (Person* other : contacts_of(world, person)) {
            if (!may_be_told(*other)) continue;
            const EntityKey pair = name_of(pair_of(person, *other));
            lots[world.draws->uniform(pair, world.month, Decision::information_passed)] = other;
        }
        if (!lots.empty()) ++lots.rbegin()->second->tips;
    }
}

void renew_contacts(World& world) {
    const ContactParameters& p = world.p().contacts;
    forget(world);
    Meetings meetings;
    for (const Person& person : world.people) {
        if (is_here(person) && person.arrival == world.month) arrive(world, meetings, person);
    }
    for (const Happening& h : world.happenings) {
        if (h.kind != EventKind::instrument_started) continue;
        Person& person = world.people[h.who];
        if (h.instrument == Instrument::internship) {
            person.outside_contacts += static_cast<int>(
                world.draws->poisson(p.host_ties, person.key, world.month, Decision::host_ties));
        } else if (is_course(h.instrument)) {
            join_course(world, meetings, person, h.instrument);
        }
    }
    world.ties.insert(meetings.begin(), meetings.end());  // who met before keeps that tie
}

}  // namespace cantiere::oracle
