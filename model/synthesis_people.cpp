#include <algorithm>
#include <tuple>

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

/// The partner whom a resident lives with, if any; who may be a resident is not known yet.
void draw_partner(People& people,
                  const HouseholdParameters& p,
                  const Draws& draws,
                  ResidentId who) {
    const EntityKey key = people.key[who];
    const Month month = people.arrival_month[who];
    const double u = draws.uniform(key, month, Decision::partner);
    const bool alone = holds(people.groups[who], Group::violence_survivor) || u >= p.partner_share;
    people.partner[who] = Partner::none;
    people.partner_gross_cents[who] = 0;
    if (alone) return;
    people.partner[who] = u < p.partner_share * p.pair_share ? Partner::resident : Partner::outside;
    const Probability employed{p.partner_employed_share};
    if (draws.bernoulli(employed, key, month, Decision::partner_income)) {
        people.partner_gross_cents[who] =
            static_cast<std::int32_t>(Cents::from_euros(p.partner_income_eur_month).value);
    }
}

/// Two residents who arrive together in one municipality and live with a resident each make one
/// household, that of the smaller key, next to next in the order of keys. Who is left over lives
/// with somebody outside.
void pair_partners(People& people) {
    std::vector<std::tuple<MunicipalityId, Month, EntityKey, ResidentId>> seeking;
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        if (people.partner[who] != Partner::resident) continue;
        people.partner[who] = Partner::outside;
        seeking.emplace_back(people.municipality[who],
                             people.arrival_month[who],
                             people.key[who],
                             who);
    }
    std::sort(seeking.begin(), seeking.end());
    for (std::size_t i = 0; i + 1 < seeking.size(); ++i) {
        const auto& [town, month, key, one] = seeking[i];
        const auto& [other_town, other_month, other_key, other] = seeking[i + 1];
        if (town != other_town || month != other_month) continue;
        for (const ResidentId who : {one, other}) {
            people.partner[who] = Partner::resident;
            people.partner_gross_cents[who] = 0;
        }
        people.partner_key[one] = other_key;
        people.partner_key[other] = key;
        people.children[other] = people.children[one];
        people.small_children[other] = people.small_children[one];
        people.renter[other] = people.renter[one];
        people.takes_up[other] = 0;  // one claims for both
        ++i;
    }
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
    draw_partner(people, parameters.households, draws, who);
    people.small_children[who] =
        people.children[who] > 0 &&
                chance(parameters.households.small_children_share, Decision::small_children) != 0
            ? 1
            : 0;
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
    pair_partners(people);
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        const double adults =
            people.partner[who] == Partner::none ? 0.0 : parameters.households.further_adult_scale;
        people.poverty_scale[who] =
            static_cast<float>(poverty_scale(parameters.autonomy, people.children[who]) + adults);
    }
}

}  // namespace cantiere
