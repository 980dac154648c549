#pragma once
/// What a results file says about a study before any run.

#include "outputs/results_header.h"
#include "scenarios/study.h"

namespace cantiere {

/// Returns the head of a study's results: axes, parameter draws and provenance. Equal studies under
/// the same build have equal heads, hence equal fingerprints.
ResultsHeader header_of(const Study& study);

}  // namespace cantiere
