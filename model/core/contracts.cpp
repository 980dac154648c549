#include "model/core/contracts.h"

#include <string>

namespace cantiere::detail {

void report_violation(const char* kind, const char* what, std::source_location place) {
    throw ContractViolation(std::string(place.file_name()) + ":" + std::to_string(place.line()) +
                            ": " + place.function_name() + ": " + kind + ": " + what);
}

}  // namespace cantiere::detail
