#include "model/month/employers.h"

#include <cmath>
#include <set>

#include "tests/support/catch.h"
#include "tests/support/labour_world.h"

namespace cantiere {
namespace {

int places(const Employers& employers) {
    int sum = 0;
    for (const auto count : employers.coop_places) sum += count;
    return sum;
}

int sum(const EmployerColumn<int>& column) {
    int total = 0;
    for (const int count : column) total += count;
    return total;
}

/// Cooperatives with ten places each.
LabourWorld world_of_cooperatives(std::size_t cooperatives) {
    LabourWorld world(0, cooperatives);
    for (EmployerKind& kind : world.employers.kind) kind = EmployerKind::coop_b;
    for (auto& count : world.employers.coop_places) count = 10;
    return world;
}

}  // namespace

TEST_CASE("Employers join the hosts at their hazard, and never at none") {
    LabourWorld world(0, 20000);
    for (auto& host : world.employers.host) host = 0;
    EmployerParameters p;
    const Institutions institutions{};
    p.join_hazard_per_month = 0.0;
    renew_host_network(world.employers, institutions, p, world.draws, Month{0});
    CHECK(std::count(world.employers.host.begin(), world.employers.host.end(), 1) == 0);
    p.join_hazard_per_month = 0.1;
    renew_host_network(world.employers, institutions, p, world.draws, Month{0});
    const double share = 1.0 - std::exp(-0.1);
    const auto joined = std::count(world.employers.host.begin(), world.employers.host.end(), 1);
    CHECK(std::abs(static_cast<double>(joined) / 20000.0 - share) <
          4.5 * std::sqrt(share * (1.0 - share) / 20000.0));
}

TEST_CASE("The offer of a host lapses at its hazard, that of a cooperative never") {
    LabourWorld world(0, 20000);
    for (std::size_t e = 0; e < 100; ++e) {
        world.employers.kind[EmployerId::at(e)] = EmployerKind::coop_b;
    }
    const auto hosts = [&] {
        return std::count(world.employers.host.begin(), world.employers.host.end(), 1);
    };
    const Institutions institutions{};
    EmployerParameters p;
    p.leave_hazard_per_month = 0.0;
    renew_host_network(world.employers, institutions, p, world.draws, Month{0});
    CHECK(hosts() == 20000);
    p.leave_hazard_per_month = 0.2;
    p.join_hazard_per_month = 1e6;
    renew_host_network(world.employers, institutions, p, world.draws, Month{0});
    const double stay = std::exp(-0.2);
    CHECK(std::abs(static_cast<double>(hosts() - 100) / 19900.0 - stay) <
          4.5 * std::sqrt(stay * (1.0 - stay) / 19900.0));
    p.leave_hazard_per_month = 1e6;
    renew_host_network(world.employers, institutions, p, world.draws, Month{1});
    for (std::size_t e = 0; e < 100; ++e) CHECK(world.employers.host[EmployerId::at(e)] == 1);
    CHECK(hosts() < 20000 - 100);  // those that had left are back, those that had stayed are gone
    CHECK(hosts() > 100);
}

TEST_CASE("Every lever of the host network adds hosts and takes none away") {
    const auto hosts_with = [](const EmployerParameters& p, double tie) {
        LabourWorld world(0, 3000);
        for (std::size_t e = 30; e < 3000; ++e) world.employers.host[EmployerId::at(e)] = 0;
        Institutions institutions{};
        institutions.tie[InstitutionRole::municipal_social_service]
                        [InstitutionRole::municipal_economic_development] = tie;
        renew_host_network(world.employers, institutions, p, world.draws, Month{0});
        std::set<std::size_t> hosts;
        for (const EmployerId e : rows<EmployerId>(3000)) {
            if (world.employers.host[e] != 0) hosts.insert(e.index());
        }
        return hosts;
    };
    EmployerParameters base;
    base.join_hazard_per_month = 0.03;
    EmployerParameters doubled = base;
    doubled.join_multiplier = 2.0;
    EmployerParameters bonus = base;
    bonus.host_bonus_eur = 2000.0;
    const auto usual = hosts_with(base, 0.1);
    for (const auto& more :
         {hosts_with(doubled, 0.1), hosts_with(bonus, 0.1), hosts_with(base, 0.9)}) {
        CHECK(more.size() > usual.size());
        CHECK(std::includes(more.begin(), more.end(), usual.begin(), usual.end()));
    }
}

TEST_CASE("Vacancies are Poisson in number, sorted, and a superset when the market is tighter") {
    LabourWorld world(0, 500, 4);
    const EmployerParameters p;
    const auto slack = open_vacancies(world.employers, p, 0.8, world.draws, Month{5});
    const auto tight = open_vacancies(world.employers, p, 1.6, world.draws, Month{5});
    const double mean = 500 * 4 * 0.03 * 0.8;
    CHECK(std::abs(static_cast<double>(slack.size()) - mean) < 4.5 * std::sqrt(mean));
    CHECK(tight.size() > slack.size());
    std::set<EntityKey> keys;
    for (std::size_t v = 0; v < tight.size(); ++v) {
        keys.insert(tight[v].key);
        if (v == 0) continue;
        const bool sorted =
            tight[v - 1].municipality < tight[v].municipality ||
            (tight[v - 1].municipality == tight[v].municipality && tight[v - 1].key < tight[v].key);
        REQUIRE(sorted);
    }
    CHECK(keys.size() == tight.size());
    for (const Vacancy& vacancy : slack) REQUIRE(keys.count(vacancy.key) == 1);
    const auto later = open_vacancies(world.employers, p, 0.8, world.draws, Month{6});
    for (const Vacancy& vacancy : later) REQUIRE(keys.count(vacancy.key) == 0);
}

TEST_CASE("Reserved contracts open their places once, when their lag is over, one each in turn") {
    LabourWorld world = world_of_cooperatives(3);
    EmployerParameters p;
    p.coop_extra_places = 7.0;
    TargetParameters target;
    target.start_month = 2.0;
    for (int month = 0; month < 24; ++month) {
        open_reserved_places(world.employers, p, target, Month{month});
        CHECK(places(world.employers) == (month < 8 ? 30 : 37));
    }
    const auto [least, most] =
        std::minmax_element(world.employers.coop_places.begin(), world.employers.coop_places.end());
    CHECK(*least == 12);
    CHECK(*most == 13);
}

TEST_CASE("A cooperative fills places by turnover, and those of reserved contracts at once") {
    LabourWorld world = world_of_cooperatives(400);
    EmployerParameters p;
    TargetParameters target;
    const auto open = [&](int month) {
        return sum(open_coop_places(world.employers, p, target, world.draws, Month{month}));
    };
    const double mean = 4000.0 * (1.0 - std::exp(-p.coop_turnover_per_month));
    CHECK(std::abs(open(3) - mean) < 4.5 * std::sqrt(mean));
    p.coop_turnover_per_month = 0.0;
    CHECK(open(3) == 0);
    p.coop_extra_places = 60.0;
    open_reserved_places(world.employers, p, target, Month{5});
    CHECK(open(5) == 0);
    open_reserved_places(world.employers, p, target, Month{6});
    CHECK(open(6) == 60);
    world.employers.coop_places_used = world.employers.coop_places;
    CHECK(open(6) == 0);
}

}  // namespace cantiere
