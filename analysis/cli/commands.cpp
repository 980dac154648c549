#include "analysis/cli/command.h"

namespace cantiere {

std::vector<Command> all_commands() {
    return {run_command(),        compare_command(),  evaluate_command(),    check_command(),
            show_command(),       params_command(),   inspect_command(),     export_command(),
            validate_command(),   verify_command(),   merge_command(),       schema_command(),
            init_command(),       design_command(),   sensitivity_command(), discover_command(),
            calibrate_command(),  transfer_command(), report_command(),      serve_command(),
            completion_command(), doctor_command()};
}

}  // namespace cantiere
