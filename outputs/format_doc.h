#pragma once
/// The documentation of the results file, made from the table of variables.

#include <string>

namespace cantiere {

/// Returns the text of FORMAT.md.
std::string format_markdown();

}  // namespace cantiere
