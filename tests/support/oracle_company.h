#pragma once

#include <map>
#include <string>

#include "model/inputs.h"
#include "model/state/events.h"

namespace cantiere::oracle {

/// What happens in both models, and the first month in which they part.
struct Company {
    std::string parted;  // empty: they never do
    std::map<EventKind, int> events;
    std::map<Instrument, int> started;
};

/// Lives the burn-in and the window in both models side by side, and compares them every month.
Company live_together(const RunInputs& inputs, const RunKey& luck);

}  // namespace cantiere::oracle
