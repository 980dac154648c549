#pragma once

#include "model/core/fixed_sum.h"
#include "model/state/credit.h"
#include "model/state/residents.h"

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
    ResidentColumn<float> score;               // commission score S, higher goes first
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

/// Where someone stands by an exit rule other than the one that closes files: an exit under it
/// leaves a file open that the rule in force keeps open.
enum class ReferenceExit : std::uint8_t { none, out, with_open_file };

/// Autonomy and the way to an exit under another set of weights; counted, never read by a rule.
struct OtherAutonomy {
    Level level = 0.0f;                  // A of this month
    std::uint8_t qualifying_months = 0;  // towards H*
    ReferenceExit exit = ReferenceExit::none;

    friend bool operator==(const OtherAutonomy&, const OtherAutonomy&) = default;
};

/// What a household has drawn of a law's benefits since the window began.
struct BenefitSpell {
    std::uint16_t months_paid = 0;            // minimum income, in the present spell
    std::uint16_t pause_left = 0;             // months until the next spell may begin
    std::uint16_t allowance_months_paid = 0;  // of the allowance during an activity, in all

    friend bool operator==(const BenefitSpell&, const BenefitSpell&) = default;
};

/// Long-run standing: exit counters, relapse, exclusion. Months count consecutive qualifying
/// months.
struct Standing {
    ResidentColumn<Level> autonomy;          // A of this month
    ResidentColumn<Level> autonomy_nonwork;  // A over the six non-work domains
    ResidentColumn<EnumArray<OtherWeights, OtherAutonomy>> other;  // under other weights
    ResidentColumn<std::uint8_t> qualifying_months;                // towards H*
    ResidentColumn<std::uint8_t> reference_qualifying_months;
    ResidentColumn<Month> exit_month;             // of the latest exit, no_month = never
    ResidentColumn<std::uint8_t> stable_counted;  // the latest exit was already counted as stable
    ResidentColumn<std::uint8_t> relapsed;        // the latest exit has relapsed
    ResidentColumn<std::uint8_t>
        unstable;  // since the latest exit: assistance, instrument, detention or homeless
    ResidentColumn<ReferenceExit> reference_exit;
    ResidentColumn<std::uint16_t> excluded_months;  // consecutive months in exclusion
    ResidentColumn<std::int32_t> benefit_cents;     // means-tested assistance received this month
    ResidentColumn<std::int32_t> regional_cents;    // the part of it that the region pays
    ResidentColumn<std::int32_t> local_aid_cents;   // municipal contribution received this month
    ResidentColumn<std::int32_t> due_cents;  // means-tested assistance due under the scenario's law
    ResidentColumn<std::int32_t> reference_due_cents;  // ... under the reference law
    ResidentColumn<std::int32_t> net_income_cents;     // of the household, welfare excluded
    ResidentColumn<std::int32_t> partner_gross_cents;  // what a partner earns, as last known
    ResidentColumn<BenefitSpell> spell;                // under the scenario's law
    ResidentColumn<BenefitSpell> reference_spell;      // as it would be under the reference law
};

/// What is added up about a resident over the window; never read by a rule.
struct Tally {
    ResidentColumn<FixedPoint> autonomy_years;   // discounted
    ResidentColumn<FixedPoint> public_cost_eur;  // net, discounted, marginal
    ResidentColumn<std::uint16_t> months_present;
    ResidentColumn<std::uint16_t> starts;
    ResidentColumn<std::uint16_t> hires;
    ResidentColumn<std::uint8_t> served;  // started an instrument beyond orientation and assessment
    ResidentColumn<Month> first_referred_month;  // in the window
    ResidentColumn<Month> first_start_month;     // first instrument start in the window
    ResidentColumn<std::uint8_t> stable_exits;
};

/// Everything about all residents, each row one person; row order never matters.
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

    /// Returns the number of rows (people who ever arrive).
    std::size_t size() const { return people.key.size(); }
};

}  // namespace cantiere
