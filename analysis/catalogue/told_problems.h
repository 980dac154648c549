#pragma once
/// What is wrong with an input, in the reader's language.

#include "analysis/language.h"
#include "scenarios/problems.h"

namespace cantiere {

/// Tells problems in a language; their codes and places stay.
Problems told(const Problems& problems, Language language);

}  // namespace cantiere
