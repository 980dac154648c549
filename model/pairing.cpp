#include <limits>
#include <utility>

#include "model/core/contracts.h"
#include "model/rules/equity.h"
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

/// The same people in both runs, one place each.
struct PairedPeople {
    std::vector<double> after, before, gain, need;

    void add(const ResidentRecord& person, const ResidentRecord& in_base) {
        after.push_back(person.autonomy_years);
        before.push_back(in_base.autonomy_years);
        gain.push_back(person.autonomy_years - in_base.autonomy_years);
        need.push_back(in_base.need);
    }
};

/// Adds what is said of all residents: who gains and who loses, the bounds that need no pairing,
/// and whether the gain goes to the needier.
void compare_all(RunOutcome& outcome, PairedPeople people) {
    if (people.gain.empty()) return;
    GroupChange change;
    for (const double difference : people.gain) add_change(change, difference);
    outcome[Variable::gainers_of_all] = change.gainers / change.residents;
    outcome[Variable::losers_of_all] = change.losers / change.residents;
    outcome[Variable::gain_concentration] = gain_concentration(people.gain, people.need);
    const ShareBounds bounds = share_changed_by_at_most(std::move(people.after),
                                                        std::move(people.before),
                                                        -noticeable_autonomy_years);
    outcome[Variable::harmed_at_least] = bounds.low;
    outcome[Variable::harmed_at_most] = bounds.high;
}

}  // namespace

void pair_with_base(RunResult& scenario, const RunResult& base) {
    // Walks both lists in key order: people of another territory are in one list only.
    GroupChanges changes{};
    PairedPeople people;
    RunOutcome& outcome = scenario.outcome;
    outcome[Variable::autonomy_years_served_base] = 0.0;
    outcome[Variable::hires_served_base] = 0.0;
    auto other = base.people.begin();
    for (const ResidentRecord& person : scenario.people) {
        while (other != base.people.end() && other->key < person.key) ++other;
        const bool found = other != base.people.end() && other->key == person.key;
        if (!found || !person.in_window) continue;
        compare(outcome, changes, person, *other);
        people.add(person, *other);
    }
    compare_all(outcome, std::move(people));
    for (const Group group : members<Group>()) {
        const GroupChange& change = changes[group];
        const double nothing = std::numeric_limits<double>::quiet_NaN();
        const bool any = change.residents > 0.0;
        outcome.at(Variable::gainers, group) = any ? change.gainers / change.residents : nothing;
        outcome.at(Variable::losers, group) = any ? change.losers / change.residents : nothing;
    }
}

}  // namespace cantiere
