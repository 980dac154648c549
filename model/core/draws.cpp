#include "model/core/draws.h"

namespace cantiere {

namespace {

constexpr double margin_of_rounding = 1e-9;

}  // namespace

std::optional<std::size_t> Draws::competing(std::span<const Hazard> causes,
                                            EntityKey who,
                                            Month when,
                                            Decision what) const {
    std::optional<std::size_t> first;
    double first_time = 1.0;
    for (std::size_t cause = 0; cause < causes.size(); ++cause) {
        const double hazard = causes[cause].per_month();
        const double u = uniform(who, when, what, static_cast<Index>(cause));
        // -log(u)/h < 1 needs u > exp(-h), and exp(-h) >= 1-h: most causes need no logarithm.
        if (u < 1.0 - hazard - margin_of_rounding) continue;
        const double time = -log(u) / hazard;
        if (time < first_time) {
            first = cause;
            first_time = time;
        }
    }
    return first;
}

Draws::Count Draws::poisson(double mean, EntityKey who, Month when, Decision what, Index i) const {
    return poisson_quantile(mean, uniform(who, when, what, i));
}

Draws::Count Draws::geometric(double mean,
                              EntityKey who,
                              Month when,
                              Decision what,
                              Index i) const {
    return geometric_quantile(mean, uniform(who, when, what, i));
}

Draws::Count Draws::binomial(Count n,
                             Probability p,
                             EntityKey who,
                             Month when,
                             Decision what,
                             Index i) const {
    return binomial_quantile(n, p, uniform(who, when, what, i));
}

}  // namespace cantiere
