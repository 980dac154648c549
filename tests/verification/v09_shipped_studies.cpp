#include <array>
#include <string>

#include "model/core/rows.h"
#include "model/modules.h"
#include "scenarios/run_inputs.h"
#include "tests/support/monthly_run.h"
#include "tests/support/study_file.h"

namespace cantiere {
namespace {

/// The line of one instrument, watched from outside by who stands in it at the end of each month.
struct Line {
    std::int64_t months_stayed = 0;  // sum over stays of their length, to the end of the window
    std::int64_t joined = 0;         // those who stood in it at the start included
};

/// What the file of a person says of the line they stand in; none: in no line.
struct InLine {
    Instrument instrument = Instrument::count;
    int months = 0;  // waited by the clock of the file
};

/// The step of an open project that has not begun; who has found work waits for no other job.
InLine step_of(const Residents& r, ResidentId who) {
    const Care& care = r.care;
    const CareState state = care.state[who];
    if (state != CareState::assessed_waiting && state != CareState::in_project) return {};
    if (care.step[who] >= care.step_count[who] || care.step_left[who] > 0) return {};
    const Instrument step = care.steps[who][care.step[who]];
    const bool job = step == Instrument::internship || step == Instrument::subsidised_hire ||
                     step == Instrument::coop_b_placement;
    const WorkState work = r.work.state[who];
    if (job && work != WorkState::seeking && work != WorkState::inactive) return {};
    return {step, care.step_waiting[who]};
}

InLine support_of(const Residents& r, ResidentId who) {
    const Care& care = r.care;
    const CareState state = care.state[who];
    const bool open = state == CareState::assessed_waiting || state == CareState::in_project ||
                      state == CareState::follow_up || state == CareState::tapering;
    if (!open || care.support[who] == Instrument::count) return {};
    if (care.support_left[who] > 0 || care.support_done[who] != 0) return {};
    return {care.support[who], care.support_waiting[who]};
}

/// Follows one kind of line, steps or supports, person by person, by the clocks of the files: a
/// stay is over when the clock starts again or another instrument is waited for. A clock that
/// stands still makes the stays too short.
class Lines {
  public:
    explicit Lines(std::size_t people) : last_(people) {}

    void see(ResidentId who, const InLine& now, bool in_window) {
        InLine& before = last_[who];
        if (now.instrument != Instrument::count && in_window) {
            Line& line = lines_[now.instrument];
            const bool same = before.instrument == now.instrument && now.months > 0;
            if (!same || !seen_) ++line.joined;
            line.months_stayed += same && seen_ ? now.months - before.months : 1;
        }
        before = now;
    }
    void month_is_over(bool in_window) { seen_ = in_window; }

    const EnumArray<Instrument, Line>& all() const { return lines_; }

  private:
    ResidentColumn<InLine> last_;
    EnumArray<Instrument, Line> lines_{};
    bool seen_ = false;  // a month of the window has been seen
};

}  // namespace

TEST_CASE("V9 Little's law in the shipped studies: queues as reported are arrivals times waits") {
    const std::string id = GENERATE("pistoia", "gorizia");
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    const StudyFile file("scenarios/studies/" + id + ".toml", {{"horizon.months", "60"}});
    INFO(id << ", seed " << seed);
    const std::size_t programme = 1;
    const RunInputs inputs = with_modules(run_inputs(file.study(), programme, 0));
    const Draws draws(RunKey{seed, 0, 0});
    const State start = synthesise(inputs, draws);
    const std::size_t people = start.residents.size();
    Lines steps(people);
    Lines supports(people);
    each_month(start,
               inputs,
               draws,
               [&](const State& state, const Events&, const Ledger&, Month month) {
                   const bool in_window = month >= Month{0};
                   for (const ResidentId who : rows<ResidentId>(people)) {
                       const Residents& r = state.residents;
                       const bool here = r.people.presence[who] == Presence::present;
                       steps.see(who, here ? step_of(r, who) : InLine{}, in_window);
                       supports.see(who, here ? support_of(r, who) : InLine{}, in_window);
                   }
                   steps.month_is_over(in_window);
                   supports.month_is_over(in_window);
               });
    const RunOutcome outcome = run_window(burn_in(inputs, draws), inputs, draws).outcome;
    std::int64_t waited = 0;
    for (const Instrument instrument : members<Instrument>()) {
        INFO(name(instrument));
        double reported = 0.0;  // L times the months
        for (int m = 0; m < inputs.months; ++m) {
            reported += outcome.at(Variable::queue_length, m, instrument);
        }
        const Line& step = steps.all()[instrument];
        const Line& support = supports.all()[instrument];
        const std::int64_t stayed = step.months_stayed + support.months_stayed;
        const std::int64_t joined = step.joined + support.joined;
        CHECK(reported == static_cast<double>(stayed));
        if (joined == 0) continue;
        const double wait = static_cast<double>(stayed) / static_cast<double>(joined);
        const double arrivals = static_cast<double>(joined) / inputs.months;
        CHECK(reported / inputs.months == Approx(arrivals * wait));
        waited += stayed;
    }
    CHECK(waited > 1000);
}

}  // namespace cantiere
