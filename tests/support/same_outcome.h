#pragma once

#include <bit>
#include <cstdint>
#include <string>

#include "model/simulate.h"

namespace cantiere {

/// Returns the names of the variables in which two outcomes differ in any bit, separated by blanks.
inline std::string variables_that_differ(const RunOutcome& a, const RunOutcome& b) {
    if (a.sizes() != b.sizes()) return "sizes";
    std::string names;
    for (const VariableShape& shape : all_variables()) {
        const auto one = a.values(shape.variable);
        const auto other = b.values(shape.variable);
        for (std::size_t i = 0; i < one.size(); ++i) {
            if (std::bit_cast<std::uint64_t>(one[i]) == std::bit_cast<std::uint64_t>(other[i])) {
                continue;
            }
            names += (names.empty() ? "" : " ") + std::string(shape.name);
            break;
        }
    }
    return names;
}

/// Tells whether two runs end with the same record of everybody, bit for bit.
inline bool same_people(const RunResult& a, const RunResult& b) {
    if (a.people.size() != b.people.size()) return false;
    for (std::size_t i = 0; i < a.people.size(); ++i) {
        const ResidentRecord& x = a.people[i];
        const ResidentRecord& y = b.people[i];
        const bool same = x.key == y.key && x.groups == y.groups && x.in_window == y.in_window &&
                          x.served == y.served && x.hires == y.hires &&
                          std::bit_cast<std::uint64_t>(x.autonomy_years) ==
                              std::bit_cast<std::uint64_t>(y.autonomy_years);
        if (!same) return false;
    }
    return true;
}

}  // namespace cantiere
