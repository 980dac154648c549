#include <cmath>
#include <limits>

#include "tests/support/catch.h"
#include "tests/support/lever_sweep.h"

namespace cantiere {

TEST_CASE("A sweep has no result when its outcome is not measured at one end") {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    const auto swept = [&](double at_low) {
        const Measure measure = [=](const RunInputs& inputs, const RunKey&) {
            return inputs.programme.target.tutor_share > 0.5 ? 5.0 : at_low;
        };
        return sweep({"tutors",
                      0.0,
                      1.0,
                      [](RunInputs& s, double x) { s.programme.target.tutor_share = x; },
                      "an outcome",
                      measure})
            .mean;
    };
    CHECK(swept(3.0) == 2.0);
    CHECK(std::isnan(swept(unknown)));
}

}  // namespace cantiere
