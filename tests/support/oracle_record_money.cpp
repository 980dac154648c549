#include <cmath>

#include "tests/support/oracle_phases.h"
#include "tests/support/oracle_record.h"

namespace cantiere::oracle {
namespace {

/// Parameters of the month just lived: the world stands at the start of the next one.
const Parameters& lived_by(const World& world) {
    return in_force(*world.inputs, Month{world.month.index() - 1});
}

}  // namespace

/// Whoever lost a job to a hire of the window is out of it until other work is found, or until it
/// would have ended anyway; the jobs that a financed business gives are as many losses less.
void add_displaced(Record& record, const World& world) {
    const Parameters& p = lived_by(world);
    record.displaced_now *=
        exp(-(p.search.ordinary_finding_hazard * tightness_factor(p.search, world.tightness) +
              p.keeping.hazard_months_4_12));
    for (const Happening& h : world.happenings) {
        if (h.kind == EventKind::ordinary_displaced) record.displaced_now += 1.0;
    }
    const double given = p.microcredit.additional_jobs;
    for (const Happening& h : world.happenings) {
        if (h.kind == EventKind::loan_granted) record.displaced_now -= given;
    }
    record.displaced_job_months += record.displaced_now;
}

/// Resources used, less the work of residents, plus the work that the displaced do not do.
void add_society(Record& record, const World& world) {
    const Parameters& p = lived_by(world);
    const auto worth = [&](double wage, bool own) {
        return wage * (own ? 1.0 : 1.0 + p.tax.employer_contribution) * p.tax.fiscal_productivity;
    };
    const JobSearchParameters& jobs = p.search;
    const double full = jobs.full_time_share;
    const double new_wage = full * jobs.wage_full_time_eur + (1.0 - full) * jobs.wage_part_time_eur;
    double resources = 0.0, output = -record.displaced_now * worth(new_wage, false);
    for (const auto& [account, cents] : world.books.resources) {
        if (account <= account_of(Payer::resident)) resources += static_cast<double>(cents) / 100.0;
    }
    for (const Person& person : world.people) {
        if (!is_here(person)) continue;
        if (person.work == WorkState::internship) output += p.internship.output_eur_month;
        const bool own = person.work == WorkState::self_employed;
        if (has_job(person)) output += worth(person.wage_cents / 100.0, own);
    }
    const double years = (world.month.index() - 1) / 12.0;
    const double factor = std::pow(1.0 + world.inputs->discount_rate_per_year, -years);
    record.societal_cost_without_output += factor * resources;
    record.societal_cost += factor * (resources - output);
}

/// Money planned for the month, and what a null twin gives back or is left with at the horizon.
void add_outlay(Record& record, const World& world, int year) {
    const RunInputs& inputs = *world.inputs;
    const int month = world.month.index() - 1;
    const double start = inputs.programme.target.start_month;
    const bool runs = month >= start && month < start + inputs.programme.target.months;
    if (!inputs.null_twin && runs) {
        record.planned_cents[year] += inputs.planned_outlay_per_month.value;
    }
    if (!inputs.null_twin) return;
    std::int64_t planned = 0, returned = 0;
    for (const auto& [before, cents] : record.planned_cents) planned += cents;
    for (const auto& [before, cents] : record.unspent_cents) returned += cents;
    record.planned_cents[year] += world.outlay_received_cents - planned;
    record.unspent_cents[year] += world.outlay_returned_cents - returned;
    if (month + 1 == inputs.months) record.unspent_cents[year] += world.unspent_cents();
}

}  // namespace cantiere::oracle
