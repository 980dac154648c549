#pragma once

#include <cstdint>

namespace cantiere {

/// Income tax and contributions on a low wage (fis.* rows).
struct TaxParameters {
    double employee_contribution = 0.0919;  // share of gross
    double employer_contribution = 0.28;    // share of gross
    double income_tax_rate = 0.23;
    double no_tax_area_eur_year = 8500.0;  // the deduction covers the tax up to here, at least
    double deduction_falls_from_eur_year = 15000.0;  // income from which the deduction falls ...
    double deduction_falls_to_eur_year = 28000.0;    // ... and where it has come to its last
    double deduction_first_eur_year = 3100.0;        // where it starts to fall
    double deduction_last_eur_year = 1910.0;
    double integrative_eur_year = 1200.0;  // paid where tax is due, up to the limit
    double integrative_limit_eur_year = 15000.0;
    double consumption_tax_share = 0.09;       // VAT, share of net income
    double coop_b_relief = 1.0;                // share of contributions zeroed for art. 4 workers
    double coop_b_disability_from = 0.45;      // lowest limitation that certifies for art. 4
    double self_employed_contribution = 0.24;  // share of the income of one's own business
    double self_employed_tax = 0.05;           // flat, on that income less contributions
    double hire_subsidy_share = 0.0;           // law: L.68 and like, share of gross wage
    double fiscal_productivity = 1.0;          // output as a multiple of gross labour cost
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

/// Deduction from an employee's income tax, EUR a year: what zeroes the tax of the no-tax area,
/// then from one income to another an amount that falls in a straight line (TUIR art. 13). Leaves
/// out that it goes on falling beyond: wages end before.
inline double employee_deduction_eur_year(const TaxParameters& p, double income_eur_year) {
    if (income_eur_year <= p.deduction_falls_from_eur_year) {
        return p.income_tax_rate * p.no_tax_area_eur_year;
    }
    const double span = p.deduction_falls_to_eur_year - p.deduction_falls_from_eur_year;
    const double left = p.deduction_falls_to_eur_year - income_eur_year;
    if (left <= 0.0) return p.deduction_last_eur_year;
    return p.deduction_last_eur_year +
           (p.deduction_first_eur_year - p.deduction_last_eur_year) * left / span;
}

/// Income tax of an employee's year, EUR: the first bracket less the deduction, less the bonus
/// where tax is due; negative is a net transfer. Leaves out surcharges and further brackets.
inline double income_tax_eur_year(const TaxParameters& p, double income_eur_year) {
    const double tax =
        p.income_tax_rate * income_eur_year - employee_deduction_eur_year(p, income_eur_year);
    if (tax <= 0.0) return 0.0;
    const bool bonus = income_eur_year <= p.integrative_limit_eur_year;
    return bonus ? tax - p.integrative_eur_year : tax;
}

/// Who pays contributions: both sides of a job; the State, which gives them up (L.381/91 art. 4
/// c. 3); or the self-employed alone, who pay a flat tax.
enum class Contributions : std::uint8_t { due, relieved, own };

/// Splits a gross monthly wage: contributions, income tax after deduction and bonus.
/// Relief zeroes both quotas, so that a relieved worker keeps the own one.
inline WageSplit split_wage(const TaxParameters& p,
                            double gross_eur_month,
                            Contributions contributions = Contributions::due) {
    WageSplit split;
    split.gross_eur = gross_eur_month;
    if (contributions == Contributions::own) {
        split.employee_contribution_eur = p.self_employed_contribution * gross_eur_month;
        split.income_tax_eur = p.self_employed_tax * split.taxable_eur();
        return split;
    }
    split.employee_contribution_eur = p.employee_contribution * gross_eur_month;
    split.employer_contribution_eur = p.employer_contribution * gross_eur_month;
    if (contributions == Contributions::relieved) {
        split.employee_relief_eur = p.coop_b_relief * split.employee_contribution_eur;
        split.employer_relief_eur = p.coop_b_relief * split.employer_contribution_eur;
    }
    split.income_tax_eur = income_tax_eur_year(p, 12.0 * split.taxable_eur()) / 12.0;
    return split;
}

}  // namespace cantiere
