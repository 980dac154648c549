#include "tests/support/oracle_matching.h"

namespace cantiere::oracle {
namespace {

using Seats = std::vector<std::optional<std::size_t>>;

/// The place a person likes best among those with room; equal ones go to the lesser key.
std::optional<std::size_t> favourite(const Hopeful& hopeful, const std::vector<int>& room) {
    std::optional<std::size_t> best;
    for (std::size_t s = 0; s < room.size(); ++s) {
        if (room[s] == 0 || !may_take(hopeful, s)) continue;
        if (!best || hopeful.pairs[s].utility > hopeful.pairs[*best].utility) best = s;
    }
    return best;
}

/// Who goes first at a place among those of `asked`.
std::optional<std::size_t> first_at(std::size_t s,
                                    const std::vector<Hopeful>& hopefuls,
                                    const std::vector<bool>& asked) {
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < hopefuls.size(); ++i) {
        if (!asked[i] || !hopefuls[i].pairs[s].feasible) continue;
        if (!first || hopefuls[i].pairs[s].priority > hopefuls[*first].pairs[s].priority) first = i;
    }
    return first;
}

}  // namespace

Seats trade(const std::vector<Hopeful>& hopefuls, const std::vector<Place>& places) {
    Seats seats(hopefuls.size());
    std::vector<bool> here(hopefuls.size(), true);
    std::vector<int> room;
    for (const Place& place : places) room.push_back(place.quota);
    while (true) {
        std::optional<std::size_t> someone;
        for (std::size_t i = 0; i < hopefuls.size(); ++i) {
            if (here[i] && !favourite(hopefuls[i], room)) here[i] = false;
            if (here[i]) someone = i;
        }
        if (!someone) return seats;
        // As many steps as there are people end inside a cycle.
        std::size_t i = *someone;
        const auto next = [&](std::size_t person) {
            return *first_at(*favourite(hopefuls[person], room), hopefuls, here);
        };
        for (std::size_t step = 0; step < hopefuls.size(); ++step) i = next(i);
        std::vector<std::size_t> cycle{i};
        for (std::size_t j = next(i); j != i; j = next(j)) cycle.push_back(j);
        for (const std::size_t j : cycle) seats[j] = favourite(hopefuls[j], room);
        for (const std::size_t j : cycle) {
            here[j] = false;
            --room[*seats[j]];
        }
    }
}

Seats offer_in_rounds(const std::vector<Hopeful>& hopefuls, const std::vector<Place>& places) {
    Seats seats(hopefuls.size());
    std::vector<std::vector<bool>> to_ask(places.size(), std::vector<bool>(hopefuls.size(), true));
    for (bool moved = true; moved;) {
        moved = false;
        for (std::size_t s = 0; s < places.size(); ++s) {
            int kept = 0;
            for (const auto& seat : seats) kept += seat == s ? 1 : 0;
            const auto i = kept < places[s].quota ? first_at(s, hopefuls, to_ask[s]) : std::nullopt;
            if (!i) continue;
            moved = true;
            to_ask[s][*i] = false;
            if (!may_take(hopefuls[*i], s)) continue;
            const auto& pairs = hopefuls[*i].pairs;
            if (!seats[*i] || pairs[s].utility > pairs[*seats[*i]].utility) seats[*i] = s;
        }
    }
    return seats;
}

}  // namespace cantiere::oracle
