#include "model/month/employers.h"

#include <algorithm>

#include "model/core/draws_of_many.h"
#include "model/core/rare_draws.h"
#include "model/core/rounding.h"
#include "model/core/rows.h"
#include "model/rules/target.h"

namespace cantiere {
namespace {

using EmployerSet = RowSet<EmployerId>;
using SectorCounts = EnumArray<Sector, int>;

/// Share of hosts among the employers of each sector.
EnumArray<Sector, double> host_shares(const Employers& employers) {
    SectorCounts all{};
    SectorCounts hosts{};
    for (const EmployerId e : rows<EmployerId>(employers.size())) {
        ++all[employers.sector[e]];
        if (employers.host[e] != 0) ++hosts[employers.sector[e]];
    }
    EnumArray<Sector, double> shares{};
    for (const Sector sector : members<Sector>()) {
        if (all[sector] > 0) shares[sector] = static_cast<double>(hosts[sector]) / all[sector];
    }
    return shares;
}

std::vector<EmployerId> cooperatives_by_key(const Employers& employers) {
    std::vector<EmployerId> cooperatives;
    for (const EmployerId e : rows<EmployerId>(employers.size())) {
        if (employers.kind[e] == EmployerKind::coop_b) cooperatives.push_back(e);
    }
    std::sort(cooperatives.begin(), cooperatives.end(), [&](EmployerId a, EmployerId b) {
        return employers.key[a] < employers.key[b];
    });
    return cooperatives;
}

/// Deals the places of reserved contracts to the cooperatives, one each in turn.
EmployerColumn<int> reserved_places(const Employers& employers, double extra_places) {
    EmployerColumn<int> places(employers.size(), 0);
    const std::vector<EmployerId> cooperatives = cooperatives_by_key(employers);
    if (cooperatives.empty()) return places;
    const auto total = static_cast<std::size_t>(nearest_int(std::max(0.0, extra_places)));
    for (std::size_t k = 0; k < total; ++k) ++places[cooperatives[k % cooperatives.size()]];
    return places;
}

/// First month in which the programme's reserved contracts employ anyone.
int opening_month(const EmployerParameters& parameters, const TargetParameters& target) {
    return nearest_int(target.start_month + parameters.coop_order_lag_months);
}

}  // namespace

void renew_host_network(Employers& employers,
                        const Institutions& institutions,
                        const EmployerParameters& parameters,
                        const Draws& draws,
                        Month month) {
    const EnumArray<Sector, double> shares = host_shares(employers);
    const double tie = institutions.tie[InstitutionRole::municipal_social_service]
                                       [InstitutionRole::municipal_economic_development];
    EnumArray<Sector, Hazard> joining;
    for (const Sector sector : members<Sector>()) {
        joining[sector] = join_hazard(parameters, shares[sector], tie);
    }
    const Hazard lapse{parameters.leave_hazard_per_month};
    const EmployerSet hosts = rows_with(employers.host, std::uint8_t{1});
    const EmployerSet may_leave =
        could_happen(lapse.per_month(), employers.key, draws, {month, Decision::host_lapse});
    const EmployerSet may_join = could_happen(std::ranges::max(joining).per_month(),
                                              employers.key,
                                              draws,
                                              {month, Decision::host_join});
    for (const EmployerId e : may_leave& hosts) {
        if (employers.kind[e] == EmployerKind::coop_b) continue;  // hosts by vocation
        const EntityKey key = employers.key[e];
        if (draws.event(lapse, key, month, Decision::host_lapse)) employers.host[e] = 0;
    }
    for (const EmployerId e : may_join.without(hosts)) {
        const Hazard joins = joining[employers.sector[e]];
        const EntityKey key = employers.key[e];
        if (draws.event(joins, key, month, Decision::host_join)) employers.host[e] = 1;
    }
}

void open_reserved_places(Employers& employers,
                          const EmployerParameters& parameters,
                          const TargetParameters& target,
                          Month month) {
    if (parameters.coop_extra_places <= 0.0) return;
    if (month.index() != opening_month(parameters, target)) return;
    const EmployerColumn<int> reserved = reserved_places(employers, parameters.coop_extra_places);
    const auto add = [](std::uint16_t& places, int more) {
        places = static_cast<std::uint16_t>(places + more);
    };
    for (const EmployerId e : rows<EmployerId>(employers.size())) {
        add(employers.coop_places[e], reserved[e]);
        add(employers.coop_places_new[e], reserved[e]);
    }
}

EmployerColumn<int> open_coop_places(const Employers& employers,
                                     const EmployerParameters& parameters,
                                     const TargetParameters& target,
                                     const Draws& draws,
                                     Month month) {
    const bool runs = programme_runs(target, month);
    const Hazard turnover{parameters.coop_turnover_per_month};
    const double leaves = std::min(turnover.per_month(), probability_of(turnover).value());
    const auto free_at = [&](EmployerId e) {
        return int{employers.coop_places[e]} - int{employers.coop_places_used[e]};
    };
    const EmployerSet cooperatives = rows_with(employers.kind, EmployerKind::coop_b);
    std::vector<EntityKey> keys;
    int most = 0;
    for (const EmployerId e : cooperatives) {
        keys.push_back(employers.key[e]);
        most = std::max(most, free_at(e));
    }
    EmployerColumn<int> open(employers.size(), 0);
    std::vector<double> luck(keys.size());
    for (int k = 0; k < most; ++k) {
        const auto index = static_cast<Draws::Index>(k);
        fill_uniforms(luck, draws, keys, {month, Decision::coop_opening, index});
        std::size_t at = 0;
        for (const EmployerId e : cooperatives) {
            const bool left = luck[at++] < leaves;
            const bool fresh = runs && k < int{employers.coop_places_new[e]};
            if (k < free_at(e) && (fresh || left)) ++open[e];
        }
    }
    return open;
}

std::vector<Vacancy> open_vacancies(const Employers& employers,
                                    const EmployerParameters& parameters,
                                    double tightness,
                                    const Draws& draws,
                                    Month month) {
    std::vector<Vacancy> vacancies;
    const auto date = static_cast<std::uint16_t>(month.index());
    const auto mean_of = [&](EmployerId e) {
        return employers.staff[e] * parameters.vacancy_hazard_per_month * tightness;
    };
    const Occasion opening{month, Decision::vacancy_count};
    for (const EmployerId e : could_count(employers.key, draws, opening, mean_of)) {
        const EntityKey key = employers.key[e];
        const double mean = mean_of(e);
        const auto count = draws.poisson(mean, key, month, Decision::vacancy_count);
        for (std::int64_t k = 0; k < count; ++k) {
            vacancies.push_back({hash_key({key.value, date, static_cast<std::uint64_t>(k)}),
                                 e,
                                 employers.municipality[e],
                                 employers.sector[e]});
        }
    }
    std::sort(vacancies.begin(), vacancies.end(), [](const Vacancy& a, const Vacancy& b) {
        return a.municipality != b.municipality ? a.municipality < b.municipality : a.key < b.key;
    });
    return vacancies;
}

}  // namespace cantiere
