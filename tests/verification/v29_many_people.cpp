#include <array>
#include <cmath>
#include <vector>

#include "tests/support/many_people.h"
#include "tests/support/study_file.h"

namespace cantiere {
namespace {

using many_people::CareFlows;
using many_people::HomeFlows;
using many_people::LevelMean;
using many_people::SafetyFlows;

constexpr int months = 48;
constexpr double leaves = 0.001 + 0.002;  // hazard of death or emigration

/// What is looked at in each month.
constexpr std::size_t looks = 10;
using Look = std::array<double, looks>;

struct Expected {
    std::vector<Look> mean;
    std::vector<Look> sd;
};

Expected expected_months() {
    Expected all;
    CareFlows care;
    HomeFlows homes;
    SafetyFlows safety;
    for (int m = 0; m < months; ++m) {
        care.month();
        homes.month();
        safety.month();
        const double in = care.inside();
        LevelMean income;  // .2 for the third of prisoners who work inside
        income.add(0.33 * in, 0.2);
        LevelMean work;
        work.add(0.33 * in, 0.45);
        work.add(1.0 - 0.33 * in, 0.1);
        const Look shares{care.unknown(),
                          care.known(),
                          care.referred(),
                          care.in_project(),
                          care.excluded(),
                          in};
        Look mean = shares;
        Look sd;
        for (std::size_t i = 0; i < 6; ++i) sd[i] = std::sqrt(shares[i] * (1.0 - shares[i]));
        std::size_t i = 6;
        for (const LevelMean& level : {homes.level(), safety.level(), income, work}) {
            mean[i] = level.mean;
            sd[i++] = level.sd();
        }
        all.mean.push_back(mean);
        all.sd.push_back(sd);
        REQUIRE(shares[0] + shares[1] + shares[2] + shares[3] + shares[4] == Approx(1.0));
    }
    return all;
}

Look seen(const RunOutcome& outcome, int month) {
    const auto care = [&](CareState state) {
        return outcome.at(Variable::care_share, month, state);
    };
    const auto level = [&](Domain domain) {
        return outcome.at(Variable::autonomy_by_domain, month, domain);
    };
    return {care(CareState::unknown),
            care(CareState::known),
            care(CareState::referred),
            care(CareState::in_project),
            care(CareState::excluded),
            outcome.at(Variable::work_share, month, WorkState::detained),
            level(Domain::housing),
            level(Domain::safety),
            level(Domain::income),
            level(Domain::work)};
}

/// Differences between runs of `people` and the equations: root mean square in units of what people
/// differ by, and the largest in standard errors.
struct Errors {
    double size = 0.0;
    double largest = 0.0;
};

Errors errors_of(const Expected& expected, int people, int seeds) {
    const StudyFile study =
        verification_study("v29-many-people",
                           {{"population.residents_in_need", std::to_string(people)}});
    Errors errors;
    double squares = 0.0;
    double count = 0.0;
    for (int seed = 1; seed <= seeds; ++seed) {
        const RunOutcome outcome = study.outcome(static_cast<std::uint64_t>(seed));
        for (int m = 0; m < months; ++m) {
            const double present = people * std::exp(-leaves * (m + 1));
            const Look now = seen(outcome, m);
            for (std::size_t i = 0; i < looks; ++i) {
                const auto at = static_cast<std::size_t>(m);
                const double sd = expected.sd[at][i];
                if (sd <= 0.0) continue;
                const double off = (now[i] - expected.mean[at][i]) / sd;
                squares += off * off;
                count += 1.0;
                errors.largest = std::max(errors.largest, std::abs(off) * std::sqrt(present));
            }
        }
    }
    errors.size = std::sqrt(squares / count);
    return errors;
}

}  // namespace

TEST_CASE(
    "V29 study: all modules but matching follow their equations, the nearer the more people") {
    struct Size {
        int people, seeds;
    };
    constexpr std::array sizes{Size{250, 24}, Size{1000, 12}, Size{4000, 8}, Size{16000, 4}};
    const Expected expected = expected_months();
    double slope = 0.0;  // of the log of the error in the log of the people
    double spread = 0.0;
    const double middle = std::log(2000.0);  // mean of the logs of the sizes
    for (const Size& size : sizes) {
        const Errors errors = errors_of(expected, size.people, size.seeds);
        const double present = size.people * std::exp(-leaves * months / 2.0);
        INFO(size.people << " people: error " << errors.size << ", in standard errors "
                         << errors.size * std::sqrt(present) << ", largest " << errors.largest);
        // With few people some shares are of one or two, far from the normal law.
        if (size.people >= 4000) CHECK(errors.largest <= 4.5);
        // The root mean square of standard normal errors is 1; those of near months go together.
        CHECK(errors.size * std::sqrt(present) == Approx(1.0).margin(0.3));
        const double place = std::log(size.people) - middle;
        slope += place * std::log(errors.size);
        spread += place * place;
    }
    CHECK(slope / spread == Approx(-0.5).margin(0.1));
}

}  // namespace cantiere
