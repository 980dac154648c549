#include "analysis/cli/transfer_card.h"

#include <utility>

#include <fmt/format.h>

#include "analysis/cli/run_report.h"
#include "analysis/cli/transfer_preconditions.h"
#include "analysis/cli/usage_error.h"
#include "analysis/transfer/card.h"
#include "scenarios/interrupt.h"

namespace cantiere {
namespace {

constexpr std::int64_t usual_draws_of_a_card = 10;

/// The runs of a card but for its preconditions; home is the first place.
class CardRuns {
  public:
    CardRuns(const std::vector<ProgrammeStudy>& places,
             const SensitivityArguments& run,
             const Context& context)
        : places_(places), run_(run), context_(context) {
        const Study& home = places.front().study;
        plan_.scenario = places.front().scenario;
        plan_.outcomes = outcomes_of(run, home);
        plan_.wtp = run.wtp.value_or(home.evaluation.wtp_eur_per_autonomy_year);
        plan_.curves = true;
        const Scenario& scenario = home.scenarios[plan_.scenario];
        matrix_.outcomes = card_outcomes();
        matrix_.draws = home.experiment.draws;
        matrix_.programmes.push_back({home.id, scenario.id, scenario.title, 0, plan_.wtp, {}});
        for (const ProgrammeStudy& place : places) matrix_.places.push_back(export_place_of(place));
    }

    /// Returns whether all was run, not interrupted.
    bool run() {
        if (!run_at_home()) return false;
        for (std::size_t place = 1; place < places_.size(); ++place) {
            if (!run_there(place)) return false;
        }
        return true;
    }

    ExportMatrix& matrix() { return matrix_; }
    std::vector<Curves>& curves() { return curves_; }

  private:
    bool run_at_home() {
        RunCount count(matrix_.places.front().territory, context_);
        Curves home = curves_at(places_.front().study, plan_, design_options_of(run_, count));
        if (home.is_interrupted) return false;
        const Stat none{0.0, 0.0, 0.0, 0.0, 0.0, 0.0};
        ExportCell cell;
        for (const Stat& effect : home.fidelity.front().effects) {  // delivered as designed
            TransferredOutcome outcome{effect, effect, none, {}};
            outcome.by_part.fill(none);
            cell.outcomes.push_back(outcome);
        }
        keep(std::move(cell), std::move(home));
        return true;
    }

    bool run_there(std::size_t place) {
        const Study& home = places_.front().study;
        const Study& there = places_[place].study;
        RunCount count(fmt::format("{} in {}", home.id, matrix_.places[place].territory), context_);
        const Transfer moved = transfer(home, there, plan_, design_options_of(run_, count));
        if (moved.is_interrupted) return false;
        const Overlap overlap = overlap_of(home, there, plan_.scenario);
        keep({moved.outcomes, overlap.outside.size(), overlap.compared},
             {moved.fidelity, moved.scale, moved.failed, moved.runs, false});
        return true;
    }

    void keep(ExportCell cell, Curves curves) {
        matrix_.runs += curves.runs;
        matrix_.failed.insert(matrix_.failed.end(), curves.failed.begin(), curves.failed.end());
        matrix_.programmes.front().cells.push_back(std::move(cell));
        curves_.push_back(std::move(curves));
    }

    const std::vector<ProgrammeStudy>& places_;
    const SensitivityArguments& run_;
    const Context& context_;
    TransferPlan plan_;
    ExportMatrix matrix_;
    std::vector<Curves> curves_;
};

/// Home and the places named, read anew with other options.
std::vector<ProgrammeStudy> read_all(const ProgrammeStudy& home,
                                     const std::vector<NamedPlace>& named,
                                     const StudyOptions& options) {
    std::vector<ProgrammeStudy> all{read_again(home, options)};
    const auto elsewhere = read_in_places(home, named, options);
    all.insert(all.end(), elsewhere.begin(), elsewhere.end());
    return all;
}

}  // namespace

ExitCode run_card(const TransferArguments& asked, const Context& context) {
    TransferArguments arguments = asked;
    arguments.run.outcomes = card_outcomes();
    const ProgrammeStudy home = read_programme(arguments.run.study,
                                               arguments.run.scenario,
                                               options_of_points(arguments),
                                               context);
    check_condition(arguments, home.study);
    const std::vector<NamedPlace> named = places_named(arguments, home);
    TransferArguments points = arguments;
    points.run.draws.reset();
    const auto places_of_points = read_all(home, named, options_of_points(points));
    if (!arguments.run.draws) arguments.run.draws = usual_draws_of_a_card;
    const auto places = read_all(home, named, options_of(arguments.run));
    const InterruptGuard guard(stop_notice(context));
    CardRuns runs(places, arguments.run, context);
    if (!runs.run()) return tell_interrupted(home.study, context);
    PreconditionRuns preconditions = preconditions_in(places_of_points, points, context);
    if (preconditions.is_interrupted) return tell_interrupted(home.study, context);
    if (!preconditions.answer) {
        return tell_failed(preconditions.failed, "a card is not told with points missing", context);
    }
    const Card card{std::move(runs.matrix()),
                    std::move(runs.curves()),
                    *preconditions.answer,
                    procedure_of(places.front().study, places.front().scenario)};
    tell_answer(arguments.file,
                card_json(card, context.language()),
                card_text(card, context.language(), context.layout()),
                context);
    return tell_failed(card.matrix.failed, "the draw is left out of every mean", context);
}

}  // namespace cantiere
