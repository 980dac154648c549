#include "analysis/cli/transfer_preconditions.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "analysis/cli/condition.h"
#include "analysis/cli/run_report.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/table_condition.h"
#include "analysis/cli/usage_error.h"
#include "analysis/exploration/designed_study.h"
#include "scenarios/interrupt.h"

namespace cantiere {
namespace {

constexpr std::int64_t usual_points = 200;
constexpr std::uint64_t usual_seed = 1;

std::string condition_of(const TransferArguments& arguments) {
    return arguments.where.empty() ? std::string(usual_condition) : arguments.where;
}

/// The outcomes that a condition names.
std::vector<OneWayOutcome> outcomes_in(const std::string& condition, const Study& study) {
    std::vector<OneWayOutcome> outcomes;
    const Expression where = read_condition("--where", condition);
    for (const std::string& name : where.names()) {
        if (name == "net_benefit") {
            outcomes.push_back({name, std::nullopt});
            continue;
        }
        const OutcomeReading reading = read_outcome(name, block_shape(study).sizes);
        if (!reading.outcome) {
            throw UsageError(fmt::format("--where: {}", reading.why), reading.fix);
        }
        outcomes.push_back({name, reading.outcome});
    }
    if (outcomes.empty()) {
        throw UsageError(fmt::format("--where is \"{}\" and names no outcome", condition),
                         "write for example --where 'stable_exits > 5'");
    }
    return outcomes;
}

std::vector<PlaceNumber> numbers_over(const std::vector<ProgrammeStudy>& places) {
    std::vector<const Study*> studies;
    for (const ProgrammeStudy& place : places) studies.push_back(&place.study);
    std::vector<PlaceNumber> numbers = place_numbers(studies, places.front().scenario);
    if (numbers.empty()) {
        throw UsageError("no number differs between these places, nor states a range at home",
                         "name other places with --to, or state low and high in the territory");
    }
    return numbers;
}

}  // namespace

StudyOptions options_of_points(const TransferArguments& arguments) {
    StudyOptions options = options_of(arguments.run);
    if (!arguments.run.replicates) options.overrides.replicates = 1;
    return options;
}

void check_condition(const TransferArguments& arguments, const Study& study) {
    outcomes_in(condition_of(arguments), study);
}

PreconditionRuns preconditions_in(const std::vector<ProgrammeStudy>& places,
                                  const TransferArguments& arguments,
                                  const Context& context) {
    const ProgrammeStudy& home = places.front();
    const Study& study = home.study;
    const std::string where = condition_of(arguments);
    const std::uint64_t seed =
        arguments.run.seed ? static_cast<std::uint64_t>(*arguments.run.seed) : usual_seed;
    std::vector<PlaceNumber> numbers = numbers_over(places);
    const VariedNumbers vary = varied(numbers);
    DesignedStudy plan;
    plan.scenario = home.scenario;
    plan.parameters = vary.parameters;
    plan.outcomes = outcomes_in(where, study);
    plan.wtp = arguments.run.wtp.value_or(study.evaluation.wtp_eur_per_autonomy_year);
    plan.unit_rows =
        rows_of_places(numbers,
                       static_cast<std::size_t>(arguments.run.n.value_or(usual_points)),
                       seed);
    context.note(
        fmt::format("{}: {} of {} of the place, {} each",
                    study.id,
                    counted(plan.unit_rows.size(), "point"),
                    counted(numbers.size(), "number"),
                    counted(study.experiment.draws * study.experiment.replicates, "paired run")));
    DesignedRuns runs;
    {
        RunCount count(fmt::format("{}, {}",
                                   study.id,
                                   in_language(context.language(), "preconditions", "condizioni")),
                       context);
        runs = run_designed(study, plan, design_options_of(arguments.run, count));
    }
    PreconditionRuns result{std::nullopt, runs.failed, runs.is_interrupted};
    if (runs.is_interrupted || !runs.failed.empty()) return result;
    std::vector<ExportPlace> known;
    std::ranges::transform(places, std::back_inserter(known), export_place_of);
    Preconditions found = find_preconditions(
        where,
        {runs.design.names, runs.design.rows, rows_of_interest(runs.outputs, where)},
        seed);
    result.answer.emplace(PreconditionAnswer{study,
                                             home.scenario,
                                             plan.wtp,
                                             std::move(numbers),
                                             std::move(known),
                                             runs.runs,
                                             std::move(found)});
    return result;
}

ExitCode run_preconditions(const TransferArguments& arguments, const Context& context) {
    const StudyOptions options = options_of_points(arguments);
    std::vector<ProgrammeStudy> places;
    places.push_back(read_programme(arguments.run.study, arguments.run.scenario, options, context));
    check_condition(arguments, places.front().study);
    const auto elsewhere =
        read_in_places(places.front(), places_named(arguments, places.front()), options);
    places.insert(places.end(), elsewhere.begin(), elsewhere.end());
    const InterruptGuard guard(stop_notice(context));
    const PreconditionRuns runs = preconditions_in(places, arguments, context);
    const Study& study = places.front().study;
    if (runs.is_interrupted) return tell_interrupted(study, context);
    if (!runs.answer) {
        return tell_failed(runs.failed, "preconditions are not told with points missing", context);
    }
    tell_answer(arguments.file,
                preconditions_json(*runs.answer, context.language()),
                preconditions_text(*runs.answer, context.language(), context.layout()),
                context);
    return ExitCode::ok;
}

}  // namespace cantiere
