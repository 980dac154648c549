#pragma once

#include "model/state/care.h"

namespace cantiere {

namespace detail {  // each fills the columns of a table with `n` typical rows

inline void size_people(People& people, std::size_t n) {
    people.key.resize(n);
    people.presence.resize(n, Presence::present);
    people.arrival_month.resize(n, Month{-36});
    people.birth_month.resize(n, -480);
    people.sex.resize(n, Sex::female);
    people.groups.resize(n, 0);
    people.municipality.resize(n, MunicipalityId::at(0));
    people.frailty.resize(n, 0.0f);
    people.children.resize(n, 0);
    people.poverty_scale.resize(n, 1.0f);
    people.renter.resize(n, 0);
    people.takes_up.resize(n, 1);
    people.has_car.resize(n, 1);
    people.partner.resize(n, Partner::none);
    people.small_children.resize(n, 0);
    people.partner_gross_cents.resize(n, 0);
    people.partner_key.resize(n);
}

inline void size_capital(Capital& capital, std::size_t n) {
    capital.professional.resize(n, 0.35f);
    capital.relational.resize(n, 0.40f);
    capital.health.resize(n, 0.60f);
    capital.health_mean.resize(n, 0.60f);
    capital.mobility.resize(n, 0.60f);
    capital.language.resize(n, 0.75f);
    capital.trust.resize(n, 0.50f);
    capital.trust_initial.resize(n, 0.50f);
    capital.safety.resize(n, 0.85f);
    capital.disability.resize(n, 0.0f);
    capital.aid.resize(n, 0.0f);
}

inline void size_work(Work& work, std::size_t n) {
    work.state.resize(n, WorkState::seeking);
    work.state_at_start.resize(n, WorkState::seeking);
    work.tenure_months.resize(n, 0);
    work.jobless_months.resize(n, 12);
    work.employer.resize(n, EmployerId::none());
    work.gross_wage_cents.resize(n, 0);
    work.internship_left.resize(n, 0);
    work.conversion_left.resize(n, 0);
    work.search_boost_left.resize(n, 0);
    work.subsidy_left.resize(n, 0);
    work.incentive_left.resize(n, 0);
    work.quota_place.resize(n, 0);
    work.quota_subsidy_left.resize(n, 0);
}

inline void size_care(Care& care, std::size_t n) {
    care.state.resize(n, CareState::known);
    care.identified_month.resize(n, Month{-1});
    care.referral_due_month.resize(n, no_month);
    care.referral_lost.resize(n, 0);
    care.registered_month.resize(n, no_month);
    care.review_month.resize(n, no_month);
    care.first_service_month.resize(n, no_month);
    care.assessments.resize(n, 0);
    care.score.resize(n, 0.0f);
    care.observed_need.resize(n, 0.0f);
    care.assessment_noise.resize(n, 1.0f);
    care.refusals.resize(n, 0);
    care.steps.resize(n);
    care.step_count.resize(n, 0);
    care.step.resize(n, 0);
    care.step_left.resize(n, 0);
    care.step_waiting.resize(n, 0);
    care.step_funding.resize(n, Funding::none);
    care.support.resize(n, Instrument::count);
    care.support_left.resize(n, 0);
    care.support_waiting.resize(n, 0);
    care.support_funding.resize(n, Funding::none);
    care.support_done.resize(n, 0);
    care.tutor_left.resize(n, 0);
    care.tutor_funding.resize(n, Funding::none);
    care.follow_up_left.resize(n, 0);
    care.taper_left.resize(n, 0);
    care.holds_bundle.resize(n, 0);
}

inline void size_standing(Standing& standing, std::size_t n) {
    standing.autonomy.resize(n, 0.25f);
    standing.autonomy_nonwork.resize(n, 0.5f);
    for (OtherStanding& other : standing.other) {
        other.level.resize(n, 0.0f);
        other.qualifying_months.resize(n, 0);
        other.exit.resize(n, ReferenceExit::none);
    }
    standing.qualifying_months.resize(n, 0);
    standing.reference_qualifying_months.resize(n, 0);
    standing.exit_month.resize(n, no_month);
    standing.stable_counted.resize(n, 0);
    standing.relapsed.resize(n, 0);
    standing.unstable.resize(n, 0);
    standing.reference_exit.resize(n, ReferenceExit::none);
    standing.excluded_months.resize(n, 0);
    standing.benefit_cents.resize(n, 0);
    standing.regional_cents.resize(n, 0);
    standing.local_aid_cents.resize(n, 0);
    standing.due_cents.resize(n, 0);
    standing.reference_due_cents.resize(n, 0);
    standing.net_income_cents.resize(n, 0);
    standing.partner_gross_cents.resize(n, 0);
    standing.partner_at_home.resize(n, 0);
    standing.spell.resize(n);
    standing.reference_spell.resize(n);
}

}  // namespace detail
}  // namespace cantiere
