#pragma once
/// What employers believe of an applicant or an intern (model.md 5.7, 5.8, 5.9, 5.17.0).

#include <array>
#include <bit>

#include "model/rules/employers.h"
#include "model/rules/internship.h"

namespace cantiere {

/// Trainees of each group that an employer has had.
using TraineesSeen = std::array<std::uint8_t, static_cast<std::size_t>(Group::count)>;

/// What an employer believes before it looks, mean mu and weight lambda of what it then sees, and
/// how noisy that is.
struct PriorBelief {
    double mean = 0.0;
    double signal_weight = 0.5;
    double signal_sd = 1.0;
};

/// Belief about the groups in `mask`: the most negative prejudice among them holds, and the
/// employer sees the better the more trainees of that group it has had. That of a disability
/// grows with the limitation that aids leave.
inline PriorBelief prior_belief(const EmployerParameters& p,
                                std::uint16_t mask,
                                double effective_disability,
                                const TraineesSeen& seen) {
    PriorBelief belief;
    double trainees = 0.0;
    bool any = false;
    for (unsigned rest = mask; rest != 0; rest &= rest - 1) {
        const auto g = static_cast<std::size_t>(std::countr_zero(rest));
        const bool limited = static_cast<Group>(g) == Group::disability;
        const double mean = p.prejudice.values[g] * (limited ? effective_disability : 1.0);
        if (any && mean >= belief.mean) continue;
        belief.mean = mean;
        trainees = seen[g];
        any = true;
    }
    belief.signal_weight = signal_weight(p, trainees);
    belief.signal_sd = signal_sd(p, trainees);
    return belief;
}

/// y_hat = lambda (y + e) + (1 - lambda) mu
inline double assessed_employability(const PriorBelief& belief, double y, double noise) {
    return belief.signal_weight * (y + noise) + (1.0 - belief.signal_weight) * belief.mean;
}

/// Adds up the group terms of the host-hire logit, limitation included, each shrunk by what the
/// host has learned of the group. Addiction and mental health count once, the lower term.
inline double conversion_group_terms(const InternshipParameters& p,
                                     const EmployerParameters& e,
                                     std::uint16_t mask,
                                     double effective_disability,
                                     const TraineesSeen& seen) {
    double sum = p.conversion_disability * effective_disability *
                 prejudice_left(e, seen[static_cast<std::size_t>(Group::disability)]);
    double ill = 0.0;
    for (std::size_t g = 0; g < seen.size(); ++g) {
        if ((mask & (1u << g)) == 0) continue;
        const auto group = static_cast<Group>(g);
        const double term = p.conversion_group[group] * prejudice_left(e, seen[g]);
        if (group == Group::addiction || group == Group::mental_health) {
            ill = std::min(ill, term);
        } else {
            sum += term;
        }
    }
    return sum + ill;
}

}  // namespace cantiere
