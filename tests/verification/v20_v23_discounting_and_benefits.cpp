#include <vector>

#include "model/recorder.h"
#include "model/rules/benefits.h"
#include "tests/support/catch.h"

namespace cantiere {

TEST_CASE("V20 discounting") {
    const std::vector<double> factor = discount_factors(0.03, 61);
    const double monthly = 1.0 / factor[1] - 1.0;
    CHECK(factor[0] == 1.0);
    CHECK(monthly == Approx(0.00246627).margin(5e-9));
    double annuity = 0.0;
    for (std::size_t m = 1; m <= 60; ++m) annuity += 780.0 * factor[m];
    CHECK(annuity == Approx(43452.32).margin(0.01));
    const auto spell = [&](double hazard) {
        return 780.0 / (1.0 - (1.0 - hazard) / (1.0 + monthly));
    };
    CHECK(spell(0.01) == Approx(62723.15).margin(0.05));
    CHECK(spell(0.02) == Approx(34804.34).margin(0.05));
}

TEST_CASE("V23 benefit schedule") {
    // AdI-like: 500 + 280 for a renter of scale 1, disregard 250, full taper (kinks at 0, 250,
    // 1030).
    BenefitParameters law;
    law.base_eur = 500.0;
    law.rent_eur = 280.0;
    law.disregard_eur = 250.0;
    BenefitCase renter;
    renter.renter = true;
    const auto at = [&](double gross) {
        BenefitCase c = renter;
        c.gross_earnings_eur = gross;
        return Cents::from_euros(benefit_due_eur(law, c)).value;
    };
    CHECK(at(0.0) == 78000);
    CHECK(at(250.0) == 78000);
    CHECK(at(250.01) == 77999);
    CHECK(at(600.0) == 43000);
    CHECK(at(1029.99) == 1);
    CHECK(at(1030.0) == 0);
    CHECK(at(1500.0) == 0);
    // Effective marginal tax rate between the kinks: one for one.
    CHECK(at(400.0) - at(401.0) == 100);
    // Participation tax rate at 600 EUR gross with no tax: what is lost of the benefit over the
    // wage.
    CHECK(participation_tax_rate(600.0 + 430.0, 780.0, 600.0) == Approx(1.0 - 250.0 / 600.0));
}

}  // namespace cantiere
