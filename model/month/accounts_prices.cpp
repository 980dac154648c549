#include "model/month/accounts_prices.h"

#include "model/core/contracts.h"
#include "model/month/project_steps.h"
#include "model/rules/limitation.h"

namespace cantiere {

WageCents wage_cents(const TaxParameters& tax,
                     std::int32_t gross_cents,
                     Contributions contributions) {
    const WageSplit split = split_wage(tax, gross_cents / 100.0, contributions);
    WageCents cents;
    cents.gross = Cents{gross_cents};
    const double withheld = split.employee_contribution_eur + split.income_tax_eur;
    cents.employee_tax = Cents::from_euros(withheld > 0.0 ? withheld : 0.0);
    cents.employee_transfer = Cents::from_euros(withheld < 0.0 ? -withheld : 0.0);
    cents.employer_contribution = Cents::from_euros(split.employer_contribution_eur);
    cents.employee_relief = Cents::from_euros(split.employee_relief_eur);
    cents.employer_relief = Cents::from_euros(split.employer_relief_eur);
    cents.consumption_tax = Cents::from_euros(tax.consumption_tax_share * split.net_eur());
    cents.labour_cost = Cents::from_euros(split.labour_cost_eur());
    return cents;
}

Contributions contributions_of(const People& people,
                               const Capital& capital,
                               const Work& work,
                               const TaxParameters& law,
                               ResidentId who) {
    if (work.state[who] == WorkState::self_employed) return Contributions::own;
    if (work.state[who] != WorkState::coop_b) return Contributions::due;
    return is_certified_art4(law, people.groups[who], capital.disability[who])
               ? Contributions::relieved
               : Contributions::due;
}

BundleStepPrice bundle_step_price(const Parameters& twin, Instrument step) {
    const auto cents = [](double eur) { return Cents::from_euros(eur).value; };
    const InstrumentParameters& row = twin.instruments[step];
    if (step != Instrument::internship) {
        return {cents(row.cost_eur_once), cents(row.cost_eur_month), planned_months(row)};
    }
    const InternshipParameters& i = twin.internship;
    return {cents(row.cost_eur_once) + cents(i.promotion_eur_once),
            cents(i.indemnity_eur_month) + cents(i.insurance_eur_month) + cents(i.tutor_eur_month),
            planned_months(i)};
}

Account account_at(double payer_index) {
    const auto index = static_cast<unsigned>(payer_index);
    expects(index < static_cast<unsigned>(Payer::count), "a payer parameter names a payer");
    return static_cast<Account>(index);
}

Account payer_of(const InstrumentParameters& row, Funding funding) {
    const bool programme = funding == Funding::programme || funding == Funding::bundle;
    return account_at(programme ? row.programme_payer : row.payer);
}

bool is_certified_art4(const TaxParameters& law, GroupMask groups, double disability) {
    constexpr GroupMask certified =
        bit(Group::mental_health) | bit(Group::addiction) | bit(Group::detained_or_ex);
    if ((groups & certified) != 0) return true;
    return holds(groups, Group::disability) &&
           reaches_degree(disability, law.coop_b_disability_from);
}

}  // namespace cantiere
