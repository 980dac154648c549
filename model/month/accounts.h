#pragma once

#include "model/core/month.h"
#include "model/ledger.h"
#include "model/parameters.h"
#include "model/state/care.h"
#include "model/state/events.h"
#include "model/state/institutions.h"

namespace cantiere {

/// Phase 16b: posts the month's money about people to the ledger. Reads state for what is paid by
/// the month and `events` for what is paid once, and adds to what the null twin's bundles have
/// paid. `parameters` are those in force this month. A taper pays nothing without a job or beside a
/// national or regional benefit. Source: model.md 10, 6.2; payers from the packs.
void post_accounts(Ledger& ledger,
                   ServiceUnits& units,
                   const People& people,
                   const Capital& capital,
                   const Work& work,
                   const Housing& housing,
                   const Justice& justice,
                   const Care& care,
                   const Standing& standing,
                   const Events& events,
                   const Parameters& parameters,
                   Month month);

}  // namespace cantiere
