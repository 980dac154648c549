#pragma once

#include "model/state/arrivals.h"
#include "model/state/contacts.h"

namespace cantiere {

/// Part of phase 18c: puts all rows on the rings of their municipality and of their
/// group of need, in the order of keys.
void draw_rings(Contacts& contacts, const People& people);

/// Follows the rows where they have moved, and puts the rows that are new, those from the number
/// of rows kept on, on the rings.
void follow_rows(Contacts& contacts, const RowMoves& moves, const People& people);

/// Whom a newcomer comes across: those present on the rings of keys. Who arrives later, or has
/// left, is passed over, so that a longer horizon changes nobody's choice.
class ContactRings {
  public:
    ContactRings(const Contacts& contacts, const People& people)
        : contacts_(contacts), people_(people) {}

    /// Returns the one of the own group who follows after `passed` others; none when there is none.
    ResidentId next_alike(ResidentId who, int passed) const;

    /// Returns the one of the municipality whose key follows `point`; none when there is none.
    ResidentId neighbour_at(ResidentId who, EntityKey point) const;

  private:
    const Contacts& contacts_;
    const People& people_;
};

}  // namespace cantiere
