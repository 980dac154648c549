#pragma once
/// What the recorder counts beside the outcome itself.

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "model/core/fixed_sum.h"
#include "model/rules/equity.h"
#include "model/state/residents.h"

namespace cantiere {

/// Persons in the order of their keys.
using InKeyOrder = std::vector<PersonId>;

/// What is counted per calendar year about the network.
struct NetworkYear {
    std::int64_t lost = 0;
    std::int64_t completed = 0;
    std::int64_t assessed = 0;
    std::int64_t duplicated = 0;
    std::int64_t months_to_first = 0;
    std::int64_t first_services = 0;
    double density = 0.0;  // sum over months
    int months = 0;
};

/// What is counted of the people of each group at the end.
struct GroupCounts {
    double all_served = 0.0;  // of the eligible
    EnumArray<Group, double> people{};
    EnumArray<Group, double> excluded{};
    EnumArray<Group, std::vector<std::pair<int, bool>>> waits;
};

/// Sums over those present in a month.
struct PresentSums {
    std::size_t people = 0;
    FixedPoint autonomy;
    FixedPoint nonwork;
    EnumArray<OtherWeights, FixedPoint> other;
    EnumArray<CareState, std::size_t> care;  // people in each state
    EnumArray<WorkState, std::size_t> work;
};

/// An assessment made in the window.
struct AssessedResident {
    GroupMask groups = 0;
    AssessedNeed need;
};

}  // namespace cantiere
