/// Solves a0 and the group intercepts of job finding as model.md 5.17.0 asks: once, with services
/// as usual, in the reference territory under the RdC pack, so that the monthly finding of each
/// group meets its row of section 6.2; and the share of hires over an ordinary applicant that put
/// one out of a job, so that a hire from the open market displaces as often as one by a host
/// (job_search.displacement_share). Prints the values for scenarios/behaviour/default.toml.
///
/// usage: solve_job_finding STUDY [ROUNDS] [REPLICATES]
///
/// Who is counted: residents seeking or inactive at the start of a month, out of services that
/// place them; what counts: an open-market hire. A resident belongs to the group whose intercept
/// governs. The unflagged fix a0: 14.5 % find work within a year (model.md 5.8). Each round moves
/// a0 by the ratio of target to simulated, and each b_g by the damped logarithm of it.

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "model/core/rows.h"
#include "model/simulate.h"
#include "model/step.h"
#include "scenarios/run_inputs.h"
#include "scenarios/study_reader.h"

namespace cantiere {
namespace {

constexpr double unflagged_target = 0.0130;  // 1 - (1-p)^12 = .145
constexpr double damping = 0.7;

/// Monthly finding without a programme, rows monthly_jobfind_baseline_*.
EnumArray<Group, double> targets() {
    EnumArray<Group, double> rows{};
    rows[Group::long_term_unemployed] = 0.012;
    rows[Group::disability] = 0.004;
    rows[Group::detained_or_ex] = 0.010;
    rows[Group::violence_survivor] = 0.018;
    rows[Group::migrant] = 0.022;
    rows[Group::homeless] = 0.006;
    rows[Group::addiction] = 0.008;
    rows[Group::care_leaver] = 0.028;
    rows[Group::mental_health] = 0.006;
    return rows;
}

struct Finding {
    double at_risk = 0.0;
    double hires = 0.0;
    double rate() const { return at_risk > 0.0 ? hires / at_risk : 0.0; }
};

/// Findings by governing group; the last one is of the unflagged.
using Findings = std::array<Finding, static_cast<std::size_t>(Group::count) + 1>;

/// Hires from the open market, and those of them that put an ordinary applicant out of a job.
struct Displacement {
    double hires = 0.0;
    double displaced = 0.0;
    double share() const { return hires > 0.0 ? displaced / hires : 0.0; }
};

struct Simulated {
    Findings findings{};
    Displacement displacement;
};

std::size_t governing_group(const JobSearchParameters& p, GroupMask mask) {
    std::size_t governing = static_cast<std::size_t>(Group::count);
    for (const Group group : members<Group>()) {
        if (!holds(mask, group)) continue;
        const bool lower =
            governing == static_cast<std::size_t>(Group::count) ||
            p.group_intercept[group] < p.group_intercept[static_cast<Group>(governing)];
        if (lower) governing = static_cast<std::size_t>(group);
    }
    return governing;
}

/// Counts one month's hires from the open market by what they did to ordinary applicants. Host
/// hires tell of both in one month, one after the other, and are taken out.
void count_displacement(Displacement& all, const Work& work, const Events& events) {
    ResidentId host_hired = ResidentId::none();
    for (const Event& event : events.all()) {
        const WorkState now = work.state[event.who];
        const bool open_market = now == WorkState::fixed_term || now == WorkState::open_ended;
        if (event.kind == EventKind::hired && open_market) all.hires += 1.0;
        if (event.kind == EventKind::host_hired) {
            all.hires -= 1.0;
            host_hired = event.who;
        }
        if (event.kind != EventKind::ordinary_displaced || !open_market) continue;
        if (event.who != host_hired) all.displaced += 1.0;
    }
}

void count_month(Findings& findings,
                 const State& state,
                 const Events& events,
                 const Parameters& p) {
    const Residents& r = state.residents;
    for (const ResidentId who : rows<ResidentId>(r.size())) {
        if (r.people.presence[who] != Presence::present) continue;
        const WorkState before = r.work.state_at_start[who];
        if (before != WorkState::seeking && before != WorkState::inactive) continue;
        findings[governing_group(p.search, r.people.groups[who])].at_risk += 1.0;
    }
    for (const Event& event : events.all()) {
        const ResidentId who = event.who;
        const WorkState now = r.work.state[who];
        const WorkState before = r.work.state_at_start[who];
        const bool open_market = now == WorkState::fixed_term || now == WorkState::open_ended;
        const bool jobless = before == WorkState::seeking || before == WorkState::inactive;
        if (event.kind == EventKind::host_hired) {
            findings[governing_group(p.search, r.people.groups[who])].hires -= 1.0;
        }
        if (event.kind != EventKind::hired || !open_market || !jobless) continue;
        findings[governing_group(p.search, r.people.groups[who])].hires += 1.0;
    }
}

Simulated simulate(const RunInputs& inputs, std::uint32_t replicates) {
    Simulated seen;
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        const Draws draws(RunKey{1, 0, replicate});
        State state = burn_in(inputs, draws);
        Ledger ledger(inputs.months, state.residents.size());
        Events events;
        for (int m = 0; m < inputs.months; ++m) {
            step(state, events, ledger, inputs, draws, Month{m});
            count_month(seen.findings, state, events, inputs.usual);
            count_displacement(seen.displacement, state.residents.work, events);
        }
    }
    return seen;
}

void move(Parameters& p, const Simulated& seen) {
    const Findings& findings = seen.findings;
    const EnumArray<Group, double> rows = targets();
    const double unflagged = findings.back().rate();
    if (unflagged > 0.0) p.search.contact_rate_per_month *= unflagged_target / unflagged;
    const double level = unflagged > 0.0 ? unflagged_target / unflagged : 1.0;
    for (const Group group : members<Group>()) {
        const double rate = findings[static_cast<std::size_t>(group)].rate() * level;
        if (rate <= 0.0) continue;
        p.search.group_intercept[group] += damping * log(rows[group] / rate);
    }
    const double share = seen.displacement.share();
    if (share > 0.0) {
        p.search.runner_up_displaced_share =
            std::min(1.0, p.search.runner_up_displaced_share * p.search.displacement_share / share);
    }
}

void print(const Parameters& p, const Simulated& seen) {
    const Findings& findings = seen.findings;
    fmt::print("contact_rate_per_month {:.3f}  unflagged {:.4f} ({:.0f} hires) target {:.4f}\n",
               p.search.contact_rate_per_month,
               findings.back().rate(),
               findings.back().hires,
               unflagged_target);
    for (const Group group : members<Group>()) {
        const Finding& f = findings[static_cast<std::size_t>(group)];
        fmt::print("  {:<22} b {:6.2f}  simulated {:.4f} ({:.0f} hires)  target {:.4f}\n",
                   name(group),
                   p.search.group_intercept[group],
                   f.rate(),
                   f.hires,
                   targets()[group]);
    }
    fmt::print(
        "runner_up_displaced_share {:.3f}  displaced a hire {:.3f} ({:.0f})  target {:.3f}\n",
        p.search.runner_up_displaced_share,
        seen.displacement.share(),
        seen.displacement.displaced,
        p.search.displacement_share);
}

int solve(const char* study_path, int rounds, std::uint32_t replicates) {
    const StudyReading reading = read_study(study_path);
    if (!reading.study) {
        fmt::print(stderr, "{}", text(reading.problems));
        return 3;
    }
    RunInputs inputs = run_inputs(*reading.study, 0, 0);
    for (int round = 0; round < rounds; ++round) {
        const Simulated seen = simulate(inputs, replicates);
        fmt::print("round {}\n", round);
        print(inputs.usual, seen);
        std::fflush(stdout);
        move(inputs.usual, seen);
        inputs.programme = inputs.usual;
        inputs.outside = inputs.usual;
    }
    return 0;
}

}  // namespace
}  // namespace cantiere

int main(int count, char** words) {
    if (count < 2) {
        fmt::print(stderr, "usage: solve_job_finding STUDY [ROUNDS] [REPLICATES]\n");
        return 2;
    }
    const int rounds = count > 2 ? std::atoi(words[2]) : 12;
    const int replicates = count > 3 ? std::atoi(words[3]) : 8;
    return cantiere::solve(words[1], rounds, static_cast<std::uint32_t>(replicates));
}
