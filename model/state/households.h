#pragma once

#include <utility>
#include <vector>

#include "model/core/ids.h"

namespace cantiere {

/// Residents who share a household, found by their keys in the first month.
struct Households {
    std::vector<std::pair<ResidentId, ResidentId>> couples;
    bool known = false;
};

}  // namespace cantiere
