#pragma once

#include "tests/support/oracle_world.h"

namespace cantiere::oracle {

/// A month's wage and what is taken from it, EUR.
struct Pay {
    double gross = 0, own_quota = 0, employers_quota = 0;
    double given_up = 0;  // share of both quotas that the State does not ask for
    double tax = 0, net = 0;
};
Pay pay_for(const TaxParameters& law, double gross, double given_up);
Pay pay_of(const World& world, const Person& person);
/// Income tax of a month, a bonus deducted.
double income_tax(const TaxParameters& law, double taxable_eur_month);

/// Slots of the usual services that work this month, fewer while the network is new (6.2).
int working_slots(const World& world, int usual);

}  // namespace cantiere::oracle
