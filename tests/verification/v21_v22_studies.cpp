#include <cmath>
#include <string>

#include "tests/support/study_file.h"

namespace cantiere {
namespace {

constexpr double people = 10000.0;
const double sent_at_once = 1.0 - std::exp(-5.0);

std::string text_of(double value) { return std::to_string(value); }

/// Four hand-overs over ties of strength `tie`, assessments shared as `sharing` says.
StudyFile hand_overs(double tie, double sharing, StudyFile::Settings more = {}) {
    more.push_back({"network.usual_tie", text_of(tie)});
    more.push_back({"network.usual_sharing", text_of(sharing)});
    return verification_study("v22-four-hand-overs", more);
}

/// P(D <= m) of the sum of four geometric delays on 0, 1, ... of mean 2 each.
double arrived_within(int months) {
    constexpr double ends = 1.0 / 3.0;
    double sum = 0.0;
    double one = ends * ends * ends * ends;  // (d+3 choose 3) p^4 (1-p)^d
    for (int d = 0; d <= months; ++d) {
        sum += one;
        one *= (1.0 - ends) * (d + 4.0) / (d + 1.0);
    }
    return sum;
}

}  // namespace

TEST_CASE("V21 study: a constant hazard of return sends 39 % back in three years") {
    const StudyFile study = verification_study("v21-return-to-prison");
    for (const std::uint64_t seed : three_seeds) {
        INFO("seed " << seed);
        double back = 0.0;
        const Lives lives = study.lives(seed);
        REQUIRE(static_cast<double>(lives.size()) == people);
        for (const Life& life : lives) {
            const auto inside = static_cast<std::size_t>(WorkState::detained);
            back += life.months_in_work_state[inside] > 0 ? 1.0 : 0.0;
        }
        check_share(back / people, 0.390062, people);
    }
}

TEST_CASE("V21 study: the share back in prison follows 1 - (1-m)^t in every month") {
    // A sentence of 360 months on average lets few out again: 2.7 per thousand inside a month.
    const StudyFile study = verification_study("v21-return-to-prison");
    for (const std::uint64_t seed : three_seeds) {
        const RunOutcome outcome = study.outcome(seed);
        double inside = 0.0;
        for (int m = 0; m < 36; ++m) {
            INFO("seed " << seed << ", month " << m);
            inside += (1.0 - inside) * 0.01363942 - inside / 360.0;
            check_share(outcome.at(Variable::work_share, m, WorkState::detained), inside, people);
        }
    }
}

TEST_CASE("V22 study: of four hand-overs arrive .0915 without ties, .6561 with the best") {
    struct Golden {
        double tie, arrived;
    };
    for (const Golden golden : {Golden{0.0, 0.091506}, {0.25, 0.165166}, {1.0, 0.6561}}) {
        const StudyFile study = hand_overs(golden.tie, 0.0);
        for (const std::uint64_t seed : three_seeds) {
            INFO("tie " << golden.tie << ", seed " << seed);
            const RunOutcome outcome = study.outcome(seed);
            const double chance = sent_at_once * golden.arrived;
            check_share(outcome[Variable::referrals] / people, chance, people);
            check_share(outcome.at(Variable::care_share, 0, CareState::known),
                        1.0 - chance,
                        people);
            const double lost = outcome.at(Variable::network_loss, 0);
            check_share(lost, 1.0 - golden.arrived, people * sent_at_once);
        }
    }
}

TEST_CASE("V22 study: 1 + 3 (1 - s) assessments a case") {
    for (const double sharing : {0.0, 0.3, 0.8, 1.0}) {
        const StudyFile study = hand_overs(1.0, sharing);
        for (const std::uint64_t seed : three_seeds) {
            INFO("sharing " << sharing << ", seed " << seed);
            const RunOutcome outcome = study.outcome(seed);
            const double again = 1.0 - sharing;
            const double cases = outcome[Variable::referrals];
            REQUIRE(cases > 6000.0);
            const double each = outcome.at(Variable::duplicated_assessments, 0);
            const double error = std::sqrt(3.0 * again * sharing / cases);
            INFO(each << " for " << 3.0 * again);
            CHECK(std::abs(each - 3.0 * again) <= 4.5 * error + 1e-9);
        }
    }
}

TEST_CASE("V22 study: delays of four hand-overs add up") {
    const StudyFile study = hand_overs(0.0,
                                       0.0,
                                       {{"horizon.months", "12"},
                                        {"referral.loss_max", "0"},
                                        {"referral.loss_min", "0"},
                                        {"referral.delay_max_months", "2"},
                                        {"referral.delay_min_months", "0.5"}});
    for (const std::uint64_t seed : three_seeds) {
        const RunOutcome outcome = study.outcome(seed);
        double not_sent = 1.0;
        double on_the_way[12] = {};
        for (int m = 0; m < 12; ++m) {
            INFO("seed " << seed << ", month " << m);
            for (int later = m; later < 12; ++later) {
                on_the_way[later] += not_sent * sent_at_once * (1.0 - arrived_within(later - m));
            }
            not_sent *= 1.0 - sent_at_once;
            const double referred = outcome.at(Variable::care_share, m, CareState::referred);
            check_share(referred, on_the_way[m], people);
        }
    }
}

}  // namespace cantiere
