/// Measures what two numbers of scenarios/behaviour/default.toml are solved from, and whether the
/// result holds: internship.dropout_modifier_mean (the mean over intern-months of
/// exp(-.5 z - .8 (T - .5))) with the completions by group against their rows, and
/// employers.leave_hazard_per_month (what keeps the share of hosts at its start) with the share of
/// hosts over time. Prints host hires and the places of cooperatives besides.
///
/// usage: measure_placements STUDY [REPLICATES] [SCENARIO, from 0]
///
/// Every parameter is at its value. Burn-in and window count, except where stated.

#include <fmt/format.h>

#include <cstdlib>

#include "model/core/rows.h"
#include "model/simulate.h"
#include "model/step.h"
#include "scenarios/run_inputs.h"
#include "scenarios/study_reader.h"

namespace cantiere {
namespace {

/// Share of trainees who complete, rows tis_completion_*; 0 = no row.
EnumArray<Group, double> completion_rows() {
    EnumArray<Group, double> rows{};
    rows[Group::long_term_unemployed] = 0.76;
    rows[Group::disability] = 0.74;
    rows[Group::detained_or_ex] = 0.66;
    rows[Group::violence_survivor] = 0.72;
    rows[Group::migrant] = 0.78;
    rows[Group::addiction] = 0.60;
    rows[Group::mental_health] = 0.68;
    return rows;
}

/// How internships ended.
struct Endings {
    double starts = 0.0, completions = 0.0, dropouts = 0.0, for_safety = 0.0, for_a_job = 0.0;
    double completed_share() const { return completions / (completions + dropouts); }
};

/// Employers other than type-B cooperatives, which host by vocation.
struct Network {
    double firms = 0.0, hosts = 0.0, joined = 0.0, left = 0.0;
    double share() const { return hosts / firms; }
};

struct Cooperatives {
    double months = 0.0, places = 0.0, used = 0.0, waiting = 0.0, starts = 0.0;
};

struct Measured {
    double modifiers = 0.0, intern_months = 0.0, host_hires = 0.0;
    std::array<Endings, static_cast<std::size_t>(Group::count) + 1> endings{};  // last: no flag
    Endings all;
    std::vector<Network> months;  // from -burn_in
    Cooperatives cooperatives;    // while the programme runs
};

std::size_t governing_group(const InternshipParameters& p, GroupMask mask) {
    const double hazard = group_dropout_hazard(p, mask);
    for (const Group group : members<Group>()) {
        const bool governs = holds(mask, group) && p.dropout_hazard[group] >= hazard;
        if (governs) return static_cast<std::size_t>(group);
    }
    return static_cast<std::size_t>(Group::count);
}

void count_ending(Endings& endings, const Event& event, double count) {
    switch (event.kind) {
        case EventKind::instrument_started:
            endings.starts += count;
            break;
        case EventKind::instrument_completed:
            endings.completions += count;
            break;
        case EventKind::instrument_dropped:
            endings.dropouts += count;
            break;
        case EventKind::early_success:
            endings.for_a_job += count;
            break;
        default:
            break;
    }
}

void count_events(Measured& seen,
                  const Events& events,
                  const People& people,
                  const InternshipParameters& p) {
    for (const Event& event : events.all()) {
        Endings& of_group = seen.endings[governing_group(p, people.groups[event.who])];
        seen.host_hires += event.kind == EventKind::host_hired ? 1.0 : 0.0;
        if (event.kind == EventKind::safety_interrupted) {  // told as dropped besides
            for (Endings* endings : {&of_group, &seen.all}) {
                endings->for_safety += 1.0;
                endings->dropouts -= 1.0;
            }
        }
        const bool coop = event.instrument == Instrument::coop_b_placement;
        if (coop && event.kind == EventKind::instrument_started) seen.cooperatives.starts += 1.0;
        if (event.instrument != Instrument::internship) continue;
        count_ending(of_group, event, 1.0);
        count_ending(seen.all, event, 1.0);
    }
}

/// Those who are interns at the end of a month are at risk in the next one.
void count_modifiers(Measured& seen, const Residents& r, const InternshipParameters& p) {
    for (const ResidentId who : rows<ResidentId>(r.size())) {
        if (r.people.presence[who] != Presence::present) continue;
        if (r.work.state[who] != WorkState::internship) continue;
        const double trust = r.capital.trust[who];
        seen.modifiers += dropout_modifier(p, r.people.frailty[who], trust);
        seen.intern_months += 1.0;
    }
}

void count_hosts(Network& month, const Employers& now, const EmployerColumn<std::uint8_t>& before) {
    for (const EmployerId e : rows<EmployerId>(now.size())) {
        if (now.kind[e] == EmployerKind::coop_b) continue;
        month.firms += 1.0;
        month.hosts += now.host[e] != 0 ? 1.0 : 0.0;
        month.joined += now.host[e] > before[e] ? 1.0 : 0.0;
        month.left += now.host[e] < before[e] ? 1.0 : 0.0;
    }
}

void count_cooperatives(Cooperatives& seen, const State& state) {
    seen.months += 1.0;
    for (const EmployerId e : rows<EmployerId>(state.employers.size())) {
        seen.places += state.employers.coop_places[e];
        seen.used += state.employers.coop_places_used[e];
    }
    seen.waiting += state.units.waiting[Instrument::coop_b_placement];
}

void simulate(Measured& seen, const RunInputs& inputs, std::uint32_t replicate) {
    const Draws draws(RunKey{1, 0, replicate});
    State state = synthesise(inputs, draws);
    Ledger ledger(inputs.months, state.residents.size());
    Events events;
    seen.months.resize(static_cast<std::size_t>(inputs.burn_in_months + inputs.months));
    for (int m = -inputs.burn_in_months; m < inputs.months; ++m) {
        const auto before = state.employers.host;
        count_modifiers(seen, state.residents, in_force(inputs, Month{m}).internship);
        step(state, events, ledger, inputs, draws, Month{m});
        const Parameters& p = in_force(inputs, Month{m});
        const double starts = seen.cooperatives.starts;
        count_events(seen, events, state.residents.people, p.internship);
        count_hosts(seen.months[static_cast<std::size_t>(m + inputs.burn_in_months)],
                    state.employers,
                    before);
        const bool runs = m >= 0 && m < inputs.programme.target.months;
        if (runs) count_cooperatives(seen.cooperatives, state);
        if (!runs) seen.cooperatives.starts = starts;
    }
}

void print_endings(const char* name, const Endings& e, double row) {
    fmt::print("  {:<22} completed {:.3f} of {:.0f} ended, row {:.2f}\n",
               name,
               e.completed_share(),
               e.completions + e.dropouts,
               row);
}

void print_internships(const Measured& seen) {
    const Endings& all = seen.all;
    fmt::print("dropout_modifier_mean {:.3f} over {:.0f} intern-months\n",
               seen.modifiers / seen.intern_months,
               seen.intern_months);
    for (const Group group : members<Group>()) {
        const auto g = static_cast<std::size_t>(group);
        print_endings(name(group).data(), seen.endings[g], completion_rows()[group]);
    }
    print_endings("no flag", seen.endings.back(), 0.76);
    print_endings("all", all, 0.743);
    fmt::print(
        "  of {:.0f} starts: completed {:.3f}, dropped {:.3f}, safety {:.3f}, a job {:.3f}\n",
        all.starts,
        all.completions / all.starts,
        all.dropouts / all.starts,
        all.for_safety / all.starts,
        all.for_a_job / all.starts);
    fmt::print("  host hires: {:.3f} a completer, {:.3f} a start\n",
               seen.host_hires / all.completions,
               seen.host_hires / all.starts);
}

void print_hosts(const Measured& seen) {
    Network sum;
    for (std::size_t m = 0; m < seen.months.size(); ++m) {
        const Network& month = seen.months[m];
        if (m % 12 == 0)
            fmt::print("  month {:>3} from the start: hosts {:.4f}\n", m, month.share());
        sum.firms += month.firms;
        sum.hosts += month.hosts;
        sum.joined += month.joined;
        sum.left += month.left;
    }
    fmt::print(
        "hosts {:.4f} at the end, {:.4f} on average; joins {:.5f} a month and firm that is "
        "not, leaves {:.4f} a month and host\n",
        seen.months.back().share(),
        sum.share(),
        sum.joined / (sum.firms - sum.hosts),
        sum.left / sum.hosts);
}

int measure(const char* study_path, std::uint32_t replicates, std::size_t scenario) {
    StudyOptions options;
    options.overrides.draws = 1;  // every parameter at its value
    const StudyReading reading = read_study(study_path, options);
    if (!reading.study) {
        fmt::print(stderr, "{}", text(reading.problems));
        return 3;
    }
    const RunInputs inputs = run_inputs(*reading.study, scenario, 0);
    Measured seen;
    for (std::uint32_t r = 0; r < replicates; ++r) simulate(seen, inputs, r);
    print_internships(seen);
    print_hosts(seen);
    const Cooperatives& c = seen.cooperatives;
    fmt::print(
        "cooperatives, while the programme runs: {:.1f} places, {:.1f} held by residents, "
        "{:.1f} waiting, {:.2f} starts a month\n",
        c.places / c.months,
        c.used / c.months,
        c.waiting / c.months,
        c.starts / c.months);
    return 0;
}

}  // namespace
}  // namespace cantiere

int main(int count, char** words) {
    if (count < 2) {
        fmt::print(stderr, "usage: measure_placements STUDY [REPLICATES] [SCENARIO]\n");
        return 2;
    }
    const int replicates = count > 2 ? std::atoi(words[2]) : 20;
    const int scenario = count > 3 ? std::atoi(words[3]) : 0;
    return cantiere::measure(words[1],
                             static_cast<std::uint32_t>(replicates),
                             static_cast<std::size_t>(scenario));
}
