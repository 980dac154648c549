#include <cmath>
#include <numbers>
#include <vector>

#include "model/month/vacancy_hiring.h"
#include "model/rules/hiring.h"
#include "tests/support/catch.h"
#include "tests/support/labour_world.h"

namespace cantiere {
namespace {

constexpr std::size_t applicants = 40000;

double normal_cdf(double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); }

/// Spreads and prejudices that are all unequal: lambda = 1.44 / (1.44 + 2.25) = .390244.
Parameters unequal_spreads() {
    Parameters p;
    p.employers.productivity_sd = 1.2;
    p.employers.signal_sd = 1.5;
    p.employers.learning_per_trainee = 0.5;
    p.employers.prejudice[Group::detained_or_ex] = -0.7;
    p.employers.prejudice[Group::migrant] = -0.25;
    p.employers.responsible_bonus = 0.0;
    p.search.professional_slope = 1.2;
    p.search.relational_slope = 0.9;
    p.search.mobility_slope = 0.5;
    p.search.group_intercept.fill(0.0);
    p.search.reservation = 0.3;
    p.search.applicants_per_vacancy = 0.0;
    p.search.ordinary_mean = 0.2;
    p.search.ordinary_sd = 0.8;
    p.target.hire_incentive_eur_month = 0.0;
    return p;
}

/// Share hired of people who are all alike, each the one applicant for a vacancy of their own.
/// y = 1.2 (.5 - .4) + .9 (.5 - .4) + .5 (.5 - .6) + .34 = .5
double hired_share(const Parameters& p,
                   GroupMask groups,
                   std::uint64_t seed,
                   std::uint8_t trainees_seen = 0) {
    LabourWorld world(applicants, applicants);
    world.parameters = p;
    world.draws = Draws(RunKey{seed, 0, 0});
    Residents& r = world.residents;
    r.people.groups.assign(applicants, groups);
    r.people.frailty.assign(applicants, 0.34f);
    r.capital.professional.assign(applicants, 0.5f);
    r.capital.relational.assign(applicants, 0.5f);
    r.capital.mobility.assign(applicants, 0.5f);
    for (TraineesSeen& seen : world.employers.trainees_seen) seen.fill(trainees_seen);
    std::vector<Vacancy> vacancies;
    std::vector<Application> applications;
    for (std::size_t i = 0; i < applicants; ++i) {
        vacancies.push_back({hash_key({0x766163, i}), EmployerId::at(i), MunicipalityId::at(0)});
        applications.push_back({i, ResidentId::at(i)});
    }
    const Reach reach(r.people, r.capital, r.care, world.travel, p, world.draws);
    const VacancyHiring hiring(vacancies,
                               r.people,
                               r.capital,
                               world.employers,
                               world.pool,
                               reach,
                               p,
                               world.draws,
                               Month{0});
    return static_cast<double>(hiring.hires(applications).size()) / applicants;
}

void check_share(double share, double exact) {
    INFO("share " << share << ", exact " << exact);
    CHECK(std::abs(share - exact) <= 4.5 * std::sqrt(exact * (1.0 - exact) / applicants));
}

/// Chance that y_hat ~ N(m, sd) is above the reservation and above the best of Poisson(a)
/// ordinary applicants, N(.2, .8): the integral of its density times exp(-a (1 - Phi)).
double chance_among(double mean, double sd, double ordinary_applicants) {
    constexpr int steps = 20000;
    const double low = 0.3;
    const double step = (mean + 9.0 * sd - low) / steps;
    double sum = 0.0;
    for (int i = 0; i < steps; ++i) {
        const double y = low + (i + 0.5) * step;
        const double z = (y - mean) / sd;
        const double density = std::exp(-0.5 * z * z) / (sd * std::sqrt(2.0 * std::numbers::pi));
        sum += density * std::exp(-ordinary_applicants * (1.0 - normal_cdf((y - 0.2) / 0.8)));
    }
    return sum * step;
}

constexpr GroupMask nobody = 0;
constexpr GroupMask migrant = bit(Group::migrant);
constexpr GroupMask released = bit(Group::detained_or_ex);

struct Applicants {
    GroupMask groups;
    double prejudice;
};

}  // namespace

TEST_CASE(
    "V19 statistical discrimination: y_hat weighs the signal by lambda, the group by the rest") {
    const EmployerParameters p = unequal_spreads().employers;
    TraineesSeen seen{};
    // .390244 x (.5 + .8) + .609756 mu
    CHECK(assessed_employability(prior_belief(p, nobody, 0.0, seen), 0.5, 0.8) ==
          Approx(0.507317).margin(1e-6));
    CHECK(assessed_employability(prior_belief(p, migrant, 0.0, seen), 0.5, 0.8) ==
          Approx(0.354878).margin(1e-6));
    CHECK(assessed_employability(prior_belief(p, migrant | released, 0.0, seen), 0.5, 0.8) ==
          Approx(0.080488).margin(1e-6));
    // Six trainees of the group: lambda = 1.44 / (1.44 + 2.25 / 4) = .719101.
    seen[static_cast<std::size_t>(Group::detained_or_ex)] = 6;
    CHECK(assessed_employability(prior_belief(p, released, 0.0, seen), 0.5, 0.8) ==
          Approx(0.738202).margin(1e-6));
    CHECK(assessed_employability(prior_belief(p, migrant, 0.0, seen), 0.5, 0.8) ==
          Approx(0.354878).margin(1e-6));
}

TEST_CASE("V19 statistical discrimination: the chance of a hire is that of the normal law") {
    // P(lambda (y + e) + (1 - lambda) mu > .3), e ~ N(0, 1.5)
    const Applicants who = GENERATE(Applicants{nobody, 0.0},
                                    Applicants{migrant, -0.25},
                                    Applicants{released, -0.7},
                                    Applicants{migrant | released, -0.7});
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    constexpr double lambda = 1.44 / (1.44 + 2.25);
    const double mean = lambda * 0.5 + (1.0 - lambda) * who.prejudice;
    const double exact = 1.0 - normal_cdf((0.3 - mean) / (lambda * 1.5));
    check_share(hired_share(unequal_spreads(), who.groups, seed), exact);
}

TEST_CASE(
    "V19 statistical discrimination: after six trainees employers see better, and less noise") {
    // lambda = 1.44 / (1.44 + 2.25 / 4) = .719101, e ~ N(0, 1.5 / 2): .400 for y = .5, mu = -.7.
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    constexpr double lambda = 1.44 / (1.44 + 2.25 / 4.0);
    const double mean = lambda * 0.5 + (1.0 - lambda) * -0.7;
    const double exact = 1.0 - normal_cdf((0.3 - mean) / (lambda * 0.75));
    REQUIRE(exact == Approx(0.400).margin(0.001));
    check_share(hired_share(unequal_spreads(), released, seed, 6), exact);
}

TEST_CASE(
    "V19 statistical discrimination: ordinary applicants stand in the way of those below them") {
    const Applicants who = GENERATE(Applicants{nobody, 0.0}, Applicants{released, -0.7});
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    Parameters p = unequal_spreads();
    p.search.applicants_per_vacancy = 2.0;
    constexpr double lambda = 1.44 / (1.44 + 2.25);
    const double mean = lambda * 0.5 + (1.0 - lambda) * who.prejudice;
    check_share(hired_share(p, who.groups, seed), chance_among(mean, lambda * 1.5, 2.0));
}

}  // namespace cantiere
