#pragma once
/// `transfer --card`: the masterplan card of a programme.

#include "analysis/cli/context.h"
#include "analysis/cli/exit_code.h"
#include "analysis/cli/transfer_arguments.h"

namespace cantiere {

/// Runs the programme at home and in the places named under other fidelities and numbers of seats,
/// looks for preconditions and reads its procedure. Throws InputError, UsageError.
ExitCode run_card(const TransferArguments& asked, const Context& context);

}  // namespace cantiere
