#pragma once

#include "model/core/fixed_sum.h"
#include "model/state/credit.h"
#include "model/state/residents.h"
#include "model/state/standing.h"

namespace cantiere {

inline constexpr int max_project_steps = 4;

/// Open file with the services: state, waiting and the individual project.
/// The project is a list of main steps taken one after the other and at most one support beside
/// them.
struct Care {
    ResidentColumn<CareState> state;
    ResidentColumn<Month> identified_month;
    ResidentColumn<Month> referral_due_month;    // when the referral under way arrives
    ResidentColumn<std::uint8_t> referral_lost;  // 1 when the referral under way will be lost
    ResidentColumn<Month> registered_month;      // referral completed; no_month before
    ResidentColumn<Month> review_month;  // asked for a second look at the case; no_month = never
    ResidentColumn<Month>
        first_service_month;  // first instrument since identification; no_month before
    ResidentColumn<std::uint8_t> assessments;  // made in this spell of care
    ResidentColumn<float> score;               // commission score S without points for waiting
    ResidentColumn<float> observed_need;       // n_hat = 1 - A_hat as seen at assessment
    ResidentColumn<float> assessment_noise;    // multiplier of sigma_a (skills assessment: .7)
    ResidentColumn<std::uint8_t> refusals;

    ResidentColumn<std::array<Instrument, max_project_steps>> steps;
    ResidentColumn<std::uint8_t> step_count;
    ResidentColumn<std::uint8_t> step;       // index of the present step
    ResidentColumn<std::uint8_t> step_left;  // months left of the step under delivery; 0 = waiting
    ResidentColumn<std::uint16_t> step_waiting;  // months waited for the present step
    ResidentColumn<Funding> step_funding;

    ResidentColumn<Instrument> support;  // Instrument::count = no support in the project
    ResidentColumn<std::uint8_t> support_left;
    ResidentColumn<std::uint16_t> support_waiting;
    ResidentColumn<Funding> support_funding;
    ResidentColumn<std::uint8_t> support_done;

    ResidentColumn<std::uint8_t> tutor_left;  // months of job tutor left
    ResidentColumn<Funding> tutor_funding;
    ResidentColumn<std::uint8_t> follow_up_left;
    ResidentColumn<std::uint8_t> taper_left;    // months of graded support left (3 K after a hire)
    ResidentColumn<std::uint8_t> holds_bundle;  // null twin: this person's path is paid by a bundle
};

/// What is added up about a resident over the window; never read by a rule.
struct Tally {
    PersonColumn<FixedPoint> autonomy_years;   // discounted
    PersonColumn<FixedPoint> public_cost_eur;  // net, discounted, marginal
    PersonColumn<std::uint16_t> months_present;
    PersonColumn<std::uint16_t> starts;
    PersonColumn<std::uint16_t> hires;
    PersonColumn<std::uint8_t> served;  // started an instrument beyond orientation and assessment
    PersonColumn<Month> first_referred_month;  // in the window
    PersonColumn<Month> first_start_month;     // first instrument start in the window
    PersonColumn<std::uint8_t> stable_exits;
};

/// Everything about the residents there are, each row one person; row order never matters.
struct Residents {
    People people;
    Capital capital;
    Work work;
    Housing housing;
    Justice justice;
    Care care;
    Standing standing;
    Tally tally;
    Credit credit;

    /// Returns the number of rows.
    std::size_t size() const { return people.key.size(); }
};

}  // namespace cantiere
