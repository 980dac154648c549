#include "tests/support/oracle_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

bool is_open(CareState state) {
    const std::array open{CareState::referred,
                          CareState::assessed_waiting,
                          CareState::in_project,
                          CareState::follow_up,
                          CareState::tapering};
    return std::find(open.begin(), open.end(), state) != open.end();
}

int year_of_month(const World& world, int month) {
    return (world.inputs->start.month - 1 + month) / 12;
}

bool is_self_sufficient(const World& world, const Person& person) {
    const double line =
        world.inputs->usual.autonomy.poverty_line_eur_month * double{person.poverty_scale};
    return has_job(person) && person.net_income_cents / 100.0 >= line &&
           person.benefit_cents == 0 && person.local_aid_cents == 0;
}

bool is_open_file(CareState care) {
    return care == CareState::referred || care == CareState::assessed_waiting ||
           care == CareState::in_project || care == CareState::follow_up ||
           care == CareState::tapering;
}

void add_happenings(Record& record, const World& world) {
    for (const Happening& h : world.happenings) {
        record.events[h.kind] += 1.0;
        const EntityKey key = world.people[h.who].key;
        const bool had_open_file = is_open_file(record.care[key]);  // as the month began
        if (h.kind == EventKind::hired && had_open_file) record.hires_on_file += 1.0;
        if (h.kind == EventKind::exited && had_open_file) record.exits_on_file += 1.0;
        if (h.kind == EventKind::instrument_started) {
            if (is_placed(h.instrument)) record.starts += 1.0;
            if (counts_as_served(h.instrument)) record.served[key] = true;
        }
        if (h.kind == EventKind::stable_exit && world.people[h.who].exit_month >= Month{0}) {
            record.stable_exits += 1.0;
        }
        if (h.kind == EventKind::relapsed && world.people[h.who].exit_month >= Month{0}) {
            record.relapses += 1.0;
            if (is_open_file(world.people[h.who].care)) record.returns_on_file += 1.0;
        }
        if (h.instrument != Instrument::internship) continue;
        record.completions += h.kind == EventKind::instrument_completed ? 1.0 : 0.0;
        record.dropouts += h.kind == EventKind::instrument_dropped ? 1.0 : 0.0;
    }
    record.envy += world.round.envy;
    record.blocking += world.round.blocking;
    record.short_of_floors += world.round.short_of_floors;
}

void add_people(Record& record, const World& world, int year) {
    std::map<CareState, double> care;
    std::map<WorkState, double> work;
    double present = 0.0, autonomy = 0.0;
    const double rate = world.inputs->discount_rate_per_year;
    const double discount = std::pow(1.0 + rate, -(world.month.index() - 1) / 12.0);
    for (const Person& person : world.people) {
        CareState& care_before = record.care[person.key];
        const bool had_file = is_open(care_before) && !is_open(person.care);
        if (person.care != care_before) {
            record.care_flow[{year, care_before, person.care}] += 1.0;
            care_before = person.care;
        }
        int& benefit_before = record.benefit_cents[person.key];
        const bool file_told = had_file && person.work == WorkState::detained;
        if (is_here(person) && benefit_before > 0 && person.benefit_cents == 0 && !file_told) {
            record.benefit_stops += 1.0;
        }
        benefit_before = person.benefit_cents;
        if (!is_here(person)) continue;
        record.seen[person.key] = true;
        present += 1.0;
        autonomy += double{person.autonomy};
        record.work_light_years += discount * double{person.work_light.autonomy} / 12.0;
        record.equal_years += discount * double{person.equal.autonomy} / 12.0;
        care[person.care] += 1.0;
        work[person.work] += 1.0;
        if (is_self_sufficient(world, person)) record.self_sufficient_months += 1.0;
    }
    for (auto& [state, share] : care) share /= present;
    for (auto& [state, share] : work) share /= present;
    record.care_share.push_back(care);
    record.work_share.push_back(work);
    record.autonomy.push_back(autonomy / present);
    record.wait_months.push_back(mean_wait(world));
    record.autonomy_years += autonomy / 12.0;
}

/// Lists the values that differ by more than a tolerance.
class Check {
  public:
    void same(const std::string& what, double naive, double fast, double tolerance = 0.0) {
        if (std::abs(naive - fast) <= tolerance) return;
        lines_.push_back(fmt::format("{} is {}, not {}", what, fast, naive));
    }
    std::vector<std::string> lines() && { return std::move(lines_); }

  private:
    std::vector<std::string> lines_;
};

template <class Key, class Value>
Value at(const std::map<Key, Value>& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? Value{} : found->second;
}

void check_counts(Check& check, const Record& record, const RunOutcome& outcome) {
    const auto events = [&](EventKind kind) { return at(record.events, kind); };
    const std::pair<Variable, double> counts[] = {
        {Variable::residents, static_cast<double>(record.seen.size())},
        {Variable::served, static_cast<double>(record.served.size())},
        {Variable::referrals, events(EventKind::referral_completed)},
        {Variable::starts, record.starts},
        {Variable::completions, record.completions},
        {Variable::dropouts, record.dropouts},
        {Variable::early_successes, events(EventKind::early_success)},
        {Variable::host_hires, events(EventKind::host_hired)},
        {Variable::hires, events(EventKind::hired)},
        {Variable::quota_hires, events(EventKind::quota_hired)},
        {Variable::exits, events(EventKind::exited)},
        {Variable::social_economy_exits, events(EventKind::exited_social_economy)},
        {Variable::reference_law_exits, events(EventKind::reference_exited)},
        {Variable::exits_work_light, events(EventKind::exited_work_light)},
        {Variable::exits_equal, events(EventKind::exited_equal)},
        {Variable::stable_exits, record.stable_exits},
        {Variable::relapses, record.relapses},
        {Variable::exclusions, events(EventKind::excluded)},
        {Variable::reoffences, events(EventKind::reincarcerated)},
        {Variable::alternative_measures, events(EventKind::alternative_granted)},
        {Variable::revocations, events(EventKind::alternative_revoked)},
        {Variable::justified_envy, record.envy},
        {Variable::blocking_pairs, record.blocking},
        {Variable::floor_shortfall, record.short_of_floors},
        {Variable::recorded_starts, record.starts},
        {Variable::recorded_completions, record.completions + events(EventKind::early_success)},
        {Variable::recorded_hires, record.hires_on_file},
        {Variable::recorded_exits,
         events(EventKind::file_closed) + record.benefit_stops + record.exits_on_file},
        {Variable::recorded_returns, record.returns_on_file},
        {Variable::administrative_exits, events(EventKind::file_closed) + record.benefit_stops}};
    for (const auto& [variable, count] : counts) {
        check.same(std::string(name(variable)), count, outcome[variable]);
    }
    check.same("self-sufficient years",
               record.self_sufficient_months / 12.0,
               outcome[Variable::self_sufficient_years]);
    check.same("displaced job-months",
               record.displaced_job_months,
               outcome[Variable::displaced_job_months],
               1e-9);
    check.same("societal cost without output",
               record.societal_cost_without_output,
               outcome[Variable::net_cost_societal_without_output],
               0.01);
    // The fast model rounds the work of each person and month to the cent.
    check.same("societal cost",
               record.societal_cost,
               outcome[Variable::net_cost_societal],
               0.01 * static_cast<double>(record.seen.size()));
    check.same("autonomy-years",
               record.autonomy_years,
               outcome[Variable::autonomy_years_undiscounted],
               1e-6);
}

void check_other_weights(Check& check, const Record& record, const RunOutcome& outcome) {
    check.same("work-light autonomy-years",
               record.work_light_years,
               outcome[Variable::autonomy_years_work_light],
               1e-6);
    check.same("equal autonomy-years",
               record.equal_years,
               outcome[Variable::autonomy_years_equal],
               1e-6);
}

void check_months(Check& check, const Record& record, const RunOutcome& outcome) {
    for (std::size_t m = 0; m < record.autonomy.size(); ++m) {
        check.same(fmt::format("autonomy of month {}", m),
                   record.autonomy[m],
                   outcome.at(Variable::autonomy, m),
                   1e-8);
        const double waited = outcome.at(Variable::wait_months, m);
        if (!std::isnan(waited) || !std::isnan(record.wait_months[m])) {
            check.same(fmt::format("wait of month {}", m), record.wait_months[m], waited, 1e-9);
        }
        for (const CareState state : members<CareState>()) {
            check.same(fmt::format("care {} of month {}", name(state), m),
                       at(record.care_share[m], state),
                       outcome.at(Variable::care_share, m, state));
        }
        for (const WorkState state : members<WorkState>()) {
            check.same(fmt::format("work {} of month {}", name(state), m),
                       at(record.work_share[m], state),
                       outcome.at(Variable::work_share, m, state));
        }
    }
}

void check_years(Check& check, const Record& record, const RunOutcome& outcome) {
    for (std::size_t y = 0; y < outcome.sizes().years; ++y) {
        const int year = static_cast<int>(y);
        for (const Payer payer : members<Payer>()) {
            for (const Category category : members<Category>()) {
                const auto cents = at(record.ledger_cents, {payer, category, year});
                const double eur = outcome.at(Variable::ledger, payer, category, y);
                check.same(fmt::format("{} {} of year {}", name(payer), name(category), y),
                           static_cast<double>(cents),
                           std::round(eur * 100.0));
            }
        }
        const auto eur = [](std::int64_t cents) { return static_cast<double>(cents) / 100.0; };
        check.same(fmt::format("outlay planned in year {}", y),
                   eur(at(record.planned_cents, year)),
                   outcome.at(Variable::planned_outlay, y));
        check.same(fmt::format("outlay unspent in year {}", y),
                   eur(at(record.unspent_cents, year)),
                   outcome.at(Variable::unspent_outlay, y));
        for (const CareState from : members<CareState>()) {
            for (const CareState to : members<CareState>()) {
                check.same(fmt::format("flow {} to {} of year {}", name(from), name(to), y),
                           at(record.care_flow, {year, from, to}),
                           outcome.at(Variable::care_flow, y, from, to));
            }
        }
    }
}

}  // namespace

Record begin_record(const World& world) {
    Record record;
    for (const Person& person : world.people) {
        record.care[person.key] = person.care;
        record.benefit_cents[person.key] = person.benefit_cents;
    }
    return record;
}

void add_month(Record& record, const World& world) {
    const int year = year_of_month(world, world.month.index() - 1);
    add_happenings(record, world);
    add_people(record, world, year);
    add_displaced(record, world);
    add_society(record, world);
    add_outlay(record, world, year);
    for (const auto& [entry, cents] : world.books.debits) {
        const auto& [account, category] = entry;
        if (account > account_of(Payer::resident)) continue;
        record.ledger_cents[{static_cast<Payer>(account), category, year}] += cents;
    }
}

std::vector<std::string> differences(const Record& record,
                                     const World& world,
                                     const RunOutcome& outcome) {
    Check check;
    check_counts(check, record, outcome);
    check_other_weights(check, record, outcome);
    check_months(check, record, outcome);
    check_years(check, record, outcome);
    double permanent = 0.0;
    for (const Person& person : world.people) {
        const double limit = world.inputs->programme.autonomy.permanent_exclusion_months;
        if (is_here(person) && person.excluded_months >= limit) permanent += 1.0;
    }
    check.same("permanent exclusions", permanent, outcome[Variable::permanent_exclusions]);
    return std::move(check).lines();
}

}  // namespace cantiere::oracle
