#pragma once
/// Numbers of a place in words.

#include <string>

#include "analysis/exploration/input_box.h"
#include "analysis/language.h"
#include "scenarios/parameter_table.h"

namespace cantiere {

/// Writes a value in the unit of its key: `23 %` of a share, `6.1 slots per 1000 people`.
std::string value_words(const ParameterSpec& spec, double value, Language language);

/// Writes what a key means within a sentence: between quotes, without a capital.
std::string meaning_words(const ParameterSpec& spec, Language language);

/// Writes what a limit asks: `at least 6.1 slots per 1000 people`, `between 12 % and 30 %`.
std::string limit_words(const ParameterSpec& spec, const ColumnLimit& limit, Language language);

}  // namespace cantiere
