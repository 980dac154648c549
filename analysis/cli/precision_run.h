#pragma once
/// `run --precision`: runs are added until a contrast is known well enough.

#include <cstdint>
#include <optional>
#include <string>

#include <CLI/App.hpp>

#include "analysis/cli/context.h"
#include "analysis/precision.h"
#include "scenarios/sequential.h"
#include "scenarios/study_reader.h"

namespace cantiere {

/// What the command line says.
struct PrecisionArguments {
    std::optional<std::string> precision;  // a number, or a percentage
    std::optional<std::string> contrast;   // SCENARIO:VARIABLE
    std::optional<std::int64_t> most;      // draws; of one draw: replicates
};

/// What is asked, once it is understood.
struct PrecisionRequest {
    PrecisionTarget target;
    std::string scenario;
    std::string variable;
    std::optional<std::size_t> most_runs;

    std::string contrast() const { return scenario + ":" + variable; }
};

/// Adds `--precision`, `--contrast` and `--max-draws`.
void declare_precision(CLI::App& app, PrecisionArguments& arguments);

/// Understands the options; nothing where none is given. Throws UsageError.
std::optional<PrecisionRequest> precision_request(const PrecisionArguments& arguments);

/// Throws UsageError where a study has no such contrast, or may not run as often as is needed.
void check_request(const PrecisionRequest& request, const Study& study);

/// Writes what a plan says of it: blocks of what, until when, at most how often.
std::string request_text(const PrecisionRequest& request, const Study& study);

/// Runs a study block by block until the contrast is known as asked; tells each step's figures.
/// `reading` is how the study was read, from files that are remembered.
BatchReport run_to_precision(const PrecisionRequest& request,
                             const Study& study,
                             const StudyOptions& reading,
                             BatchOptions options,
                             const Context& context);

}  // namespace cantiere
