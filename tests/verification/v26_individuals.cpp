#include <algorithm>
#include <set>

#include "model/core/rows.h"
#include "model/month/demography.h"
#include "model/month/job_keeping.h"
#include "model/month/outreach.h"
#include "tests/support/catch.h"
#include "tests/support/one_regime.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

constexpr std::size_t people = 5000;

/// Keys of those whom outreach finds within a year.
std::set<EntityKey> found(const OutreachParameters& p, const Draws& draws, GroupMask groups) {
    Residents residents = sample_residents(people);
    residents.care.state.assign(people, CareState::unknown);
    residents.people.groups.assign(people, groups);
    Territory place;
    place.municipalities.push_back({"000001", "Uno", 14000, 43.90, 10.90, true});
    place.travel = TravelTimes(1);
    std::set<EntityKey> keys;
    for (int m = 0; m < 12; ++m) {
        Events events;
        reach_out(residents.care,
                  events,
                  residents.people,
                  residents.capital,
                  residents.work,
                  place,
                  OneRegime(p),
                  draws,
                  Month{m});
        for (const Event& event : events.all()) keys.insert(residents.people.key[event.who]);
    }
    return keys;
}

/// Keys of those who still have the job they began with after two years.
std::set<EntityKey> kept(double tutor_ratio, const Draws& draws) {
    Residents residents = sample_residents(people);
    residents.work.state.assign(people, WorkState::fixed_term);
    residents.care.tutor_left.assign(people, 24);
    JobKeepingParameters p;
    p.tutor_ratio = tutor_ratio;
    p.open_ended_after_months = 1e3;
    for (int m = 0; m < 24; ++m) {
        mark_start_of_month(residents.work);
        Events events;
        keep_jobs(residents.work,
                  events,
                  residents.people,
                  residents.capital,
                  residents.housing,
                  residents.care,
                  Employers{},
                  TravelTimes{},
                  p,
                  JobSearchParameters{},
                  draws,
                  Month{m});
    }
    std::set<EntityKey> keys;
    for (const ResidentId who : rows<ResidentId>(people)) {
        if (residents.work.state[who] == WorkState::fixed_term) {
            keys.insert(residents.people.key[who]);
        }
    }
    return keys;
}

bool contains(const std::set<EntityKey>& wide, const std::set<EntityKey>& narrow) {
    return std::includes(wide.begin(), wide.end(), narrow.begin(), narrow.end());
}

}  // namespace

TEST_CASE("V26 monotonicity: more outreach finds everybody that less outreach finds") {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const Draws draws({seed, 0, 0});
        OutreachParameters p;
        const auto usual = found(p, draws, 0);
        p.hazard_per_month = 0.05;
        const auto active = found(p, draws, 0);
        CHECK(contains(active, usual));
        CHECK(active.size() > usual.size());
    }
}

TEST_CASE("V26 monotonicity: a better tutor never loses a job that a worse one keeps") {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const Draws draws({seed, 0, 0});
        const auto without = kept(1.0, draws);
        const auto with = kept(0.75, draws);
        CHECK(contains(with, without));
        CHECK(with.size() > without.size());
    }
}

TEST_CASE("V26 symmetry: groups with equal parameters are found alike") {
    const Draws draws({5, 0, 0});
    CHECK(found({}, draws, bit(Group::migrant)) == found({}, draws, bit(Group::homeless)));
}

}  // namespace cantiere
