#include <vector>

#include "model/core/rows.h"
#include "model/month/referral.h"
#include "tests/support/catch.h"
#include "tests/support/one_regime.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

constexpr std::size_t people = 20000;

/// Four hand-overs, all sent in month 0; losses and delays that differ between W = 0 and W = 1.
ReferralParameters four_hand_overs() {
    ReferralParameters p;
    p.referral_hazard_per_month = 1e3;
    p.loss_max = 0.45;
    p.loss_min = 0.10;
    p.delay_max_months = 2.0;
    p.delay_min_months = 0.5;
    p.duplicate_max = 1.0;
    p.hops = 4.0;
    p.delay_cap_months = 99.0;
    p.control_rate = 0.0;
    p.loss_multiplier = 1.0;
    p.delay_multiplier = 1.0;
    p.case_manager = 0.0;
    return p;
}

/// What became of referrals all sent in month 0.
struct Chain {
    double sent = 0.0;
    double arrived = 0.0;
    double duplicated = 0.0;     // assessments of those who arrive, made again
    std::vector<double> months;  // from sending to arrival
};

class Referrals {
  public:
    Referrals(const ReferralParameters& p, double tie, double sharing, std::uint64_t seed)
        : parameters_(p), draws_({seed, 0, 0}) {
        for (const InstitutionRole role : members<InstitutionRole>()) {
            institutions_.tie[role].fill(tie);
            institutions_.sharing[role].fill(sharing);
        }
    }

    /// Runs one month and returns its events; from month 1 on nobody new is sent.
    const Events& step(int month) {
        if (month > 0) parameters_.referral_hazard_per_month = 0.0;
        events_.clear();
        refer_residents(residents_.care,
                        residents_.capital,
                        events_,
                        residents_.people,
                        residents_.work,
                        institutions_,
                        OneRegime(parameters_),
                        draws_,
                        Month{month});
        return events_;
    }

    /// Runs until nobody is under way.
    Chain run(int months) {
        Chain chain;
        for (int month = 0; month < months; ++month) {
            for (const Event& event : step(month).all()) {
                chain.sent += event.kind == EventKind::referral_sent ? 1.0 : 0.0;
                chain.duplicated += event.kind == EventKind::assessment_duplicated ? 1.0 : 0.0;
                if (event.kind != EventKind::referral_completed) continue;
                chain.arrived += 1.0;
                chain.months.push_back(month);
            }
        }
        return chain;
    }

  private:
    ReferralParameters parameters_;
    Residents residents_ = sample_residents(people);
    Institutions institutions_;
    Events events_;
    Draws draws_;
};

double mean_of(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

}  // namespace

TEST_CASE("V22 referral chain: what arrives of four hand-overs at a tie of any strength") {
    struct Golden {
        double tie, arrived;
    };
    // ell = .45 (1-W) + .10 W: .45, .3625, .17 and .10; what arrives is (1 - ell)^4.
    const Golden golden = GENERATE(Golden{0.0, 0.091506},
                                   Golden{0.25, 0.165166},
                                   Golden{0.8, 0.474583},
                                   Golden{1.0, 0.6561});
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    const Chain chain = Referrals(four_hand_overs(), golden.tie, 0.0, seed).run(80);
    REQUIRE(chain.sent == people);
    const double p = golden.arrived;
    CHECK(std::abs(chain.arrived / people - p) <= 4.5 * square_root(p * (1.0 - p) / people));
}

TEST_CASE("V22 referral chain: assessments made again by who does not share them") {
    const double duplicate_max = GENERATE(1.0, 0.28);
    const double sharing = GENERATE(0.0, 0.1, 0.7, 1.0);
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    ReferralParameters p = four_hand_overs();
    p.duplicate_max = duplicate_max;
    const Chain chain = Referrals(p, 0.8, sharing, seed).run(80);
    // 1 + 3 dup_max (1 - s) assessments each, the first one included.
    const double again = duplicate_max * (1.0 - sharing);
    const double each_error = square_root(3.0 * again * (1.0 - again) / chain.arrived);
    CHECK(std::abs(chain.duplicated / chain.arrived - 3.0 * again) <= 4.5 * each_error + 1e-12);
}

TEST_CASE("V22 referral chain: the mean delay is that of d_max (1 - W) + d_min W a hand-over") {
    struct Golden {
        double tie, months;  // of one hand-over
    };
    const Golden golden = GENERATE(Golden{0.0, 2.0}, Golden{0.2, 1.7}, Golden{1.0, 0.5});
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    ReferralParameters p = four_hand_overs();
    p.loss_max = p.loss_min = 0.0;
    const Chain chain = Referrals(p, golden.tie, 0.0, seed).run(120);
    REQUIRE(chain.arrived == people);
    // Four geometric delays on 0, 1, ...: variance m (1 + m) each.
    const double variance = 4.0 * golden.months * (1.0 + golden.months);
    const double error = square_root(variance / people);
    CHECK(std::abs(mean_of(chain.months) - 4.0 * golden.months) <= 4.5 * error);
}

TEST_CASE("V22 referral chain: a procedure's cap cuts the delay of each hand-over") {
    struct Golden {
        double cap, months, variance;  // of min(D, cap) of one hand-over of mean 1.7
    };
    // q = 1.7 / 2.7: the mean is the sum of q^k over k = 1 .. cap.
    const double q = 1.7 / 2.7;
    const Golden golden =
        GENERATE_COPY(Golden{0.0, 0.0, 0.0},
                      Golden{1.0, q, q * (1.0 - q)},
                      Golden{2.0, q + q * q, q + 3.0 * q * q - (q + q * q) * (q + q * q)});
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    ReferralParameters p = four_hand_overs();
    p.loss_max = p.loss_min = 0.0;
    p.delay_cap_months = golden.cap;
    const Chain chain = Referrals(p, 0.2, 0.0, seed).run(12);
    REQUIRE(chain.arrived == people);
    for (const double months : chain.months) REQUIRE(months <= 4.0 * golden.cap);
    const double error = square_root(4.0 * golden.variance / people);
    CHECK(std::abs(mean_of(chain.months) - 4.0 * golden.months) <= 4.5 * error + 1e-12);
}

TEST_CASE("V22 referral chain: a lost file is missed when the cap of its hand-over is over") {
    ReferralParameters p = four_hand_overs();
    p.loss_max = p.loss_min = 1.0;
    p.delay_cap_months = 2.0;
    Referrals referrals(p, 0.8, 0.0, 1);
    for (const int month : {0, 1, 2, 3}) {
        std::size_t lost = 0;
        for (const Event& event : referrals.step(month).all()) {
            REQUIRE(event.kind != EventKind::referral_completed);
            lost += event.kind == EventKind::referral_lost ? 1 : 0;
        }
        CHECK(lost == (month == 2 ? people : 0));
    }
}

}  // namespace cantiere
