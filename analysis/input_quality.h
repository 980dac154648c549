#pragma once
/// How well the inputs of a study are known.

#include <cstddef>
#include <string_view>

#include "scenarios/sourced_number.h"

namespace cantiere {

/// Counts the inputs of a study by what is known of them.
struct InputQuality {
    std::size_t found = 0;
    std::size_t recalled = 0;
    std::size_t assumed = 0;
    std::size_t assumed_without_source = 0;  // among the assumed

    std::size_t all() const { return found + recalled + assumed; }
};

/// Counts the values of a stated quality in a resolved study (`study_text`), with a source or
/// without: each key with its value once, however many scenarios use it.
InputQuality input_quality(std::string_view resolved_study);

/// Returns the quality that a resolved study states for an uncertain number, named by its key or as
/// `key@pack`; the weakest where packs differ, since the resolved study does not tell them apart.
Quality input_quality_of(std::string_view resolved_study, std::string_view parameter);

}  // namespace cantiere
