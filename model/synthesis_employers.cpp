#include <array>
#include <utility>

#include "model/core/rounding.h"
#include "model/core/rows.h"
#include "model/synthesis.h"

namespace cantiere {
namespace {

enum class Origin : std::uint64_t { ordinary = 11, cooperative = 12 };

EntityKey employer_key(const Municipality& municipality, Origin kind, int index) {
    return hash_key({municipality_key(municipality).value,
                     static_cast<std::uint64_t>(kind),
                     static_cast<std::uint64_t>(index)});
}

Sector draw_sector(const EmployerParameters& p, const Draws& draws, EntityKey key) {
    double u = draws.uniform(key, Month{0}, Decision::employer_sector);
    for (const Sector sector : members<Sector>()) {
        u -= p.sector_share[sector];
        if (u < 0.0) return sector;
    }
    return Sector::agriculture;
}

EmployerKind draw_kind(const EmployerParameters& p, const Draws& draws, EntityKey key) {
    const double u = draws.uniform(key, Month{0}, Decision::employer_kind);
    if (u < p.public_share) return EmployerKind::public_body;
    return u < p.public_share + p.responsible_share ? EmployerKind::responsible
                                                    : EmployerKind::profit;
}

std::uint16_t draw_staff(double mean, const Draws& draws, EntityKey key) {
    constexpr Draws::Count most = 5000;
    const double beyond_first = mean > 1.0 ? mean - 1.0 : 0.0;
    const auto more = draws.geometric(beyond_first, key, Month{0}, Decision::employer_staff);
    return static_cast<std::uint16_t>(1 + (more < most ? more : most));
}

void add_row(Employers& employers, EntityKey key, MunicipalityId municipality) {
    employers.key.push_back(key);
    employers.municipality.push_back(municipality);
    employers.seats_used.push_back(0);
    employers.coop_places_used.push_back(0);
    employers.coop_places_new.push_back(0);
    employers.trainees_seen.push_back({});
}

void add_ordinary(Employers& employers,
                  EntityKey key,
                  MunicipalityId municipality,
                  const EmployerParameters& p,
                  const Draws& draws) {
    add_row(employers, key, municipality);
    employers.sector.push_back(draw_sector(p, draws, key));
    employers.kind.push_back(draw_kind(p, draws, key));
    employers.staff.push_back(draw_staff(p.mean_staff, draws, key));
    const Probability host{p.initial_host_share};
    const bool hosts = draws.bernoulli(host, key, Month{0}, Decision::initial_host);
    employers.host.push_back(hosts ? 1 : 0);
    employers.coop_places.push_back(0);
}

/// A type-B cooperative hosts interns by vocation; its staff follow from its places.
void add_cooperative(Employers& employers,
                     EntityKey key,
                     MunicipalityId municipality,
                     const EmployerParameters& p) {
    add_row(employers, key, municipality);
    employers.sector.push_back(Sector::care_cleaning);
    employers.kind.push_back(EmployerKind::coop_b);
    employers.staff.push_back(static_cast<std::uint16_t>(
        round_half_away(p.coop_b_places / p.coop_b_disadvantaged_share)));
    employers.host.push_back(1);
    employers.coop_places.push_back(static_cast<std::uint16_t>(round_half_away(p.coop_b_places)));
}

}  // namespace

Employers draw_employers(const Territory& territory,
                         const EmployerParameters& parameters,
                         const Draws& draws) {
    const auto& municipalities = territory.municipalities;
    std::vector<double> weights;
    double population = 0.0;
    for (const Municipality& municipality : municipalities) {
        weights.push_back(municipality.population);
        population += municipality.population;
    }
    const auto whole = [](double count) { return static_cast<int>(round_half_away(count)); };
    const std::vector<int> ordinary =
        apportion(whole(parameters.per_1000_residents * population / 1000.0), weights);
    const std::vector<int> cooperatives =
        apportion(whole(parameters.coop_b_per_100000 * population / 100000.0), weights);
    Employers employers;
    for (const MunicipalityId town : rows<MunicipalityId>(municipalities.size())) {
        for (int i = 0; i < ordinary[town.index()]; ++i) {
            const EntityKey key = employer_key(municipalities[town], Origin::ordinary, i);
            add_ordinary(employers, key, town, parameters, draws);
        }
        for (int i = 0; i < cooperatives[town.index()]; ++i) {
            const EntityKey key = employer_key(municipalities[town], Origin::cooperative, i);
            add_cooperative(employers, key, town, parameters);
        }
    }
    return employers;
}

}  // namespace cantiere
