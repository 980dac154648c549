#include "tests/support/catch.h"
#include "tests/support/lever_sweep.h"

namespace cantiere {
namespace {

using enum Variable;

void no_case_manager(RunInputs& s) { s.programme.referral.case_manager = 0.0; }

/// Nobody waits for an assessment or a service: the way there is what counts.
void open_doors(RunInputs& s) {
    no_case_manager(s);
    s.programme.commission.cases_per_meeting = 300.0;
    for (InstrumentParameters& row : s.programme.instruments) row.slots = 100.0;
}

void share(RunInputs& s, Group group, double value) {
    change_everywhere(s, [&](Parameters& p) { p.population.group_share[group] = value; });
}

}  // namespace

// One paragraph a lever; the formatter would take a line for every word.
// clang-format off
TEST_CASE("Levers of outreach, referral and ties move their outcomes as stated") {
    check_levers({
        {"outreach.hazard_per_month", 0.02, 0.08,
         [](RunInputs& s, double x) { s.programme.outreach.hazard_per_month = x; },
         "referrals", total(referrals), Moves::up},
        {"outreach.desk_quality", 0.0, 1.0,
         [](RunInputs& s, double x) { s.programme.outreach.desk_quality = x; },
         "referrals", total(referrals), Moves::up,
         [](RunInputs& s) {
             share(s, Group::migrant, 0.9);
             change_everywhere(s, [](Parameters& p) { p.outreach.language_barrier = 3.0; });
         }},
        {"procedure.loss_multiplier", 0.3, 2.0,
         [](RunInputs& s, double x) { s.programme.referral.loss_multiplier = x; },
         "referrals", total(referrals), Moves::down, no_case_manager},
        {"procedure.delay_multiplier", 0.2, 3.0,
         [](RunInputs& s, double x) { s.programme.referral.delay_multiplier = x; },
         "months_to_first_instrument", yearly(months_to_first_instrument), Moves::up, open_doors},
        {"procedure.delay_cap_months", 0.0, 99.0,
         [](RunInputs& s, double x) { s.programme.referral.delay_cap_months = x; },
         "months_to_first_instrument", yearly(months_to_first_instrument), Moves::up, open_doors},
        {"procedure.delay_cap_months, a fraction", 0.4, 1.6,
         [](RunInputs& s, double x) { s.programme.referral.delay_cap_months = x; },
         "months_to_first_instrument", yearly(months_to_first_instrument), Moves::up, open_doors},
        {"procedure.control_rate", 0.0, 1.0,
         [](RunInputs& s, double x) { s.programme.referral.control_rate = x; },
         "referrals", total(referrals), Moves::up, no_case_manager},
        {"procedure.case_manager", 0.0, 1.0,
         [](RunInputs& s, double x) { s.programme.referral.case_manager = x; },
         "network_loss", yearly(network_loss), Moves::down,
         [](RunInputs& s) { s.programme.network.tie_target = 0.0; }},
        {"network.tie_target", 0.1, 0.9,
         [](RunInputs& s, double x) { s.programme.network.tie_target = x; },
         "network_loss", yearly(network_loss), Moves::down, no_case_manager},
        {"network.tie_target", 0.1, 0.9,
         [](RunInputs& s, double x) { s.programme.network.tie_target = x; },
         "network_density", yearly(network_density), Moves::up},
        {"network.members", 2.0, 14.0,
         [](RunInputs& s, double x) { s.programme.network.members = x; },
         "network_loss", yearly(network_loss), Moves::down, no_case_manager},
        {"network.sharing_target", 0.1, 1.0,
         [](RunInputs& s, double x) { s.programme.network.sharing_target = x; },
         "duplicated_assessments", yearly(duplicated_assessments), Moves::down},
        {"network.turnover_hazard", 0.0, 6.0,
         everywhere([](Parameters& p, double x) { p.network.turnover_hazard_per_year = x; }),
         "network_density", yearly(network_density), Moves::down},
        {"network.dip_throughput", 0.3, 1.0,
         [](RunInputs& s, double x) { s.programme.network.dip_throughput = x; },
         "served", total(served), Moves::up,
         [](RunInputs& s) {
             s.programme.network.dip_months = 36.0;
             for (InstrumentParameters& row : s.programme.instruments) row.slots = 0.0;
         }},
        {"network.cooperative_led", 0.0, 1.0,
         [](RunInputs& s, double x) { s.programme.network.cooperative_led = x; },
         "network_loss", yearly(network_loss), Moves::down,
         [](RunInputs& s) {
             no_case_manager(s);
             share(s, Group::detained_or_ex, 0.9);
             s.programme.network.members = 3.0;
             s.programme.network.social_economic_tie = 0.0;
         }},
    });
}

TEST_CASE("Levers of coordination and staff cost what they say, to who pays them") {
    using Price = double StaffPrices::*;
    const auto cost = [](const std::string& lever, double high, Price price) {
        return Lever{lever, 0.0, high,
                     [=](RunInputs& s, double x) { s.programme.staff.*price = x; },
                     "programme_cost", total(programme_cost), Moves::up};
    };
    check_levers({
        cost("coordination.office_eur_year", 60000.0, &StaffPrices::office_eur_year),
        cost("coordination.meeting_eur_month_per_member", 500.0, &StaffPrices::meeting_eur_month_per_member),
        cost("coordination.tie_eur_month", 200.0, &StaffPrices::tie_eur_month),
        cost("coordination.desk_eur_year", 30000.0, &StaffPrices::desk_eur_year),
        cost("coordination.operation_eur_year", 30000.0, &StaffPrices::operation_eur_year),
        cost("commission.case_eur", 300.0, &StaffPrices::commission_case_eur),
        cost("assessment_eur", 600.0, &StaffPrices::assessment_eur),
        cost("case_management.programme_eur_month", 300.0, &StaffPrices::programme_case_manager_eur_month),
        cost("case_management.usual", 300.0, &StaffPrices::case_manager_eur_month),
        {"coordination.in_kind_eur_month", 0.0, 2000.0,
         [](RunInputs& s, double x) { s.programme.staff.in_kind_eur_month = x; },
         "net_cost_societal", total(net_cost_societal), Moves::up},
        {"coordination.payer", 0.0, 2.0,
         [](RunInputs& s, double x) { s.programme.staff.coordination_payer = x; },
         "cost to province and region", place(Variable::cost, at(Payer::province_region)), Moves::up},
        {"network.hub", 0.0, 1.0,
         [](RunInputs& s, double x) { s.programme.network.hub = x; },
         "programme_cost", total(programme_cost), Moves::down},
    });
}
// clang-format on

}  // namespace cantiere
