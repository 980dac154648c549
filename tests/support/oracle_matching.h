#pragma once

#include "tests/support/oracle_world.h"

namespace cantiere::oracle {

/// A funded seat, or several equal ones with a cooperative.
struct Place {
    EntityKey key;
    std::size_t firm = 0;
    Instrument kind = Instrument::internship;
    Funding funding = Funding::none;
    int quota = 1;
};

/// What a pair of person and place is worth; nothing is known of pairs that may not be made.
struct Pair {
    bool feasible = false;
    double value = 0, utility = 0, priority = 0;
};

/// Someone who waits, with what each place would mean.
struct Hopeful {
    Person* person = nullptr;
    std::vector<Pair> pairs;         // by place
    double success = 0, uplift = 0;  // as predicted at a host that has seen nobody
};

/// Tells whether the pair may be made: it is allowed and the person does not refuse it.
inline bool may_take(const Hopeful& hopeful, std::size_t place) {
    return hopeful.pairs[place].feasible && hopeful.pairs[place].utility >= 0.0;
}

/// Tells whether the person may work with the firm within the limits of placement.
bool within_reach(const World& world, const Person& person, const Firm& firm);

/// Funded seats of the month, by key: of hosts that someone waiting gets to, and of cooperatives.
std::vector<Place> places_of(const World& world, const std::vector<Hopeful>& hopefuls);

/// Place of each hopeful by the policy (model.md 7); both lists are by key.
std::vector<std::optional<std::size_t>> match(const World& world,
                                              const std::vector<Hopeful>& hopefuls,
                                              const std::vector<Place>& places);

/// Place of each by trading cycles; by offers of the places, each person keeping the best.
std::vector<std::optional<std::size_t>> trade(const std::vector<Hopeful>& hopefuls,
                                              const std::vector<Place>& places);
std::vector<std::optional<std::size_t>> offer_in_rounds(const std::vector<Hopeful>& hopefuls,
                                                        const std::vector<Place>& places);

/// Place of each by one of the two policies that look beyond the pairs at hand. The search itself
/// is that of the fast model, which brute force checks elsewhere; what it is told is worked out
/// here.
std::vector<std::optional<std::size_t>> look_further(const World& world,
                                                     const std::vector<Hopeful>& hopefuls,
                                                     const std::vector<Place>& places);

/// Places of the round that each group is to have at least.
std::map<Group, int> floors_of(const World& world, const std::vector<Place>& places);

}  // namespace cantiere::oracle
