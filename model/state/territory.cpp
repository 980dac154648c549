#include "model/state/territory.h"

namespace cantiere {

TravelTimes::TravelTimes(std::size_t count)
    : count_(count), car_(count * count, 0.0), transit_(count * count, 0.0) {}

}  // namespace cantiere
