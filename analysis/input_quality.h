#pragma once
/// How well the inputs of a study are known.

#include <cstddef>
#include <string_view>

namespace cantiere {

/// Counts the inputs of a study by the quality of their source.
struct InputQuality {
    std::size_t found = 0;
    std::size_t recalled = 0;
    std::size_t assumed = 0;

    std::size_t all() const { return found + recalled + assumed; }
};

/// Counts the values with a source in a resolved study (`study_text`): each key with its value
/// once, however many scenarios use it.
InputQuality input_quality(std::string_view resolved_study);

}  // namespace cantiere
