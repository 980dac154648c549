#pragma once
/// What the packs within a results file say: every stated number, and where municipalities lie.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "outputs/results_header.h"
#include "scenarios/sourced_number.h"

namespace cantiere {

/// A number as the resolved study states it.
struct StatedInput {
    std::string key;
    double value = 0.0;  // in the unit, amounts in the study's prices
    std::optional<double> low, high;
    std::string unit;
    std::vector<std::string> sources;  // keys of the evidence catalogue, or free texts
    Quality quality = Quality::none;
};

/// Lists the numbers of a resolved study with a quality, each once however many scenarios use it,
/// in the order of the study.
std::vector<StatedInput> stated_inputs(const std::string& resolved_study);

struct Coordinates {
    double longitude = 0.0, latitude = 0.0;  // degrees
};

/// Returns where municipalities lie, by name, from the territories that results carry with them.
std::map<std::string, Coordinates> coordinates_of(const Provenance& provenance);

}  // namespace cantiere
