#include <algorithm>
#include <tuple>

#include "tests/support/oracle_births.h"
#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {

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
    for (Person& person : people) {
        double scale = 1.0;
        if (person.children == 1) scale = p.autonomy.poverty_scale_one_minor;
        if (person.children == 2) scale = p.autonomy.poverty_scale_two_minors;
        if (person.children >= 3) scale = p.autonomy.poverty_scale_three_minors;
        if (person.partner != Partner::none) scale += p.households.further_adult_scale;
        person.poverty_scale = static_cast<float>(scale);
    }
}

void share_incomes(World& world) {
    std::map<EntityKey, const Person*> by_key;
    for (const Person& person : world.people) by_key[person.key] = &person;
    for (Person& person : world.people) {
        person.shared_gross = person.partner_gross;
        if (person.partner != Partner::resident) continue;
        const Person& other = *by_key[person.partner_key];
        person.shared_gross = is_here(other) ? other.wage_cents : 0;
    }
}

}  // namespace cantiere::oracle
