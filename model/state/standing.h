#pragma once

#include "model/core/fixed_sum.h"
#include "model/state/residents.h"

namespace cantiere {

/// Where someone stands by an exit rule other than the one that closes files: an exit under it
/// leaves a file open that the rule in force keeps open.
enum class ReferenceExit : std::uint8_t { none, out, with_open_file };

/// Autonomy and the way to an exit under another set of weights; counted, never read by a rule.
struct OtherStanding {
    ResidentColumn<Level> level;                     // A of this month
    ResidentColumn<std::uint8_t> qualifying_months;  // towards H*
    ResidentColumn<ReferenceExit> exit;
};

/// Sum of each domain over those present.
using DomainSums = EnumArray<Domain, FixedPoint>;

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
    EnumArray<OtherWeights, OtherStanding> other;
    ResidentColumn<std::uint8_t> qualifying_months;  // towards H*
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
    ResidentColumn<std::uint8_t> partner_at_home;      // by day, as last known
    ResidentColumn<BenefitSpell> spell;                // under the scenario's law
    ResidentColumn<BenefitSpell> reference_spell;      // as it would be under the reference law
};

}  // namespace cantiere
