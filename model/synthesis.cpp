#include "model/synthesis.h"

#include <algorithm>
#include <numeric>

#include "model/core/rounding.h"
#include "model/core/rows.h"
#include "model/month/service_slots.h"
#include "model/turnover.h"

namespace cantiere {
namespace {

/// Tags that keep the identities of different kinds apart.
enum class Kind : std::uint64_t { stock = 1, arrival = 2 };

Newcomer newcomer(EntityKey town, MunicipalityId municipality, Kind kind, Month month, int index) {
    const auto cohort = kind == Kind::stock ? 0 : static_cast<std::uint64_t>(month.index());
    const EntityKey key = hash_key(
        {town.value, static_cast<std::uint64_t>(kind), cohort, static_cast<std::uint64_t>(index)});
    return {key, municipality, month, kind == Kind::stock};
}

/// People of each municipality where residents live, 0 elsewhere.
std::vector<double> population_weights(const Territory& territory) {
    std::vector<double> weights;
    for (const Municipality& municipality : territory.municipalities) {
        weights.push_back(municipality.has_residents ? municipality.population : 0.0);
    }
    return weights;
}

OrdinaryPool make_pool(const Territory& territory, const JobSearchParameters& p) {
    OrdinaryPool pool;
    for (const Municipality& municipality : territory.municipalities) {
        pool.jobseekers_usual.push_back(p.jobseekers_per_1000 * municipality.population / 1000.0);
        pool.displaced.push_back(0.0);
        pool.displaced_in_window.push_back(0.0);
    }
    return pool;
}

Institutions make_institutions(const NetworkParameters& p) {
    Institutions institutions;
    for (const InstitutionRole a : members<InstitutionRole>()) {
        for (const InstitutionRole b : members<InstitutionRole>()) {
            institutions.tie[a][b] = a == b ? 1.0 : p.usual_tie;
            institutions.sharing[a][b] = a == b ? 1.0 : p.usual_sharing;
        }
    }
    return institutions;
}

ServiceUnits make_units(const InstrumentCatalogue& instruments, double residents_in_need) {
    ServiceUnits units;
    for (const Instrument instrument : members<Instrument>()) {
        units.usual_slots[instrument] = usual_slots(instruments[instrument], residents_in_need);
    }
    return units;
}

}  // namespace

std::vector<int> apportion(int total, std::span<const double> weights) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<int> seats(weights.size(), 0);
    if (sum <= 0.0) return seats;
    std::vector<double> remainders;
    int given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double exact = total * (weights[i] / sum);
        seats[i] = static_cast<int>(exact);
        given += seats[i];
        remainders.push_back(exact - seats[i]);
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return remainders[a] > remainders[b];
    });
    for (std::size_t i = 0; i < order.size() && given < total; ++i, ++given) ++seats[order[i]];
    return seats;
}

EntityKey municipality_key(const Municipality& municipality) {
    return name_key(municipality.istat_code);
}

std::vector<Newcomer> list_newcomers(const RunInputs& inputs, const Draws& draws) {
    const PopulationParameters& p = inputs.usual.population;
    const auto& municipalities = inputs.territory->municipalities;
    const std::vector<double> weights = population_weights(*inputs.territory);
    const double population = std::accumulate(weights.begin(), weights.end(), 0.0);
    const int stock = static_cast<int>(round_half_away(p.residents_in_need));
    const std::vector<int> stock_of = apportion(stock, weights);
    const Month first{-inputs.burn_in_months};
    std::vector<Newcomer> newcomers;
    for (const MunicipalityId town : rows<MunicipalityId>(municipalities.size())) {
        const double weight = weights[town.index()];
        if (weight <= 0.0) continue;
        const EntityKey key = municipality_key(municipalities[town]);
        for (int i = 0; i < stock_of[town.index()]; ++i) {
            newcomers.push_back(newcomer(key, town, Kind::stock, first, i));
        }
        const double mean =
            p.arrival_hazard_per_month * p.residents_in_need * (weight / population);
        for (Month month = first + 1; month.index() < inputs.months; ++month) {
            const auto count = draws.poisson(mean, key, month, Decision::arrival_count);
            for (int i = 0; i < count; ++i) {
                newcomers.push_back(newcomer(key, town, Kind::arrival, month, i));
            }
        }
    }
    return newcomers;
}

State synthesise(const RunInputs& inputs, const Draws& draws) {
    const Parameters& usual = inputs.usual;
    State state;
    state.residents = draw_residents(list_newcomers(inputs, draws), usual, draws);
    state.registered = std::make_shared<const Register>(register_of(state.residents.people));
    state.employers = draw_employers(*inputs.territory, usual.employers, draws);
    state.pool = make_pool(*inputs.territory, usual.search);
    state.institutions = make_institutions(usual.network);
    state.units = make_units(usual.instruments, usual.population.residents_in_need);
    return state;
}

}  // namespace cantiere
