#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "scenarios/block_run.h"
#include "scenarios/design_runs.h"
#include "scenarios/study_reader.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

using V = Variable;

/// A shipped programme under services as usual and under every placement policy, a year and a half.
struct Compared {
    Block block;  // services as usual, the programme, then a scenario a policy
    std::vector<FailedRun> failed;
};

Study shipped(const std::string& study, const std::string& programme) {
    StudyOptions options;
    options.overrides.draws = 1;
    options.overrides.replicates = 1;
    options.overrides.months = 18;
    options.overrides.only = {programme};
    options.overrides.set = {{"horizon.burn_in_months", "6"}};
    StudyReading reading = read_study("scenarios/studies/" + study + ".toml", options);
    INFO(text(reading.problems));
    REQUIRE(reading.study);
    return std::move(*reading.study);
}

Compared under_every_policy(const std::string& study, const std::string& programme) {
    Study wide = shipped(study, programme);
    REQUIRE(wide.scenarios.size() == 2);
    DesignRow settings;
    for (const PlacementPolicy policy : members<PlacementPolicy>()) {
        Scenario scenario = wide.scenarios[1];
        scenario.id = std::string(name(policy));
        settings.push_back({find_parameter("placement.policy"),
                            static_cast<double>(policy),
                            SettingScope::scenario,
                            wide.scenarios.size()});
        wide.scenarios.push_back(std::move(scenario));
    }
    BlockRun run = run_block(with_settings(wide, settings), {0, 0});
    return {std::move(run.block), std::move(run.failed)};
}

/// Largest distance of a month's shares from one.
double from_one(const RunOutcome& outcome, V shares, std::size_t states) {
    const auto values = outcome.values(shares);
    double worst = 0.0;
    for (std::size_t month = 0; month < values.size() / states; ++month) {
        double sum = 0.0;
        for (std::size_t s = 0; s < states; ++s) sum += values[month * states + s];
        worst = std::max(worst, std::abs(sum - 1.0));
    }
    return worst;
}

double public_cost(const RunOutcome& outcome) {
    double sum = 0.0;
    for (const Payer payer : {Payer::municipality,
                              Payer::health_authority,
                              Payer::province_region,
                              Payer::state,
                              Payer::european_union}) {
        sum += outcome.at(V::cost, payer);
    }
    return sum;
}

void check_run(const RunOutcome& outcome, const RunOutcome& usual) {
    for (const V v : {V::autonomy_years, V::net_cost_public, V::net_cost_societal, V::starts}) {
        CHECK(std::isfinite(outcome[v]));
    }
    CHECK(outcome[V::residents] == usual[V::residents]);  // nobody comes or goes for a policy
    CHECK(outcome[V::starts] > 0.0);
    CHECK(outcome[V::served] <= outcome[V::residents]);
    CHECK(outcome[V::host_hires] <= outcome[V::completions]);
    CHECK(outcome[V::host_hires] <= outcome[V::hires]);
    CHECK(outcome[V::stable_exits] <= outcome[V::exits]);
    CHECK(outcome[V::social_economy_exits] <= outcome[V::exits]);
    CHECK(outcome[V::displaced_job_months] >= 0.0);
    CHECK(from_one(outcome, V::care_share, count_of<CareState>) < 1e-9);
    CHECK(from_one(outcome, V::work_share, count_of<WorkState>) < 1e-9);
    CHECK(public_cost(outcome) == Approx(outcome[V::net_cost_public]));
    for (const double used : outcome.values(V::utilisation)) {
        CHECK_FALSE(used > 1.0 + 1e-9);
    }
}

/// Stable matchings leave nobody who has priority at a seat and would rather have it.
bool leaves_no_envy(PlacementPolicy policy) {
    return policy == PlacementPolicy::deferred_acceptance ||
           policy == PlacementPolicy::deferred_acceptance_employer;
}

}  // namespace

TEST_CASE("All placement policies run in every shipped programme and keep its invariants") {
    using Named = std::pair<std::string, std::string>;
    const std::vector<Named> programmes{{"pistoia", "pisola"},
                                        {"net-met", "net-met"},
                                        {"versilia", "versilia-pact"},
                                        {"bari", "bari-cantiere"},
                                        {"gorizia", "iso-new"}};
    REQUIRE(count_of<PlacementPolicy> == 13);
    for (const auto& [study, programme] : programmes) {
        const Compared all = under_every_policy(study, programme);
        CHECK(all.failed.empty());
        double least = 1e300;
        double most = 0.0;
        for (const PlacementPolicy policy : members<PlacementPolicy>()) {
            INFO(programme << " under " << name(policy));
            const RunOutcome& outcome = all.block[2 + static_cast<std::size_t>(policy)];
            check_run(outcome, all.block[0]);
            if (leaves_no_envy(policy)) CHECK(outcome[V::justified_envy] == 0.0);
            least = std::min(least, outcome[V::autonomy_years]);
            most = std::max(most, outcome[V::autonomy_years]);
        }
        INFO(programme);
        CHECK(most > least);  // who gets the seat matters
        // A programme's own policy is that of its file.
        const RunOutcome& own = all.block[1];
        const RunOutcome& stated =
            all.block[2 + static_cast<std::size_t>(PlacementPolicy::commission_score)];
        CHECK(own[V::autonomy_years] == stated[V::autonomy_years]);
        CHECK(own[V::net_cost_public] == stated[V::net_cost_public]);
    }
}

}  // namespace cantiere
