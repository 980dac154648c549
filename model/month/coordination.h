#pragma once

#include "model/core/month.h"
#include "model/inputs.h"
#include "model/ledger.h"
#include "model/state/institutions.h"

namespace cantiere {

/// Phase 16c: posts what the network, the desks and the programme's office cost, whoever is served;
/// and usual seats that stand still while a network is new, to those who pay them as usual: a month
/// of delivery and a share of what a start costs, so that slower services are no cheaper. Source:
/// model.md 5.3, 6.2.
void post_coordination(Ledger& ledger,
                       const ServiceUnits& units,
                       const Parameters& parameters,
                       Month month);

/// Category of the ledger that delivery of `instrument` is booked under.
Category category_of(Instrument instrument);

}  // namespace cantiere
