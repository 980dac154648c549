#pragma once

#include <string>

#include "model/outcomes.h"
#include "tests/support/oracle_world.h"

namespace cantiere::oracle {

/// What the naive model adds up over its window, month after month.
struct Record {
    std::map<EventKind, double> events;
    double completions = 0, dropouts = 0, starts = 0;  // of internships; of placements
    double stable_exits = 0, relapses = 0, benefit_stops = 0, displaced_job_months = 0;
    double hires_on_file = 0, exits_on_file = 0, returns_on_file = 0;
    double displaced_now = 0;  // by the hires of the window, still without other work
    double societal_cost = 0, societal_cost_without_output = 0;  // discounted EUR
    std::map<int, std::int64_t> planned_cents, unspent_cents;    // by year
    double envy = 0, blocking = 0, short_of_floors = 0;          // in rounds of placement
    double self_sufficient_months = 0, autonomy_years = 0, work_light_years = 0, equal_years = 0;
    std::map<EntityKey, bool> seen, served;  // everybody present in the window; served among them
    std::map<EntityKey, CareState> care;
    std::map<EntityKey, int> benefit_cents;
    std::map<std::tuple<int, CareState, CareState>, double> care_flow;      // year, from, to
    std::map<std::tuple<Payer, Category, int>, std::int64_t> ledger_cents;  // payer, category, year
    std::vector<std::map<CareState, double>> care_share;                    // by month
    std::vector<std::map<WorkState, double>> work_share;
    std::vector<double> autonomy, wait_months;
};

/// Begins a record at the start of the window.
Record begin_record(const World& world);

/// Adds the month that the world has just lived.
void add_month(Record& record, const World& world);

/// Parts of the month's record: the displaced, resources and output, money planned.
void add_displaced(Record& record, const World& world);
void add_society(Record& record, const World& world);
void add_outlay(Record& record, const World& world, int year);

/// Lists how the outcome of the fast model differs from the record: counts and shares exactly,
/// money to the cent, means of autonomy within the rounding of their sums (1e-8).
std::vector<std::string> differences(const Record& record,
                                     const World& world,
                                     const RunOutcome& outcome);

}  // namespace cantiere::oracle
