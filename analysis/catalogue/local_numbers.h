#pragma once
/// Numbers that were written for machines, for readers.

#include <string>

#include "analysis/language.h"

namespace cantiere {

/// Puts the decimal mark of a language into a number without thousands marks.
std::string local_decimals(std::string number, Language language);

}  // namespace cantiere
