#pragma once

#include "model/month/accounts.h"
#include "model/state/residents.h"

namespace cantiere {

/// Books of one month about `residents`.
inline Ledger month_of(const Residents& residents, const Events& events, const Parameters& p) {
    Ledger ledger(1, residents.size());
    ServiceUnits units;
    post_accounts(ledger,
                  units,
                  residents.people,
                  residents.capital,
                  residents.work,
                  residents.housing,
                  residents.justice,
                  residents.care,
                  residents.standing,
                  events,
                  p,
                  Month{0});
    return ledger;
}

}  // namespace cantiere
