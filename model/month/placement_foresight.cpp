#include <algorithm>

#include "model/core/rounding.h"
#include "model/core/rows.h"
#include "model/month/demography.h"
#include "model/month/placement_problem.h"
#include "model/month/project_steps.h"

namespace cantiere {
namespace {

constexpr int months_remembered = 12;

/// Places that each group is to have at least: its share of all, up or down by lot.
EnumArray<Group, int> floors_of(const PlacementParameters& p,
                                int places,
                                const Draws& draws,
                                Month month) {
    EnumArray<Group, int> floor{};
    for (const Group group : members<Group>()) {
        const double wanted = p.floor[group] * places;
        if (wanted == 0.0) continue;
        const EntityKey key = hash_key({static_cast<std::uint64_t>(group)});
        const double lot = draws.uniform(key, month, Decision::floor_rounding);
        const int whole = static_cast<int>(wanted);
        floor[group] = whole + (lot < wanted - whole ? 1 : 0);
    }
    return floor;
}

bool has_placement(const Care& care, ResidentId who) {
    const auto* const first = care.steps[who].begin();
    return std::any_of(first, first + care.step_count[who], is_placed);
}

/// People a month who come with a placement in their project, as of the last twelve months.
double arrivals_per_month(const People& people, const Care& care, Month month) {
    int arrived = 0;
    for (const ResidentId who : present(people)) {
        const Month registered = care.registered_month[who];
        if (registered == no_month || month - registered >= months_remembered) continue;
        if (has_placement(care, who)) ++arrived;
    }
    return static_cast<double>(arrived) / months_remembered;
}

/// Value of each seat to each candidate, by key: those who come are like them.
std::vector<std::vector<double>> kinds_of(const PlacementProblem& problem) {
    std::vector<std::vector<double>> kinds;
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        kinds.emplace_back();
        for (const SeatId s : rows<SeatId>(problem.seats.size())) {
            kinds.back().push_back(may_take(problem, i, s) ? problem.value(i, s) : -1.0);
        }
    }
    return kinds;
}

}  // namespace

void add_foresight(PlacementProblem& problem,
                   const People& people,
                   const Care& care,
                   const Parameters& parameters,
                   const Draws& draws,
                   Month month) {
    int places = 0;
    for (const Seat& seat : problem.seats) places += seat.quota;
    problem.floor = floors_of(parameters.placement, places, draws, month);
    if (nearest_int(parameters.placement.policy) != static_cast<int>(PlacementPolicy::bid_price)) {
        return;
    }
    problem.arrivals = {arrivals_per_month(people, care, month),
                        nearest_int(parameters.placement.bid_months),
                        parameters.services.abandonment_hazard_per_month,
                        nearest_int(parameters.placement.bid_paths),
                        kinds_of(problem)};
}

}  // namespace cantiere
