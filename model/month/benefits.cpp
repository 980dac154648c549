#include "model/month/benefits.h"

#include <algorithm>

#include "model/core/rows.h"
#include "model/month/accounts_prices.h"
#include "model/rules/limitation.h"

namespace cantiere {
namespace {

constexpr GroupMask certified_disadvantage = bit(Group::addiction) | bit(Group::mental_health) |
                                             bit(Group::homeless) | bit(Group::violence_survivor) |
                                             bit(Group::detained_or_ex);

std::int32_t to_cents(double eur) {
    return static_cast<std::int32_t>(Cents::from_euros(eur).value);
}

/// What the household's benefit of this month depends on, earnings of the month included.
BenefitCase month_case(const CaseTables& tables,
                       const Care& care,
                       const InternshipParameters& internship,
                       Month month,
                       ResidentId who) {
    const Work& work = tables.work;
    BenefitCase c = jobless_case(tables, care, month, who);
    c.gross_earnings_eur += work.gross_wage_cents[who] / 100.0;
    c.months_in_job = work.tenure_months[who];
    c.indemnity_eur =
        work.state[who] == WorkState::internship ? internship.indemnity_eur_month : 0.0;
    return c;
}

/// Own income and assistance of one month, EUR.
struct MonthMoney {
    double net_eur = 0.0;
    double local_eur = 0.0;
    Assistance due;
    Assistance paid;
    Assistance reference_due;
    Assistance reference_paid;
};

void write_money(Standing& standing, const MonthMoney& money, ResidentId who) {
    standing.net_income_cents[who] = to_cents(money.net_eur);
    standing.benefit_cents[who] = to_cents(money.paid.eur());
    standing.regional_cents[who] = to_cents(money.paid.regional_eur);
    standing.local_aid_cents[who] = to_cents(money.local_eur);
    standing.due_cents[who] = to_cents(money.due.eur() + money.local_eur);
    standing.reference_due_cents[who] = to_cents(money.reference_due.eur() + money.local_eur);
}

MonthMoney money_of(const CaseTables& tables,
                    const Care& care,
                    const Parameters& parameters,
                    const BenefitParameters& reference_law,
                    bool reference_holds,
                    Month month,
                    ResidentId who) {
    const BenefitCase c = month_case(tables, care, parameters.internship, month, who);
    MonthMoney money;
    if (const std::int32_t own_cents = tables.work.gross_wage_cents[who]; own_cents > 0) {
        const Contributions contributions =
            contributions_of(tables.people, tables.capital, tables.work, parameters.tax, who);
        money.net_eur = split_wage(parameters.tax, own_cents / 100.0, contributions).net_eur();
    }
    const std::int32_t partner_cents = tables.standing.partner_gross_cents[who];
    if (tables.people.partner[who] == Partner::retired) {
        money.net_eur += partner_cents / 100.0;  // free of tax
    } else if (partner_cents > 0) {
        money.net_eur += split_wage(parameters.tax, partner_cents / 100.0).net_eur();
    }
    const BenefitSpell& spell = tables.standing.spell[who];
    const BenefitSpell& reference_spell = tables.standing.reference_spell[who];
    money.due = assistance_due(parameters.benefit, c, spell);
    money.reference_due = reference_holds && spell == reference_spell
                              ? money.due
                              : assistance_due(reference_law, c, reference_spell);
    if (tables.people.takes_up[who] != 0) {
        money.paid = money.due;
        money.reference_paid = money.reference_due;
    }
    const double line =
        parameters.autonomy.poverty_line_eur_month * double{tables.people.poverty_scale[who]};
    const bool in_need = !is_employed(tables.work.state[who]) && money.net_eur < line;
    if (in_need && is_helped_locally(care.state[who], money.paid)) {
        money.local_eur = parameters.benefit.local_eur;
    }
    return money;
}

}  // namespace

bool is_employed(WorkState state) {
    switch (state) {
        case WorkState::subsidised:
        case WorkState::coop_b:
        case WorkState::fixed_term:
        case WorkState::open_ended:
        case WorkState::self_employed:
            return true;
        default:
            return false;
    }
}

ResidentSet employed(const Work& work) {
    return rows_with(work.state,
                     WorkState::subsidised,
                     WorkState::coop_b,
                     WorkState::fixed_term,
                     WorkState::open_ended,
                     WorkState::self_employed);
}

bool is_in_care(CareState state) {
    switch (state) {
        case CareState::referred:
        case CareState::assessed_waiting:
        case CareState::in_project:
        case CareState::follow_up:
        case CareState::tapering:
            return true;
        default:
            return false;
    }
}

bool is_categorical(const People& people,
                    const Capital& capital,
                    const Care& care,
                    ResidentId who) {
    const bool certified =
        (people.groups[who] & certified_disadvantage) != 0 && is_in_care(care.state[who]);
    return people.children[who] > 0 || capital.disability[who] > 0.0f || certified;
}

double invalidity_eur(const BenefitParameters& law, double disability, double gross_eur_month) {
    const bool disabled = disability > 0.0 && reaches_degree(disability, law.invalidity_from);
    const bool lost = 12.0 * gross_eur_month > law.invalidity_limit_eur_year;
    return disabled && !lost ? law.invalidity_eur : 0.0;
}

bool is_helped_locally(CareState state, const Assistance& paid) {
    return is_in_care(state) && paid.eur() <= 0.0;
}

BenefitCase jobless_case(const CaseTables& tables, const Care& care, Month month, ResidentId who) {
    const auto& [people, capital, work, housing, standing] = tables;
    BenefitCase c;
    c.minors = people.children[who];
    c.further_adults = people.partner[who] == Partner::none ? 0 : 1;
    c.gross_earnings_eur = standing.partner_gross_cents[who] / 100.0;
    c.age_months = month.index() - people.birth_month[who];
    c.renter = people.renter[who] != 0 && !is_unhoused(housing.state[who]);
    c.categorical = is_categorical(people, capital, care, who);
    c.in_activity = care.step_left[who] > 0 || work.state[who] == WorkState::internship;
    return c;
}

void assess_benefits(Standing& standing,
                     const People& people,
                     const Capital& capital,
                     const Work& work,
                     const Housing& housing,
                     const Care& care,
                     const Credit& credit,
                     const Parameters& parameters,
                     const BenefitParameters& reference_law,
                     Month month) {
    const CaseTables tables{people, capital, work, housing, standing};
    const bool reference_holds = parameters.benefit == reference_law;
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        MonthMoney money;
        const bool at_liberty = work.state[who] != WorkState::detained;
        if (people.presence[who] == Presence::present && at_liberty) {
            money = money_of(tables, care, parameters, reference_law, reference_holds, month, who);
            money.net_eur = std::max(0.0, money.net_eur - credit.repaid_cents[who] / 100.0);
        }
        write_money(standing, money, who);
        if (month.index() < 0) continue;  // a law starts to pay with the window
        BenefitSpell& spell = standing.spell[who];
        BenefitSpell& reference = standing.reference_spell[who];
        spell = after_month(parameters.benefit, spell, money.paid);
        reference = after_month(reference_law, reference, money.reference_paid);
    }
}

}  // namespace cantiere
