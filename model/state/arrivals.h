#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "model/state/care.h"

namespace cantiere {

/// What stays on record of everybody who ever arrives, by number; fixed at synthesis.
struct Register {
    PersonColumn<EntityKey> key;
    PersonColumn<GroupMask> groups;
    PersonColumn<Sex> sex;
    PersonColumn<MunicipalityId> municipality;
    PersonColumn<Month> arrival_month;

    std::size_t size() const { return key.size(); }
};

/// Where each row of before is now; none for who was taken out of the tables.
using RowMoves = ResidentColumn<ResidentId>;

/// Those who arrive between two turns of the tables, in the order of their arrival. A column in
/// which all are alike is kept as its first row.
struct Cohort {
    Month first_arrival;
    std::size_t size = 0;
    std::shared_ptr<const Residents> rows;
};

/// Who comes later, the next cohort first: shared by the scenarios that fork from one burn-in, each
/// of which gives a cohort up once it has taken it into its own tables.
using Arrivals = std::vector<Cohort>;

}  // namespace cantiere
