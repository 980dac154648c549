#include "model/core/rows.h"
#include "scenarios/run_inputs.h"
#include "scenarios/study_reader.h"
#include "tests/support/catch.h"
#include "tests/support/monthly_run.h"

namespace cantiere {
namespace {

constexpr std::uint32_t replicates = 4;

/// A scenario of the shipped study of Pistoia, every parameter at its value.
RunInputs pistoia(std::size_t scenario) {
    StudyOptions options;
    options.overrides.draws = 1;
    const StudyReading reading = read_study("scenarios/studies/pistoia.toml", options);
    REQUIRE(reading.study);
    return run_inputs(*reading.study, scenario, 0);
}

/// Share of hosts among employers; type-B cooperatives, which host by vocation, apart.
double host_share(const Employers& employers) {
    double firms = 0.0;
    double hosts = 0.0;
    for (const EmployerId e : rows<EmployerId>(employers.size())) {
        if (employers.kind[e] == EmployerKind::coop_b) continue;
        firms += 1.0;
        hosts += employers.host[e] != 0 ? 1.0 : 0.0;
    }
    return hosts / firms;
}

/// Starts under Pi.So.La. where no cooperative hosts interns: their seats alone are more than the
/// programme fills.
double starts_with(double join_multiplier, std::uint32_t replicate) {
    RunInputs inputs = pistoia(1);
    change_everywhere(inputs, [](Parameters& p) { p.employers.coop_b_per_100000 = 0.0; });
    inputs.programme.employers.join_multiplier = join_multiplier;
    return run(inputs, {1, 0, replicate}).outcome.at(Variable::starts);
}

}  // namespace

TEST_CASE("As usual in Pistoia the share of hosts stays around its start") {
    const RunInputs inputs = pistoia(0);
    const double start = inputs.usual.employers.initial_host_share;
    REQUIRE(start == Approx(0.03));
    std::vector<double> yearly(13, 0.0);
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        const Draws draws({1, 0, replicate});
        each_month(synthesise(inputs, draws),
                   inputs,
                   draws,
                   [&](const State& state, const Events&, const Ledger&, Month month) {
                       const int since = month.index() + inputs.burn_in_months;
                       if (since % 12 != 11) return;
                       const auto year = static_cast<std::size_t>(since / 12);
                       yearly.at(year) += host_share(state.employers) / replicates;
                   });
    }
    for (const double share : yearly) {
        CHECK(share > 0.75 * start);
        CHECK(share < 1.33 * start);
    }
}

TEST_CASE("In Pistoia, the more employers a programme draws into the network, the more starts") {
    double none = 0.0, few = 0.0, as_planned = 0.0;
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        none += starts_with(0.0, replicate);
        few += starts_with(0.25, replicate);
        as_planned += starts_with(2.0, replicate);
    }
    INFO(none << " " << few << " " << as_planned);
    CHECK(few > none + 10.0 * replicates);
    CHECK(as_planned > few);
}

}  // namespace cantiere
