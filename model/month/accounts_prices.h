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
    Cents employee_relief{0};  // contributions zeroed for art. 4 workers of type-B cooperatives
    Cents employer_relief{0};
    Cents consumption_tax{0};
    Cents labour_cost{0};
};

/// Splits the gross wage of a month into what the accounts post.
WageCents wage_cents(const TaxParameters& tax,
                     std::int32_t gross_cents,
                     Contributions contributions);

/// Tells who pays the contributions of this resident's job: nobody on balance for certified workers
/// of type-B cooperatives (the State gives them back), the self-employed alone for their own.
Contributions contributions_of(const People& people,
                               const Capital& capital,
                               const Work& work,
                               const TaxParameters& law,
                               ResidentId who);

/// Steps of the standard bundle, in their order (model.md 5.5).
inline constexpr std::array standard_bundle{Instrument::orientation,
                                            Instrument::vocational_training,
                                            Instrument::internship};

/// What one step of a null twin's bundle costs, cents as the accounts post them.
struct BundleStepPrice {
    std::int64_t once_cents = 0;
    std::int64_t month_cents = 0;
    std::int64_t months = 0;

    std::int64_t whole_cents() const { return once_cents + months * month_cents; }
};

/// Price of `step` in a bundle delivered by `twin`.
BundleStepPrice bundle_step_price(const Parameters& twin, Instrument step);

/// Account that pays for `instrument` under a funding: its usual payer, or the programme's.
Account payer_of(const InstrumentParameters& row, Funding funding);

/// Payer named by a parameter's index.
Account account_at(double payer_index);

/// Tells whether L.381/91 art. 4 counts the resident as disadvantaged: mental health, addiction,
/// detention, or a disability of the degree it asks for; plain poverty, migration, violence do not.
bool is_certified_art4(const TaxParameters& law, GroupMask groups, double disability);

}  // namespace cantiere
