#pragma once
/// Words of parameters for readers. Files write them in English, whatever the language of a reader.

#include <string>
#include <string_view>

#include "analysis/language.h"
#include "scenarios/sourced_number.h"

namespace cantiere {

/// Returns the word for a quality: `found`, `trovato`; `-` for none.
std::string_view quality_word(Quality quality, Language language);

/// Returns the word for the kind of pack that a key is at home in: `behaviour`, `comportamento`.
std::string_view home_word(PackKind kind, Language language);

/// Returns what a value of that type is, for types that are no numbers: `flag`, `vero o falso`.
std::string_view type_word(ValueType type, Language language);

/// Returns a unit of the parameter table in a language: `share`, `quota`. Units without a word of
/// their own (`EUR`, `km/h`) and unknown ones stay as they are.
std::string unit_word(std::string_view unit, Language language);

/// Returns a unit after a space, as it follows a number; nothing for a plain number, unit `1`.
std::string unit_after(std::string_view unit, Language language);

}  // namespace cantiere
