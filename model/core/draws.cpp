#include "model/core/draws.h"

namespace cantiere {

std::optional<std::size_t> Draws::competing(std::span<const Hazard> causes,
                                            EntityKey who,
                                            Month when,
                                            Decision what) const {
    std::optional<std::size_t> first;
    double first_time = 1.0;
    for (std::size_t cause = 0; cause < causes.size(); ++cause) {
        const double time = latent_time(causes[cause], who, when, what, static_cast<Index>(cause));
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
