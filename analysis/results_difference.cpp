#include "analysis/results_difference.h"

#include <bit>
#include <cmath>
#include <cstdint>

#include <fmt/format.h>

namespace cantiere {
namespace {

bool same_bits(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) ||
           (std::isnan(a) && std::isnan(b));
}

std::vector<std::pair<std::string, std::size_t>> place_of(const ResultsArray& array,
                                                          std::size_t flat) {
    std::vector<std::pair<std::string, std::size_t>> place(array.axes.size());
    for (std::size_t axis = array.axes.size(); axis-- > 0;) {
        place[axis] = {std::string(name(array.axes[axis])), flat % array.shape[axis]};
        flat /= array.shape[axis];
    }
    return place;
}

std::string shape_text(const ResultsArray& array) {
    std::string text;
    for (const std::size_t length : array.shape) {
        text += fmt::format("{}{}", text.empty() ? "" : " x ", length);
    }
    return text;
}

std::optional<ResultsDifference> difference_of(Variable variable,
                                               const ResultsArray& stored,
                                               const ResultsArray& again) {
    const std::string name(cantiere::name(variable));
    if (stored.shape != again.shape) {
        return ResultsDifference{"shape of " + name, {}, shape_text(stored), shape_text(again)};
    }
    for (std::size_t i = 0; i < stored.values.size(); ++i) {
        if (!same_bits(stored.values[i], again.values[i])) {
            return ResultsDifference{name,
                                     place_of(stored, i),
                                     fmt::format("{}", stored.values[i]),
                                     fmt::format("{}", again.values[i])};
        }
    }
    return std::nullopt;
}

/// Another program may word the resolved study in another way.
bool is_same_program(const Results& a, const Results& b) {
    const Provenance& first = a.header().provenance;
    const Provenance& second = b.header().provenance;
    return first.version == second.version && first.git_commit == second.git_commit;
}

/// An input text that is not the one its checksum was taken of.
std::optional<ResultsDifference> changed_input(const Results& results) {
    for (const ProvenanceFile& file : results.header().provenance.files) {
        const std::string actual = hex(sha256(file.text));
        if (actual != file.sha256) {
            return ResultsDifference{"input " + file.path, {}, file.sha256, actual};
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<ResultsDifference> first_difference(const Results& stored, const Results& again) {
    if (auto changed = changed_input(stored)) {
        return changed;
    }
    for (const VariableShape& row : all_variables()) {
        if (auto found = difference_of(row.variable,
                                       stored.array(row.variable),
                                       again.array(row.variable))) {
            return found;
        }
    }
    const std::string& before = stored.header().provenance.resolved_study;
    const std::string& after = again.header().provenance.resolved_study;
    if (is_same_program(stored, again) && before != after) {
        return ResultsDifference{"resolved study", {}, hex(sha256(before)), hex(sha256(after))};
    }
    return std::nullopt;
}

}  // namespace cantiere
