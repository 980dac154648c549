#include "model/month/job_keeping.h"

#include <algorithm>

#include "model/core/rows.h"
#include "model/month/benefits.h"
#include "model/month/demography.h"
#include "model/month/occupancy.h"
#include "tests/support/catch.h"
#include "tests/support/permuted.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

const Draws draws({29, 0, 0});
constexpr ResidentId someone{0};

JobKeepingParameters with_hazard(double per_month) {
    JobKeepingParameters p;
    p.hazard_months_1_3 = p.hazard_months_4_12 = p.hazard_months_13_on = per_month;
    return p;
}

/// One employer in each of two towns an hour and a half apart.
Employers two_employers() {
    Employers employers;
    for (const std::size_t town : {0u, 1u}) {
        employers.key.push_back(hash_key({town}));
        employers.municipality.push_back(MunicipalityId::at(town));
        employers.seats_used.push_back(0);
        employers.coop_places_used.push_back(0);
    }
    return employers;
}

Events keep(Residents& residents, const JobKeepingParameters& p, Month month = Month{0}) {
    TravelTimes travel(2);
    travel.car(MunicipalityId{0}, MunicipalityId{1}) = 90.0;
    travel.transit(MunicipalityId{0}, MunicipalityId{1}) = 150.0;
    Events events;
    keep_jobs(residents.work,
              events,
              residents.people,
              residents.capital,
              residents.housing,
              residents.care,
              two_employers(),
              travel,
              p,
              JobSearchParameters{},
              draws,
              month);
    return events;
}

Residents working(std::size_t people, WorkState state, std::uint16_t tenure = 0) {
    Residents residents = sample_residents(people);
    residents.work.state.assign(people, state);
    residents.work.state_at_start.assign(people, state);
    residents.work.tenure_months.assign(people, tenure);
    residents.work.gross_wage_cents.assign(people, 91600);
    residents.work.jobless_months.assign(people, 20);
    residents.capital.professional.assign(people, 0.40f);
    residents.capital.relational.assign(people, 0.42f);
    return residents;
}

double separated(Residents residents, const JobKeepingParameters& p) {
    return static_cast<double>(keep(residents, p).all().size());
}

}  // namespace

TEST_CASE("A separation leaves no trace of the job") {
    Residents residents = working(1, WorkState::subsidised, 5);
    residents.work.employer[someone] = EmployerId{1};
    residents.work.subsidy_left[someone] = 4;
    residents.work.incentive_left[someone] = 5;
    const Events events = keep(residents, with_hazard(1e6));
    REQUIRE(events.all().size() == 1);
    CHECK(events.all().front().kind == EventKind::separated);
    CHECK(residents.work.state[someone] == WorkState::seeking);
    CHECK(residents.work.employer[someone].is_none());
    CHECK(residents.work.gross_wage_cents[someone] == 0);
    CHECK(residents.work.tenure_months[someone] == 0);
    CHECK(residents.work.subsidy_left[someone] == 0);
    CHECK(residents.work.incentive_left[someone] == 0);
}

TEST_CASE("Who was hired this month is not at risk of separation") {
    Residents residents = working(1, WorkState::fixed_term);
    residents.work.state_at_start[someone] = WorkState::seeking;
    CHECK(keep(residents, with_hazard(1e6)).all().empty());
    CHECK(residents.work.state[someone] == WorkState::fixed_term);
    CHECK(residents.work.tenure_months[someone] == 0);
}

TEST_CASE("Separation falls with tenure as the three hazards say") {
    constexpr std::size_t people = 20000;
    const JobKeepingParameters p;
    const auto share = [&](std::uint16_t tenure) {
        return separated(working(people, WorkState::open_ended, tenure), p) / people;
    };
    CHECK(share(0) == Approx(0.15).margin(0.012));
    CHECK(share(2) == Approx(0.15).margin(0.012));
    CHECK(share(3) == Approx(0.06).margin(0.008));
    CHECK(share(11) == Approx(0.06).margin(0.008));
    CHECK(share(12) == Approx(0.015).margin(0.004));
}

TEST_CASE(
    "Tutors and cooperatives protect jobs, long ways, no home and limitations endanger them") {
    constexpr std::size_t people = 20000;
    const JobKeepingParameters p = with_hazard(0.10);
    const Residents plain = working(people, WorkState::open_ended);
    const double usual = separated(plain, p);
    const auto changed = [&](auto change) {
        Residents residents = plain;
        change(residents);
        return separated(std::move(residents), p);
    };
    CHECK(usual / people == Approx(probability_of(Hazard{0.10}).value()).margin(0.009));
    CHECK(changed([](Residents& r) { r.care.tutor_left.assign(people, 3); }) < 0.85 * usual);
    CHECK(changed([](Residents& r) {
              r.work.state.assign(people, WorkState::coop_b);
              r.work.state_at_start.assign(people, WorkState::coop_b);
          }) < 0.6 * usual);
    CHECK(changed([](Residents& r) { r.work.employer.assign(people, EmployerId{1}); }) >
          1.2 * usual);
    CHECK(changed([](Residents& r) { r.work.employer.assign(people, EmployerId{0}); }) == usual);
    CHECK(changed([](Residents& r) { r.housing.state.assign(people, HousingState::homeless); }) >
          1.2 * usual);
    const double limited = changed([](Residents& r) { r.capital.disability.assign(people, 0.8f); });
    CHECK(limited > 1.2 * usual);
    CHECK(changed([](Residents& r) {
              r.capital.disability.assign(people, 0.8f);
              r.capital.aid.assign(people, 0.5f);
          }) < limited);
    CHECK(changed([](Residents& r) { r.people.frailty.assign(people, 0.5f); }) < usual);
}

TEST_CASE("Workers of type-B cooperatives move to the open market at their hazard") {
    Residents residents = working(20000, WorkState::coop_b, 8);
    residents.work.employer.assign(20000, EmployerId{0});
    JobKeepingParameters p = with_hazard(0.0);
    const Events events = keep(residents, p);
    const auto moved =
        std::count(residents.work.state.begin(), residents.work.state.end(), WorkState::fixed_term);
    CHECK(events.all().empty());
    CHECK(static_cast<double>(moved) == Approx(20000 * 0.005982).epsilon(0.45));
    for (const ResidentId who : rows<ResidentId>(residents.size())) {
        const bool in_coop = residents.work.state[who] == WorkState::coop_b;
        CHECK(residents.work.employer[who].is_none() == !in_coop);
        CHECK(residents.work.tenure_months[who] == (in_coop ? 9 : 0));
    }
}

TEST_CASE("A fixed term becomes open-ended after a year, a subsidised job after its incentive") {
    Residents residents = working(3, WorkState::fixed_term, 10);
    residents.work.tenure_months[ResidentId{1}] = 11;
    residents.work.state[ResidentId{2}] = WorkState::subsidised;
    residents.work.state_at_start[ResidentId{2}] = WorkState::subsidised;
    residents.work.subsidy_left[ResidentId{2}] = 1;
    keep(residents, with_hazard(0.0));
    CHECK(residents.work.state[ResidentId{0}] == WorkState::fixed_term);
    CHECK(residents.work.state[ResidentId{1}] == WorkState::open_ended);
    CHECK(residents.work.state[ResidentId{2}] == WorkState::open_ended);
}

TEST_CASE(
    "Joblessness is frozen in internships, courses and detention, and reset by three months") {
    Residents residents = sample_residents(5);
    Work& work = residents.work;
    work.jobless_months.assign(5, 20);
    work.state[ResidentId{1}] = WorkState::internship;
    work.state[ResidentId{2}] = WorkState::detained;
    residents.care.steps[ResidentId{3}][0] = Instrument::vocational_training;
    residents.care.step_count[ResidentId{3}] = 1;
    residents.care.step_left[ResidentId{3}] = 2;
    residents.care.steps[ResidentId{4}][0] = Instrument::orientation;
    residents.care.step_count[ResidentId{4}] = 1;
    residents.care.step_left[ResidentId{4}] = 1;
    keep(residents, with_hazard(0.0));
    CHECK(work.jobless_months[ResidentId{0}] == 21);
    CHECK(work.jobless_months[ResidentId{1}] == 20);
    CHECK(work.jobless_months[ResidentId{2}] == 20);
    CHECK(work.jobless_months[ResidentId{3}] == 20);
    CHECK(work.jobless_months[ResidentId{4}] == 21);
}

TEST_CASE("A job of two months does not reset joblessness, one of three does") {
    Residents residents = sample_residents(1);
    residents.work.state[someone] = WorkState::fixed_term;  // hired this month
    std::array<int, 4> jobless{};
    for (int m = 0; m < 4; ++m) {
        keep(residents, with_hazard(0.0), Month{m});
        jobless[static_cast<std::size_t>(m)] = residents.work.jobless_months[someone];
        mark_start_of_month(residents.work);
    }
    CHECK(jobless == std::array<int, 4>{12, 12, 0, 0});
}

TEST_CASE("Seats and cooperative places are counted from the people in them") {
    Residents residents = sample_residents(4);
    Employers employers = two_employers();
    employers.seats_used[EmployerId{1}] = 7;
    residents.work.state[ResidentId{0}] = WorkState::internship;
    residents.work.state[ResidentId{1}] = WorkState::internship;
    residents.work.state[ResidentId{2}] = WorkState::coop_b;
    for (const unsigned who : {0u, 1u, 2u}) {
        residents.work.employer[ResidentId{who}] = EmployerId{0};
    }
    recount_seats(employers, residents.work);
    CHECK(employers.seats_used[EmployerId{0}] == 2);
    CHECK(employers.coop_places_used[EmployerId{0}] == 1);
    CHECK(employers.seats_used[EmployerId{1}] == 0);
}

TEST_CASE("Job keeping does not depend on the order of rows") {
    Residents straight = working(500, WorkState::fixed_term);
    const std::vector<std::size_t> order = shuffled_order(500);
    Residents other = permuted(straight, order);
    for (int m = 0; m < 18; ++m) {
        for (Residents* residents : {&straight, &other}) {
            mark_start_of_month(residents->work);
            keep(*residents, JobKeepingParameters{}, Month{m});
        }
    }
    const Residents expected = permuted(straight, order);
    CHECK(expected.work.state == other.work.state);
    CHECK(expected.work.tenure_months == other.work.tenure_months);
    CHECK(expected.work.jobless_months == other.work.jobless_months);
}

}  // namespace cantiere
