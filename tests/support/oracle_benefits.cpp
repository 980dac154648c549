#include "model/rules/benefits.h"
#include "model/rules/housing.h"
#include "model/rules/taxes.h"
#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

int cents(double eur) { return static_cast<int>(Cents::from_euros(eur).value); }

struct Assistance {
    double total = 0, regional = 0;
};

/// Assistance due under a law: the national benefit, else the allowance of those active in a
/// measure, else the region's minimum.
Assistance due_under(const BenefitParameters& law, const BenefitCase& c, bool active) {
    const double national = benefit_due_eur(law, c);
    if (national > 0.0) return {national, 0.0};
    if (c.gross_earnings_eur > law.disregard_eur) return {};
    if (active && !is_protected(law, c) && law.activity_eur > 0.0) return {law.activity_eur, 0.0};
    return {law.regional_eur, law.regional_eur};
}

}  // namespace

double invalidity_eur(const BenefitParameters& law, const Person& person, double gross_eur) {
    const bool lost = 12.0 * gross_eur > law.invalidity_limit_eur_year;
    return person.disability > 0.0f && !lost ? law.invalidity_eur : 0.0;
}

void assess_benefits(World& world) {
    const Parameters& p = world.p();
    for (Person& person : world.people) {
        person.benefit_cents = person.local_aid_cents = person.regional_cents = 0;
        person.due_cents = person.reference_due_cents = person.net_income_cents = 0;
        if (!is_here(person) || person.work == WorkState::detained) continue;
        BenefitCase c;
        c.minors = person.children;
        c.age_months = world.month.index() - person.birth_month;
        c.renter = person.renter && !is_unhoused(person.housing);
        c.categorical = is_categorical(person);
        c.minor_or_disability = person.children > 0 || person.disability > 0.0f;
        c.gross_earnings_eur = person.wage_cents / 100.0;
        c.months_in_job = person.tenure;
        const bool intern = person.work == WorkState::internship;
        if (intern) c.indemnity_eur = p.internship.indemnity_eur_month;
        const bool active = intern || person.step_left > 0;
        const Assistance due = due_under(p.benefit, c, active);
        const double net = split_wage(p.tax, c.gross_earnings_eur).net_eur();
        const double line = p.autonomy.poverty_line_eur_month * double{person.poverty_scale};
        const bool paid = person.takes_up && due.total > 0.0;
        const bool local = has_open_file(person) && person.care != CareState::tapering &&
                           !has_job(person) && !paid && net < line;
        const double local_eur = local ? p.benefit.local_eur : 0.0;
        person.net_income_cents = cents(net);
        person.benefit_cents = person.takes_up ? cents(due.total) : 0;
        person.regional_cents = person.takes_up ? cents(due.regional) : 0;
        person.local_aid_cents = cents(local_eur);
        person.due_cents = cents(due.total + local_eur);
        person.reference_due_cents =
            cents(due_under(world.inputs->reference_law, c, active).total + local_eur);
    }
}

}  // namespace cantiere::oracle
