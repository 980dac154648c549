#include "tests/support/oracle_births.h"

#include <algorithm>
#include <numeric>

#include "tests/support/oracle.h"

namespace cantiere::oracle {
namespace {

/// Whole seats in proportion to weights, by largest remainder; equal remainders to the first.
std::vector<int> shares_of(int total, const std::vector<double>& weights) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<int> seats(weights.size(), 0);
    if (sum <= 0.0) return seats;
    std::vector<double> rest(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double exact = total * (weights[i] / sum);
        seats[i] = static_cast<int>(exact);
        rest[i] = exact - seats[i];
    }
    while (std::accumulate(seats.begin(), seats.end(), 0) < total) {
        const auto most = std::max_element(rest.begin(), rest.end()) - rest.begin();
        ++seats[static_cast<std::size_t>(most)];
        rest[static_cast<std::size_t>(most)] = -1.0;
    }
    return seats;
}

EntityKey town_key(const Municipality& town) { return name_key(town.istat_code); }

/// People of all towns, the last town and the latest arrival first: their order must not matter.
void draw_people(World& world) {
    const RunInputs& inputs = *world.inputs;
    const PopulationParameters& p = inputs.usual.population;
    const auto& towns = inputs.territory->municipalities;
    std::vector<double> weights;
    for (const Municipality& town : towns) {
        weights.push_back(town.has_residents ? town.population : 0.0);
    }
    const double population = std::accumulate(weights.begin(), weights.end(), 0.0);
    const std::vector<int> stock =
        shares_of(static_cast<int>(round_half_away(p.residents_in_need)), weights);
    Laws laws;
    const auto add = [&](EntityKey key, MunicipalityId town, Month arrival, bool initial) {
        world.people.push_back(
            draw_person(key, town, arrival, initial, inputs.usual, *world.draws, laws));
    };
    for (std::size_t t = 0; t < towns.size(); ++t) {
        if (weights[t] <= 0.0) continue;
        const auto id = MunicipalityId::at(t);
        const std::uint64_t town = town_key(towns[id]).value;
        for (int i = 0; i < stock[t]; ++i) {
            const EntityKey key = hash_key({town, 1, 0, static_cast<std::uint64_t>(i)});
            add(key, id, Month{-inputs.burn_in_months}, true);
        }
        const double mean =
            p.arrival_hazard_per_month * p.residents_in_need * (weights[t] / population);
        for (int m = 1 - inputs.burn_in_months; m < inputs.months; ++m) {
            const auto count =
                world.draws->poisson(mean, EntityKey{town}, Month{m}, Decision::arrival_count);
            for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(count); ++i) {
                const EntityKey key = hash_key({town, 2, static_cast<std::uint64_t>(m), i});
                add(key, id, Month{m}, false);
            }
        }
    }
    std::reverse(world.people.begin(), world.people.end());
    pair_partners(world.people, inputs.usual);
}

/// Homeless people are on the street, or in a shelter where the lot of their door is the least.
void draw_homes(World& world) {
    const Parameters& p = world.inputs->usual;
    const auto& share = p.housing.initial_share;
    const double roofless = share[HousingState::homeless] + share[HousingState::shelter];
    const double precarious = share[HousingState::precarious] + share[HousingState::supported];
    const double housed = precarious + share[HousingState::stable];
    std::map<std::pair<std::uint64_t, EntityKey>, Person*> door;
    for (Person& person : world.people) {
        const double u =
            world.draws->uniform(person.key, person.arrival, Decision::initial_housing);
        if (!holds(person.groups, Group::homeless)) {
            const double limit = housed > 0.0 ? precarious / housed : 0.0;
            person.housing = u < limit ? HousingState::precarious : HousingState::stable;
            continue;
        }
        const double inside = roofless > 0.0 ? share[HousingState::shelter] / roofless : 0.0;
        if (person.presence == Presence::present && u < inside) {
            const auto lot =
                world.draws->ticket(person.key, person.arrival, Decision::shelter_place);
            door[{lot, person.key}] = &person;
        }
    }
    int places = shelter_places(p.housing, p.population.residents_in_need);
    for (const auto& [lot, person] : door) {
        if (places-- > 0) person->housing = HousingState::shelter;
    }
}

Firm draw_firm(EntityKey key, MunicipalityId town, const EmployerParameters& p, const Draws& d) {
    const Month always{0};
    Firm firm;
    firm.key = key;
    firm.town = town;
    double u = d.uniform(key, always, Decision::employer_sector);
    std::size_t sector = 0;
    while (sector < 5 && (u -= p.sector_share.values[sector]) >= 0.0) ++sector;
    firm.sector = static_cast<Sector>(sector);
    u = d.uniform(key, always, Decision::employer_kind);
    if (u < p.public_share) {
        firm.kind = EmployerKind::public_body;
    } else if (u < p.public_share + p.responsible_share) {
        firm.kind = EmployerKind::responsible;
    }
    const double more = std::max(0.0, p.mean_staff - 1.0);
    firm.staff = static_cast<int>(
        1 + std::min<std::int64_t>(5000, d.geometric(more, key, always, Decision::employer_staff)));
    firm.host = d.uniform(key, always, Decision::initial_host) < p.initial_host_share;
    return firm;
}

/// A type-B cooperative: disadvantaged workers are a share of its staff; it always hosts at first.
Firm make_cooperative(EntityKey key, MunicipalityId town, const EmployerParameters& p) {
    Firm firm;
    firm.key = key;
    firm.town = town;
    firm.sector = Sector::care_cleaning;
    firm.kind = EmployerKind::coop_b;
    firm.staff = static_cast<int>(round_half_away(p.coop_b_places / p.coop_b_disadvantaged_share));
    firm.coop_places = static_cast<int>(round_half_away(p.coop_b_places));
    firm.host = true;
    return firm;
}

void draw_firms(World& world) {
    const EmployerParameters& p = world.inputs->usual.employers;
    const auto& towns = world.inputs->territory->municipalities;
    std::vector<double> weights;
    for (const Municipality& town : towns) weights.push_back(town.population);
    const double population = std::accumulate(weights.begin(), weights.end(), 0.0);
    const auto count = [&](double per, double people) {
        return static_cast<int>(round_half_away(per * population / people));
    };
    const std::vector<int> ordinary = shares_of(count(p.per_1000_residents, 1000.0), weights);
    const std::vector<int> coops = shares_of(count(p.coop_b_per_100000, 100000.0), weights);
    for (std::size_t t = 0; t < towns.size(); ++t) {
        const auto id = MunicipalityId::at(t);
        const std::uint64_t town = town_key(towns[id]).value;
        for (int i = 0; i < ordinary[t]; ++i) {
            const EntityKey key = hash_key({town, 11, static_cast<std::uint64_t>(i)});
            world.firms.push_back(draw_firm(key, id, p, *world.draws));
        }
        for (int i = 0; i < coops[t]; ++i) {
            const EntityKey key = hash_key({town, 12, static_cast<std::uint64_t>(i)});
            world.firms.push_back(make_cooperative(key, id, p));
        }
    }
    std::reverse(world.firms.begin(), world.firms.end());
}

}  // namespace

World make_world(const RunInputs& inputs, const Draws& draws) {
    World world;
    world.inputs = &inputs;
    world.draws = &draws;
    world.month = Month{-inputs.burn_in_months};
    draw_people(world);
    draw_homes(world);
    draw_firms(world);
    const Parameters& p = inputs.usual;
    for (const Municipality& town : inputs.territory->municipalities) {
        world.towns.push_back({p.search.jobseekers_per_1000 * town.population / 1000.0, 0.0});
    }
    for (const InstitutionRole a : members<InstitutionRole>()) {
        for (const InstitutionRole b : members<InstitutionRole>()) {
            world.tie[a][b] = a == b ? 1.0 : p.network.usual_tie;
            world.sharing[a][b] = a == b ? 1.0 : p.network.usual_sharing;
        }
    }
    for (const Instrument instrument : members<Instrument>()) {
        const double per_1000 = p.instruments[instrument].usual_slots_per_1000;
        world.services[instrument].usual =
            static_cast<int>(round_half_away(per_1000 * p.population.residents_in_need / 1000.0));
    }
    return world;
}

}  // namespace cantiere::oracle
