#include "model/rules/taxes.h"

#include "model/month/accounts_prices.h"
#include "tests/support/catch.h"

namespace cantiere {

TEST_CASE("A part-time wage splits as the evidence computes it") {
    // fis.gross_pt60_B1: 10,989 EUR a year; contributions 9.19 %, taxable 9,979; 23 % above 8,500.
    TaxParameters tax;
    const WageSplit split = split_wage(tax, 10989.0 / 12.0);
    CHECK(split.employee_contribution_eur == Approx(10989.0 * 0.0919 / 12.0));
    const double taxable = 10989.0 * (1.0 - 0.0919);
    CHECK(12.0 * split.income_tax_eur == Approx(0.23 * (taxable - 8500.0) - 1200.0));
    CHECK(split.net_eur() ==
          Approx(split.gross_eur - split.employee_contribution_eur - split.income_tax_eur));
}

TEST_CASE("Full-time income tax is that of the evidence, with the deduction that falls") {
    // fis.irpef_net_ft_B1: 18,316 EUR without contributions; 23 % is 4,212.68; the deduction is
    // 1,910 + 1,190 x 9,684/13,000 = 2,796.46; 1,416 EUR are left.
    const TaxParameters adi;
    CHECK(income_tax_eur_year(adi, 18316.0) == Approx(1416.0).margin(1.0));
    // An ordinary full-timer of 1,526 EUR a month: 16,629.13 after contributions, deduction
    // 2,950.87, tax 873.83; without the fall it would be 1,869.70.
    CHECK(12.0 * split_wage(adi, 1526.0).income_tax_eur == Approx(873.83).margin(0.01));
    CHECK(income_tax_eur_year(adi, 8500.0) == Approx(0.0).margin(1e-9));
    CHECK(income_tax_eur_year(adi, 15000.0) == Approx(3450.0 - 1955.0 - 1200.0));
    CHECK(income_tax_eur_year(adi, 28000.0) == Approx(6440.0 - 1910.0));
}

TEST_CASE("Each law has its own deduction") {
    TaxParameters law;
    law.no_tax_area_eur_year = 8174.0;
    law.deduction_falls_from_eur_year = 8000.0;
    law.deduction_falls_to_eur_year = 28000.0;
    law.deduction_first_eur_year = 1880.0;
    law.deduction_last_eur_year = 978.0;
    law.integrative_eur_year = 960.0;
    law.integrative_limit_eur_year = 24000.0;
    // 2014-2021: nothing is due up to 8,145 EUR; at 18,000 EUR 4,140 - (978 + 451) - 960.
    CHECK(income_tax_eur_year(law, 8145.0) == 0.0);
    CHECK(income_tax_eur_year(law, 8146.0) == Approx(-960.0).margin(0.5));
    CHECK(income_tax_eur_year(law, 18000.0) == Approx(1751.0));
    // 2004: 7,500 EUR off the income at first; at 20,500 EUR half of it: 23 % of 16,750.
    law.no_tax_area_eur_year = law.deduction_falls_from_eur_year = 7500.0;
    law.deduction_falls_to_eur_year = 33500.0;
    law.deduction_first_eur_year = 1725.0;
    law.deduction_last_eur_year = law.integrative_eur_year = 0.0;
    CHECK(income_tax_eur_year(law, 7500.0) == 0.0);
    CHECK(income_tax_eur_year(law, 20500.0) == Approx(3852.5));
}

TEST_CASE("Wages keep their cents: what is withheld and what is paid add up to the gross") {
    TaxParameters tax;
    const WageCents wage = wage_cents(tax, 152600, Contributions::due);
    const WageSplit split = split_wage(tax, 1526.0);
    CHECK(wage.gross.value == 152600);
    CHECK(wage.employee_tax.value - wage.employee_transfer.value ==
          Cents::from_euros(split.employee_contribution_eur + split.income_tax_eur).value);
    CHECK(wage.employee_relief.value + wage.employer_relief.value == 0);
}

TEST_CASE("Relief leaves both quotas of contributions where they are") {
    // fis.exemption381.year_pt60_2024: (28 % + 9.19 %) of 10,989 EUR is 4,087 EUR a year forgone;
    // fis.irpef_net_pt60_B1: income tax 572 less the bonus of 1,200 is 628 paid to the worker, on
    // the whole gross: 10,989 + 628 = 11,617 EUR a year net, 968 a month.
    const TaxParameters tax;
    const WageCents wage = wage_cents(tax, 91575, Contributions::relieved);
    CHECK(wage.employee_relief.value == 8416);   // 9.19 % of 915.75
    CHECK(wage.employer_relief.value == 25641);  // 28 %
    CHECK(std::abs(12 * (wage.employee_relief.value + wage.employer_relief.value) - 408700) < 50);
    const WageSplit split = split_wage(tax, 915.75, Contributions::relieved);
    CHECK(12.0 * split.income_tax_eur == Approx(-627.53).margin(0.01));
    CHECK(split.net_eur() == Approx(968.04).margin(0.01));
    // 84.157 of contributions less the 52.294 that the tax pays back.
    CHECK(wage.employee_tax.value == 3186);
    CHECK(split_wage(tax, 915.75).net_eur() == Approx(903.24).margin(0.01));
}

}  // namespace cantiere
