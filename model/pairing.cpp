#include "model/core/contracts.h"
#include "model/simulate.h"

namespace cantiere {
namespace {

constexpr double noticeable_autonomy_years = 0.05;  // contract section 5, gainers and losers

struct GroupChange {
    double residents = 0.0;
    double gainers = 0.0;
    double losers = 0.0;
};

void add_change(GroupChange& change, double difference) {
    change.residents += 1.0;
    if (difference >= noticeable_autonomy_years) change.gainers += 1.0;
    if (difference <= -noticeable_autonomy_years) change.losers += 1.0;
}

using GroupChanges = EnumArray<Group, GroupChange>;

/// Adds someone served to the totals of the base run, and the difference to each group's change.
void compare(RunOutcome& outcome,
             GroupChanges& changes,
             const ResidentRecord& person,
             const ResidentRecord& in_base) {
    if (person.served) {
        outcome[Variable::autonomy_years_served_base] += in_base.autonomy_years;
        outcome[Variable::hires_served_base] += in_base.hires;
    }
    const double difference = person.autonomy_years - in_base.autonomy_years;
    for (const Group group : members<Group>()) {
        if (holds(person.groups, group)) add_change(changes[group], difference);
    }
}

}  // namespace

void pair_with_base(RunResult& scenario, const RunResult& base) {
    // Walks both lists in key order: people of another territory are in one list only.
    GroupChanges changes{};
    RunOutcome& outcome = scenario.outcome;
    outcome[Variable::autonomy_years_served_base] = 0.0;
    outcome[Variable::hires_served_base] = 0.0;
    auto other = base.people.begin();
    for (const ResidentRecord& person : scenario.people) {
        while (other != base.people.end() && other->key < person.key) ++other;
        const bool found = other != base.people.end() && other->key == person.key;
        if (found && person.in_window) compare(outcome, changes, person, *other);
    }
    for (const Group group : members<Group>()) {
        const GroupChange& change = changes[group];
        const double nothing = std::numeric_limits<double>::quiet_NaN();
        const bool any = change.residents > 0.0;
        outcome.at(Variable::gainers, group) = any ? change.gainers / change.residents : nothing;
        outcome.at(Variable::losers, group) = any ? change.losers / change.residents : nothing;
    }
}

}  // namespace cantiere
