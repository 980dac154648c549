#include "tests/support/oracle.h"

#include <algorithm>

#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

void recount_cooperatives(World& world) {
    for (Firm& firm : world.firms) firm.coop_workers = 0;
    for (const Person& person : world.people) {
        if (person.work == WorkState::coop_b && person.firm) {
            ++world.firms[*person.firm].coop_workers;
        }
    }
}

}  // namespace

void move_hosts(World& world) {
    const double tie = world.tie[InstitutionRole::municipal_social_service]
                                [InstitutionRole::municipal_economic_development];
    std::map<Sector, std::pair<double, double>> hosts_and_all;
    for (const Firm& firm : world.firms) {
        hosts_and_all[firm.sector].first += firm.host ? 1.0 : 0.0;
        hosts_and_all[firm.sector].second += 1.0;
    }
    const Hazard loses_interest{world.p().employers.leave_hazard_per_month};
    for (Firm& firm : world.firms) {
        const auto& [hosts, all] = hosts_and_all[firm.sector];
        const Hazard gains_interest = join_hazard(world.p().employers, hosts / all, tie);
        const auto happens = [&](Hazard hazard, Decision decision) {
            return world.draws->event(hazard, firm.key, world.month, decision);
        };
        if (!firm.host) {
            firm.host = happens(gains_interest, Decision::host_join);
        } else if (firm.kind != EmployerKind::coop_b) {
            firm.host = !happens(loses_interest, Decision::host_lapse);
        }
    }
}

void open_reserved_places(World& world) {
    const Parameters& p = world.p();
    const int first = whole_months(p.target.start_month + p.employers.coop_order_lag_months);
    if (p.employers.coop_extra_places <= 0.0 || world.month.index() != first) return;
    std::map<EntityKey, Firm*> by_key;
    for (Firm& firm : world.firms) {
        if (firm.kind == EmployerKind::coop_b) by_key[firm.key] = &firm;
    }
    int left = by_key.empty() ? 0 : whole_months(p.employers.coop_extra_places);
    while (left > 0) {
        for (const auto& [key, firm] : by_key) {
            if (left-- <= 0) break;
            ++firm->coop_places;
            ++firm->new_places;
        }
    }
}

void live_month(World& world) {
    world.happenings.clear();
    world.round = {};
    for (Person& person : world.people) person.work_before = person.work;
    move_cycle(world);
    renew_population(world);
    renew_homes(world);
    drift_capitals(world);
    strike_shocks(world);
    reach_out(world);
    refer(world);
    wait(world);
    assess(world);
    open_slots(world);
    buy_bundles(world);
    design_projects(world);
    deliver_services(world);
    move_hosts(world);
    open_reserved_places(world);
    end_displacement(world);
    place(world);
    progress_internships(world);
    place_by_quota(world);
    hear_of_vacancies(world);
    search_jobs(world);
    follow_hires(world);
    keep_jobs(world);
    move_housing(world);
    run_justice(world);
    change_safety(world);
    run_businesses(world);
    recount_cooperatives(world);
    share_incomes(world);
    assess_benefits(world);
    keep_books(world);
    judge(world);
    count_services(world);
    drift_trust(world);
    update_network(world);
    renew_contacts(world);
    ++world.month;
}

}  // namespace cantiere::oracle
