#include <algorithm>

#include "model/core/quantiles.h"
#include "model/core/rows.h"
#include "model/synthesis_traits.h"

namespace cantiere {
namespace {

/// Flags of one resident: latent normals sqrt(overlap) common + sqrt(1 - overlap) own, each over
/// the threshold that its share of people exceeds.
class GroupLaw {
  public:
    explicit GroupLaw(const PopulationParameters& p)
        : share_(p.group_share),
          common_weight_(square_root(p.overlap)),
          own_weight_(square_root(1.0 - p.overlap)) {
        for (const Group group : members<Group>()) {
            const bool open = share_[group] > 0.0 && share_[group] < 1.0;
            threshold_[group] = open ? normal_quantile(1.0 - share_[group]) : 0.0;
        }
    }

    GroupMask draw(const Draws& draws, EntityKey key, Month month) const {
        const double common = draws.normal(key, month, Decision::group_cluster);
        GroupMask mask = 0;
        for (const Group group : members<Group>()) {
            const auto index = static_cast<Draws::Index>(group);
            const double own = draws.normal(key, month, Decision::group_flag, index);
            const double latent = common_weight_ * common + own_weight_ * own;
            const bool flagged =
                share_[group] >= 1.0 || (share_[group] > 0.0 && latent > threshold_[group]);
            if (flagged) mask = static_cast<GroupMask>(mask | bit(group));
        }
        return mask;
    }

  private:
    EnumArray<Group, double> share_;
    EnumArray<Group, double> threshold_;
    double common_weight_;
    double own_weight_;
};

double female_share(const PopulationParameters& p, GroupMask groups) {
    if (holds(groups, Group::violence_survivor)) return p.violence_female_share;
    return holds(groups, Group::detained_or_ex) ? p.detained_female_share : p.female_share;
}

/// Ages are even over working life; people leaving care are in the first years of it.
int age_months(const PopulationParameters& p, GroupMask groups, double u) {
    const double all_years = std::min(p.age_out_years, p.maximum_age_years) - p.minimum_age_years;
    const double years =
        holds(groups, Group::care_leaver) ? std::min(p.care_leaver_years, all_years) : all_years;
    return static_cast<int>(12.0 * (p.minimum_age_years + u * years));
}

/// Minors of a household: none, or 1, 2, 3 by their shares.
std::uint8_t children(const PopulationParameters& p, double share, double u) {
    if (u >= share) return 0;
    const double place = u / share;
    if (place < p.one_minor_share) return 1;
    return place < p.one_minor_share + p.two_minors_share ? 2 : 3;
}

/// Poverty line of a household relative to that of one adult.
double poverty_scale(const AutonomyParameters& p, int minors) {
    if (minors == 0) return 1.0;
    if (minors == 1) return p.poverty_scale_one_minor;
    return minors == 2 ? p.poverty_scale_two_minors : p.poverty_scale_three_minors;
}

void draw_household(People& people,
                    const Parameters& parameters,
                    const Draws& draws,
                    ResidentId who) {
    const PopulationParameters& p = parameters.population;
    const EntityKey key = people.key[who];
    const Month month = people.arrival_month[who];
    const double with_children = holds(people.groups[who], Group::violence_survivor)
                                     ? p.violence_children_share
                                     : p.children_share;
    const auto chance = [&](double share, Decision decision) {
        return draws.bernoulli(Probability{share}, key, month, decision) ? 1 : 0;
    };
    people.children[who] =
        children(p, with_children, draws.uniform(key, month, Decision::household));
    people.poverty_scale[who] =
        static_cast<float>(poverty_scale(parameters.autonomy, people.children[who]));
    people.renter[who] = static_cast<std::uint8_t>(chance(p.renter_share, Decision::tenancy));
    people.takes_up[who] =
        static_cast<std::uint8_t>(chance(parameters.benefit.take_up, Decision::benefit_take_up));
    people.has_car[who] = static_cast<std::uint8_t>(chance(p.car_share, Decision::car));
}

}  // namespace

void draw_traits(People& people, const Parameters& parameters, const Draws& draws) {
    const PopulationParameters& p = parameters.population;
    const GroupLaw group_law(p);
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        const EntityKey key = people.key[who];
        const Month month = people.arrival_month[who];
        const GroupMask groups = group_law.draw(draws, key, month);
        const Probability female{female_share(p, groups)};
        const int age = age_months(p, groups, draws.uniform(key, month, Decision::age));
        people.groups[who] = groups;
        people.sex[who] =
            draws.bernoulli(female, key, month, Decision::sex) ? Sex::female : Sex::male;
        people.birth_month[who] = static_cast<std::int16_t>(month.index() - age);
        people.frailty[who] =
            static_cast<Level>(p.frailty_sd * draws.normal(key, month, Decision::frailty));
        draw_household(people, parameters, draws, who);
    }
}

}  // namespace cantiere
