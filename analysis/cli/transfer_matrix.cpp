#include "analysis/cli/transfer_matrix.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "analysis/cli/programme_choice.h"
#include "analysis/cli/run_report.h"
#include "analysis/cli/transfer_arguments.h"
#include "analysis/cli/usage_error.h"
#include "analysis/transfer/matrix.h"
#include "scenarios/interrupt.h"

namespace cantiere {
namespace {

const Scenario& scenario_of(const ProgrammeStudy& programme) {
    return programme.study.scenarios[programme.scenario];
}

/// The matrix while it is being filled.
class MatrixRuns {
  public:
    MatrixRuns(const std::vector<std::string>& studies,
               const SensitivityArguments& arguments,
               const Context& context)
        : arguments_(arguments), context_(context), options_(options_of(arguments)) {
        for (const std::string& study : studies) {
            homes_.push_back(read_programme(study, "", options_, context));
        }
        std::ranges::transform(homes_, std::back_inserter(matrix_.places), export_place_of);
        for (const ProgrammeStudy& home : homes_)
            outcomes_in(home.study);  // refused before any run
        for (const OneWayOutcome& outcome : outcomes_in(homes_.front().study)) {
            matrix_.outcomes.push_back(outcome.name);
        }
    }

    /// Returns whether all was run, not interrupted.
    bool run() {
        for (std::size_t home = 0; home < homes_.size(); ++home) {
            if (!run_programme(home)) return false;
        }
        return true;
    }

    const ExportMatrix& matrix() const { return matrix_; }
    const Study& first_study() const { return homes_.front().study; }

  private:
    /// Net benefit, then the outcomes asked for: their places are those of each study, whose
    /// municipalities are its own.
    std::vector<OneWayOutcome> outcomes_in(const Study& study) const {
        std::vector<OneWayOutcome> outcomes{{"net_benefit", std::nullopt}};
        for (const OneWayOutcome& outcome : outcomes_of(arguments_, study)) {
            if (outcome.place) outcomes.push_back(outcome);
        }
        return outcomes;
    }

    bool run_programme(std::size_t home) {
        const Study& study = homes_[home].study;
        const std::size_t draws = study.experiment.draws;
        matrix_.draws = home == 0 ? draws : std::min(matrix_.draws, draws);
        const Scenario& scenario = scenario_of(homes_[home]);
        ExportProgramme programme{
            study.id,
            scenario.id,
            scenario.title,
            home,
            arguments_.wtp.value_or(study.evaluation.wtp_eur_per_autonomy_year),
            std::vector<ExportCell>(homes_.size())};
        for (std::size_t place = 0; place < homes_.size(); ++place) {
            if (place == home) continue;
            if (!run_cell(programme, place)) return false;
        }
        take_home(programme);
        matrix_.programmes.push_back(std::move(programme));
        return true;
    }

    bool run_cell(ExportProgramme& programme, std::size_t place) {
        const ProgrammeStudy& here = homes_[programme.home];
        StudyOptions options = options_;
        options.overrides.territory = scenario_of(homes_[place]).territory->path;
        options.overrides.law = scenario_of(homes_[place]).law->path;
        const ProgrammeStudy there = read_again(here, options);
        TransferPlan plan;
        plan.scenario = here.scenario;
        plan.outcomes = outcomes_in(here.study);
        plan.wtp = programme.wtp;
        RunCount count(fmt::format("{} in {}", here.study.id, matrix_.places[place].territory),
                       context_);
        const Transfer result =
            transfer(here.study, there.study, plan, design_options_of(arguments_, count));
        if (result.is_interrupted) return false;
        const Overlap overlap = overlap_of(here.study, there.study, here.scenario);
        programme.cells[place] = {result.outcomes, overlap.outside.size(), overlap.compared};
        matrix_.runs += result.runs;
        matrix_.failed.insert(matrix_.failed.end(), result.failed.begin(), result.failed.end());
        return true;
    }

    /// What a programme does at home is told by every transfer; nothing changes there.
    static void take_home(ExportProgramme& programme) {
        const std::size_t other = programme.home == 0 ? 1 : 0;
        ExportCell& cell = programme.cells[programme.home];
        const Stat none{0.0, 0.0, 0.0, 0.0, 0.0, 0.0};
        for (const TransferredOutcome& outcome : programme.cells[other].outcomes) {
            TransferredOutcome at_home{outcome.here, outcome.here, none, {}};
            at_home.by_part.fill(none);
            cell.outcomes.push_back(at_home);
        }
    }

    const SensitivityArguments& arguments_;
    const Context& context_;
    StudyOptions options_;
    std::vector<ProgrammeStudy> homes_;
    ExportMatrix matrix_;
};

}  // namespace

ExitCode run_transfer_matrix(const std::vector<std::string>& studies,
                             const SensitivityArguments& arguments,
                             const AnswerFile& file,
                             const Context& context) {
    if (studies.size() < 2) {
        throw UsageError("--matrix names one study",
                         "name two at least: --matrix pistoia,net-met,versilia,bari,gorizia");
    }
    if (!arguments.study.empty() || !arguments.scenario.empty()) {
        throw UsageError("--matrix takes the programmes of its own studies",
                         "leave STUDY and --scenario out");
    }
    MatrixRuns runs(studies, arguments, context);
    const InterruptGuard guard(stop_notice(context));
    if (!runs.run()) return tell_interrupted(runs.first_study(), context);
    tell_answer(file,
                matrix_json(runs.matrix(), context.language()),
                matrix_text(runs.matrix(), context.language(), context.layout()),
                context);
    return tell_failed(runs.matrix().failed, "the draw is left out of every mean", context);
}

}  // namespace cantiere
