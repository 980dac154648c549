#include <algorithm>
#include <set>
#include <vector>

#include "model/core/rows.h"
#include "model/month/commission.h"
#include "tests/support/catch.h"
#include "tests/support/placement_problems.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

constexpr std::size_t people = 40;
constexpr double without_limit = 1e9;

/// Cases whose need is that of one domain, so that the score is 1 - A and a term for waiting; no
/// two have waited for the same months.
class Cases {
  public:
    Cases(std::uint64_t seed, double wait_weight, std::size_t places)
        : residents_(sample_residents(people)), draws_({seed, 0, 0}) {
        set_points(wait_weight, places);
        std::vector<ResidentId> order;
        for (const ResidentId who : rows<ResidentId>(people)) order.push_back(who);
        const auto ticket = [&](ResidentId who) {
            return draws_.ticket(residents_.people.key[who], Month{0}, Decision::toy_event);
        };
        std::ranges::sort(order, {}, ticket);
        for (std::size_t place = 0; place < people; ++place) {
            const ResidentId who = order[place];
            const EntityKey key = residents_.people.key[who];
            residents_.care.state[who] = CareState::referred;
            residents_.care.registered_month[who] = Month{-static_cast<int>(place)};
            residents_.capital.health[who] =
                static_cast<Level>(0.1 + 0.8 * draws_.uniform(key, Month{0}, Decision::toy_level));
        }
        Events events;
        auto& r = residents_;
        assess_cases(r.care,
                     events,
                     r.people,
                     r.capital,
                     r.work,
                     r.housing,
                     r.standing,
                     Institutions{},
                     parameters_,
                     draws_,
                     Month{0});
    }

    const Draws& draws() const { return draws_; }

    /// Who was taken in.
    std::set<ResidentId> taken() const {
        std::set<ResidentId> in;
        for (const ResidentId who : rows<ResidentId>(people)) {
            if (residents_.care.state[who] == CareState::assessed_waiting) in.insert(who);
        }
        return in;
    }

    /// The first `count` in order of `rank`, least first.
    template <class Rank>
    std::set<ResidentId> first(std::size_t count, Rank rank) const {
        std::vector<ResidentId> order;
        for (const ResidentId who : rows<ResidentId>(people)) order.push_back(who);
        std::ranges::sort(order, {}, rank);
        return {order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count)};
    }
    std::set<ResidentId> neediest(std::size_t count) const {
        return first(count, [&](ResidentId who) { return residents_.capital.health[who]; });
    }
    std::set<ResidentId> earliest(std::size_t count) const {
        return first(count, [&](ResidentId who) { return residents_.care.registered_month[who]; });
    }

    /// Seats for some of them, with the points of the commission and those of waiting.
    PlacementProblem problem(std::uint64_t seed) const {
        PlacementProblem seats = random_problem(seed, {people, 9, 3, 0.7, 0.1, 0});
        for (const CandidateId i : rows<CandidateId>(people)) {
            const ResidentId who = ResidentId::at(i.index());
            Candidate& candidate = seats.candidates[i];
            candidate.who = who;
            candidate.key = residents_.people.key[who];
            candidate.registered_month = residents_.care.registered_month[who];
            candidate.observed_need = double{residents_.care.observed_need[who]};
            candidate.score =
                double{residents_.care.score[who]} +
                waiting_points(parameters_.commission, Month{0} - candidate.registered_month);
        }
        return seats;
    }

  private:
    void set_points(double wait_weight, std::size_t places) {
        parameters_.autonomy.weights.fill(0.0);
        parameters_.autonomy.weights[Domain::health] = 1.0;
        CommissionParameters& points = parameters_.commission;
        points.active = 1.0;
        points.cases_per_meeting = static_cast<double>(places);
        points.interval_months = 1.0;
        points.assessment_noise = 0.0;
        points.need_weight = 1.0;
        points.wait_weight = wait_weight;
        points.risk_weight = points.children_weight = points.refusal_weight = 0.0;
        parameters_.target.everybody = 1.0;
    }

    Residents residents_;
    Parameters parameters_;
    Draws draws_;
};

bool same_seats(const Cases& cases,
                const PlacementProblem& problem,
                PlacementPolicy a,
                PlacementPolicy b) {
    return place(a, problem, cases.draws(), Month{0}).seat_of ==
           place(b, problem, cases.draws(), Month{0}).seat_of;
}

}  // namespace

TEST_CASE("V33 point system limits: the commission takes in by need, or by waiting") {
    constexpr std::size_t places = 12;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        INFO("seed " << seed);
        const Cases by_need(seed, 0.0, places);
        REQUIRE(by_need.neediest(places) != by_need.earliest(places));
        CHECK(by_need.taken() == by_need.neediest(places));
        const Cases by_wait(seed, without_limit, places);
        CHECK(by_wait.taken() == by_wait.earliest(places));
    }
}

TEST_CASE("V33 point system limits: seats go as by need first, or as first come, first served") {
    using enum PlacementPolicy;
    int different = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        INFO("seed " << seed);
        const Cases by_need(seed, 0.0, people);
        const PlacementProblem need = by_need.problem(seed);
        CHECK(same_seats(by_need, need, commission_score, need_first));
        different += same_seats(by_need, need, commission_score, first_come) ? 0 : 1;
        const Cases by_wait(seed, without_limit, people);
        const PlacementProblem wait = by_wait.problem(seed);
        CHECK(same_seats(by_wait, wait, commission_score, first_come));
        different += same_seats(by_wait, wait, commission_score, need_first) ? 0 : 1;
    }
    CHECK(different == 40);  // the limits are not the same
}

}  // namespace cantiere
