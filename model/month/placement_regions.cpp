#include "model/month/placement_regions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "model/core/rows.h"

namespace cantiere {
namespace {

constexpr std::size_t no_region = std::numeric_limits<std::size_t>::max();

bool somebody_travels(const TravelTimes& travel, MunicipalityId a, MunicipalityId b) {
    return std::isfinite(travel.car(a, b)) || std::isfinite(travel.transit(a, b)) ||
           std::isfinite(travel.car(b, a)) || std::isfinite(travel.transit(b, a));
}

bool weighs_all_seats_together(PlacementPolicy policy) {
    return policy == PlacementPolicy::optimal_with_floors || policy == PlacementPolicy::bid_price;
}

/// Puts into a region those of no region yet who trade travellers with one of it.
void reach_from(MunicipalityId from,
                const TravelTimes& travel,
                std::size_t own,
                Column<MunicipalityId, std::size_t>& region,
                std::vector<MunicipalityId>& reached) {
    for (const MunicipalityId to : rows<MunicipalityId>(region.size())) {
        if (region[to] != no_region || !somebody_travels(travel, from, to)) continue;
        region[to] = own;
        reached.push_back(to);
    }
}

}  // namespace

Column<MunicipalityId, std::size_t> regions_of(const TravelTimes& travel,
                                               std::size_t municipalities) {
    Column<MunicipalityId, std::size_t> region(municipalities, no_region);
    std::size_t regions = 0;
    std::size_t left = municipalities;
    std::vector<MunicipalityId> reached;
    for (const MunicipalityId first : rows<MunicipalityId>(municipalities)) {
        if (region[first] != no_region) continue;
        region[first] = regions;
        --left;
        reached.assign(1, first);
        while (!reached.empty() && left > 0) {
            const MunicipalityId from = reached.back();
            reached.pop_back();
            const std::size_t before = reached.size();
            reach_from(from, travel, regions, region, reached);
            left -= reached.size() - before;
        }
        ++regions;
    }
    return region;
}

std::vector<RegionRound> rounds_by_region(std::vector<Candidate> candidates,
                                          std::vector<Seat> seats,
                                          const People& people,
                                          const Employers& employers,
                                          const TravelTimes& travel,
                                          std::size_t municipalities,
                                          PlacementPolicy policy) {
    const auto region = regions_of(travel, municipalities);
    const auto last = std::max_element(region.begin(), region.end());
    if (last == region.end() || *last == 0 || weighs_all_seats_together(policy)) {
        return {{std::move(candidates), std::move(seats)}};
    }
    std::vector<RegionRound> rounds(*last + 1);
    for (const Candidate& candidate : candidates) {
        rounds[region[people.municipality[candidate.who]]].candidates.push_back(candidate);
    }
    for (const Seat& seat : seats) {
        rounds[region[employers.municipality[seat.employer]]].seats.push_back(seat);
    }
    std::erase_if(rounds, [](const RegionRound& round) { return round.candidates.empty(); });
    return rounds;
}

}  // namespace cantiere
