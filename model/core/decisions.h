#pragma once
/// The purposes of random draws.

#include <cstdint>

namespace cantiere {

/// What a draw decides. One member for each kind of decision, so that unrelated decisions never
/// share a number. Append only: a member keeps its number for ever and is never reused, or
/// results that do not concern it would change.
enum class Decision : std::uint16_t {
    none = 0,  // never drawn
    toy_choice = 1,
    toy_event = 2,
    toy_count = 3,
    toy_level = 4,
    referral_sent = 5,
    referral_loss = 6,
    referral_delay = 7,
    referral_control = 8,
    assessment_duplicated = 9,
    assessment_noise = 10,
    front_line_taste = 11,
    project_tailored = 12,
    project_taste = 13,
    project_route = 14,
    step_dropout = 15,
    step_completion = 16,
    support_dropout = 17,
    support_completion = 18,
    queue_tie = 19,
    queue_abandonment = 20,
    job_tutor = 21,
    tutor_tie = 22,
    tie_turnover = 23,
    arrival_count = 100,
    age = 101,
    sex = 102,
    group_cluster = 103,
    group_flag = 104,
    frailty = 105,
    household = 106,
    tenancy = 107,
    benefit_take_up = 108,
    car = 109,
    capital_level = 110,
    disability_limit = 111,
    initial_work = 112,
    initial_jobless = 113,
    initial_tenure = 114,
    initial_wage = 115,
    initial_justice = 116,
    initial_sentence = 117,
    initial_release = 118,
    initial_housing = 119,
    initial_care = 120,
    employer_kind = 121,
    employer_sector = 122,
    employer_staff = 123,
    initial_host = 124,
    cycle = 125,
    leaving = 126,
    life_shock = 127,
    health_change = 128,
    identification = 129,
    reengagement = 130,
    housing_move = 131,
    shelter_place = 132,
    sentence = 133,
    reoffending = 134,
    safety_change = 135,
    excluded_municipality = 136,
    separation = 137,
    prison_work = 138,
    care_reentry = 139,
    exclusion = 140,
};

}  // namespace cantiere
