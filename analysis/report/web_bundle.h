#pragma once
/// The charts of the report, bundled from analysis/web when the program was built.

#include <string_view>

namespace cantiere {

/// Returns the script that draws the figures of a page; empty in a program built without npm.
std::string_view figures_script();

/// Returns the style sheet of the figures; likewise.
std::string_view figures_style();

}  // namespace cantiere
