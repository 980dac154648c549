#pragma once

#include "model/rules/benefits.h"
#include "model/state/care.h"

namespace cantiere {

/// Means-tested assistance of a month by kind, EUR; never two kinds at once.
struct Assistance {
    double national_eur = 0.0;   // minimum income, paid by the State
    double allowance_eur = 0.0;  // of those active in a measure, paid by the State
    double regional_eur = 0.0;   // regional minimum, paid by the region
    double eur() const { return national_eur + allowance_eur + regional_eur; }
};

/// Tells whether the law still pays its minimum income in this spell.
inline bool may_draw_benefit(const BenefitParameters& law, const BenefitSpell& spell) {
    return law.longest_months <= 0.0 || spell.months_paid < law.longest_months;
}

/// Tells whether the law still pays its allowance during an activity.
inline bool may_draw_allowance(const BenefitParameters& law, const BenefitSpell& spell) {
    return law.activity_longest_months <= 0.0 ||
           spell.allowance_months_paid < law.activity_longest_months;
}

/// Returns the national benefit, else the allowance of those active in a measure, else a regional
/// minimum; each within the months that the law pays it (model.md 5.14, 6.2).
inline Assistance assistance_due(const BenefitParameters& law,
                                 const BenefitCase& c,
                                 const BenefitSpell& spell) {
    const double national = may_draw_benefit(law, spell) ? benefit_due_eur(law, c) : 0.0;
    if (national > 0.0) return {national, 0.0, 0.0};
    if (c.gross_earnings_eur > law.disregard_eur) return {};
    const bool allowance = c.in_activity && !is_protected(law, c) && law.activity_eur > 0.0;
    if (allowance && may_draw_allowance(law, spell)) return {0.0, law.activity_eur, 0.0};
    return {0.0, 0.0, law.regional_eur};
}

/// Returns the spell after a month in which `paid` was drawn. A spell that is interrupted keeps
/// the months it has left; once used up, the next begins after the pause.
inline BenefitSpell after_month(const BenefitParameters& law,
                                BenefitSpell spell,
                                const Assistance& paid) {
    if (paid.allowance_eur > 0.0) ++spell.allowance_months_paid;
    if (law.longest_months <= 0.0) return spell;
    if (paid.national_eur > 0.0) {
        ++spell.months_paid;
        if (!may_draw_benefit(law, spell)) {
            spell.pause_left = static_cast<std::uint16_t>(law.pause_months);
        }
    } else if (spell.pause_left > 0) {
        --spell.pause_left;
    }
    if (!may_draw_benefit(law, spell) && spell.pause_left == 0) spell.months_paid = 0;
    return spell;
}

}  // namespace cantiere
