#pragma once
/// A page printed to PDF by a browser of the machine, if there is one.

#include <filesystem>
#include <string>

namespace cantiere {

/// What came of printing: a file, or why there is none.
struct Printed {
    bool done = false;
    std::string reason;  // with a remedy
};

/// Prints a page to a PDF through an installed Chromium or Chrome; `CANTIERE_BROWSER` names
/// another program. The file appears whole or not at all.
Printed print_pdf(const std::filesystem::path& page, const std::filesystem::path& pdf);

}  // namespace cantiere
