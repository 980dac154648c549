#pragma once

namespace cantiere {

/// Tells whether a limitation, which is stored in single precision, reaches a degree that a law
/// asks for: in single precision, so that one of exactly .45 is not refused as .44999999.
inline bool reaches_degree(double limitation, double degree) {
    return static_cast<float>(limitation) >= static_cast<float>(degree);
}

}  // namespace cantiere
