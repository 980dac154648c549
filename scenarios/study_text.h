#pragma once
/// The resolved study as text: what a run really used, for `show` and for provenance.

#include <string>

#include "scenarios/study.h"

namespace cantiere {

enum class Origins { hide, show };

/// Writes a study with every default filled in and every value of every key, as TOML. With origins,
/// each value is followed by the file and line that state it. Paths are relative to the study.
std::string study_text(const Study& study, Origins origins = Origins::hide);

/// Writes a pack with the values it states, as TOML.
std::string pack_text(const Pack& pack, Origins origins = Origins::hide);

}  // namespace cantiere
