#include "model/modules.h"
#include "tests/support/oracle_company.h"
#include "tests/support/property.h"
#include "tests/support/random_study.h"

namespace cantiere {

TEST_CASE("The naive model lives the same months as the fast one under random parameters") {
    for_all("nobody, no firm, no service and no account differs in any month", [] {
        const RunInputs inputs = with_modules(random_programme({60.0, 6, 18}));
        RC_ASSERT(oracle::live_together(inputs, random_luck()).parted == "");
    });
}

TEST_CASE("The naive model lives the same months as the fast one with modules off at random") {
    for_all("nobody, no firm, no service and no account differs in any month", [] {
        RunInputs inputs = random_programme({60.0, 6, 12});
        for (const Module module : members<Module>()) {
            if (*rc::gen::inRange(0, 3) == 0) inputs.modules.on[module] = false;
        }
        inputs = with_modules(inputs);
        RC_ASSERT(oracle::live_together(inputs, random_luck()).parted == "");
    });
}

}  // namespace cantiere
