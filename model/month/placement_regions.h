#pragma once

#include <cstddef>
#include <vector>

#include "model/placement/problem.h"
#include "model/state/employers.h"
#include "model/state/territory.h"

namespace cantiere {

/// Numbers the regions of a territory: municipalities are in one when somebody may travel between
/// them, directly or through others. Travel times are infinite where nobody travels.
Column<MunicipalityId, std::size_t> regions_of(const TravelTimes& travel,
                                               std::size_t municipalities);

/// The candidates and seats of one region, in their order.
struct RegionRound {
    std::vector<Candidate> candidates;
    std::vector<Seat> seats;
};

/// Part of phase 9: splits candidates and seats into regions, since no pair lies across two. Every
/// pair of a round is weighed, so one round for a whole country would be the square of it. Policies
/// that look at all seats together (floors, bid prices) are not split; nor is a territory of one
/// region. Rounds without a candidate are left out.
std::vector<RegionRound> rounds_by_region(std::vector<Candidate> candidates,
                                          std::vector<Seat> seats,
                                          const People& people,
                                          const Employers& employers,
                                          const TravelTimes& travel,
                                          std::size_t municipalities,
                                          PlacementPolicy policy);

}  // namespace cantiere
