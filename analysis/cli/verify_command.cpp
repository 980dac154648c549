#include <unistd.h>

#include <bit>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/progress.h"
#include "analysis/cli/results_files.h"
#include "analysis/cli/run_report.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/values.h"
#include "analysis/results_difference.h"
#include "outputs/results_error.h"
#include "scenarios/batch.h"
#include "scenarios/interrupt.h"
#include "scenarios/study_header.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

struct VerifyArguments {
    std::string results;
    std::optional<std::int64_t> threads;
};

/// A folder of its own, deleted at the end.
class TemporaryFolder {
  public:
    TemporaryFolder()
        : path_(std::filesystem::temp_directory_path() /
                fmt::format("cantiere-verify-{}", ::getpid())) {
        std::filesystem::create_directories(path_);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::filesystem::path file(const std::string& name) const { return path_ / name; }

  private:
    std::filesystem::path path_;
};

Study study_inside(const Results& results, const Context& context) {
    StudyReading reading = read_study(results.header().provenance);
    if (!reading.study) {
        throw ResultsError(results.path().string(),
                           "its provenance holds no study that this version reads",
                           problems_text(reading.problems, context),
                           "verify it with the version that made it");
    }
    return std::move(*reading.study);
}

void note_other_program(const Results& results, const Study& study, const Context& context) {
    const Provenance& made = results.header().provenance;
    const Provenance here = header_of(study).provenance;
    const auto note = [&](std::string_view what, const std::string& a, const std::string& b) {
        if (a != b) {
            context.note(fmt::format("made by another {}: {} (this is {})", what, a, b));
        }
    };
    note("version", made.version, here.version);
    note("commit", made.git_commit, here.git_commit);
    note("build", made.build_flags, here.build_flags);
}

/// Gives a value of a results file as a number; what is none (a checksum, a shape) as its text.
Json value_json(const std::string& value) {
    const Json number = Json::parse(value, nullptr, false);
    return number.is_number() ? number : Json(value);
}

Json difference_json(const std::optional<ResultsDifference>& difference) {
    if (!difference) {
        return nullptr;
    }
    Json place = Json::object();
    for (const auto& [axis, position] : difference->place) {
        place[axis] = position;
    }
    return {{"variable", difference->variable},
            {"place", place},
            {"stored", value_json(difference->stored)},
            {"again", value_json(difference->again)}};
}

/// Names a position on an axis: scenarios by their id, all else by its number.
std::string position_text(const Results& results, const std::string& axis, std::size_t position) {
    const std::vector<ScenarioEntry>& scenarios = results.header().scenarios;
    return axis == name(Axis::scenario) && position < scenarios.size()
               ? scenarios[position].id
               : fmt::format("{}", position);
}

std::string difference_text(const Results& results, const ResultsDifference& difference) {
    std::string place;
    for (const auto& [axis, position] : difference.place) {
        place += fmt::format("{}{} {}",
                             place.empty() ? "" : ", ",
                             axis,
                             position_text(results, axis, position));
    }
    return fmt::format("{}{}: {} in the file, {} again",
                       difference.variable,
                       place.empty() ? "" : fmt::format(" ({})", place),
                       difference.stored,
                       difference.again);
}

ExitCode tell(const Results& results,
              std::size_t runs,
              const std::optional<ResultsDifference>& difference,
              const Context& context) {
    if (context.json()) {
        context.result_json({{"identical", !difference},
                             {"runs_checked", runs},
                             {"first_difference", difference_json(difference)}});
    } else if (difference) {
        context.result(context.told(fmt::format("{}: differs after {} runs: {}",
                                                results.path().string(),
                                                runs,
                                                difference_text(results, *difference))));
    } else {
        context.result(context.told(fmt::format("{}: {} runs repeated, identical bit for bit",
                                                results.path().string(),
                                                runs)));
    }
    return difference ? ExitCode::differs : ExitCode::ok;
}

ExitCode verify(const VerifyArguments& arguments, const Context& context) {
    const Results results = open_results(arguments.results, context);
    const Study study = study_inside(results, context);
    note_other_program(results, study, context);
    const TemporaryFolder folder;
    const InterruptGuard guard(stop_notice(context));
    BatchOptions options;
    options.results = folder.file("again.h5");
    options.threads = static_cast<std::size_t>(arguments.threads.value_or(0));
    options.command_line = context.command_line();
    options.stop_requested = InterruptGuard::requested;
    {
        Progress progress(study, context);
        options.on_block = [&progress](const BatchProgress& done) { progress.add(done); };
        if (run_batch(study, options).end == BatchEnd::interrupted) {
            return ExitCode::interrupted;
        }
    }
    const Results again = read_results(options.results);
    return tell(results, count_runs(study), first_difference(results, again), context);
}

Action declare_verify(CLI::App& app) {
    const auto arguments = std::make_shared<VerifyArguments>();
    app.add_option("RESULT", arguments->results, "a results file")->required()->type_name("");
    add_whole_number(app,
                     "-j,--threads",
                     arguments->threads,
                     {1, 4096},
                     "threads (default: all the machine has)");
    return [arguments](const Context& context) { return verify(*arguments, context); };
}

}  // namespace

Command verify_command() {
    return {"verify",
            "run a results file again from its own provenance, compare bit for bit",
            "Exit code 5 where it differs. Files of another version or build are compared too, and "
            "said so.\n"
            "JSON: {identical, runs_checked, first_difference: {variable, place, stored, again}}.",
            "cantiere verify /tmp/try.h5",
            declare_verify};
}

}  // namespace cantiere
