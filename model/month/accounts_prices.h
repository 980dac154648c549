#pragma once

#include "model/core/units.h"
#include "model/ledger.h"
#include "model/parameters.h"
#include "model/state/care.h"

namespace cantiere {

/// What one month of one job moves between accounts, cents.
struct WageCents {
    Cents gross{0};
    Cents employee_tax{0};       // contributions and income tax, when positive
    Cents employee_transfer{0};  // income tax below zero: paid by the State
    Cents employer_contribution{0};
    Cents relief{0};  // contributions zeroed for art. 4 workers of type-B cooperatives
    Cents consumption_tax{0};
    Cents labour_cost{0};
};

/// Splits the gross wage of a month; `relieved` for certified workers of type-B cooperatives.
WageCents wage_cents(const TaxParameters& tax, std::int32_t gross_cents, bool relieved);

/// Account that pays for `instrument` under a funding: its usual payer, or the programme's.
Account payer_of(const InstrumentParameters& row, Funding funding);

/// Payer named by a parameter's index.
Account account_at(double payer_index);

/// Tells whether the groups certify for L.381/91 art. 4 (plain poverty, migration, violence do
/// not).
bool is_certified_art4(GroupMask groups);

}  // namespace cantiere
