#pragma once
/// Regimes in which everybody is served alike, for tests of single phases.

#include "model/regimes.h"

namespace cantiere {

/// Default parameters but for one subject; converts to the regimes of a month without programme.
struct OneRegime {
    Parameters all;

    explicit OneRegime(const OutreachParameters& p) { all.outreach = p; }
    explicit OneRegime(const ReferralParameters& p) { all.referral = p; }
    OneRegime(const JusticeParameters& p, const PopulationParameters& people) {
        all.justice = p;
        all.population = people;
    }
    operator Regimes() const { return {all, all}; }
};

}  // namespace cantiere
