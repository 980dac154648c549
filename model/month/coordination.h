#pragma once

#include "model/core/month.h"
#include "model/inputs.h"
#include "model/ledger.h"
#include "model/state/institutions.h"

namespace cantiere {

/// Phase 16c: posts what the network, the desks and the programme's office cost, whoever is served.
void post_coordination(Ledger& ledger, const Parameters& parameters, Month month);

/// Phase 6a: buys the null twin's bundles of the month: whole ones, the remainder is carried. When
/// the programme is over, what could not be spent is returned. Does nothing in other scenarios.
/// Contract section 3; model.md section 0 (null twin).
void buy_bundles(ServiceUnits& units, const std::optional<NullTwinPlan>& twin, Month month);

/// Money of the null twin still in hand: bundles nobody has taken, and the remainder; cents.
std::int64_t unspent_cents(const ServiceUnits& units);

/// Category of the ledger that delivery of `instrument` is booked under.
Category category_of(Instrument instrument);

}  // namespace cantiere
