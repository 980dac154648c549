#include "model/rules/microcredit.h"

#include "model/core/rounding.h"

namespace cantiere {

double expected_guarantee_eur(const MicrocreditParameters& p) {
    const double tutored = std::clamp(p.tutored_share, 0.0, 1.0);
    const double called =
        tutored * call_chance(p, true).value() + (1.0 - tutored) * call_chance(p, false).value();
    const double fails = probability_of(business_failure_hazard(p)).value();
    Cents balance = Cents::from_euros(p.loan_eur);
    double alive = 1.0;
    double lost_eur = 0.0;
    for (int left = nearest_int(p.loan_months); left > 0; --left) {
        lost_eur += alive * fails * called * p.guarantee_cover * balance.euros();
        alive *= 1.0 - fails;
        balance = repay(p, balance, left).balance;
    }
    return lost_eur;
}

}  // namespace cantiere
