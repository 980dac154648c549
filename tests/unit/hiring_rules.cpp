#include "model/rules/hiring.h"

#include <cmath>

#include "model/rules/prediction.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

constexpr std::uint16_t flag(Group group) {
    return static_cast<std::uint16_t>(1u << static_cast<unsigned>(group));
}

constexpr std::size_t at(Group group) { return static_cast<std::size_t>(group); }

}  // namespace

TEST_CASE("The most negative prejudice among the groups carried is the prior") {
    EmployerParameters p;
    p.prejudice[Group::migrant] = -0.25;
    p.prejudice[Group::detained_or_ex] = -0.7;
    const TraineesSeen none{};
    CHECK(prior_belief(p, 0, 0.0, none).mean == 0.0);
    CHECK(prior_belief(p, flag(Group::migrant), 0.0, none).mean == -0.25);
    CHECK(prior_belief(p, flag(Group::migrant) | flag(Group::detained_or_ex), 0.0, none).mean ==
          -0.7);
}

TEST_CASE("Prejudice against a disability grows with the limitation that aids leave") {
    EmployerParameters p;
    p.prejudice[Group::disability] = -1.16;
    const TraineesSeen none{};
    CHECK(prior_belief(p, flag(Group::disability), 0.5, none).mean == Approx(-0.58));
    CHECK(prior_belief(p, flag(Group::disability), 0.25, none).mean == Approx(-0.29));
    p.prejudice[Group::migrant] = -0.41;
    const auto both = static_cast<std::uint16_t>(flag(Group::disability) | flag(Group::migrant));
    CHECK(prior_belief(p, both, 0.25, none).mean == Approx(-0.41));
    CHECK(prior_belief(p, both, 0.5, none).mean == Approx(-0.58));
}

TEST_CASE("An employer that knows the group looks more at the person") {
    EmployerParameters p;
    p.prejudice[Group::migrant] = -1.0;
    TraineesSeen seen{};
    CHECK(prior_belief(p, flag(Group::migrant), 0.0, seen).signal_weight == Approx(0.5));
    seen[at(Group::migrant)] = 4;  // sigma_s^2 = 1 / (1 + .5 x 4)
    const PriorBelief informed = prior_belief(p, flag(Group::migrant), 0.0, seen);
    CHECK(informed.signal_weight == Approx(0.75));
    CHECK(assessed_employability(informed, 0.8, 0.0) == Approx(0.75 * 0.8 - 0.25));
    p.learning_per_trainee = 0.0;
    CHECK(prior_belief(p, flag(Group::migrant), 0.0, seen).signal_weight == Approx(0.5));
}

TEST_CASE("Without noise in the signal prejudice falls to its limit, and nothing is undefined") {
    EmployerParameters p;
    const double nearly = [&] {
        EmployerParameters q = p;
        q.signal_sd = 1e-3;
        return prejudice_left(q, 4.0);
    }();
    p.signal_sd = 0.0;
    CHECK(prejudice_left(p, 0.0) == 1.0);
    CHECK(prejudice_left(p, 4.0) == Approx(1.0 / 3.0));  // 1 / (1 + .5 x 4)
    CHECK(prejudice_left(p, 4.0) == Approx(nearly));
    p.signal_sd = 1e-8;  // its square is lost beside 1
    CHECK(prejudice_left(p, 4.0) == Approx(1.0 / 3.0));
    p.signal_sd = 0.0;
    CHECK(signal_weight(p, 4.0) == 1.0);
    p.productivity_sd = 0.0;
    CHECK(signal_weight(p, 0.0) == 1.0);
}

TEST_CASE("Group terms of a host hire add up, illness once, and shrink as the host learns") {
    InternshipParameters p;
    p.conversion_group[Group::detained_or_ex] = -0.2;
    p.conversion_group[Group::migrant] = 0.25;
    p.conversion_group[Group::addiction] = -0.7;
    p.conversion_group[Group::mental_health] = -0.7;
    const EmployerParameters e;
    TraineesSeen seen{};
    const auto ill =
        static_cast<std::uint16_t>(flag(Group::addiction) | flag(Group::mental_health));
    CHECK(conversion_group_terms(p, e, ill, 0.0, seen) == Approx(-0.7));
    const auto two = static_cast<std::uint16_t>(flag(Group::detained_or_ex) | flag(Group::migrant));
    CHECK(conversion_group_terms(p, e, two, 0.0, seen) == Approx(0.05));
    CHECK(conversion_group_terms(p, e, flag(Group::disability), 0.5, seen) == Approx(-0.4));
    seen[at(Group::disability)] = 4;  // (1 - .75) / (1 - .5)
    CHECK(conversion_group_terms(p, e, flag(Group::disability), 0.5, seen) == Approx(-0.2));
}

TEST_CASE("Expected months in work follow the exponential law of finding") {
    CHECK(expected_job_months(0.1, 24.0) == Approx(24.0 - (1.0 - std::exp(-2.4)) / 0.1));
    CHECK(expected_job_months(0.0, 24.0) == 0.0);
    const double small = 1e-8;
    CHECK(expected_job_months(small, 24.0) == Approx(small * 24.0 * 24.0 / 2.0));
    CHECK(expected_job_months(1e3, 24.0) == Approx(24.0).epsilon(1e-3));
}

TEST_CASE("The uplift of an internship rises with the host hire and falls with own prospects") {
    const PlacementParameters p;
    const Probability sure{1.0};
    const Probability never{0.0};
    CHECK(internship_uplift_years(p, 6.0, sure, 0.0) == Approx((0.45 * 18.0 + 0.09 * 6.0) / 12.0));
    CHECK(internship_uplift_years(p, 6.0, never, 0.0) == Approx(0.09 * 6.0 / 12.0));
    CHECK(internship_uplift_years(p, 6.0, never, 0.5) < 0.0);  // locked in
    CHECK(job_uplift_years(p, 0.0) == Approx(0.9));
    CHECK(job_uplift_years(p, 0.05) < 0.9);
}

TEST_CASE(
    "The value of a placement weighs uplift, need, cost and travel, a seat's utility the "
    "resident's") {
    const PlacementParameters p;
    CHECK(placement_value(p, 0.3, 0.6, 4000.0, 30.0) == Approx(0.3 + 0.3 - 0.2 - 0.05));
    CHECK(seat_utility(p, 500.0, 30.0, 0.4, 1.0) == Approx(1.0 - 0.5 + 0.2 + 0.5));
}

}  // namespace cantiere
