#pragma once
/// Calibrations for readers and for programs.

#include <string>

#include <nlohmann/json.hpp>

#include "analysis/exploration/calibration_file.h"
#include "analysis/language.h"
#include "analysis/text_table.h"

namespace cantiere {

/// Writes how far a wave has come, on one line.
std::string wave_text(std::size_t number, const Wave& wave, Language language);

/// Writes targets met and missed, parameters before and after, and how sure that is.
std::string calibration_text(const Calibration& calibration,
                             const Match& match,
                             Language language,
                             const Layout& layout);

/// Returns `{"waves", "posterior": {"names", "samples", "weights"}, "effective_sample_size",
/// "acceptance", "runs"}` of contract section 7, with targets, parameters and named runs besides.
nlohmann::ordered_json calibration_json(const Calibration& calibration, const Match& match);

}  // namespace cantiere
