#include <fmt/format.h>

#include "analysis/cli/programme_choice.h"
#include "analysis/cli/run_report.h"
#include "analysis/cli/sensitivity_arguments.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/usage_error.h"
#include "analysis/exploration/one_way_text.h"
#include "analysis/exploration/switching.h"
#include "analysis/exploration/two_way.h"
#include "scenarios/interrupt.h"

namespace cantiere {
namespace {

ProgrammeStudy asked_programme(const SensitivityArguments& arguments, const Context& context) {
    if (arguments.study.empty()) {
        throw UsageError(fmt::format("{} needs a study", arguments.method), "write --study STUDY");
    }
    return read_programme(arguments.study, arguments.scenario, options_of(arguments), context);
}

OneWayPlan plan_of(const SensitivityArguments& arguments, const ProgrammeStudy& programme) {
    const Study& study = programme.study;
    OneWayPlan plan;
    plan.scenario = programme.scenario;
    plan.parameters = chosen_parameters(programme, arguments.parameters, arguments.levers);
    plan.outcomes = outcomes_of(arguments, study);
    plan.wtp = arguments.wtp.value_or(study.evaluation.wtp_eur_per_autonomy_year);
    return plan;
}

std::string runs_text(const Study& study) {
    return fmt::format("{}, {}",
                       counted(study.experiment.draws, "draw"),
                       counted(study.experiment.replicates, "replicate"));
}

}  // namespace

ExitCode run_one_way(const SensitivityArguments& arguments, const Context& context) {
    const ProgrammeStudy programme = asked_programme(arguments, context);
    const Study& study = programme.study;
    const OneWayPlan plan = plan_of(arguments, programme);
    context.note(fmt::format("{}: {} at each of 2 values, {}",
                             study.id,
                             counted(plan.parameters.size(), "number"),
                             runs_text(study)));
    const InterruptGuard guard(stop_notice(context));
    OneWay result;
    Switching switching;
    {
        RunCount count(study.id, context);
        const DesignOptions options = design_options_of(arguments, count);
        result = one_way(study, plan, options);
        if (arguments.switching && !result.is_interrupted && result.failed.empty()) {
            switching = switching_values(study, plan, result, options);
        }
    }
    if (result.is_interrupted || switching.is_interrupted) return tell_interrupted(study, context);
    if (context.json()) {
        nlohmann::ordered_json json = one_way_json(study, plan, result);
        if (arguments.switching) json["switching"] = switching_json(plan, switching);
        context.result_json(json);
    } else {
        const auto most = static_cast<std::size_t>(arguments.top.value_or(20));
        std::string text =
            one_way_text(study, plan, result, most, context.language(), context.layout());
        if (arguments.switching) {
            text += "\n" + switching_text(plan, switching, context.language(), context.layout());
        }
        context.result(text);
    }
    const std::vector<FailedBlock>& failed =
        result.failed.empty() ? switching.failed : result.failed;
    return tell_failed(failed, row_of(failed), context);
}

ExitCode run_two_way(const SensitivityArguments& arguments, const Context& context) {
    const ProgrammeStudy programme = asked_programme(arguments, context);
    const Study& study = programme.study;
    constexpr std::int64_t usual_levels = 5;
    TwoWayPlan plan{plan_of(arguments, programme),
                    static_cast<std::size_t>(arguments.tables.levels.value_or(usual_levels))};
    if (plan.plan.parameters.size() != 2) {
        std::string names;
        for (const RangedParameter& one : plan.plan.parameters) {
            if (plan.plan.parameters.size() > 6) break;
            names += (names.empty() ? ": " : ", ") + one.name;
        }
        throw UsageError(fmt::format("twoway takes two numbers, and {} are named{}",
                                     plan.plan.parameters.size(),
                                     names),
                         "write --parameters KEY,KEY with words that one key each holds");
    }
    context.note(fmt::format("{}: {} x {} values, {}",
                             study.id,
                             plan.levels,
                             plan.levels,
                             runs_text(study)));
    const InterruptGuard guard(stop_notice(context));
    TwoWay result;
    {
        RunCount count(study.id, context);
        result = two_way(study, plan, design_options_of(arguments, count));
    }
    if (result.is_interrupted) return tell_interrupted(study, context);
    if (context.json()) {
        context.result_json(two_way_json(study, plan, result));
    } else {
        context.result(two_way_text(study, plan, result, context.language(), context.layout()));
    }
    return tell_failed(result.failed, row_of(result.failed), context);
}

}  // namespace cantiere
