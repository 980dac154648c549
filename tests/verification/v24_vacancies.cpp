#include <algorithm>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/labour_world.h"

namespace cantiere {
namespace {

/// Vacancies of the month: the first employer has two, each of the others one.
std::vector<Vacancy> one_each_and_one_more(const LabourWorld& world) {
    std::vector<Vacancy> vacancies;
    vacancies.push_back({hash_key({0x6d6f7265, 0}), EmployerId::at(0), MunicipalityId::at(0)});
    for (const EmployerId e : rows<EmployerId>(world.employers.size())) {
        const EntityKey key = hash_key({0x766163, world.employers.key[e].value});
        vacancies.push_back({key, e, MunicipalityId::at(0)});
    }
    std::ranges::sort(vacancies, {}, &Vacancy::key);
    return vacancies;
}

EmployerColumn<int> hires_by_employer(const LabourWorld& world) {
    EmployerColumn<int> hires(world.employers.size(), 0);
    for (const Event& event : world.events.all()) {
        if (event.kind == EventKind::hired) ++hires[world.residents.work.employer[event.who]];
    }
    return hires;
}

}  // namespace

TEST_CASE("V24 a vacancy hires one person, however many apply for it") {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        INFO("seed " << seed);
        LabourWorld world(500, 8);
        world.draws = Draws(RunKey{seed, 0, 0});
        JobSearchParameters& search = world.parameters.search;
        search.contact_rate_per_month = 200.0;  // everybody hears of every vacancy
        search.reservation = -100.0;
        search.applicants_per_vacancy = 0.0;
        world.begin(Month{1});
        world.fill(one_each_and_one_more(world));
        const EmployerColumn<int> hires = hires_by_employer(world);
        CHECK(hires[EmployerId::at(0)] == 2);
        for (std::size_t e = 1; e < 8; ++e) CHECK(hires[EmployerId::at(e)] == 1);
        CHECK(world.count(EventKind::hired) == 9);
    }
}

TEST_CASE("V24 a person takes one vacancy, however many would hire") {
    LabourWorld world(5, 60);
    JobSearchParameters& search = world.parameters.search;
    search.contact_rate_per_month = 2000.0;
    search.reservation = -100.0;
    search.applicants_per_vacancy = 0.0;
    world.begin(Month{1});
    world.fill(one_each_and_one_more(world));
    CHECK(world.count(EventKind::hired) == 5);
    int employed = 0;
    for (const ResidentId who : rows<ResidentId>(5)) {
        employed += world.residents.work.employer[who].is_none() ? 0 : 1;
    }
    CHECK(employed == 5);
}

}  // namespace cantiere
