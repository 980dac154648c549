#include "model/month/benefits.h"

#include "model/core/rows.h"

namespace cantiere {
namespace {

constexpr GroupMask certified_disadvantage = bit(Group::addiction) | bit(Group::mental_health) |
                                             bit(Group::homeless) | bit(Group::violence_survivor) |
                                             bit(Group::detained_or_ex);

std::int32_t to_cents(double eur) {
    return static_cast<std::int32_t>(Cents::from_euros(eur).value);
}

bool is_active_in_a_measure(const Care& care, const Work& work, ResidentId who) {
    return care.step_left[who] > 0 || work.state[who] == WorkState::internship;
}

BenefitCase case_of(const People& people,
                    const Capital& capital,
                    const Work& work,
                    const Housing& housing,
                    const Care& care,
                    const InternshipParameters& internship,
                    ResidentId who,
                    Month month) {
    BenefitCase c;
    c.minors = people.children[who];
    c.age_months = month.index() - people.birth_month[who];
    c.renter = people.renter[who] != 0 && !is_unhoused(housing.state[who]);
    c.categorical = is_categorical(people, capital, care, who);
    c.minor_or_disability = people.children[who] > 0 || capital.disability[who] > 0.0f;
    c.gross_earnings_eur = work.gross_wage_cents[who] / 100.0;
    c.months_in_job = work.tenure_months[who];
    c.indemnity_eur =
        work.state[who] == WorkState::internship ? internship.indemnity_eur_month : 0.0;
    return c;
}

/// Means-tested assistance by who pays it, EUR a month; never both.
struct Assistance {
    double state_eur = 0.0;
    double regional_eur = 0.0;
    double eur() const { return state_eur + regional_eur; }
};

/// National benefit, then the allowance of those active in a measure, then a regional minimum.
Assistance means_tested(const BenefitParameters& law, const BenefitCase& c, bool active) {
    const double national = benefit_due_eur(law, c);
    if (national > 0.0) return {national, 0.0};
    if (c.gross_earnings_eur > law.disregard_eur) return {};
    if (active && !is_protected(law, c) && law.activity_eur > 0.0) return {law.activity_eur, 0.0};
    return {0.0, law.regional_eur};
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
    if (disability <= 0.0 || 12.0 * gross_eur_month > law.invalidity_limit_eur_year) return 0.0;
    return law.invalidity_eur;
}

void assess_benefits(Standing& standing,
                     const People& people,
                     const Capital& capital,
                     const Work& work,
                     const Housing& housing,
                     const Care& care,
                     const Parameters& parameters,
                     const BenefitParameters& reference_law,
                     Month month) {
    const BenefitParameters& law = parameters.benefit;
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        standing.benefit_cents[who] = 0;
        standing.regional_cents[who] = 0;
        standing.local_aid_cents[who] = 0;
        standing.due_cents[who] = 0;
        standing.reference_due_cents[who] = 0;
        standing.net_income_cents[who] = 0;
        if (people.presence[who] != Presence::present) continue;
        if (work.state[who] == WorkState::detained) continue;
        const BenefitCase c =
            case_of(people, capital, work, housing, care, parameters.internship, who, month);
        const bool active = is_active_in_a_measure(care, work, who);
        const double net_eur = split_wage(parameters.tax, c.gross_earnings_eur).net_eur();
        const Assistance due = means_tested(law, c, active);
        const Assistance paid = people.takes_up[who] != 0 ? due : Assistance{};
        const double line =
            parameters.autonomy.poverty_line_eur_month * double{people.poverty_scale[who]};
        const bool needs_local_aid =
            is_in_care(care.state[who]) && care.state[who] != CareState::tapering &&
            !is_employed(work.state[who]) && paid.eur() <= 0.0 && net_eur < line;
        const double local = needs_local_aid ? law.local_eur : 0.0;
        standing.net_income_cents[who] = to_cents(net_eur);
        standing.benefit_cents[who] = to_cents(paid.eur());
        standing.regional_cents[who] = to_cents(paid.regional_eur);
        standing.local_aid_cents[who] = to_cents(local);
        standing.due_cents[who] = to_cents(due.eur() + local);
        standing.reference_due_cents[who] =
            to_cents(means_tested(reference_law, c, active).eur() + local);
    }
}

}  // namespace cantiere
