#include "scenarios/study_text.h"
#include "tests/support/catch.h"
#include "tests/unit/scenarios_refused.h"

using namespace cantiere;

namespace {

constexpr const char* study_file = "studies/small.toml";
constexpr const char* policy_file = "policies/seats.toml";

}  // namespace

TEST_CASE("An id that names no file is refused, in a study and in a pack") {
    for (const std::string id : {"../../zz", "", "Gorizia X"}) {
        CHECK_THAT(error_after(study_file, "\"small\"", "\"" + id + "\""),
                   contains_text("id is \"" + id + "\" (results are named by it)"));
        CHECK_THAT(error_after(policy_file, "\"seats\"", "\"" + id + "\""),
                   contains_text("use lower-case letters, digits and hyphens"));
    }
}
