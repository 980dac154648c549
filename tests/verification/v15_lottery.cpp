#include <cmath>

#include "model/placement/priority.h"
#include "tests/support/catch.h"
#include "tests/support/placement_problems.h"

namespace cantiere {
namespace {

constexpr std::size_t entrants = 200;
constexpr int seats_drawn = 30;
constexpr std::size_t group_size = 60;
constexpr int months = 4000;

/// A lottery of one seat with 30 places among 200, of whom the first 60 form the group.
PlacementProblem lottery_problem(std::uint64_t seed) {
    ProblemShape shape;
    shape.candidates = entrants;
    shape.seats = 1;
    PlacementProblem problem = random_problem(seed, shape);
    problem.seats[SeatId::at(0)].quota = seats_drawn;
    return problem;
}

}  // namespace

TEST_CASE("V15 lottery: winners of a group are hypergeometric") {
    const double share = static_cast<double>(group_size) / entrants;
    const double mean = seats_drawn * share;
    const double variance =
        mean * (1.0 - share) * (entrants - seats_drawn) / (static_cast<double>(entrants) - 1.0);
    REQUIRE(mean == Approx(9.0));
    REQUIRE(variance == Approx(5.38191).epsilon(1e-6));
    for (const std::uint64_t seed : {15u, 16u, 17u}) {
        const Draws draws(RunKey{seed, 0, 0});
        const PlacementProblem problem = lottery_problem(seed);
        double sum = 0.0;
        double squares = 0.0;
        for (int month = 0; month < months; ++month) {
            const auto got = place(PlacementPolicy::lottery, problem, draws, Month{month});
            REQUIRE(placed_count(got) == seats_drawn);
            double winners = 0.0;
            for (const CandidateId i : rows<CandidateId>(group_size)) {
                winners += got.seat_of[i] ? 1.0 : 0.0;
            }
            sum += winners;
            squares += winners * winners;
        }
        const double sample_mean = sum / months;
        const double sample_variance = squares / months - sample_mean * sample_mean;
        CHECK(std::abs(sample_mean - mean) < 4.5 * std::sqrt(variance / months));
        // The standard error of a variance is about variance x sqrt(2 / n).
        CHECK(std::abs(sample_variance - variance) < 4.5 * variance * std::sqrt(2.0 / months));
    }
}

TEST_CASE("V15 lottery: removing an entrant never reorders the others") {
    const Draws draws(RunKey{15, 0, 0});
    ProblemShape shape;
    shape.candidates = 40;
    const PlacementProblem problem = random_problem(15, shape);
    const auto order = priority_order(PlacementPolicy::lottery, problem, draws, Month{3});
    std::vector<EntityKey> keys;
    for (const CandidateId i : order) {
        if (i.index() != 7) keys.push_back(problem.candidates[i].key);
    }
    std::vector<std::size_t> without_7;
    for (std::size_t i = 0; i < shape.candidates; ++i) {
        if (i != 7) without_7.push_back(i);
    }
    const PlacementProblem smaller = reordered(problem, without_7, {0, 1, 2, 3});
    std::vector<EntityKey> keys_of_smaller;
    for (const CandidateId i : priority_order(PlacementPolicy::lottery, smaller, draws, Month{3})) {
        keys_of_smaller.push_back(smaller.candidates[i].key);
    }
    CHECK(keys_of_smaller == keys);
}

}  // namespace cantiere
