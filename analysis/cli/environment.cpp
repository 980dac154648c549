#include "analysis/cli/environment.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/usage_error.h"
#include "model/core/columns.h"
#include "model/core/instruction_set.h"
#include "scenarios/did_you_mean.h"

namespace cantiere {
namespace {

struct InstructionNames {
    std::vector<std::string> all;
    std::vector<std::string> here;
};

InstructionNames instruction_names() {
    InstructionNames names;
    for (const InstructionSet set : members<InstructionSet>()) {
        names.all.emplace_back(name(set));
        if (is_supported(set)) names.here.emplace_back(name(set));
    }
    return names;
}

}  // namespace

void check_instructions() {
    const char* const value = std::getenv("CANTIERE_INSTRUCTIONS");
    const std::string asked = value == nullptr ? "" : value;
    const InstructionNames names = instruction_names();
    if (asked.empty() || std::ranges::find(names.here, asked) != names.here.end()) return;
    if (std::ranges::find(names.all, asked) == names.all.end()) {
        throw UsageError(
            fmt::format("the environment variable CANTIERE_INSTRUCTIONS is \"{}\", which names no "
                        "instruction set",
                        asked),
            did_you_mean(asked, names.all, fmt::format("unset it, or set {}", one_of(names.here))));
    }
    throw UsageError(
        fmt::format("the environment variable CANTIERE_INSTRUCTIONS is \"{}\", and this processor "
                    "lacks these instructions",
                    asked),
        fmt::format("unset it, or set {}", one_of(names.here)));
}

}  // namespace cantiere
