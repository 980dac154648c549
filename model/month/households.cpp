#include "model/month/households.h"

#include <algorithm>

#include "model/core/rows.h"

namespace cantiere {
namespace {

/// Pairs of rows whose keys name each other.
std::vector<std::pair<ResidentId, ResidentId>> couples_of(const People& people) {
    std::vector<std::pair<EntityKey, ResidentId>> by_key;
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        if (people.partner[who] == Partner::resident) by_key.push_back({people.key[who], who});
    }
    std::sort(by_key.begin(), by_key.end());
    std::vector<std::pair<ResidentId, ResidentId>> couples;
    for (const auto& [key, who] : by_key) {
        const EntityKey other = people.partner_key[who];
        if (other < key) continue;
        const auto found = std::lower_bound(by_key.begin(),
                                            by_key.end(),
                                            std::pair<EntityKey, ResidentId>{other, ResidentId{}});
        if (found != by_key.end() && found->first == other) couples.push_back({who, found->second});
    }
    return couples;
}

}  // namespace

void share_incomes(Standing& standing,
                   Households& households,
                   const People& people,
                   const Work& work) {
    if (!households.known) {
        households.known = true;
        households.couples = couples_of(people);
        standing.partner_gross_cents = people.partner_gross_cents;
    }
    const auto earns = [&](ResidentId who) {
        return people.presence[who] == Presence::present ? work.gross_wage_cents[who] : 0;
    };
    for (const auto& [one, other] : households.couples) {
        standing.partner_gross_cents[one] = earns(other);
        standing.partner_gross_cents[other] = earns(one);
    }
}

}  // namespace cantiere
