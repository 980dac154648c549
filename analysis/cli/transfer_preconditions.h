#pragma once
/// `transfer --preconditions`: what a place must offer for the programme to pay.

#include <optional>
#include <vector>

#include "analysis/cli/context.h"
#include "analysis/cli/exit_code.h"
#include "analysis/cli/transfer_arguments.h"
#include "analysis/transfer/preconditions_text.h"

namespace cantiere {

/// Preconditions with the runs that failed.
struct PreconditionRuns {
    std::optional<PreconditionAnswer> answer;  // nothing where runs failed or were interrupted
    std::vector<FailedBlock> failed;
    bool is_interrupted = false;
};

/// Returns how the study is read where points count: one draw and one replicate unless asked.
StudyOptions options_of_points(const TransferArguments& arguments);

/// Refuses a condition on what is no outcome, before any run; throws UsageError.
void check_condition(const TransferArguments& arguments, const Study& study);

/// Runs the programme and its base in many places that the numbers of `places` span, home first,
/// and looks for what tells those where it pays. `places` must outlive the answer.
PreconditionRuns preconditions_in(const std::vector<ProgrammeStudy>& places,
                                  const TransferArguments& arguments,
                                  const Context& context);

/// Throws InputError, UsageError.
ExitCode run_preconditions(const TransferArguments& arguments, const Context& context);

}  // namespace cantiere
