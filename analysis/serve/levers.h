#pragma once
/// The numbers that a scenario may set, for a form: range, unit, value, and how well it is known.

#include <cstddef>
#include <map>
#include <string>

#include "analysis/serve/exchange.h"
#include "scenarios/study.h"

namespace cantiere {

/// What each source of the evidence catalogue says of itself, by key.
using SourceTexts = std::map<std::string, std::string>;

/// Reads the catalogue that comes with the program.
SourceTexts shipped_source_texts();

/// Returns a value as JSON: a number, true or false, or a name.
ApiJson lever_value(const ParameterSpec& spec, double value);

/// Lists every key that a policy may set in a month, with the value that a scenario has.
ApiJson levers_json(const Study& study,
                    std::size_t scenario,
                    const SourceTexts& sources,
                    Language language);

}  // namespace cantiere
