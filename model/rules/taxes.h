#pragma once

#include <algorithm>
#include <cstdint>

namespace cantiere {

/// Income tax and contributions on a low wage (fis.* rows).
struct TaxParameters {
    double employee_contribution = 0.0919;  // share of gross
    double employer_contribution = 0.28;    // share of gross
    double income_tax_rate = 0.23;
    double no_tax_area_eur_year = 8500.0;
    double integrative_eur_year =
        1200.0;  // paid when income is above the no-tax area and below the limit
    double integrative_limit_eur_year = 15000.0;
    double consumption_tax_share = 0.09;  // VAT, share of net income
    double coop_b_relief = 1.0;           // share of contributions zeroed for art. 4 workers
    double coop_b_disability_from = 0.45;  // lowest limitation that certifies for art. 4
    double hire_subsidy_share = 0.0;      // law: L.68 and like, share of gross wage
    double fiscal_productivity = 1.0;     // output as a multiple of gross labour cost
};

/// What becomes of one month's gross wage.
struct WageSplit {
    double gross_eur = 0.0;
    double employee_contribution_eur = 0.0;  // before relief, as the next
    double employer_contribution_eur = 0.0;
    double employee_relief_eur = 0.0;  // contributions that the State gives up: the worker's quota
    double employer_relief_eur = 0.0;  // ... and the employer's
    double income_tax_eur = 0.0;       // negative: net transfer
    /// What income tax is due on, EUR a month.
    double taxable_eur() const {
        return gross_eur - employee_contribution_eur + employee_relief_eur;
    }
    /// Net pay of the worker, EUR a month.
    double net_eur() const { return taxable_eur() - income_tax_eur; }
    /// Cost of the month to the employer before any relief, EUR.
    double labour_cost_eur() const { return gross_eur + employer_contribution_eur; }
};

/// Tells whether the State gives up the contributions of a job (L.381/91 art. 4 c. 3).
enum class Contributions : std::uint8_t { due, relieved };

/// Splits a gross monthly wage: contributions, tax above the no-tax area, integrative treatment.
/// Relief zeroes both quotas, so that a relieved worker keeps the own one.
inline WageSplit split_wage(const TaxParameters& p,
                            double gross_eur_month,
                            Contributions contributions = Contributions::due) {
    WageSplit split;
    split.gross_eur = gross_eur_month;
    split.employee_contribution_eur = p.employee_contribution * gross_eur_month;
    split.employer_contribution_eur = p.employer_contribution * gross_eur_month;
    if (contributions == Contributions::relieved) {
        split.employee_relief_eur = p.coop_b_relief * split.employee_contribution_eur;
        split.employer_relief_eur = p.coop_b_relief * split.employer_contribution_eur;
    }
    const double year = 12.0 * split.taxable_eur();
    double tax = p.income_tax_rate * std::max(0.0, year - p.no_tax_area_eur_year);
    if (year > p.no_tax_area_eur_year && year <= p.integrative_limit_eur_year)
        tax -= p.integrative_eur_year;
    split.income_tax_eur = tax / 12.0;
    return split;
}

}  // namespace cantiere
