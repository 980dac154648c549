#include <algorithm>
#include <cstddef>
#include <vector>

#include "model/core/ratio.h"
#include "model/core/rows.h"
#include "model/lives.h"
#include "model/month/search_effort.h"
#include "model/recorder.h"
#include "model/rules/target.h"

namespace cantiere {
namespace {

bool is_jobless(WorkState state) {
    return state == WorkState::seeking || state == WorkState::inactive ||
           state == WorkState::internship;
}

/// Tells whether a target names anybody; a programme for nobody leaves services as usual, which are
/// for all.
bool names_somebody(const TargetParameters& target) {
    return target.everybody > 0.5 || std::ranges::any_of(members<Group>(), [&](Group group) {
               return target.group[group] > 0.5;
           });
}

std::vector<AssessedNeed> needs_of(const std::vector<AssessedResident>& assessed) {
    std::vector<AssessedNeed> needs;
    needs.reserve(assessed.size());
    for (const AssessedResident& one : assessed) needs.push_back(one.need);
    return needs;
}

/// Discounted years of so many months from someone's arrival on, added month by month once for all
/// who arrive together.
class YearsInWindow {
  public:
    explicit YearsInWindow(const std::vector<double>& discount)
        : discount_(discount), from_(discount.size()) {}

    double of(Month arrival, std::size_t months) {
        const auto first = static_cast<std::size_t>(std::max(0, arrival.index()));
        std::vector<double>& sums = from_[first];
        if (sums.empty()) sums.push_back(0.0);
        while (sums.size() <= months) {
            sums.push_back(sums.back() + discount_[first + sums.size() - 1] / 12.0);
        }
        return sums[months];
    }

  private:
    const std::vector<double>& discount_;
    std::vector<std::vector<double>> from_;  // [month of arrival][months]
};

/// Sums over the people of the towns, or of the inner places.
struct AreaTotals {
    double people = 0.0, autonomy = 0.0, eligible = 0.0, served = 0.0;
};

}  // namespace

ResidentColumn<float> untreated_chances(const Residents& start, const Parameters& usual) {
    const JobSearchParameters& p = usual.search;
    const CaseTables tables{start.people, start.capital, start.work, start.housing, start.standing};
    ResidentColumn<float> chances(start.size(), 0.0F);
    for (const ResidentId who : rows<ResidentId>(start.size())) {
        const bool jobless = is_jobless(start.work.state[who]);
        const bool passive = start.work.state[who] == WorkState::inactive ||
                             start.care.state[who] == CareState::excluded;
        double effort = p.effort_floor;
        if (!passive) {
            const double tax = participation_tax_rate_of(tables, start.care, usual, Month{0}, who);
            effort = search_effort(p, start.capital.trust[who], tax);
        }
        const double months = jobless ? start.work.jobless_months[who] : 0.0;
        const double hazard = p.base_hazard_per_month * tightness_factor(p, p.tightness) *
                              p.finding_multiplier * effort * duration_factor(p, months) *
                              exp(employability_of(start.people, start.capital, p, who));
        chances[who] = static_cast<float>(-expm1(-12.0 * hazard));
    }
    return chances;
}

void Recorder::note_chances(const Residents& residents) {
    const ResidentColumn<float> chances = untreated_chances(residents, inputs_->usual);
    for (const ResidentId who : rows<ResidentId>(residents.size())) {
        untreated_chance_[residents.people.person[who]] = chances[who];
    }
}

bool Recorder::is_eligible(PersonId person) const {
    const TargetParameters& target = inputs_->programme.target;
    return !names_somebody(target) ||
           is_target(target, registered_->groups[person], registered_->sex[person]);
}

void Recorder::finish_equity(const Tally& tally, const InKeyOrder& order) {
    const Territory& territory = *inputs_->territory;
    const MunicipalityId town = main_town(territory);
    const double belt = inputs_->usual.travel.inner_minutes;
    std::vector<double> autonomy, chances;
    std::vector<bool> served;
    AreaTotals urban, inner;
    YearsInWindow years(discount_);
    for (const PersonId person : order) {
        if (tally.months_present[person] == 0) continue;
        // Mean autonomy of the months present, weighted by their discount factors.
        const double mean =
            tally.autonomy_years[person].value() /
            years.of(registered_->arrival_month[person], tally.months_present[person]);
        autonomy.push_back(mean);
        const MunicipalityId home = registered_->municipality[person];
        AreaTotals& place = territory.travel.car(home, town) > belt ? inner : urban;
        place.people += 1.0;
        place.autonomy += mean;
        if (!is_eligible(person)) continue;
        chances.push_back(double{untreated_chance_[person]});
        served.push_back(tally.served[person] != 0);
        place.eligible += 1.0;
        place.served += served.back() ? 1.0 : 0.0;
    }
    outcome_[Variable::eligible] = static_cast<double>(chances.size());
    outcome_[Variable::cherry_picking_index] = cherry_picking_index(chances, served);
    outcome_[Variable::autonomy_gini] = gini(autonomy);
    outcome_[Variable::autonomy_p10] = quantile(autonomy, 0.1);
    outcome_[Variable::welfare_mean] = atkinson_welfare(autonomy, 0.0);
    outcome_[Variable::welfare_geometric] = atkinson_welfare(autonomy, 1.0);
    outcome_[Variable::welfare_harmonic] = atkinson_welfare(autonomy, 2.0);
    outcome_[Variable::autonomy_urban] = ratio(urban.autonomy, urban.people);
    outcome_[Variable::autonomy_inner] = ratio(inner.autonomy, inner.people);
    outcome_[Variable::served_share_urban] = ratio(urban.served, urban.eligible);
    outcome_[Variable::served_share_inner] = ratio(inner.served, inner.eligible);
}

/// Adds someone to what is counted of each of their groups.
void Recorder::count_in_groups(const Tally& tally, PersonId person, GroupCounts& counts) {
    const bool eligible = is_eligible(person);
    const bool served = eligible && tally.served[person] != 0;
    const auto wait = wait_of(tally, person);
    if (served) counts.all_served += 1.0;
    for (const Group group : members<Group>()) {
        if (!holds(registered_->groups[person], group)) continue;
        counts.people[group] += 1.0;
        counts.excluded[group] += was_excluded_[person];
        if (eligible) outcome_.at(Variable::eligible_by_group, group) += 1.0;
        if (served) outcome_.at(Variable::served_by_group, group) += 1.0;
        if (wait) counts.waits[group].push_back(*wait);
    }
}

void Recorder::finish_equity_of_groups(const Tally& tally) {
    GroupCounts counts;
    for (const PersonId person : rows<PersonId>(registered_->size())) {
        if (tally.months_present[person] > 0) count_in_groups(tally, person, counts);
    }
    std::vector<AssessedNeed> needs = needs_of(assessed_);
    const PriorityMiddles middles = priority_middles(needs);
    for (const Group group : members<Group>()) {
        const auto set = [&](Variable variable, double value) {
            outcome_.at(variable, group) = value;
        };
        set(Variable::access_ratio_by_group,
            access_ratio(outcome_.at(Variable::served_by_group, group),
                         outcome_.at(Variable::eligible_by_group, group),
                         counts.all_served,
                         outcome_[Variable::eligible]));
        set(Variable::wait_median_by_group, kaplan_meier_time(counts.waits[group], 0.5));
        set(Variable::wait_p90_by_group, kaplan_meier_time(counts.waits[group], 0.1));
        set(Variable::exclusion_rate_by_group, ratio(counts.excluded[group], counts.people[group]));
        for (std::size_t i = 0; i < needs.size(); ++i) {
            needs[i].of_group = holds(assessed_[i].groups, group);
        }
        const WrongPriority wrong = wrong_priority(needs, middles);
        set(Variable::false_priority_by_group, wrong.false_priority);
        set(Variable::missed_priority_by_group, wrong.missed_priority);
    }
}

}  // namespace cantiere
