#pragma once

#include "model/core/month.h"
#include "model/ledger.h"
#include "model/parameters.h"
#include "model/state/employers.h"

namespace cantiere {

/// Phase 16d: takes back what ordinary applicants displaced since month 0 would have moved between
/// accounts, at the wages of new jobs: the employer does not pay them, they do not pay taxes
/// and contributions. So public costs count what a hire adds, not what it takes from another.
/// Booked on the account of residents, about nobody in need; benefits they might draw are left out.
void post_displaced(Ledger& ledger,
                    const OrdinaryPool& pool,
                    const Parameters& parameters,
                    Month month);

}  // namespace cantiere
