#pragma once

#include "model/state/residents.h"

namespace cantiere {

/// d_eff = d (1 - aid), what aids leave of a limitation (model.md 5.11)
inline double effective_disability(double limitation, double aid) {
    return limitation * (1.0 - aid);
}
inline double effective_disability(const Capital& capital, ResidentId who) {
    return effective_disability(double{capital.disability[who]}, double{capital.aid[who]});
}

/// Tells whether a limitation, which is stored in single precision, reaches a degree that a law
/// asks for: in single precision, so that one of exactly .45 is not refused as .44999999.
inline bool reaches_degree(double limitation, double degree) {
    return static_cast<float>(limitation) >= static_cast<float>(degree);
}

}  // namespace cantiere
