#include <algorithm>
#include <cmath>

#include "model/month/vacancy_contacts.h"
#include "tests/support/catch.h"
#include "tests/support/labour_world.h"

namespace cantiere {
namespace {

constexpr ResidentId first = ResidentId::at(0);

}  // namespace

TEST_CASE("Contacts go to the sectors that suit a person, in proportion to the fit") {
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    const Draws draws({seed, 0, 0});
    LabourWorld world(1, 1);
    const Residents& r = world.residents;
    const Reach reach(r.people, r.capital, r.care, world.travel, world.parameters, world.draws);
    const EntityKey key = r.people.key[first];
    const auto fit = [&](Sector sector) {
        const auto index = static_cast<Draws::Index>(sector);
        return draws.uniform(key, Month{0}, Decision::sector_fit, index);
    };
    std::vector<Vacancy> vacancies;
    double all = 0.0;
    for (std::uint64_t k = 0; k < 30; ++k) {
        const Sector sector = k % 3 == 0 ? Sector::commerce : Sector::agriculture;
        vacancies.push_back({hash_key({k}), EmployerId::at(0), MunicipalityId::at(0), sector});
        all += 1.0 - 0.9 * (1.0 - fit(sector));
    }
    std::sort(vacancies.begin(), vacancies.end(), [](const Vacancy& a, const Vacancy& b) {
        return a.key < b.key;
    });
    const VacancyMap map(vacancies);
    JobSearchParameters p = world.parameters.search;
    constexpr int months = 6000;
    double in_commerce = 0.0;
    int moved = 0;
    for (int m = 0; m < months; ++m) {
        const auto chosen = [&](double skill_weight) {
            p.skill_weight = skill_weight;
            return map.applications_of({{first, key, 1}}, reach, p, draws, Month{m}).at(0).vacancy;
        };
        const auto choice = chosen(0.9);
        in_commerce += vacancies[choice].sector == Sector::commerce ? 1.0 : 0.0;
        moved += chosen(0.0) == choice ? 0 : 1;
    }
    const double expected = 10.0 * (1.0 - 0.9 * (1.0 - fit(Sector::commerce))) / all;
    const double sd = square_root(expected * (1.0 - expected) / months);
    CHECK(std::abs(in_commerce / months - expected) <= 4.5 * sd);
    CHECK(moved > 0);
}

}  // namespace cantiere
