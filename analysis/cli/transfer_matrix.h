#pragma once
/// `transfer --matrix`: every programme in every place.

#include <string>
#include <vector>

#include "analysis/cli/answer_file.h"
#include "analysis/cli/context.h"
#include "analysis/cli/exit_code.h"
#include "analysis/cli/sensitivity_arguments.h"

namespace cantiere {

/// Runs the programme of each study in the place of each, and tells effects, what makes them
/// differ from home, and where not to copy them. Throws InputError, UsageError.
ExitCode run_transfer_matrix(const std::vector<std::string>& studies,
                             const SensitivityArguments& arguments,
                             const AnswerFile& file,
                             const Context& context);

}  // namespace cantiere
