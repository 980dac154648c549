#pragma once

#include <cstddef>
#include <memory>

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

/// Rows of those who come later, in the order of their arrival: shared by the scenarios that fork
/// from one burn-in, each of which takes them into its own tables from `admitted` on.
struct Arrivals {
    std::shared_ptr<const Residents> rows;
    std::size_t admitted = 0;
};

}  // namespace cantiere
