#pragma once

#include <cstddef>

#include "model/core/draws.h"
#include "model/parameters.h"
#include "model/state/care.h"
#include "model/state/territory.h"

namespace cantiere {

/// How far someone goes to work: the usual limit, and the mobility from which it does not hold.
struct WayLimit {
    double maximum_minutes = 0.0;
    double mobility_beyond = 0.0;
};

/// Part of phases 9 and 11: where residents get to, and where they may work. Reads people,
/// mobility, vouchers and travel times; writes nothing. Source: model.md 5.11, 5.13.
class Reach {
  public:
    Reach(const People& people,
          const Capital& capital,
          const Care& care,
          const TravelTimes& travel,
          const Parameters& parameters,
          const Draws& draws)
        : people_(people),
          capital_(capital),
          care_(care),
          travel_(travel),
          voucher_factor_(parameters.services.transport_time_factor),
          excluded_share_(parameters.violence.excluded_share),
          draws_(draws) {}

    /// Minutes from door to door by the resident's own means; a transport voucher shortens them.
    double minutes(ResidentId who, MunicipalityId workplace) const;

    /// Tells whether the way is within the limit, or the resident mobile enough, and the place is
    /// not one that a survivor of violence must be kept from.
    bool may_work_in(ResidentId who, MunicipalityId workplace, const WayLimit& limit) const;

    /// Tells whether there is a way within the limit, or the resident is mobile enough for it.
    bool is_way_accepted(ResidentId who, MunicipalityId workplace, const WayLimit& limit) const;

    /// Tells whether a survivor of violence must be kept from the place.
    bool is_kept_from(ResidentId who, MunicipalityId workplace) const;

    /// Returns a number that residents share whose ways, and the limit of them, are the same.
    std::size_t kind_of_ways(ResidentId who, const WayLimit& limit) const;

  private:
    bool has_voucher(ResidentId who) const;
    bool is_mobile(ResidentId who, const WayLimit& limit) const {
        return double{capital_.mobility[who]} >= limit.mobility_beyond;
    }

    const People& people_;
    const Capital& capital_;
    const Care& care_;
    const TravelTimes& travel_;
    double voucher_factor_;
    double excluded_share_;
    const Draws& draws_;
};

}  // namespace cantiere
