#include "model/inputs.h"

namespace cantiere {

const Parameters& in_force(const RunInputs& inputs, Month month) {
    if (month < Month{0}) return inputs.usual;
    const double m = month.index();
    const TargetParameters& target = inputs.programme.target;
    const bool runs = m >= target.start_month && m < target.start_month + target.months;
    return runs ? inputs.programme : inputs.outside;
}

}  // namespace cantiere
