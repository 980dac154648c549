#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <set>
#include <string>

#include "model/core/rows.h"
#include "model/modules.h"
#include "model/month/benefits.h"
#include "model/turnover.h"
#include "tests/support/catch.h"
#include "tests/support/monthly_run.h"

namespace cantiere {
namespace {

constexpr SmallStudy size{300.0, 12, 36};

struct Named {
    std::string name;
    RunInputs inputs;
};

/// No cycle: the vacancies of a month are counted at a tightness of 1.
RunInputs steady(RunInputs inputs) {
    change_everywhere(inputs, [](Parameters& p) {
        p.search.tightness = 1.0;
        p.search.cycle_sd = 0.0;
    });
    return inputs;
}

std::vector<Named> scenarios() {
    RunInputs lottery = steady(small_programme(size));
    lottery.programme.placement.policy = static_cast<double>(PlacementPolicy::lottery);
    lottery.programme.target.start_month = 6.0;
    lottery.programme.target.months = 18.0;
    RunInputs without_employers = steady(small_programme(size));
    without_employers.modules.on[Module::employers] = false;
    return {{"as usual", steady(small_study(size))},
            {"programme", steady(small_programme(size))},
            {"null twin", steady(small_null_twin(size))},
            {"eighteen months by lottery", lottery},
            {"without vacancies", without_employers}};
}

int count_of_kind(const Events& events, EventKind kind) {
    return static_cast<int>(std::ranges::count(events.all(), kind, &Event::kind));
}

/// Rows by presence.
std::array<int, 3> presence_counts(const Residents& residents) {
    std::array<int, 3> counts{};
    for (const Presence p : residents.people.presence) ++counts[static_cast<std::size_t>(p)];
    return counts;
}

template <CountedEnum State, class Column>
EnumArray<State, int> counts_of_present(const Residents& residents, const Column& column) {
    EnumArray<State, int> counts{};
    for (const ResidentId who : rows<ResidentId>(residents.size())) {
        if (residents.people.presence[who] == Presence::present) ++counts[column[who]];
    }
    return counts;
}

template <class Counts>
int total(const Counts& counts) {
    int sum = 0;
    for (const int count : counts) sum += count;
    return sum;
}

void check_people(const State& before, const State& after, const Events& events) {
    const auto was = presence_counts(before.residents);
    const auto is = presence_counts(after.residents);
    const int arrived = count_of_kind(events, EventKind::arrived);
    const int left = count_of_kind(events, EventKind::died) +
                     count_of_kind(events, EventKind::emigrated) +
                     count_of_kind(events, EventKind::aged_out);
    CHECK(is[0] == was[0] - arrived);
    CHECK(is[1] == was[1] + arrived - left);
    CHECK(is[2] == was[2] + left);
    const Residents& r = after.residents;
    CHECK(total(counts_of_present<CareState>(r, r.care.state)) == is[1]);
    CHECK(total(counts_of_present<WorkState>(r, r.work.state)) == is[1]);
    CHECK(total(counts_of_present<HousingState>(r, r.housing.state)) == is[1]);
}

/// Whoever has a job and had none was hired, and whoever was hired has a job.
void check_hires(const State& before, const State& after, const Events& events) {
    const Residents& was = before.residents;
    const Residents& is = after.residents;
    int gained = 0;
    int lost = 0;
    for (const ResidentId who : rows<ResidentId>(is.size())) {
        const bool worked = is_employed(was.work.state[who]);
        const bool works = is_employed(is.work.state[who]);
        gained += works && !worked ? 1 : 0;
        lost += worked && !works && is.people.presence[who] == Presence::present ? 1 : 0;
    }
    CHECK(count_of_kind(events, EventKind::hired) == gained);
    CHECK(count_of_kind(events, EventKind::separated) == lost);
}

/// People hired this month by a vacancy: neither by their host nor in a seat.
std::vector<ResidentId> hired_on_the_market(const Events& events) {
    std::set<ResidentId> otherwise;
    for (const Event& e : events.all()) {
        const bool seat = e.kind == EventKind::instrument_started &&
                          (e.instrument == Instrument::subsidised_hire ||
                           e.instrument == Instrument::coop_b_placement);
        if (seat || e.kind == EventKind::host_hired) otherwise.insert(e.who);
    }
    std::vector<ResidentId> hired;
    for (const Event& e : events.all()) {
        if (e.kind == EventKind::hired && !otherwise.contains(e.who)) hired.push_back(e.who);
    }
    return hired;
}

/// No employer hires more people than it has vacancies, counted anew (Poisson of staff x hazard at
/// a tightness of 1), and nobody is displaced without a hire.
void check_vacancies(const State& after,
                     const Events& events,
                     const Parameters& p,
                     const Draws& draws,
                     Month month) {
    const Employers& employers = after.employers;
    EmployerColumn<std::int64_t> left(employers.size(), 0);
    for (const EmployerId e : rows<EmployerId>(employers.size())) {
        const double mean = employers.staff[e] * p.employers.vacancy_hazard_per_month;
        left[e] = draws.poisson(mean, employers.key[e], month, Decision::vacancy_count);
    }
    for (const ResidentId who : hired_on_the_market(events)) {
        const EmployerId employer = after.residents.work.employer[who];
        if (!employer.is_none()) --left[employer];
    }
    CHECK(std::ranges::all_of(left, [](std::int64_t vacancies) { return vacancies >= 0; }));
    CHECK(count_of_kind(events, EventKind::ordinary_displaced) <=
          count_of_kind(events, EventKind::hired));
}

void check_ledger(const Ledger& ledger, Month month) {
    for (const Category category : members<Category>()) {
        CHECK(ledger.imbalance_cents(month, category) == 0);
    }
}

/// Seats of one instrument that are taken, by who pays.
struct Taken {
    EnumArray<Instrument, int> usual{};
    EnumArray<Instrument, int> programme{};

    void add(Instrument instrument, Funding funding) {
        usual[instrument] += funding == Funding::usual ? 1 : 0;
        programme[instrument] += funding == Funding::programme ? 1 : 0;
    }
};

Taken seats_taken(const Care& care) {
    Taken taken;
    for (const ResidentId who : rows<ResidentId>(care.state.size())) {
        const bool in_step = care.step_left[who] > 0 && care.step[who] < care.step_count[who];
        if (in_step) taken.add(care.steps[who][care.step[who]], care.step_funding[who]);
        if (care.support_left[who] > 0) taken.add(care.support[who], care.support_funding[who]);
        if (care.tutor_left[who] > 0) taken.add(Instrument::job_tutor, care.tutor_funding[who]);
    }
    return taken;
}

/// Never more people in the seats of a programme than its levers say, nor in usual ones than the
/// territory's number for each thousand in need. Places of cooperatives are theirs.
void check_seats(const State& after, const Parameters& p, bool programme_runs) {
    const Taken taken = seats_taken(after.residents.care);
    for (const Instrument instrument : members<Instrument>()) {
        if (instrument == Instrument::coop_b_placement) continue;
        const InstrumentParameters& row = p.instruments[instrument];
        const long usual = std::lround(row.usual_slots_per_1000 * size.residents / 1000.0);
        CHECK(after.units.usual_slots[instrument] == usual);
        CHECK(taken.usual[instrument] <= usual);
        const long lever = programme_runs ? std::lround(row.slots) : 0;
        CHECK(after.units.programme_slots[instrument] == lever);
        if (programme_runs) CHECK(taken.programme[instrument] <= lever);
    }
}

/// Whole cents in euros.
double cents(double euros) { return std::round(euros * 100.0); }

}  // namespace

TEST_CASE("V24 people, jobs, seats and money are conserved in every month of every scenario") {
    for (const auto& [title, raw] : scenarios()) {
        for (const std::uint64_t seed : {1u, 2u, 3u}) {
            INFO(title << ", seed " << seed);
            const RunInputs inputs = with_modules(raw);
            const Draws draws({seed});
            State before = synthesise(inputs, draws);
            each_month(before,
                       inputs,
                       draws,
                       [&](const State& after, const Events& e, const Ledger& l, Month month) {
                           const Parameters& p = in_force(inputs, month);
                           check_people(before, after, e);
                           check_hires(before, after, e);
                           if (inputs.modules.on[Module::employers]) {
                               check_vacancies(after, e, p, draws, month);
                           }
                           if (month.index() >= 0) check_ledger(l, month);
                           check_seats(after, p, &p == &inputs.programme);
                           before = after;
                       });
        }
    }
}

TEST_CASE("V24 what flows into a state of care less what flows out is what it gains") {
    for (const auto& [title, raw] : scenarios()) {
        INFO(title);
        const RunInputs inputs = with_modules(raw);
        const Draws draws({7});
        const State start = burn_in(inputs, draws);
        const RunResult result = run_window(start, inputs, draws);
        State state = start;
        admit_all(state);
        EnumArray<CareState, int> first{};
        for (const CareState s : state.residents.care.state) ++first[s];
        Ledger ledger(inputs.months, state.residents.size());
        Events events;
        for (int m = 0; m < inputs.months; ++m) {
            step(state, events, ledger, inputs, draws, Month{m});
        }
        EnumArray<CareState, int> last{};
        for (const CareState s : state.residents.care.state) ++last[s];
        const std::size_t years = result.outcome.sizes().years;
        for (const CareState here : members<CareState>()) {
            double gain = 0.0;
            for (std::size_t year = 0; year < years; ++year) {
                for (const CareState other : members<CareState>()) {
                    gain += result.outcome.at(Variable::care_flow, year, other, here);
                    gain -= result.outcome.at(Variable::care_flow, year, here, other);
                }
            }
            INFO(name(here));
            CHECK(gain == last[here] - first[here]);
        }
    }
}

TEST_CASE("V24 the parts of every total add up to it") {
    for (const auto& [title, inputs] : scenarios()) {
        INFO(title);
        const RunResult result = run(inputs, {5});
        const RunOutcome& o = result.outcome;
        const auto sum = [&](Variable v) {
            double all = 0.0;
            for (const double x : o.values(v)) all += x;
            return all;
        };
        double lived = 0.0;
        double people = 0.0;
        for (int m = 0; m < inputs.months; ++m) {
            for (const Variable v : {Variable::care_share, Variable::work_share}) {
                double share = 0.0;
                for (std::size_t s = 0; s < extent(shape_of(v).axes.axes[1], o.sizes()); ++s) {
                    share += o.at(v, m, s);
                }
                CHECK(share == Approx(1.0).epsilon(1e-12));
                lived += share;
            }
        }
        CHECK(lived == Approx(2.0 * inputs.months).epsilon(1e-12));
        for (const auto& person : result.people) people += person.in_window ? 1.0 : 0.0;
        CHECK(o[Variable::residents] == people);
        CHECK(sum(Variable::residents_by_municipality) == people);
        CHECK(sum(Variable::starts_by_municipality) == o[Variable::starts]);
        CHECK(sum(Variable::autonomy_years_by_municipality) ==
              Approx(o[Variable::autonomy_years]).epsilon(1e-9));
        for (std::size_t year = 0; year < o.sizes().years; ++year) {
            for (const Payer payer : members<Payer>()) {
                double entries = 0.0;
                for (const Category category : members<Category>()) {
                    entries += o.at(Variable::ledger, payer, category, year);
                }
                CHECK(cents(entries) == cents(o.at(Variable::budget, payer, year)));
            }
        }
        CHECK(o[Variable::host_hires] <= o[Variable::completions]);
        CHECK(o[Variable::hires_served] <= o[Variable::hires]);
        CHECK(o[Variable::served] <= people);
    }
}

}  // namespace cantiere
