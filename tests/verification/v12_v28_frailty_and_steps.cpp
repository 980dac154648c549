#include <cmath>
#include <vector>

#include "model/core/rows.h"
#include "tests/support/catch.h"
#include "tests/support/labour_market.h"

namespace cantiere {
namespace {

constexpr double allowed_errors = 4.5;
constexpr std::size_t people = 20000;

void check_share(double count, double of, double expected) {
    const double error = square_root(expected * (1.0 - expected) / of);
    INFO("share " << count / of << ", expected " << expected);
    CHECK(std::abs(count / of - expected) <= allowed_errors * error);
}

/// Quantiles of beta(1.2, 18.8), by the sum of its density on a fine grid.
class MonthlyChances {
  public:
    MonthlyChances() {
        double sum = 0.0;
        for (std::size_t i = 0; i < cells; ++i) {
            const double p = (static_cast<double>(i) + 0.5) / cells;
            sum += std::pow(p, 0.2) * std::pow(1.0 - p, 17.8);
            below_.push_back(sum);
        }
        for (double& share : below_) share /= sum;
    }

    double quantile(double u) const {
        const auto above = std::lower_bound(below_.begin(), below_.end(), u);
        return (static_cast<double>(above - below_.begin()) + 0.5) / cells;
    }

  private:
    static constexpr std::size_t cells = 200'000;
    std::vector<double> below_;
};

/// Gives each person the frailty whose finding probability is a draw of beta(1.2, 18.8).
void differ_by_frailty(LabourMarket& market) {
    static const MonthlyChances chances;
    People& all = market.people();
    for (const ResidentId who : rows<ResidentId>(people)) {
        const double u = market.draws().uniform(all.key[who], Month{0}, Decision::toy_level);
        const double hazard = hazard_of(Probability{chances.quantile(u)}).per_month();
        all.frailty[who] = static_cast<float>(log(hazard / market.finding_hazard()));
    }
}

}  // namespace

TEST_CASE("V12 frailty without duration dependence") {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        INFO("seed " << seed);
        LabourMarket market(people, Probability{0.05}, Probability{0.0}, seed);
        differ_by_frailty(market);
        double before = people;
        for (int t = 1; t <= 24; ++t) {
            market.live(1);
            const double found = before - market.jobless();
            INFO("month " << t);
            check_share(found, before, 1.2 / (1.2 + 18.8 + t - 1.0));
            before = market.jobless();
            if (t == 12) check_share(before, people, 0.554354);
        }
    }
}

TEST_CASE("V28 halving the step keeps the law of first passage and moves recurrent states") {
    constexpr Hazard finds{0.06};
    constexpr Hazard loses{0.03};
    const auto of_step = [](Hazard h, int steps) {
        return probability_of(Hazard{h.per_month() / steps});
    };
    struct Golden {
        int steps_per_month;
        double jobless;
    };
    const Golden golden = GENERATE(Golden{1, 0.33665}, Golden{2, 0.33500});
    const int n = golden.steps_per_month;
    const double found = of_step(finds, n).value();
    const double lost = of_step(loses, n).value();
    CHECK(lost / (found + lost) == Approx(golden.jobless).margin(5e-6));
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        INFO("seed " << seed << ", steps a month " << n);
        LabourMarket once(people, of_step(finds, n), Probability{0.0}, seed);
        once.live(12 * n);
        check_share(once.jobless(), people, exp(-0.06 * 12));
        LabourMarket again(people, of_step(finds, n), of_step(loses, n), seed);
        again.live(120 * n);
        double jobless = 0.0;
        constexpr int looks = 10;
        for (int look = 0; look < looks; ++look) {
            again.live(12 * n);
            jobless += again.jobless() / looks;
        }
        // Looks a year apart are correlated by exp(-.09 x 12).
        const double correlation = 2.0 * exp(-0.09 * 12) / (1.0 - exp(-0.09 * 12));
        check_share(jobless * looks / (1.0 + correlation),
                    people * looks / (1.0 + correlation),
                    golden.jobless);
    }
}

}  // namespace cantiere
