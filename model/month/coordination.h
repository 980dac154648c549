#pragma once

#include "model/core/month.h"
#include "model/inputs.h"
#include "model/ledger.h"
#include "model/state/institutions.h"

namespace cantiere {

/// Phase 16c: posts what the network, the desks and the programme's office cost, whoever is served.
void post_coordination(Ledger& ledger, const Parameters& parameters, Month month);

/// Category of the ledger that delivery of `instrument` is booked under.
Category category_of(Instrument instrument);

}  // namespace cantiere
