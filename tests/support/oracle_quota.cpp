#include <algorithm>

#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

/// Places that a firm owes and nobody holds, in the model or outside it.
int free_places(const World& world, std::size_t f) {
    const QuotaParameters& p = world.p().quota;
    const Firm& firm = world.firms[f];
    if (firm.kind == EmployerKind::coop_b) return 0;
    int free = 0;
    for (unsigned k = 0; k < static_cast<unsigned>(quota_places(p, firm.staff)); ++k) {
        const double u = world.draws->uniform(firm.key, Month{0}, Decision::quota_uncovered, k);
        if (u < p.uncovered_share) ++free;
    }
    for (const Person& person : world.people) {
        if (person.in_quota_place && person.firm == f) --free;
    }
    return free;
}

bool is_listed(const World& world, const Person& person) {
    const bool kind =
        holds(person.groups, Group::disability) || holds(person.groups, Group::mental_health);
    const bool seeks = person.work == WorkState::seeking && !employment_changed(person);
    return is_here(person) && seeks && kind && person.care != CareState::excluded &&
           person.disability >= static_cast<float>(world.p().quota.disability_from);
}

}  // namespace

void place_by_quota(World& world) {
    const QuotaParameters& p = world.p().quota;
    const JobSearchParameters& search = world.p().search;
    const auto date = static_cast<std::uint16_t>(world.month.index());
    std::map<std::pair<MunicipalityId, EntityKey>, std::size_t> open;
    for (std::size_t f = 0; f < world.firms.size(); ++f) {
        const Firm& firm = world.firms[f];
        const int free = free_places(world, f);
        for (int k = 0; k < free; ++k) {
            const auto index = static_cast<unsigned>(k);
            const Hazard opens{p.opening_hazard};
            if (!world.draws->event(opens, firm.key, world.month, Decision::quota_opening, index)) {
                continue;
            }
            open[{firm.town, hash_key({0x71756f7461, firm.key.value, date, index})}] = f;
        }
    }
    std::map<std::pair<int, EntityKey>, Person*> list;
    for (Person& person : world.people) {
        if (is_listed(world, person)) list[{-person.jobless, person.key}] = &person;
    }
    for (const auto& [place, f] : open) {
        const auto& [town, key] = place;
        const auto first = std::find_if(list.begin(), list.end(), [&, at = town](const auto& one) {
            return may_work_in(world,
                               *one.second,
                               at,
                               search.maximum_travel_minutes,
                               search.mobility_for_far_jobs);
        });
        if (first == list.end()) continue;
        Person& person = *first->second;
        list.erase(first);
        Terms terms = terms_of(world, key);
        terms.contract = WorkState::open_ended;
        start_job(world, person, f, terms, incentive_months(world, person));
        const bool mental = holds(person.groups, Group::mental_health);
        person.in_quota_place = true;
        person.quota_left =
            whole_months(quota_incentive(p, mental, double{person.disability}).months);
        world.tell(EventKind::quota_hired, person);
        const double u = world.draws->uniform(key, world.month, Decision::ordinary_displacement);
        if (u < search.displacement_share) displace(world, person, town);
    }
}

}  // namespace cantiere::oracle
