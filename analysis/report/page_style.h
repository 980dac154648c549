#pragma once
/// How the page of a report looks, on a screen and on paper.

#include <string_view>

namespace cantiere {

/// Returns the style sheet.
std::string_view page_style();

}  // namespace cantiere
