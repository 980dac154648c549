#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/state/events.h"
#include "model/state/residents.h"

namespace cantiere::oracle {

/// What a law has paid since the window began, and the months to wait for more.
struct Drawn {
    int months = 0, wait = 0, allowances = 0;
};

/// Where somebody stands when autonomy is read with other weights.
struct OtherReading {
    float autonomy = 0;
    int qualifying = 0;
    bool out = false, file_from_before = false;
};

/// Everything about one resident.
struct Person {
    EntityKey key;
    Presence presence = Presence::not_arrived;
    Month arrival;
    int birth_month = 0;
    Sex sex = Sex::female;
    GroupMask groups = 0;
    MunicipalityId home_town;
    float frailty = 0, poverty_scale = 1;
    int children = 0;
    bool renter = false, takes_up = false, has_car = false;
    Partner partner = Partner::none;
    bool small_children = false, partner_at_home = false;
    int partner_gross = 0, shared_gross = 0;  // of a partner outside; what a partner earns
    EntityKey partner_key;                    // of a partner who is a resident
    int outside_contacts = 0, tips = 0;

    float professional = 0, relational = 0, health = 0, health_mean = 0, mobility = 0;
    float language = 0, trust = 0, trust_initial = 0, safety = 0, disability = 0, aid = 0;

    WorkState work = WorkState::inactive, work_before = WorkState::inactive;
    int tenure = 0, jobless = 0, wage_cents = 0;
    std::optional<std::size_t> firm;
    int internship_left = 0, conversion_left = 0, boost_left = 0, subsidy_left = 0;
    int incentive_left = 0, quota_left = 0;
    bool in_quota_place = false;

    int loan_cents = 0, debt_cents = 0, repaid_cents = 0, loan_left = 0;
    bool trades = false, loan_tutored = false;
    Funding loan_funding = Funding::none;

    HousingState housing = HousingState::homeless;
    JusticeState justice = JusticeState::none;
    int since_release = 0, sentence_left = 0;
    bool served_outside = false;

    CareState care = CareState::unknown;
    Month identified = no_month, due = no_month, registered = no_month, review = no_month,
          first_service = no_month;
    bool referral_lost = false, holds_bundle = false;
    int assessments = 0, refusals = 0;
    float score = 0, observed_need = 0, assessment_noise = 1;
    std::vector<Instrument> steps;
    std::size_t step = 0;
    int step_left = 0, step_waiting = 0;
    Funding step_funding = Funding::none, support_funding = Funding::none;
    Instrument support = Instrument::count;
    int support_left = 0, support_waiting = 0;
    bool support_done = false;
    Funding tutor_funding = Funding::none;
    int tutor_left = 0, follow_up_left = 0, taper_left = 0;

    float autonomy = 0, autonomy_nonwork = 0;
    int qualifying = 0, reference_qualifying = 0, excluded_months = 0;
    Month exit_month = no_month;
    bool stable_counted = false, relapsed = false, unstable = false;
    OtherReading work_light, equal;
    bool reference_out = false, file_from_before = false;  // by the reference law
    int benefit_cents = 0, local_aid_cents = 0, due_cents = 0, reference_due_cents = 0;
    int net_income_cents = 0, regional_cents = 0;  // the region's part of the benefit
    Drawn drawn, reference_drawn;                  // under the law, and under the reference law
};

}  // namespace cantiere::oracle
