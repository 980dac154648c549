#include "analysis/cli/lever_table_command.h"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/run_count.h"
#include "analysis/cli/run_report.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/usage_error.h"
#include "analysis/exploration/lever_table.h"
#include "scenarios/did_you_mean.h"
#include "scenarios/interrupt.h"

namespace cantiere {
namespace {

/// Questions that one study answers in the same blocks.
struct LeverGroup {
    std::vector<LeverQuestion> questions;
    std::vector<std::size_t> lines;  // of the table
};

bool share_runs(const LeverQuestion& a, const LeverQuestion& b) {
    return a.study == b.study && a.with == b.with;
}

std::vector<LeverGroup> grouped(const std::vector<LeverQuestion>& questions) {
    std::vector<LeverGroup> groups;
    for (std::size_t line = 0; line < questions.size(); ++line) {
        auto group = std::ranges::find_if(groups, [&](const LeverGroup& one) {
            return share_runs(one.questions.front(), questions[line]);
        });
        if (group == groups.end()) group = groups.insert(groups.end(), LeverGroup{});
        group->questions.push_back(questions[line]);
        group->lines.push_back(line);
    }
    return groups;
}

Study study_of(const LeverGroup& group, StudyOptions options, const Context& context) {
    const LeverQuestion& first = group.questions.front();
    options.overrides.set.insert(options.overrides.set.end(), first.with.begin(), first.with.end());
    for (const LeverQuestion& question : group.questions) {
        auto& only = options.overrides.only;
        if (std::ranges::find(only, question.scenario) == only.end()) {
            only.push_back(question.scenario);
        }
    }
    return study_or_throw(read_study(study_path(first.study), options), context);
}

/// Levers that do nothing or the opposite, without a note that says why.
void warn_of_silent(const std::vector<LeverEffect>& effects, const Context& context) {
    for (const LeverEffect& effect : effects) {
        const bool silent =
            effect.verdict == LeverVerdict::none || effect.verdict == LeverVerdict::opposite;
        if (!silent || !effect.question.note.empty()) continue;
        context.warn(
            fmt::format("{}: {} on {}; the table does not say why",
                        effect.question.spec->key,
                        effect.verdict == LeverVerdict::none ? "no effect" : "the opposite effect",
                        effect.question.outcome));
    }
}

LeverEffects effects_of(const LeverGroup& group,
                        const LeverTableArguments& arguments,
                        const Context& context) {
    const Study study = study_of(group, arguments.options, context);
    RunCount count(study.id, context);
    DesignOptions options;
    options.threads = arguments.threads;
    options.stop_requested = InterruptGuard::requested;
    options.on_block = [&count](std::size_t done, std::size_t all) { count.tell(done, all); };
    try {
        return lever_effects(study, group.questions, options);
    } catch (const std::invalid_argument& wrong) {
        throw UsageError(wrong.what(), "mend the column outcome of the table");
    }
}

}  // namespace

ExitCode run_lever_table(const LeverTableArguments& arguments, const Context& context) {
    Problems problems;
    const auto questions = read_lever_csv(arguments.path, disk_files(), problems);
    if (problems.has_errors()) throw InputError(problems);
    std::vector<LeverEffect> effects(questions.size());
    std::size_t failed = 0;
    const InterruptGuard guard(stop_notice(context));
    for (const LeverGroup& group : grouped(questions)) {
        LeverEffects some = effects_of(group, arguments, context);
        if (some.is_interrupted) {
            context.warn("interrupted before the last run; nothing is kept");
            return ExitCode::interrupted;
        }
        failed += some.failed.size();
        for (std::size_t i = 0; i < group.lines.size(); ++i) {
            effects[group.lines[i]] = std::move(some.effects[i]);
        }
    }
    Layout layout = context.layout();
    layout.markdown = arguments.markdown;
    if (context.json()) {
        context.result_json(lever_table_json(effects));
    } else {
        context.result(lever_table_text(effects, context.language(), layout));
    }
    warn_of_silent(effects, context);
    if (failed > 0) context.warn(fmt::format("{} failed; means leave them out", failed));
    return failed > 0 ? ExitCode::run_failed : ExitCode::ok;
}

}  // namespace cantiere
