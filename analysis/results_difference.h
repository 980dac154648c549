#pragma once
/// Where two results files differ, bit by bit.

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "outputs/results_reader.h"

namespace cantiere {

/// The first place where two files differ; values as text.
struct ResultsDifference {
    std::string variable;                                    // or "inputs", "shape of ..."
    std::vector<std::pair<std::string, std::size_t>> place;  // axis and position
    std::string stored, again;
};

/// Compares the texts of the inputs with their checksums, all variables bit for bit (NaN equals
/// NaN), and the resolved study where one program made both; version, commit and build may differ.
std::optional<ResultsDifference> first_difference(const Results& stored, const Results& again);

}  // namespace cantiere
