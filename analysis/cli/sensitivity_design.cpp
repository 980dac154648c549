#include <fmt/format.h>

#include "analysis/cli/programme_choice.h"
#include "analysis/cli/run_count.h"
#include "analysis/cli/run_report.h"
#include "analysis/cli/sensitivity_arguments.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/usage_error.h"
#include "analysis/exploration/designed_study.h"
#include "scenarios/interrupt.h"

namespace cantiere {
namespace {

/// Rows of the unit cube for a method; a Latin hypercube where any design will do.
Rows unit_rows_for(const SensitivityArguments& arguments, const std::vector<std::string>& names) {
    if (!arguments.n) {
        throw UsageError(
            "no size of the design is given",
            "write -n N: base points of sobol, trajectories of morris, rows of pawn and "
            "regional");
    }
    const auto n = static_cast<std::size_t>(*arguments.n);
    const auto seed = static_cast<std::uint64_t>(arguments.seed.value_or(1));
    if (arguments.method == "sobol") {
        return saltelli_rows(names.size(),
                             n,
                             arguments.second_order ? SecondOrder::yes : SecondOrder::no,
                             seed);
    }
    if (arguments.method == "morris") return morris_rows(names, n, seed);
    return latin_hypercube_rows(names, n, seed);
}

/// What the runs of a design are of.
nlohmann::ordered_json about(const Study& study, const DesignedStudy& plan) {
    const Scenario& scenario = study.scenarios[plan.scenario];
    return {{"study", study.id},
            {"scenario", scenario.id},
            {"base", study.scenarios[scenario.base].id},
            {"wtp", plan.wtp},
            {"draws", study.experiment.draws},
            {"replicates", study.experiment.replicates}};
}

/// The same for readers: which scenario's differences from which base the indices are of.
std::string head_of(const Study& study, const DesignedStudy& plan, Language language) {
    const Scenario& scenario = study.scenarios[plan.scenario];
    const Title& of = scenario.title;
    const Title& base = study.scenarios[scenario.base].title;
    return fmt::format(fmt::runtime(in_language(language, "{}: {} minus {}", "{}: {} meno {}")),
                       study.id,
                       in_language(language, of.en, of.it),
                       in_language(language, base.en, base.it));
}

}  // namespace

ExitCode run_sensitivity_design(const SensitivityArguments& arguments, const Context& context) {
    const ProgrammeStudy programme =
        read_programme(arguments.study, arguments.scenario, options_of(arguments), context);
    const Study& study = programme.study;
    DesignedStudy plan;
    plan.scenario = programme.scenario;
    plan.parameters = chosen_parameters(programme, arguments.parameters, arguments.levers);
    plan.outcomes = outcomes_of(arguments, study);
    plan.wtp = arguments.wtp.value_or(study.evaluation.wtp_eur_per_autonomy_year);
    std::vector<std::string> names;
    for (const RangedParameter& parameter : plan.parameters) names.push_back(parameter.name);
    plan.unit_rows = unit_rows_for(arguments, names);
    context.note(fmt::format("{}: {} of {}, {} each",
                             study.id,
                             counted(plan.unit_rows.size(), "row"),
                             counted(names.size(), "number"),
                             counted(study.experiment.draws * study.experiment.replicates, "run")));
    const InterruptGuard guard(stop_notice(context));
    DesignedRuns runs;
    {
        RunCount count(study.id, context);
        runs = run_designed(study, plan, design_options_of(arguments, count));
    }
    if (runs.is_interrupted) return tell_interrupted(study, context);
    if (!runs.failed.empty()) return tell_failed(runs.failed, row_of(runs.failed), context);
    return tell_indices(arguments.method,
                        {runs.design, runs.outputs, true, head_of(study, plan, context.language())},
                        arguments.tables,
                        about(study, plan),
                        context);
}

}  // namespace cantiere
