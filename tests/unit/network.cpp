#include "model/month/network.h"

#include "model/month/coordination.h"
#include "model/month/service_slots.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

using enum InstitutionRole;

Institutions usual_institutions(const NetworkParameters& p) {
    Institutions institutions;
    for (const InstitutionRole a : members<InstitutionRole>()) {
        for (const InstitutionRole b : members<InstitutionRole>()) {
            institutions.tie[a][b] = a == b ? 1.0 : p.usual_tie;
            institutions.sharing[a][b] = a == b ? 1.0 : p.usual_sharing;
        }
    }
    return institutions;
}

NetworkParameters quiet_table() {
    NetworkParameters p;
    p.tie_target = 0.6;
    p.sharing_target = 0.7;
    p.members = 5.0;
    p.turnover_hazard_per_year = 0.0;
    return p;
}

/// Runs months 0..n-1, the programme running in the first `funded` ones.
Institutions after(const NetworkParameters& p,
                   int months,
                   int funded,
                   int* network_months = nullptr) {
    Institutions institutions = usual_institutions(p);
    const Draws draws({3, 0, 0});
    int counted = 0;
    for (int m = 0; m < months; ++m) {
        update_network(institutions, counted, p, m < funded, draws, Month{m});
    }
    if (network_months != nullptr) *network_months = counted;
    return institutions;
}

}  // namespace

TEST_CASE("A funded tie closes a tenth of its gap each month") {
    const NetworkParameters p = quiet_table();
    const Institutions now = after(p, 7, 7);
    double expected = 0.1;
    for (int m = 0; m < 7; ++m) expected += 0.1 * (0.6 - expected);
    CHECK(now.tie[municipal_social_service][employment_office] == Approx(expected));
    CHECK(now.tie[employment_office][municipal_social_service] == Approx(expected));
    CHECK(now.tie[municipal_social_service][transport_company] == 0.1);
    CHECK(now.tie[bank_or_foundation][bank_or_foundation] == 1.0);
    double shared = 0.1;
    for (int m = 0; m < 7; ++m) shared += 0.1 * (0.7 - shared);
    CHECK(now.sharing[employment_office][training_agency] == Approx(shared));
}

TEST_CASE("Ties stay at the target while funded and decay to the usual level afterwards") {
    const NetworkParameters p = quiet_table();
    CHECK(after(p, 300, 300).tie[employment_office][training_agency] == Approx(0.6));
    const double at_end = after(p, 36, 36).tie[employment_office][training_agency];
    CHECK(after(p, 37, 36).tie[employment_office][training_agency] == Approx(at_end * 0.97));
    CHECK(after(p, 300, 36).tie[employment_office][training_agency] == 0.1);
}

TEST_CASE("Staff turnover takes three tenths of what a tie has above the usual level") {
    NetworkParameters p = quiet_table();
    Institutions sure = usual_institutions(p);
    sure.tie[municipal_social_service][employment_office] = 0.6;
    p.turnover_hazard_per_year = 1e4;
    int months = 0;
    update_network(sure, months, p, true, Draws({3, 0, 0}), Month{0});
    CHECK(sure.tie[municipal_social_service][employment_office] == Approx(0.1 + 0.7 * 0.5));
    CHECK(sure.tie[transport_company][housing_agency] == 0.1);  // the usual level holds
}

TEST_CASE("Turnover lowers the mean tie of a funded network") {
    NetworkParameters p = quiet_table();
    const double quiet = after(p, 120, 120).tie[employment_office][training_agency];
    p.turnover_hazard_per_year = 0.9;
    double sum = 0.0;
    int pairs = 0;
    const Institutions shaken = after(p, 120, 120);
    for (const InstitutionRole a : members<InstitutionRole>()) {
        for (const InstitutionRole b : members<InstitutionRole>()) {
            if (a == b || a > training_agency || b > training_agency) continue;
            sum += shaken.tie[a][b];
            ++pairs;
        }
    }
    CHECK(sum / pairs < quiet);
    CHECK(sum / pairs > 0.1);
}

TEST_CASE("The table seats the first roles, and the cooperative and probation where it leads") {
    NetworkParameters p;
    p.members = 3.0;
    auto member = network_members(p);
    CHECK(member[municipal_social_service]);
    CHECK(member[employment_office]);
    CHECK_FALSE(member[training_agency]);
    p.cooperative_led = 1.0;
    member = network_members(p);
    CHECK(member[social_cooperative]);
    CHECK(member[probation_office]);
    CHECK(member[municipal_social_service]);
    CHECK_FALSE(member[municipal_economic_development]);
}

TEST_CASE("The tie of social service and economic development has a lever of its own") {
    NetworkParameters p;
    p.turnover_hazard_per_year = 0.0;
    p.social_economic_tie = 0.8;
    const Institutions now = after(p, 300, 300);
    CHECK(now.tie[municipal_social_service][municipal_economic_development] == Approx(0.8));
    CHECK(now.tie[municipal_social_service][employment_office] == 0.1);
}

TEST_CASE("A table takes two members or more and either ties to keep or a hub") {
    const auto table = [](double members, double tie_target, double hub) {
        NetworkParameters p;
        p.members = members;
        p.tie_target = tie_target;
        p.hub = hub;
        return has_table(p);
    };
    CHECK(table(2.0, 0.5, 0.0));
    CHECK(table(2.0, 0.0, 1.0));
    CHECK_FALSE(table(2.0, 0.0, 0.0));
    CHECK_FALSE(table(1.0, 0.5, 0.0));
    CHECK_FALSE(table(1.0, 0.0, 1.0));
}

TEST_CASE("A hub keeps a tie to every other member, a mesh one for every pair") {
    CHECK(tie_count(5.0, true) == 4.0);
    CHECK(tie_count(5.0, false) == 10.0);
    CHECK(tie_count(1.0, true) == 0.0);
    CHECK(tie_count(1.0, false) == 0.0);
}

TEST_CASE("A new table dips the services for its first twelve months only") {
    const NetworkParameters p = quiet_table();
    int months = 0;
    after(p, 11, 11, &months);
    CHECK(months == 11);
    CHECK(service_throughput(p, true, months) == 0.92);
    CHECK(service_throughput(p, true, 12) == 1.0);
    CHECK(service_throughput(p, false, 3) == 1.0);
    CHECK(service_throughput(NetworkParameters{}, true, 3) == 1.0);
    after(p, 13, 12, &months);
    CHECK(months == 0);
}

TEST_CASE("Working slots keep the stated throughput over time however small the service") {
    for (const int slots : {1, 2, 7, 30}) {
        int sum = 0;
        for (int m = -50; m < 50; ++m) {
            const int working = working_slots(slots, 0.92, Month{m});
            REQUIRE(working <= slots);
            REQUIRE(working >= static_cast<int>(slots * 0.92));
            sum += working;
        }
        CHECK(sum == 92 * slots);
        CHECK(working_slots(slots, 1.0, Month{5}) == slots);
    }
}

TEST_CASE("Seats stand still where they neither work nor are in use and somebody waits") {
    constexpr Instrument course = Instrument::vocational_training;
    ServiceUnits units;
    units.usual_slots[course] = 10;
    units.usual_in_use[course] = 7;
    CHECK(standing_still(units, course, 9, 5) == 1);
    CHECK(standing_still(units, course, 5, 5) == 3);
    CHECK(standing_still(units, course, 5, 2) == 2);
    CHECK(standing_still(units, course, 5, 0) == 0);
    units.usual_in_use[course] = 12;  // more than there are: those that close are still held
    CHECK(standing_still(units, course, 9, 5) == 0);
}

TEST_CASE("Seats that a new network keeps from people who wait are paid by their usual payer") {
    constexpr Instrument course = Instrument::vocational_training;
    Parameters p;
    p.instruments[course].payer = static_cast<double>(Payer::province_region);
    p.instruments[course].cost_eur_month = 100.0;
    p.instruments[course].cost_eur_once = 300.0;
    p.instruments[course].months = 3.0;
    ServiceUnits units;
    units.standing_still[course] = 2;
    Ledger ledger(1, 1);
    post_coordination(ledger, units, p, Month{0});
    CHECK(ledger.net_cents(Month{0}, Payer::province_region, Category::training) == 2 * 20000);
    CHECK(ledger.net_cents(Month{0}, Payer::municipality, Category::training) == 0);
}

}  // namespace cantiere
