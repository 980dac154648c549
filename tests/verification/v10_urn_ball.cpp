#include <set>

#include "model/core/elementary.h"
#include "model/month/vacancy_contacts.h"
#include "tests/support/catch.h"
#include "tests/support/labour_world.h"

namespace cantiere {
namespace {

constexpr std::size_t applicants = 80;
constexpr int vacancy_count = 50;
constexpr int months = 1500;

/// Fifty vacancies of one municipality in the order of their keys.
std::vector<Vacancy> open_vacancies(std::uint64_t seed) {
    std::set<EntityKey> keys;
    for (std::uint64_t k = 0; k < vacancy_count; ++k) keys.insert(hash_key({seed, k}));
    std::vector<Vacancy> vacancies;
    for (const EntityKey key : keys) {
        vacancies.push_back({key, EmployerId::at(0), MunicipalityId::at(0)});
    }
    return vacancies;
}

}  // namespace

TEST_CASE("V10 urn-ball: applicants of one application each reach V(1-(1-1/V)^U) vacancies") {
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    LabourWorld world(applicants, 1);
    const Residents& r = world.residents;
    const Reach reach(r.people, r.capital, r.care, world.travel, world.parameters, world.draws);
    const Draws draws({seed, 0, 0});
    double reached = 0.0;
    for (int month = 0; month < months; ++month) {
        const auto vacancies = open_vacancies(seed * months + static_cast<std::uint64_t>(month));
        const VacancyMap map(vacancies);
        std::set<std::size_t> with_applicants;
        for (const ResidentId who : rows<ResidentId>(applicants)) {
            const auto applications = map.applications_of({{who, r.people.key[who], 1}},
                                                          reach,
                                                          world.parameters.search,
                                                          draws,
                                                          Month{month});
            REQUIRE(applications.size() == 1);
            with_applicants.insert(applications[0].vacancy);
        }
        reached += static_cast<double>(with_applicants.size()) / months;
    }
    // Golden 40.067557; the variance of the number of urns reached is that of the occupancy law.
    const double v = vacancy_count;
    const double empty = power(1.0 - 1.0 / v, applicants);
    const double both_empty = power(1.0 - 2.0 / v, applicants);
    const double variance = v * (v - 1.0) * both_empty + v * empty - v * v * empty * empty;
    REQUIRE(v * (1.0 - empty) == Approx(40.067557).margin(5e-7));
    CHECK(std::abs(reached - 40.067557) <= 4.5 * square_root(variance / months));
}

TEST_CASE("V10 urn-ball: applicants spread evenly over one set of vacancies") {
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    LabourWorld world(applicants, 1);
    const Residents& r = world.residents;
    const Reach reach(r.people, r.capital, r.care, world.travel, world.parameters, world.draws);
    const Draws draws({seed, 0, 0});
    const auto vacancies = open_vacancies(7);
    const VacancyMap map(vacancies);
    std::vector<double> chosen(vacancy_count, 0.0);
    for (int month = 0; month < months; ++month) {
        for (const ResidentId who : rows<ResidentId>(applicants)) {
            const auto one = map.applications_of({{who, r.people.key[who], 1}},
                                                 reach,
                                                 world.parameters.search,
                                                 draws,
                                                 Month{month});
            chosen[one.at(0).vacancy] += 1.0;
        }
    }
    // Pearson's statistic over 49 degrees of freedom: mean 49, variance 98.
    const double expected = 1.0 * applicants * months / vacancy_count;
    double statistic = 0.0;
    for (const double count : chosen) statistic += power(count - expected, 2.0) / expected;
    CHECK(std::abs(statistic - 49.0) <= 4.5 * square_root(98.0));
}

}  // namespace cantiere
