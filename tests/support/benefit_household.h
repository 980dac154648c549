#pragma once
/// One household of the schedule of benefits, and what a month brings it.

#include "model/core/rows.h"
#include "model/month/benefits.h"
#include "tests/support/sample_residents.h"

namespace cantiere {

inline constexpr ResidentId only_resident = ResidentId::at(0);

/// A household of the schedule: one adult who rents, of a kind that a selective regime protects
/// (a certified disadvantage with an open file), at work for `months_in_job`.
struct Household {
    double gross_eur = 0.0;
    int minors = 0;
    int months_in_job = 24;
    bool renter = true;
    bool certified = true;
    int age_months = 480;
    bool intern = false;
    float disability = 0.0f;
    bool in_a_service = false;
};

/// What the month brings, cents.
struct Income {
    std::int64_t benefit = 0;
    std::int64_t net = 0;
    std::int64_t invalidity = 0;
    std::int64_t disposable() const { return benefit + net + invalidity; }
};

/// Makes the one resident that household.
inline Residents household_of(const Household& home) {
    Residents r = sample_residents(1);
    r.people.renter[only_resident] = home.renter ? 1 : 0;
    r.people.children[only_resident] = static_cast<std::uint8_t>(home.minors);
    r.people.birth_month[only_resident] = static_cast<std::int16_t>(-home.age_months);
    r.people.groups[only_resident] = home.certified ? bit(Group::addiction) : GroupMask{0};
    r.capital.disability[only_resident] = home.disability;
    r.care.state[only_resident] = CareState::follow_up;
    if (home.in_a_service) {
        open_project(r.care, only_resident, {Instrument::vocational_training}, Month{0});
        r.care.step_left[only_resident] = 2;
    }
    if (home.gross_eur > 0.0) r.work.state[only_resident] = WorkState::open_ended;
    if (home.intern) r.work.state[only_resident] = WorkState::internship;
    r.work.gross_wage_cents[only_resident] =
        static_cast<std::int32_t>(Cents::from_euros(home.gross_eur).value);
    r.work.tenure_months[only_resident] = static_cast<std::uint16_t>(home.months_in_job);
    return r;
}

/// Runs the phase of benefits in `month` for a household, which remembers what it has drawn.
inline Income month_of(const Parameters& p, const Household& home, Residents& r, Month month) {
    assess_benefits(r.standing,
                    r.people,
                    r.capital,
                    r.work,
                    r.housing,
                    r.care,
                    r.credit,
                    p,
                    p.benefit,
                    month);
    const double cheque = invalidity_eur(p.benefit, double{home.disability}, home.gross_eur);
    return {r.standing.benefit_cents[only_resident],
            r.standing.net_income_cents[only_resident],
            Cents::from_euros(cheque).value};
}

/// Runs the phase of benefits for one household that has drawn nothing yet.
inline Income month_of(const Parameters& p, const Household& home) {
    Residents r = household_of(home);
    return month_of(p, home, r, Month{0});
}

}  // namespace cantiere
