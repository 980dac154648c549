#include <algorithm>
#include <cmath>

#include "model/placement/placement.h"
#include "tests/support/oracle_matching.h"
#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

/// Number of people a month who came, in the last year, with a placement in their project.
double coming_per_month(const World& world) {
    double came = 0.0;
    for (const Person& person : world.people) {
        const bool lately = person.registered != no_month && world.month - person.registered < 12;
        const bool placement =
            std::any_of(person.steps.begin(), person.steps.end(), [](Instrument step) {
                return step == Instrument::internship || step == Instrument::subsidised_hire ||
                       step == Instrument::coop_b_placement;
            });
        if (is_here(person) && lately && placement) came += 1.0;
    }
    return came / 12.0;
}

PlacementProblem problem_of(const std::vector<Hopeful>& hopefuls,
                            const std::vector<Place>& places) {
    std::vector<Candidate> candidates(hopefuls.size());
    for (std::size_t i = 0; i < hopefuls.size(); ++i) {
        candidates[i].key = hopefuls[i].person->key;
        candidates[i].groups = hopefuls[i].person->groups;
    }
    std::vector<Seat> seats(places.size());
    for (std::size_t s = 0; s < places.size(); ++s) {
        seats[s].key = places[s].key;
        seats[s].quota = places[s].quota;
    }
    PlacementProblem problem(std::move(candidates), std::move(seats));
    for (std::size_t i = 0; i < hopefuls.size(); ++i) {
        problem.arrivals.kinds.emplace_back();
        for (std::size_t s = 0; s < places.size(); ++s) {
            const bool may = may_take(hopefuls[i], s);
            const double value = hopefuls[i].pairs[s].value;
            problem.feasible(CandidateId::at(i), SeatId::at(s)) = may ? 1 : 0;
            problem.value(CandidateId::at(i), SeatId::at(s)) = value;
            problem.arrivals.kinds.back().push_back(may ? value : -1.0);
        }
    }
    return problem;
}

}  // namespace

std::map<Group, int> floors_of(const World& world, const std::vector<Place>& places) {
    int all = 0;
    for (const Place& place : places) all += place.quota;
    std::map<Group, int> floors;
    for (const Group group : members<Group>()) {
        const double wanted = world.p().placement.floor[group] * all;
        const EntityKey key = hash_key({static_cast<std::uint64_t>(group)});
        const double lot = world.draws->uniform(key, world.month, Decision::floor_rounding);
        const double down = std::floor(wanted);
        floors[group] = static_cast<int>(lot < wanted - down ? down + 1.0 : down);
    }
    return floors;
}

std::vector<std::optional<std::size_t>> look_further(const World& world,
                                                     const std::vector<Hopeful>& hopefuls,
                                                     const std::vector<Place>& places) {
    PlacementProblem problem = problem_of(hopefuls, places);
    for (const auto& [group, floor] : floors_of(world, places)) problem.floor[group] = floor;
    const PlacementParameters& p = world.p().placement;
    problem.arrivals.people_per_month = coming_per_month(world);
    problem.arrivals.months = static_cast<int>(std::lround(p.bid_months));
    problem.arrivals.paths = static_cast<int>(std::lround(p.bid_paths));
    problem.arrivals.lapse_per_month = world.p().services.abandonment_hazard_per_month;
    const auto policy = static_cast<PlacementPolicy>(static_cast<int>(p.policy + 0.5));
    const Assignment got = cantiere::place(policy, problem, *world.draws, world.month);
    std::vector<std::optional<std::size_t>> seats(hopefuls.size());
    for (std::size_t i = 0; i < hopefuls.size(); ++i) {
        const auto seat = got.seat_of[CandidateId::at(i)];
        if (seat) seats[i] = seat->index();
    }
    return seats;
}

}  // namespace cantiere::oracle
