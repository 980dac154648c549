#pragma once
/// The charts of the report and the app, bundled from analysis/web when the program was built.

#include <string_view>

namespace cantiere {

/// Returns the script that draws the figures of a page; empty in a program built without npm.
std::string_view figures_script();

/// Returns the style sheet of the figures; likewise.
std::string_view figures_style();

/// Returns the script of the app of `serve`; empty in a program built without it.
std::string_view app_script();

/// Returns its style sheet; likewise.
std::string_view app_style();

}  // namespace cantiere
