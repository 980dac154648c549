#pragma once
/// The scenario of a study that a command is about.

#include <optional>
#include <string>
#include <vector>

#include "analysis/cli/context.h"
#include "analysis/exploration/ranged_parameters.h"
#include "scenarios/study_reader.h"

namespace cantiere {

/// A study cut down to one scenario and its base.
struct ProgrammeStudy {
    Study study;
    std::size_t scenario = 0;
};

/// Reads a study named on the command line and keeps a scenario with its base: that of an id, else
/// the first that is neither a base nor a null twin, else the first. Throws InputError, UsageError.
ProgrammeStudy read_programme(const std::string& named,
                              const std::string& scenario,
                              const StudyOptions& options,
                              const Context& context);

/// Reads the same scenario with other options; warnings are not told again. Throws InputError.
ProgrammeStudy read_again(const ProgrammeStudy& programme, const StudyOptions& options);

/// Returns the numbers with a range whose name holds one of the words, only levers of the programme
/// where so asked; throws UsageError when there are none.
std::vector<RangedParameter> chosen_parameters(const ProgrammeStudy& programme,
                                               const std::vector<std::string>& words,
                                               bool only_levers);

}  // namespace cantiere
