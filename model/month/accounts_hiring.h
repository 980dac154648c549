#pragma once

#include "model/month/accounts_books.h"
#include "model/parameters.h"
#include "model/state/care.h"

namespace cantiere {

/// Part of phase 16b: what employers get for having hired somebody. The wage share of a subsidised
/// hire, paid by who pays that person's seat, for the instrument's months; the programme's amount
/// for any hire of its target, for the lever's own months, paid by the programme's payer; the wage
/// share of a hire under the quota for disabled people (L. 68/1999) and the credit to any employer
/// of somebody who serves a sentence outside or has served one lately (L. 193/2000), by the State.
void post_hire_incentives(AccountBooks& books,
                          const People& people,
                          const Capital& capital,
                          const Work& work,
                          const Justice& justice,
                          const Care& care,
                          const Parameters& parameters,
                          ResidentId who);

}  // namespace cantiere
