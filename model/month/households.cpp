#include "model/month/households.h"

#include <algorithm>
#include <array>

#include "model/core/contracts.h"
#include "model/core/rare_draws_among.h"
#include "model/core/rows.h"
#include "model/month/demography.h"
#include "model/state/contacts.h"

namespace cantiere {
namespace {

/// Pairs of rows, from `first` on, whose keys name each other.
std::vector<std::pair<ResidentId, ResidentId>> couples_of(const People& people,
                                                          std::size_t first = 0) {
    std::vector<std::pair<EntityKey, ResidentId>> by_key;
    for (const ResidentId who : rows<ResidentId>(first, people.key.size())) {
        if (people.partner[who] == Partner::resident) by_key.emplace_back(people.key[who], who);
    }
    std::sort(by_key.begin(), by_key.end());
    std::vector<std::pair<ResidentId, ResidentId>> couples;
    for (const auto& [key, who] : by_key) {
        const EntityKey other = people.partner_key[who];
        if (other < key) continue;
        const auto found = std::lower_bound(by_key.begin(),
                                            by_key.end(),
                                            std::pair<EntityKey, ResidentId>{other, ResidentId{}});
        expects(found != by_key.end() && found->first == other,
                "a partner of the territory is a row");
        couples.emplace_back(who, found->second);
    }
    return couples;
}

void find_couples(Households& households, const People& people) {
    if (households.known) return;
    households.known = true;
    households.couples = couples_of(people);
}

/// How a couple with somebody outside the agents ends: they part, or the partner dies.
std::array<Hazard, 2> ends_of_couples(const Parameters& p) {
    return {Hazard{p.households.parting_hazard_per_month},
            Hazard{p.population.death_hazard_per_month}};
}

/// The households of one month, one change after the other.
class HomeChanges {
  public:
    HomeChanges(People& people,
                Standing& standing,
                const Parameters& p,
                const Parameters& at_start,
                const Draws& draws,
                Month month)
        : people_(people),
          standing_(standing),
          p_(p),
          at_start_(at_start),
          draws_(draws),
          month_(month) {}

    bool is_here(ResidentId who) const { return people_.presence[who] == Presence::present; }

    /// A partner outside the agents leaves or dies.
    void part_from_outsider(ResidentId who) {
        const EntityKey key = people_.key[who];
        const auto cause =
            draws_.competing(ends_of_couples(p_), key, month_, Decision::couple_ends);
        if (!cause) return;
        const bool widowed = *cause == 1;
        const Probability stay{keeps_minors(p_.households, people_.sex[who] == Sex::female)};
        live_alone(widowed || draws_.bernoulli(stay, key, month_, Decision::minors_stay), who);
    }

    /// Tells whether two residents, `one` of the smaller key, live together no longer.
    bool part(ResidentId one, ResidentId other) {
        if (is_here(one) != is_here(other)) {
            stay_behind(is_here(one) ? one : other, is_here(one) ? other : one);
            return true;
        }
        if (!is_here(one)) return people_.presence[one] == Presence::gone;
        const EntityKey pair = dyad_key(people_.key[one], people_.key[other]);
        const Hazard hazard{p_.households.parting_hazard_per_month};
        if (!draws_.event(hazard, pair, month_, Decision::couple_ends)) return false;
        const bool first = first_keeps_minors(pair, people_.sex[one], people_.sex[other]);
        live_alone(first, one);
        live_alone(!first, other);
        return true;
    }

  private:
    bool first_keeps_minors(EntityKey pair, Sex one, Sex other) const {
        const double share = one == other ? 0.5 : keeps_minors(p_.households, one == Sex::female);
        return draws_.bernoulli(Probability{share}, pair, month_, Decision::minors_stay);
    }

    /// `other` is dead or away, or too old to be among the agents and still at home.
    void stay_behind(ResidentId who, ResidentId other) {
        const int age_months = month_.index() - people_.birth_month[other];
        if (age_months >= 12.0 * p_.population.age_out_years) {
            people_.partner[who] = Partner::retired;
            people_.partner_gross_cents[who] =
                static_cast<std::int32_t>(Cents::from_euros(p_.households.pension_eur_month).value);
            claim(who);
        } else {
            live_alone(true, who);
        }
    }

    void live_alone(bool with_minors, ResidentId who) {
        people_.partner[who] = Partner::none;
        people_.partner_gross_cents[who] = 0;
        standing_.partner_gross_cents[who] = 0;
        standing_.partner_at_home[who] = 0;
        if (!with_minors) people_.children[who] = people_.small_children[who] = 0;
        people_.poverty_scale[who] =
            static_cast<float>(poverty_scale(at_start_.autonomy, people_.children[who]));
        claim(who);
    }

    /// One of a couple claims for both; now each for oneself, as drawn on arrival.
    void claim(ResidentId who) {
        const Probability claims{at_start_.benefit.take_up};
        const Month arrived = people_.arrival_month[who];
        people_.takes_up[who] =
            draws_.bernoulli(claims, people_.key[who], arrived, Decision::benefit_take_up) ? 1 : 0;
    }

    People& people_;
    Standing& standing_;
    const Parameters& p_;
    const Parameters& at_start_;
    const Draws& draws_;
    Month month_;
};

/// What partners who are no residents earn, and whether they are at home.
void share_incomes_of_outsiders(Standing& standing, const People& people) {
    standing.partner_gross_cents = people.partner_gross_cents;
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        const Partner partner = people.partner[who];
        const int outside = partner == Partner::outside ? 1 : 0;
        const int jobless = people.partner_gross_cents[who] == 0 ? 1 : 0;
        const int retired = partner == Partner::retired ? 1 : 0;
        standing.partner_at_home[who] = static_cast<std::uint8_t>((outside & jobless) | retired);
    }
}

}  // namespace

void follow_rows(Households& households, const RowMoves& moves, const People& people) {
    if (!households.known) return;
    for (auto& [one, other] : households.couples) {
        one = moves[one];
        other = moves[other];
    }
    const auto kept = std::ranges::count_if(moves, [](ResidentId to) { return !to.is_none(); });
    const auto found = couples_of(people, static_cast<std::size_t>(kept));
    households.couples.insert(households.couples.end(), found.begin(), found.end());
}

void renew_households(People& people,
                      Standing& standing,
                      Households& households,
                      const Parameters& parameters,
                      const Parameters& at_start,
                      const Draws& draws,
                      Month month) {
    find_couples(households, people);
    HomeChanges changes(people, standing, parameters, at_start, draws, month);
    const std::array ends = ends_of_couples(parameters);
    const ResidentSet with_outsider =
        present(people) & rows_with(people.partner, Partner::outside, Partner::retired);
    for (const ResidentId who :
         could_come_first(ends, people.key, with_outsider, draws, month, Decision::couple_ends)) {
        changes.part_from_outsider(who);
    }
    std::erase_if(households.couples,
                  [&](const auto& couple) { return changes.part(couple.first, couple.second); });
}

void share_incomes(Standing& standing,
                   Households& households,
                   const People& people,
                   const Work& work) {
    find_couples(households, people);
    share_incomes_of_outsiders(standing, people);
    const auto earns = [&](ResidentId who) {
        return people.presence[who] == Presence::present ? work.gross_wage_cents[who] : 0;
    };
    const auto is_at_home = [&](ResidentId who) {
        const bool idle =
            work.state[who] == WorkState::seeking || work.state[who] == WorkState::inactive;
        return idle && people.presence[who] == Presence::present ? 1 : 0;
    };
    for (const auto& [one, other] : households.couples) {
        standing.partner_gross_cents[one] = earns(other);
        standing.partner_gross_cents[other] = earns(one);
        standing.partner_at_home[one] = static_cast<std::uint8_t>(is_at_home(other));
        standing.partner_at_home[other] = static_cast<std::uint8_t>(is_at_home(one));
    }
}

}  // namespace cantiere
