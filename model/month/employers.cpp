#include "model/month/employers.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

#include "model/core/draws_of_many.h"
#include "model/core/rare_counts.h"
#include "model/core/rare_draws.h"
#include "model/core/rounding.h"
#include "model/core/rows.h"
#include "model/rules/target.h"

namespace cantiere {
namespace {

using EmployerSet = RowSet<EmployerId>;

/// Share of hosts among the employers of each sector.
EnumArray<Sector, double> host_shares(const Employers& employers, const EmployerSet& hosts) {
    EnumArray<Sector, double> shares{};
    for (const Sector sector : members<Sector>()) {
        const EmployerSet all = rows_with(employers.sector, sector);
        const auto count = static_cast<double>(all.count());
        if (count > 0.0) shares[sector] = static_cast<double>((all & hosts).count()) / count;
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

bool is_before(const Vacancy& a, const Vacancy& b) {
    return a.municipality != b.municipality ? a.municipality < b.municipality : a.key < b.key;
}

/// Turns how many there are of each number into where each number's begin.
void make_beginnings(std::vector<std::size_t>& counts) {
    std::exclusive_scan(counts.begin(), counts.end(), counts.begin(), std::size_t{0});
}

/// Returns the vacancies by (municipality, key). A key is a hash: its upper half says about where
/// it stands among those of its municipality. Dealt out to there, few are still out of order.
std::vector<Vacancy> in_order(const std::vector<Vacancy>& vacancies) {
    std::vector<std::size_t> town;
    for (const Vacancy& vacancy : vacancies) {
        const std::size_t own = vacancy.municipality.index();
        if (own + 2 > town.size()) town.resize(own + 2, 0);
        ++town[own];
    }
    make_beginnings(town);
    const auto place_of = [&town](const Vacancy& vacancy) {
        const std::size_t own = vacancy.municipality.index();
        const std::uint64_t size = town[own + 1] - town[own];
        return town[own] + ((vacancy.key.value >> 32) * size >> 32);
    };
    std::vector<std::size_t> next(vacancies.size(), 0);
    for (const Vacancy& vacancy : vacancies) ++next[place_of(vacancy)];
    make_beginnings(next);
    std::vector<Vacancy> sorted(vacancies.size());
    for (const Vacancy& vacancy : vacancies) sorted[next[place_of(vacancy)]++] = vacancy;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        for (std::size_t at = i; at > 0 && is_before(sorted[at], sorted[at - 1]); --at) {
            std::swap(sorted[at], sorted[at - 1]);
        }
    }
    return sorted;
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
    const EmployerSet hosts = rows_with(employers.host, std::uint8_t{1});
    const EnumArray<Sector, double> shares = host_shares(employers, hosts);
    const double tie = institutions.tie[InstitutionRole::municipal_social_service]
                                       [InstitutionRole::municipal_economic_development];
    EnumArray<Sector, Hazard> joining;
    for (const Sector sector : members<Sector>()) {
        joining[sector] = join_hazard(parameters, shares[sector], tie);
    }
    const Hazard lapse{parameters.leave_hazard_per_month};
    const EmployerSet may_join = could_happen(std::ranges::max(joining).per_month(),
                                              employers.key,
                                              draws,
                                              {month, Decision::host_join});
    for (const EmployerId e : hosts) {
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
    const auto open = [&](EmployerId e, std::int64_t count) {
        for (std::int64_t k = 0; k < count; ++k) {
            vacancies.push_back(
                {hash_key({employers.key[e].value, date, static_cast<std::uint64_t>(k)}),
                 e,
                 employers.municipality[e],
                 employers.sector[e]});
        }
    };
    for_each_count(employers.key, draws, {month, Decision::vacancy_count}, mean_of, open);
    return in_order(vacancies);
}

}  // namespace cantiere
