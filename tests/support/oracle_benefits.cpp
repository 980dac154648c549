#include <algorithm>

#include "model/rules/benefits.h"
#include "model/rules/housing.h"
#include "model/rules/taxes.h"
#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

int cents(double eur) { return static_cast<int>(Cents::from_euros(eur).value); }

struct Assistance {
    double total = 0, regional = 0;
    bool minimum_income = false, allowance = false;
};

/// Assistance due under a law: the national benefit while the household may have it, else the
/// allowance of those active in a measure, else the region's minimum.
Assistance due_under(const BenefitParameters& law, const BenefitCase& c, const Drawn& drawn) {
    if (drawn.wait == 0) {
        const double national = benefit_due_eur(law, c);
        if (national > 0.0) return {national, 0.0, true, false};
    }
    if (c.gross_earnings_eur > law.disregard_eur) return {};
    const bool over = law.activity_longest_months > 0.0 &&
                      drawn.allowances >= whole_months(law.activity_longest_months);
    if (c.in_activity && !over && !is_protected(law, c) && law.activity_eur > 0.0) {
        return {law.activity_eur, 0.0, false, true};
    }
    return {law.regional_eur, law.regional_eur};
}

/// Counts a month. With its last month a household starts to wait: the pause, and the month it
/// has just been paid.
void count_month(Drawn& drawn, const BenefitParameters& law, bool income, bool allowance) {
    if (allowance) ++drawn.allowances;
    if (law.longest_months <= 0.0) return;
    if (income && ++drawn.months == whole_months(law.longest_months)) {
        drawn.months = 0;
        drawn.wait = whole_months(law.pause_months) + 1;
    }
    if (drawn.wait > 0) --drawn.wait;
}

}  // namespace

bool gives_up_contributions(const World& world, const Person& person) {
    return person.work == WorkState::coop_b && is_art4(world, person);
}

double income_tax(const TaxParameters& law, double taxable_eur_month) {
    const double year = 12.0 * taxable_eur_month;
    const double from = law.deduction_falls_from_eur_year;
    const double to = law.deduction_falls_to_eur_year;
    double deduction = law.income_tax_rate * law.no_tax_area_eur_year;
    if (year > from) {
        const double fallen = std::min(1.0, (year - from) / (to - from));
        deduction =
            (1.0 - fallen) * law.deduction_first_eur_year + fallen * law.deduction_last_eur_year;
    }
    const double due = law.income_tax_rate * year - deduction;
    if (due <= 0.0) return 0.0;
    const bool bonus = year <= law.integrative_limit_eur_year;
    return (due - (bonus ? law.integrative_eur_year : 0.0)) / 12.0;
}

Pay pay_for(const TaxParameters& law, double gross, double given_up) {
    Pay pay;
    pay.gross = gross;
    pay.own_quota = law.employee_contribution * gross;
    pay.employers_quota = law.employer_contribution * gross;
    pay.given_up = given_up;
    const double taxable = gross - pay.own_quota + given_up * pay.own_quota;
    pay.tax = income_tax(law, taxable);
    pay.net = taxable - pay.tax;
    return pay;
}

Pay pay_of(const World& world, const Person& person) {
    const TaxParameters& law = world.p().tax;
    if (person.work == WorkState::self_employed) {
        Pay own;
        own.gross = person.wage_cents / 100.0;
        own.own_quota = own.gross * law.self_employed_contribution;
        own.tax = (own.gross - own.own_quota) * law.self_employed_tax;
        own.net = own.gross - own.own_quota - own.tax;
        return own;
    }
    const double given_up = gives_up_contributions(world, person) ? law.coop_b_relief : 0.0;
    return pay_for(law, person.wage_cents / 100.0, given_up);
}

double assistance_at(const World& world, const Person& person, double gross_eur) {
    return due_under(world.p().benefit, claim_of(world, person, gross_eur), person.drawn).total;
}

BenefitCase claim_of(const World& world, const Person& person, double gross_eur) {
    BenefitCase c;
    c.minors = person.children;
    c.age_months = world.month.index() - person.birth_month;
    c.renter = person.renter && !is_unhoused(person.housing);
    c.categorical = is_categorical(person);
    c.in_activity = person.work == WorkState::internship || person.step_left > 0;
    c.further_adults = person.partner == Partner::none ? 0 : 1;
    c.gross_earnings_eur = person.shared_gross / 100.0 + gross_eur;
    return c;
}

double invalidity_eur(const BenefitParameters& law, const Person& person, double gross_eur) {
    const bool lost = 12.0 * gross_eur > law.invalidity_limit_eur_year;
    if (lost || person.disability == 0.0f) return 0.0;
    return person.disability < static_cast<float>(law.invalidity_from) ? 0.0 : law.invalidity_eur;
}

void assess_benefits(World& world) {
    const Parameters& p = world.p();
    const BenefitParameters& reference_law = world.inputs->reference_law;
    for (Person& person : world.people) {
        person.benefit_cents = person.local_aid_cents = person.regional_cents = 0;
        person.due_cents = person.reference_due_cents = person.net_income_cents = 0;
        Assistance due, reference_due;
        if (is_here(person) && person.work != WorkState::detained) {
            BenefitCase c = claim_of(world, person, person.wage_cents / 100.0);
            c.months_in_job = person.tenure;
            if (person.work == WorkState::internship) {
                c.indemnity_eur = p.internship.indemnity_eur_month;
            }
            due = due_under(p.benefit, c, person.drawn);
            reference_due = due_under(reference_law, c, person.reference_drawn);
            double net = pay_of(world, person).net;
            const double partner = person.shared_gross / 100.0;
            const bool pension = person.partner == Partner::retired;
            if (partner > 0.0) net += pension ? partner : pay_for(p.tax, partner, 0.0).net;
            const double line = p.autonomy.poverty_line_eur_month * double{person.poverty_scale};
            const bool paid = person.takes_up && due.total > 0.0;
            const bool local = has_open_file(person) && !has_job(person) && !paid && net < line;
            const double local_eur = local ? p.benefit.local_eur : 0.0;
            person.net_income_cents = cents(std::max(0.0, net - person.repaid_cents / 100.0));
            person.benefit_cents = person.takes_up ? cents(due.total) : 0;
            person.regional_cents = person.takes_up ? cents(due.regional) : 0;
            person.local_aid_cents = cents(local_eur);
            person.due_cents = cents(due.total + local_eur);
            person.reference_due_cents = cents(reference_due.total + local_eur);
        }
        if (world.month.index() < 0) continue;
        const bool claims = person.takes_up;
        count_month(person.drawn, p.benefit, claims && due.minimum_income, claims && due.allowance);
        count_month(person.reference_drawn,
                    reference_law,
                    claims && reference_due.minimum_income,
                    claims && reference_due.allowance);
    }
}

}  // namespace cantiere::oracle
