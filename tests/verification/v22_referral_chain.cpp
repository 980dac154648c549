#include "model/core/rows.h"
#include "model/month/referral.h"
#include "tests/support/catch.h"
#include "tests/support/one_regime.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

/// What became of referrals all sent in month 0.
struct Chain {
    double arrived_share = 0.0;
    double assessments_each = 0.0;  // of those who arrive, the first one included
    std::int64_t arrived = 0;
    std::int64_t sent = 0;
};

Institutions uniform_ties(double tie, double sharing) {
    Institutions institutions;
    for (const InstitutionRole role : members<InstitutionRole>()) {
        institutions.tie[role].fill(tie);
        institutions.sharing[role].fill(sharing);
    }
    return institutions;
}

Chain refer(double loss, double sharing, std::uint64_t seed) {
    ReferralParameters p;
    p.referral_hazard_per_month = 1e3;
    p.loss_max = p.loss_min = loss;
    p.duplicate_max = 1.0;
    p.hops = 4.0;
    p.delay_max_months = p.delay_min_months = 0.0;
    Residents residents = sample_residents(20000);
    Events events;
    refer_residents(residents.care,
                    residents.capital,
                    events,
                    residents.people,
                    residents.work,
                    uniform_ties(0.5, sharing),
                    OneRegime(p),
                    Draws({seed, 0, 0}),
                    Month{0});
    Chain chain;
    std::int64_t duplicated = 0;
    for (const Event& event : events.all()) {
        chain.sent += event.kind == EventKind::referral_sent ? 1 : 0;
        chain.arrived += event.kind == EventKind::referral_completed ? 1 : 0;
        duplicated += event.kind == EventKind::assessment_duplicated ? 1 : 0;
    }
    chain.arrived_share = static_cast<double>(chain.arrived) / static_cast<double>(chain.sent);
    chain.assessments_each =
        1.0 + static_cast<double>(duplicated) / static_cast<double>(chain.arrived);
    return chain;
}

}  // namespace

TEST_CASE("V22 referral chain") {
    struct Golden {
        double loss, arrived;
    };
    const Golden golden = GENERATE(Golden{0.45, 0.091506}, Golden{0.10, 0.6561});
    const double sharing = GENERATE(0.0, 0.1, 0.7, 1.0);
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    const Chain chain = refer(golden.loss, sharing, seed);
    REQUIRE(chain.sent == 20000);
    const double p = golden.arrived;
    const double share_error = square_root(p * (1.0 - p) / 20000.0);
    CHECK(std::abs(chain.arrived_share - p) <= 4.5 * share_error);
    const double expected = 1.0 + 3.0 * (1.0 - sharing);
    const double each_error =
        square_root(3.0 * sharing * (1.0 - sharing) / static_cast<double>(chain.arrived));
    CHECK(std::abs(chain.assessments_each - expected) <= 4.5 * each_error + 1e-12);
}

}  // namespace cantiere
