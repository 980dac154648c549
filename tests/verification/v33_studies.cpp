#include <bit>
#include <cstdint>
#include <set>

#include "tests/support/study_file.h"

namespace cantiere {
namespace {

/// Counts the values of all variables that are not the same in two runs, bit by bit.
int differences(const RunOutcome& a, const RunOutcome& b) {
    REQUIRE(a.all().size() == b.all().size());
    int count = 0;
    for (std::size_t i = 0; i < a.all().size(); ++i) {
        const auto bits_a = std::bit_cast<std::uint64_t>(a.all()[i]);
        const auto bits_b = std::bit_cast<std::uint64_t>(b.all()[i]);
        count += bits_a == bits_b ? 0 : 1;
    }
    return count;
}

/// Everybody who started an internship or a project, with the month of the first one.
std::set<std::pair<std::uint64_t, int>> starters(const Lives& lives) {
    std::set<std::pair<std::uint64_t, int>> who;
    for (const Life& life : lives) {
        if (life.first_start_month != no_month) {
            who.insert({life.key.value, life.first_start_month.index()});
        }
    }
    return who;
}

}  // namespace

TEST_CASE("V33 study: seats by points of need alone are need first, by points of waiting FCFS") {
    const StudyFile study = verification_study("v33-seats");
    REQUIRE(study.study().scenarios.size() == 5);
    for (const std::uint64_t seed : {1u, 2u, 3u, 4u, 5u}) {
        INFO("seed " << seed);
        const BlockRun run = study.block(seed, 0, {true, {}});
        const Block& outcomes = run.block;
        CHECK(outcomes.at(1)[Variable::starts] > 30.0);
        CHECK(differences(outcomes.at(1), outcomes.at(2)) == 0);
        CHECK(starters(run.lives.at(1)) == starters(run.lives.at(2)));
        CHECK(differences(outcomes.at(3), outcomes.at(4)) == 0);
        CHECK(starters(run.lives.at(3)) == starters(run.lives.at(4)));
        CHECK(differences(outcomes.at(1), outcomes.at(3)) > 0);
        CHECK(starters(run.lives.at(1)) != starters(run.lives.at(3)));
    }
}

TEST_CASE("V33 study: a meeting that counts waiting alone takes in whom the front line takes in") {
    const StudyFile study = verification_study("v33-door");
    const auto first_come = [](const Block& block) -> const RunOutcome& { return block.at(1); };
    const auto by_waiting = [](const Block& block) -> const RunOutcome& { return block.at(2); };
    for (const std::uint64_t seed : {1u, 2u, 3u, 4u, 5u}) {
        INFO("seed " << seed);
        const BlockRun run = study.block(seed, 0, {true, {}});
        CHECK(first_come(run.block)[Variable::starts] > 30.0);
        for (const Variable same : {Variable::care_share,
                                    Variable::work_share,
                                    Variable::starts,
                                    Variable::completions,
                                    Variable::dropouts,
                                    Variable::referrals}) {
            const auto one = first_come(run.block).values(same);
            const auto other = by_waiting(run.block).values(same);
            CHECK(std::vector<double>(one.begin(), one.end()) ==
                  std::vector<double>(other.begin(), other.end()));
        }
        CHECK(starters(run.lives.at(1)) == starters(run.lives.at(2)));
        CHECK(starters(run.lives.at(1)) != starters(run.lives.at(3)));  // not by need
    }
}

}  // namespace cantiere
