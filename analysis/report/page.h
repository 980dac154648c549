#pragma once
/// A report as one page of HTML that loads nothing.

#include <string>
#include <string_view>

#include "analysis/report/document.h"

namespace cantiere {

/// What makes charts of the page's figures; empty where the program was built without it, and the
/// page then has its tables alone.
struct PageScripts {
    std::string_view script, style;
};

/// Writes a report as HTML: every section an `<h2>` with a table of contents, every figure with
/// its data as a table and as JSON, every number a `<data>` element that names its origin.
std::string page_of(const ReportDocument& document, const PageScripts& scripts);

}  // namespace cantiere
