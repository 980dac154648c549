#include "tests/support/oracle_matching.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <stdexcept>

namespace cantiere::oracle {
namespace {

using Seats = std::vector<std::optional<std::size_t>>;
using Number = boost::multiprecision::cpp_int;

/// Order of service under an ordering policy: least rank first, then key.
double rank_of(const World& world, PlacementPolicy policy, const Hopeful& hopeful) {
    const Person& person = *hopeful.person;
    switch (policy) {
        case PlacementPolicy::first_come:
            return person.registered.index();
        case PlacementPolicy::need_first:
            return -double{person.observed_need};
        case PlacementPolicy::employability:
            return -hopeful.success;
        case PlacementPolicy::uplift:
            return -hopeful.uplift;
        case PlacementPolicy::commission_score:
        case PlacementPolicy::serial_dictatorship:
            return -(double{person.score} +
                     waiting_points(world.p().commission, world.month - person.registered));
        case PlacementPolicy::lottery:
            // The first 53 bits of the ticket: ties among 64-bit tickets are not tested here.
            return static_cast<double>(
                world.draws->ticket(person.key, world.month, Decision::placement_lottery) >> 11);
        default:
            throw std::logic_error("the naive model has no such placement policy");
    }
}

/// Each in turn takes the free place of highest value, or the one they like best where the choice
/// is theirs; equal ones go to the lesser key.
Seats serve_in_order(const World& world,
                     PlacementPolicy policy,
                     const std::vector<Hopeful>& hopefuls,
                     const std::vector<Place>& places) {
    std::map<std::pair<double, EntityKey>, std::size_t> order;
    for (std::size_t i = 0; i < hopefuls.size(); ++i) {
        order[{rank_of(world, policy, hopefuls[i]), hopefuls[i].person->key}] = i;
    }
    Seats seats(hopefuls.size());
    std::vector<int> left;
    for (const Place& place : places) left.push_back(place.quota);
    for (const auto& entry : order) {
        const std::size_t i = entry.second;
        for (std::size_t s = 0; s < places.size(); ++s) {
            if (left[s] == 0 || !may_take(hopefuls[i], s)) continue;
            const auto worth = [&](std::size_t place) {
                const Pair& pair = hopefuls[i].pairs[place];
                return policy == PlacementPolicy::serial_dictatorship ? pair.utility : pair.value;
            };
            if (!seats[i] || worth(s) > worth(*seats[i])) seats[i] = s;
        }
        if (seats[i]) --left[*seats[i]];
    }
    return seats;
}

/// Residents propose in rounds: all who are free, each to the best place not yet refused.
Seats propose_in_rounds(const std::vector<Hopeful>& hopefuls, const std::vector<Place>& places) {
    std::vector<std::vector<bool>> refused(hopefuls.size(),
                                           std::vector<bool>(places.size(), false));
    Seats seats(hopefuls.size());
    for (bool moved = true; moved;) {
        moved = false;
        for (std::size_t i = 0; i < hopefuls.size(); ++i) {
            if (seats[i]) continue;
            for (std::size_t s = 0; s < places.size(); ++s) {
                if (refused[i][s] || !may_take(hopefuls[i], s)) continue;
                const auto& pairs = hopefuls[i].pairs;
                if (!seats[i] || pairs[s].utility > pairs[*seats[i]].utility) seats[i] = s;
            }
            moved = moved || seats[i].has_value();
        }
        for (std::size_t s = 0; s < places.size(); ++s) {
            std::map<double, std::size_t> held;  // by falling priority
            for (std::size_t i = 0; i < hopefuls.size(); ++i) {
                if (seats[i] == s) held[-hopefuls[i].pairs[s].priority] = i;
            }
            int kept = 0;
            for (const auto& [priority, i] : held) {
                if (kept++ < places[s].quota) continue;
                seats[i].reset();
                refused[i][s] = true;
            }
        }
    }
    return seats;
}

/// Worth of person i in place s in whole units of 2^-24, with a digit for each person that prefers
/// the first place by key, the first person before the second: no two assignments tie.
Number worth(const std::vector<Hopeful>& hopefuls, std::size_t i, std::size_t s, std::size_t n) {
    const auto units = round_half_away(hopefuls[i].pairs[s].value * 0x1p24);
    const Number base = n + 1;
    const auto digits = static_cast<unsigned>(hopefuls.size());
    Number digit = n - s;
    return Number(units) * boost::multiprecision::pow(base, digits) +
           digit * boost::multiprecision::pow(base, digits - 1 - static_cast<unsigned>(i));
}

/// Greatest total worth by best alternating paths (Bellman-Ford), one place at a time.
Seats maximise(const std::vector<Hopeful>& hopefuls, const std::vector<Place>& places) {
    std::vector<std::pair<std::size_t, std::size_t>> slots;  // (place, copy)
    for (std::size_t s = 0; s < places.size(); ++s) {
        for (int copy = 0; copy < places[s].quota; ++copy) slots.emplace_back(s, slots.size());
    }
    const std::size_t n = hopefuls.size();
    std::vector<std::vector<std::optional<Number>>> gain(n);
    for (std::size_t i = 0; i < n; ++i) {
        for (const auto& [s, copy] : slots) {
            const bool worth_it = may_take(hopefuls[i], s) &&
                                  round_half_away(hopefuls[i].pairs[s].value * 0x1p24) >= 0;
            gain[i].push_back(worth_it ? std::optional(worth(hopefuls, i, s, places.size()))
                                       : std::nullopt);
        }
    }
    std::vector<std::optional<std::size_t>> holder(slots.size()), held(n);
    while (true) {
        // Best gain of bringing one more person in, by the slot that ends up with its new holder.
        std::vector<std::optional<Number>> best(slots.size());
        std::vector<std::size_t> mover(slots.size());
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t i = 0; i < n; ++i) {
                const std::optional<Number> start =
                    !held[i]         ? std::optional(Number(0))
                    : best[*held[i]] ? std::optional(Number(*best[*held[i]] - *gain[i][*held[i]]))
                                     : std::nullopt;
                if (!start) continue;
                for (std::size_t t = 0; t < slots.size(); ++t) {
                    if (!gain[i][t] || held[i] == t) continue;
                    const Number total = *start + *gain[i][t];
                    if (best[t] && total <= *best[t]) continue;
                    best[t] = total;
                    mover[t] = i;
                    changed = true;
                }
            }
        }
        // A path ends at a free slot, or throws its last holder out altogether.
        std::optional<std::size_t> end;
        Number most = 0;
        for (std::size_t t = 0; t < slots.size(); ++t) {
            if (!best[t]) continue;
            const Number total = holder[t] ? Number(*best[t] - *gain[*holder[t]][t]) : *best[t];
            if (total > most) {
                most = total;
                end = t;
            }
        }
        if (!end) break;
        if (holder[*end]) held[*holder[*end]].reset();
        for (std::size_t t = *end;;) {
            const std::size_t i = mover[t];
            const auto from = held[i];
            holder[t] = i;
            held[i] = t;
            if (!from) break;
            t = *from;
        }
    }
    Seats seats(n);
    for (std::size_t i = 0; i < n; ++i) {
        if (held[i]) seats[i] = slots[*held[i]].first;
    }
    return seats;
}

}  // namespace

Seats match(const World& world,
            const std::vector<Hopeful>& hopefuls,
            const std::vector<Place>& places) {
    const auto policy =
        static_cast<PlacementPolicy>(static_cast<int>(world.p().placement.policy + 0.5));
    switch (policy) {
        case PlacementPolicy::deferred_acceptance:
            return propose_in_rounds(hopefuls, places);
        case PlacementPolicy::deferred_acceptance_employer:
            return offer_in_rounds(hopefuls, places);
        case PlacementPolicy::top_trading_cycles:
            return trade(hopefuls, places);
        case PlacementPolicy::optimal:
            return maximise(hopefuls, places);
        case PlacementPolicy::optimal_with_floors:
        case PlacementPolicy::bid_price:
            return look_further(world, hopefuls, places);
        default:
            return serve_in_order(world, policy, hopefuls, places);
    }
}

}  // namespace cantiere::oracle
