#include "model/inputs.h"
#include "model/names.h"
#include "tests/support/catch.h"

namespace cantiere {

TEST_CASE("The planned outlay is levers times unit prices") {
    Parameters usual;
    Parameters levers = usual;
    CHECK(planned_outlay_per_month(usual, levers).value == 0);
    levers.instruments[Instrument::internship].slots = 30.0;
    // 500 indemnity + 18 insurance + 162 tutor + 400/6 promotion, a seat and month.
    CHECK(planned_outlay_per_month(usual, levers).value ==
          Cents::from_euros(30.0 * (680.0 + 400.0 / 6.0)).value);
    levers.staff.office_eur_year = 85000.0;
    CHECK(planned_outlay_per_month(usual, levers).value ==
          Cents::from_euros(30.0 * (680.0 + 400.0 / 6.0) + 85000.0 / 12.0).value);
    // Thirty starts in all over 24 months: 30 paths of six months, spread.
    levers.staff.office_eur_year = 0.0;
    levers.internship.total_starts = 30.0;
    levers.target.months = 24.0;
    CHECK(planned_outlay_per_month(usual, levers).value ==
          Cents::from_euros(30.0 * 6.0 * (680.0 + 400.0 / 6.0) / 24.0).value);
}

TEST_CASE("A bonus to hosts is planned for a programme's internships") {
    Parameters usual;
    Parameters levers = usual;
    levers.instruments[Instrument::internship].slots = 6.0;
    const auto without = planned_outlay_per_month(usual, levers).value;
    levers.employers.host_bonus_eur = 300.0;
    // Six seats of six months: one start, and one bonus, a month.
    CHECK(planned_outlay_per_month(usual, levers).value == without + 30000);
}

TEST_CASE("A subsidised seat is planned at the mean wage of new jobs") {
    Parameters usual;
    usual.tax.hire_subsidy_share = 0.5;
    usual.search.full_time_share = 0.4;
    usual.search.wage_full_time_eur = 1500.0;
    usual.search.wage_part_time_eur = 900.0;
    Parameters levers = usual;
    levers.instruments[Instrument::subsidised_hire].slots = 10.0;
    CHECK(planned_outlay_per_month(usual, levers).value == 10 * 57000);  // half of 1,140
}

TEST_CASE("Places of reserved contracts are planned at relief and management, for no other seats") {
    Parameters usual;
    usual.search.full_time_share = 1.0;
    usual.search.wage_full_time_eur = 1000.0;
    usual.tax.coop_b_relief = 1.0;
    usual.tax.employer_contribution = 0.30;
    usual.tax.employee_contribution = 0.10;
    Parameters levers = usual;
    levers.instruments[Instrument::coop_b_placement].slots = 50.0;
    levers.staff.programme_case_manager_eur_month = usual.staff.case_manager_eur_month + 25.0;
    CHECK(planned_outlay_per_month(usual, levers).value == 0);
    levers.employers.coop_extra_places = 20.0;
    CHECK(planned_outlay_per_month(usual, levers).value == 20 * 42500);
}

TEST_CASE("Hire incentives are planned for the hires expected of the target, while jobs last") {
    Parameters usual;
    usual.population.residents_in_need = 1000.0;
    usual.population.initial_work_share[WorkState::seeking] = 0.5;
    usual.population.mean_jobless_months = 0.0;
    usual.population.female_share = 0.4;
    usual.population.overlap = 0.5;
    usual.population.group_share[Group::migrant] = 0.2;
    usual.population.group_share[Group::addiction] = 0.1;
    usual.search.base_hazard_per_month = 0.04;
    usual.search.incentive_value_per_100_eur = 0.0;
    usual.keeping.hazard_months_1_3 = 0.5;
    Parameters levers = usual;
    levers.target.hire_incentive_eur_month = 100.0;
    const auto planned = [&] { return planned_outlay_per_month(usual, levers).value; };
    CHECK(planned() == 0);  // for no month
    levers.target.hire_incentive_months = 2.0;
    CHECK(planned() == 20 * 15000);  // 20 hires, 1 + .5 months
    levers.target.women_only = 1.0;
    CHECK(planned() == 8 * 15000);
    levers.target.women_only = 0.0;
    levers.target.everybody = 0.0;
    CHECK(planned() == 0);
    levers.target.group[Group::migrant] = 1.0;
    CHECK(planned() == 4 * 15000);
    levers.target.group[Group::addiction] = 1.0;
    CHECK(planned() == 24 * 15000 / 5);  // .5 x .2 + .5 x (1 - .8 x .9) = .24 of 20 hires
    auto& payer = levers.instruments[Instrument::subsidised_hire].programme_payer;
    payer = static_cast<double>(Payer::third_sector);
    CHECK(planned() == 0);
}

TEST_CASE(
    "Case management is planned for a programme's supports as for its steps, not for tutors") {
    Parameters usual;
    for (const Instrument support : {Instrument::supported_housing,
                                     Instrument::rent_guarantee,
                                     Instrument::transport_voucher,
                                     Instrument::aids,
                                     Instrument::safety_refuge,
                                     Instrument::health_path,
                                     Instrument::childcare,
                                     Instrument::job_tutor}) {
        Parameters levers = usual;
        levers.instruments[support].slots = 4.0;
        const auto before = planned_outlay_per_month(usual, levers).value;
        levers.staff.programme_case_manager_eur_month = usual.staff.case_manager_eur_month + 25.0;
        const auto more = planned_outlay_per_month(usual, levers).value - before;
        INFO(name(support));
        CHECK(more == (support == Instrument::job_tutor ? 0 : 10000));
    }
}

TEST_CASE("What a payer that is not public pays is not planned, its case management is") {
    Parameters usual;
    usual.housing.guarantee_call_share = 0.1;
    usual.housing.rent_eur_month = 300.0;
    Parameters levers = usual;
    levers.staff.programme_case_manager_eur_month = usual.staff.case_manager_eur_month + 25.0;
    auto& guarantee = levers.instruments[Instrument::rent_guarantee];
    guarantee.slots = 10.0;
    guarantee.cost_eur_month = 20.0;
    auto& counselling = levers.instruments[Instrument::counselling];
    counselling.slots = 4.0;
    counselling.cost_eur_month = 60.0;
    auto& internship = levers.instruments[Instrument::internship];
    internship.slots = 6.0;
    levers.staff.office_eur_year = 12000.0;
    const auto planned = [&] { return planned_outlay_per_month(usual, levers).value; };
    // Guarantees 10 x (20 + 30 + 25), counselling 4 x (60 + 25), office 1,000, internships 6 x
    // (680 + 400/6 + 25): 750 + 340 + 1,000 + 4,630.
    CHECK(planned() == 672000);
    constexpr auto outside = static_cast<double>(Payer::third_sector);
    guarantee.programme_payer = outside;
    CHECK(planned() == 622000);
    counselling.programme_payer = outside;
    CHECK(planned() == 598000);
    levers.staff.coordination_payer = outside;
    CHECK(planned() == 498000);
    internship.programme_payer = outside;
    CHECK(planned() == 50000);
    internship.programme_payer = static_cast<double>(Payer::european_union);
    CHECK(planned() == 498000);
}

}  // namespace cantiere
