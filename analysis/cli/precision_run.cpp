#include "analysis/cli/precision_run.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "analysis/catalogue/catalogue.h"
#include "analysis/catalogue/local_numbers.h"
#include "analysis/cli/progress.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "model/core/contracts.h"
#include "scenarios/did_you_mean.h"

namespace cantiere {
namespace {

constexpr std::size_t usual_most_runs = 1000;
constexpr std::int64_t largest_most_runs = 1'000'000;

std::string_view counted_name(const Experiment& plan) {
    return grows_by_draws(plan) ? "draws" : "replicates";
}

std::size_t runs_of_block(const Experiment& plan) {
    return grows_by_draws(plan) ? plan.draws : plan.replicates;
}

std::size_t least_blocks(const Experiment& plan) {
    const std::size_t block = runs_of_block(plan);
    return (least_runs_for_precision + block - 1) / block;
}

std::size_t most_blocks(const PrecisionRequest& request, const Experiment& plan) {
    return std::max(least_blocks(plan),
                    request.most_runs.value_or(usual_most_runs) / runs_of_block(plan));
}

PrecisionTarget parse_target(const std::string& written) {
    const bool is_share = written.ends_with('%');
    const std::string_view digits(written.data(), written.size() - (is_share ? 1 : 0));
    double value = 0.0;
    const auto [end, failure] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = failure == std::errc() && end == digits.data() + digits.size();
    if (!whole || !std::isfinite(value) || value <= 0.0) {
        throw UsageError(
            fmt::format("--precision is \"{}\": it is a half-width above 0", written),
            "write it in the variable's unit, for example --precision 4, or as a share of the "
            "difference, --precision 5%");
    }
    return {is_share ? value / 100.0 : value, is_share};
}

std::size_t scenario_of(const PrecisionRequest& request, const Study& study) {
    std::vector<std::string> known;
    for (std::size_t i = 0; i < study.scenarios.size(); ++i) {
        if (study.scenarios[i].id == request.scenario) return i;
        if (study.scenarios[i].base != i) known.push_back(study.scenarios[i].id);
    }
    throw UsageError(
        fmt::format("--contrast: {} runs no scenario \"{}\"", study.id, request.scenario),
        did_you_mean(request.scenario,
                     known,
                     fmt::format("those compared with a base are {}", one_of(known))));
}

Contrast contrast_of(const PrecisionRequest& request, const Study& study) {
    const std::size_t scenario = scenario_of(request, study);
    const std::size_t base = study.scenarios[scenario].base;
    if (base == scenario) {
        throw UsageError(
            fmt::format("--contrast: \"{}\" is a base, and differs from itself by nothing",
                        request.scenario),
            "name a scenario that is compared with it");
    }
    const std::vector<std::string> known = precision_variables();
    if (std::ranges::find(known, request.variable) == known.end()) {
        throw UsageError(
            fmt::format("--contrast: there is no variable \"{}\" of a run", request.variable),
            did_you_mean(request.variable,
                         known,
                         fmt::format("the variables are {}", one_of(known, 60))));
    }
    return {scenario, base, request.variable};
}

/// Reads a study again with other numbers of runs.
Study read_with(const Experiment& plan, const Study& study, StudyOptions options) {
    options.overrides.draws = static_cast<std::int64_t>(plan.draws);
    options.overrides.replicates = static_cast<std::int64_t>(plan.replicates);
    if (plan.draws != plan.hypercube_draws) {
        options.overrides.hypercube_draws = static_cast<std::int64_t>(plan.hypercube_draws);
    }
    StudyReading again = read_study(study.path, options);
    expects(again.study.has_value(), "a study that was read is read again");
    return std::move(*again.study);
}

GrowingStudy growing_study(const PrecisionRequest& request,
                           const Study& study,
                           const StudyOptions& reading) {
    GrowingStudy growing;
    growing.least_blocks = least_blocks(study.experiment);
    growing.most_blocks = most_blocks(request, study.experiment);
    growing.with_blocks = [&study, &reading](std::size_t blocks) {
        if (blocks == 1) return study;
        Experiment plan = study.experiment;
        (grows_by_draws(plan) ? plan.draws : plan.replicates) *= blocks;
        return read_with(plan, study, reading);
    };
    return growing;
}

std::string figures_text(const std::string& contrast,
                         const PrecisionLook& look,
                         Language language) {
    return fmt::format(fmt::runtime(in_language(language,
                                                "{} {} ± {} after {} x {}, asked ± {}",
                                                "{} {} ± {} dopo {} x {}, chiesto ± {}")),
                       contrast,
                       local_decimals(fmt::format("{:+.4g}", look.mean), language),
                       local_decimals(fmt::format("{:.3g}", look.half_width), language),
                       told_words(counted(look.draws, "draw"), language),
                       told_words(counted(look.replicates, "replicate"), language),
                       local_decimals(fmt::format("{:.3g}", look.asked), language));
}

void tell_end(const PrecisionLog& log, const Study& study, const Context& context) {
    const PrecisionLook& last = log.looks.back();
    const std::string figures = figures_text(log.contrast, last, context.language());
    if (log.is_reached) {
        context.note(fmt::format("precision reached: {}; {}", figures, optional_stopping_note));
        return;
    }
    const double needed = runs_needed(last);
    context.warn(fmt::format(
        "precision not reached: {}; these are the most {} allowed; {}",
        figures,
        counted_name(study.experiment),
        std::isfinite(needed)
            ? fmt::format("by the spread so far {:.0f} would be needed (--max-draws)", needed)
            : "the difference has no size to be a share of, or no spread"));
}

}  // namespace

void declare_precision(CLI::App& app, PrecisionArguments& arguments) {
    app.add_option("--precision",
                   arguments.precision,
                   "add whole blocks of draws until the half-width of the contrast's 95 % interval "
                   "is below X (its unit, or 5%)")
        ->type_name("X");
    app.add_option("--contrast",
                   arguments.contrast,
                   "what --precision is about: a scenario minus its base in a variable")
        ->type_name("SCENARIO:VARIABLE");
    add_whole_number(app,
                     "--max-draws",
                     arguments.most,
                     {1, largest_most_runs},
                     "with --precision, at most so many draws (of one draw: replicates; default "
                     "1000)");
}

std::optional<PrecisionRequest> precision_request(const PrecisionArguments& arguments) {
    if (!arguments.precision && !arguments.contrast) {
        if (!arguments.most) return std::nullopt;
        throw UsageError("--max-draws bounds what --precision adds, and there is none",
                         "add --precision X --contrast SCENARIO:VARIABLE, or give --draws");
    }
    if (!arguments.contrast) {
        throw UsageError("--precision does not say of what",
                         "add --contrast SCENARIO:VARIABLE, for example pisola:stable_exits");
    }
    if (!arguments.precision) {
        throw UsageError("--contrast does not say how precisely",
                         "add --precision X: a half-width in the variable's unit, or 5%");
    }
    PrecisionRequest request;
    request.target = parse_target(*arguments.precision);
    const std::size_t colon = arguments.contrast->find(':');
    if (colon == std::string::npos) {
        throw UsageError(fmt::format("--contrast is \"{}\"", *arguments.contrast),
                         "write SCENARIO:VARIABLE, for example pisola:stable_exits");
    }
    request.scenario = arguments.contrast->substr(0, colon);
    request.variable = arguments.contrast->substr(colon + 1);
    if (arguments.most) request.most_runs = static_cast<std::size_t>(*arguments.most);
    return request;
}

void check_request(const PrecisionRequest& request, const Study& study) {
    contrast_of(request, study);
    const std::size_t block = runs_of_block(study.experiment);
    const std::size_t least = least_blocks(study.experiment) * block;
    if (request.most_runs && *request.most_runs < least) {
        throw UsageError(fmt::format("--max-draws is {}, and {} needs {} {}: whole blocks of {}, "
                                     "and a spread of fewer than {} is too uncertain",
                                     *request.most_runs,
                                     study.id,
                                     least,
                                     counted_name(study.experiment),
                                     block,
                                     least_runs_for_precision),
                         fmt::format("give at least {}", least));
    }
}

std::string request_text(const PrecisionRequest& request, const Study& study) {
    const std::size_t block = runs_of_block(study.experiment);
    return fmt::format("in blocks of {} {}, from {} to {}, until {} is known to ± {}",
                       block,
                       counted_name(study.experiment),
                       least_blocks(study.experiment) * block,
                       most_blocks(request, study.experiment) * block,
                       request.contrast(),
                       request.target.is_relative
                           ? fmt::format("{:g} %", request.target.half_width * 100.0)
                           : fmt::format("{:g}", request.target.half_width));
}

BatchReport run_to_precision(const PrecisionRequest& request,
                             const Study& study,
                             const StudyOptions& reading,
                             BatchOptions options,
                             const Context& context) {
    const Contrast contrast = contrast_of(request, study);
    const GrowingStudy growing = growing_study(request, study, reading);
    PrecisionLog log;
    log.contrast = request.contrast();
    log.target = request.target.half_width;
    log.is_relative = request.target.is_relative;
    log.block_draws = study.experiment.draws;
    log.block_replicates = study.experiment.replicates;
    log.most_runs = growing.most_blocks * runs_of_block(study.experiment);
    Sample seen;
    const auto judged = [&](const Sample& differences) {
        log.looks.push_back(look_at(differences, request.target));
        log.is_reached = is_precise(log.looks.back());
        return log.is_reached;
    };
    std::optional<Progress> progress;
    const Judge judge{
        [&](const Study& reached, const BlockSource& blocks) {
            progress.reset();
            seen = contrast_sample(reached, contrast, blocks, seen);
            const bool enough = judged(seen);
            if (!enough)
                context.progress(figures_text(log.contrast, log.looks.back(), context.language()));
            return enough;
        },
        [&](const Results& results, const Experiment& first) {
            return judged(contrast_sample(results, contrast, first));
        }};
    options.on_block = [&](const BatchProgress& done) { progress->add(done); };
    SequentialReport report = run_until(growing, judge, options, [&](const Study& next) {
        progress.emplace(next, context);
    });
    progress.reset();
    const BatchEnd end = report.batch.end;
    if (end == BatchEnd::interrupted || end == BatchEnd::out_of_time) {
        return std::move(report.batch);
    }
    tell_end(log, study, context);
    report.batch.log.precision = std::move(log);
    if (report.batch.end == BatchEnd::complete) {
        write_run_log(run_log_path(options.results), report.batch.log);
    }
    return std::move(report.batch);
}

}  // namespace cantiere
