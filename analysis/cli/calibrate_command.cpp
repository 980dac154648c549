#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/run_count.h"
#include "analysis/cli/run_report.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "analysis/comparison_json.h"
#include "analysis/exploration/calibration_text.h"
#include "analysis/exploration/posterior_pack.h"
#include "analysis/text_files.h"
#include "scenarios/interrupt.h"

namespace cantiere {
namespace {

struct CalibrateArguments {
    std::string file;
    std::string output;
    std::string pack;  // of the posterior
    std::optional<std::int64_t> rows, waves, particles, generations, replicates, seed, threads;
    bool overwrite = false;
};

Calibration calibration_of(const CalibrateArguments& arguments, const Context& context) {
    CalibrationOptions options;
    options.rows = arguments.rows;
    options.waves = arguments.waves;
    options.particles = arguments.particles;
    options.generations = arguments.generations;
    options.replicates = arguments.replicates;
    options.seed = arguments.seed;
    CalibrationReading reading = read_calibration(arguments.file, options);
    if (!reading.calibration) {
        throw InputError(std::move(reading.problems));
    }
    context.detail(problems_text(reading.problems, context));
    return std::move(*reading.calibration);
}

Simulator simulator_of(const Calibration& calibration, std::size_t threads, RunCount& count) {
    if (calibration.study) {
        DesignOptions options;
        options.threads = threads;
        options.stop_requested = InterruptGuard::requested;
        options.on_block = [&count](std::size_t done, std::size_t all) { count.tell(done, all); };
        return study_simulator(*calibration.study, calibration.keys, calibration.outputs, options);
    }
    const std::size_t all = std::max(1U, std::thread::hardware_concurrency());
    return command_simulator(*calibration.command,
                             threads == 0 ? all : threads,
                             InterruptGuard::requested);
}

ExitCode told(ExitCode code, const Problems& problems, const Context& context) {
    tell_problems(problems, context);
    return code;
}

/// Returns the pack that the posterior goes into; throws UsageError where it cannot.
std::shared_ptr<const Pack> pack_to_extend(const Calibration& calibration) {
    const PosteriorHome home = posterior_home(calibration);
    if (!home.pack) throw UsageError("--pack: " + home.why, home.fix);
    return home.pack;
}

/// The path by which a pack beside `file` names another; a shipped one as shipped.
std::string path_to_extend(const std::string& path, const std::string& file) {
    if (path.starts_with(shipped_prefix)) return path;
    const std::filesystem::path target = std::filesystem::weakly_canonical(path);
    const std::filesystem::path folder =
        std::filesystem::weakly_canonical(std::filesystem::absolute(file).parent_path());
    return target.lexically_relative(folder).generic_string();
}

std::string pack_text_of(const CalibrateArguments& arguments,
                         const Calibration& calibration,
                         const Match& match) {
    const auto extended = pack_to_extend(calibration);
    return posterior_pack_text(calibration,
                               match,
                               *extended,
                               path_to_extend(extended->path, arguments.pack));
}

ExitCode finish(const CalibrateArguments& arguments,
                const Calibration& calibration,
                const Match& match,
                const Context& context) {
    const nlohmann::ordered_json json = calibration_json(calibration, match);
    PendingFiles pending;
    if (!arguments.output.empty()) pending.add(arguments.output, dumped(json) + "\n");
    const bool packed = !arguments.pack.empty() && !match.samples.empty();
    if (packed) pending.add(arguments.pack, pack_text_of(arguments, calibration, match));
    pending.finish();
    if (!arguments.output.empty()) context.note(fmt::format("written: {}", arguments.output));
    if (packed) {
        context.note(fmt::format("written: {}", arguments.pack));
    } else if (!arguments.pack.empty()) {
        context.warn("nothing is left that meets the targets: no pack is written");
    }
    if (context.json()) {
        context.result_json(json);
    } else {
        context.result(calibration_text(calibration, match, context.language(), context.layout()));
    }
    return ExitCode::ok;
}

/// Runs the methods that are asked for, the second on what the first leaves.
Match matched(const Calibration& calibration, const Simulator& simulator, const Context& context) {
    std::optional<Match> match;
    std::size_t number = 0;
    if (calibration.matches_history) {
        match = match_history(
            calibration.parameters,
            calibration.targets,
            calibration.settings,
            simulator,
            [&](const Wave& wave) { context.note(wave_text(++number, wave, context.language())); });
    }
    if (!calibration.samples_posterior || (match && match->region.empty())) return *match;
    number = 0;
    return sample_posterior(
        calibration.parameters,
        calibration.targets,
        calibration.abc,
        simulator,
        match ? &*match : nullptr,
        [&](const Generation& generation) {
            context.note(generation_text(++number, generation, context.language()));
        });
}

ExitCode calibrate(const CalibrateArguments& arguments, const Context& context) {
    const Calibration calibration = calibration_of(arguments, context);
    if (!arguments.pack.empty()) pack_to_extend(calibration);  // before hours of runs
    for (const std::string& file : {arguments.output, arguments.pack}) {
        if (file.empty() || arguments.overwrite) continue;
        refuse_existing({file}, "give another name, or --overwrite");
    }
    const InterruptGuard guard(stop_notice(context));
    RunCount count(calibration.id, context);
    const auto threads = static_cast<std::size_t>(arguments.threads.value_or(0));
    try {
        const Match match =
            matched(calibration, simulator_of(calibration, threads, count), context);
        return finish(arguments, calibration, match, context);
    } catch (const SimulationStopped&) {
        return told(ExitCode::interrupted,
                    single_problem("interrupted",
                                   calibration.path,
                                   "interrupted before the last wave",
                                   "a calibration keeps nothing of its runs",
                                   "give the same command again"),
                    context);
    } catch (const SimulationFailure& failure) {
        return told(ExitCode::run_failed,
                    single_problem("simulator",
                                   calibration.path,
                                   failure.what(),
                                   failure.why(),
                                   failure.fix()),
                    context);
    }
}

Action declare_calibrate(CLI::App& app) {
    const auto arguments = std::make_shared<CalibrateArguments>();
    app.add_option("FILE", arguments->file, "a calibration (TOML)")->required()->type_name("");
    app.add_option("-o,--output", arguments->output, "write the JSON there as well")
        ->type_name("FILE");
    app.add_option("--pack",
                   arguments->pack,
                   "write the posterior as a pack that extends the study's")
        ->type_name("FILE");
    add_whole_number(app, "--rows", arguments->rows, {3, 10'000}, "rows of a wave");
    add_whole_number(app, "--waves", arguments->waves, {1, 50}, "waves at most");
    add_whole_number(app,
                     "--particles",
                     arguments->particles,
                     {20, 100'000},
                     "kept in a generation of abc_smc");
    add_whole_number(app, "--generations", arguments->generations, {1, 100}, "generations at most");
    add_whole_number(app, "--replicates", arguments->replicates, {1, 100'000}, "runs of a row");
    add_whole_number(app, "--seed", arguments->seed, {0, INT64_MAX}, "seed of the design");
    add_whole_number(app,
                     "-j,--threads",
                     arguments->threads,
                     {1, 4096},
                     "runs at once (default: as many as the machine can)");
    app.add_flag("--overwrite", arguments->overwrite, "replace the output");
    return [arguments](const Context& context) { return calibrate(*arguments, context); };
}

}  // namespace

Command calibrate_command() {
    return {
        "calibrate",
        "find the values of parameters that meet observed targets",
        "History matching: waves of runs, emulated by Gaussian processes, rule out what is more "
        "than\n"
        "three standard deviations away from a target. abc_smc: generations of values that come "
        "ever nearer\n"
        "to the targets, with their correlation. Both: the second on what the first leaves. "
        "cantiere "
        "init\n"
        "writes an example; analysis/README.md explains the keys. --pack: the study's pack with "
        "the\n"
        "calibrated keys at their posterior means and 1,000 samples that draws take whole, so that "
        "keys\n"
        "keep their correlation; name it in a study in the place of the one it extends.\n"
        "JSON: {id, method, waves: [{rows, rows_fitted, non_implausible_share, ranges, "
        "targets} or\n"
        "{rows, kept, acceptance, tolerance, effective_sample_size, ranges}], end,\n"
        "posterior: {names, samples, weights}, effective_sample_size, acceptance, runs, "
        "targets,\n"
        "parameters, stated, best, proposed}.",
        "cantiere calibrate /tmp/my-cantiere/my-calibration.toml --waves 1",
        declare_calibrate};
}

}  // namespace cantiere
