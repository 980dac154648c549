#pragma once
/// Calibrations for readers and for programs.

#include <string>

#include <nlohmann/json.hpp>

#include "analysis/exploration/calibration_file.h"
#include "analysis/language.h"
#include "analysis/text_table.h"

namespace cantiere {

constexpr double met_within = 2.0;  // implausibility: two standard deviations

/// Returns the run at the proposed values, else that of least implausibility.
const JudgedRow& final_row(const Match& match);

/// Returns weighted mean and quantiles of one parameter; no values where nothing is left.
Stat posterior_of(const Match& match, std::size_t parameter);

/// Writes how far a wave has come, on one line.
std::string wave_text(std::size_t number, const Wave& wave, Language language);

/// Writes what a generation kept, on one line.
std::string generation_text(std::size_t number, const Generation& generation, Language language);

/// Writes targets met and missed, parameters before and after, and how sure that is.
std::string calibration_text(const Calibration& calibration,
                             const Match& match,
                             Language language,
                             const Layout& layout);

/// Returns `{"waves", "posterior": {"names", "samples", "weights"}, "effective_sample_size",
/// "acceptance", "runs"}` of contract section 7, with targets, parameters and named runs besides.
nlohmann::ordered_json calibration_json(const Calibration& calibration, const Match& match);

}  // namespace cantiere
