#include "model/core/rows.h"
#include "model/month/autonomy.h"
#include "model/month/drift.h"
#include "model/month/exits.h"
#include "model/rules/autonomy.h"
#include "tests/support/catch.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

constexpr ResidentId someone{0};

/// P of a resident after each of `months` months in one state of work.
std::vector<double> professional_path(WorkState state, const CapitalParameters& p, int months) {
    Residents residents = sample_residents(1);
    residents.work.state[someone] = state;
    std::vector<double> path;
    for (int m = 0; m < months; ++m) {
        drift_capitals(residents.capital,
                       residents.people,
                       residents.work,
                       residents.care,
                       p,
                       1.0,
                       Draws({1, 0, 0}),
                       Month{m});
        path.push_back(residents.capital.professional[someone]);
    }
    return path;
}

AutonomyParameters base_rule() {
    AutonomyParameters p;
    p.weights.values = {0.20, 0.20, 0.15, 0.10, 0.10, 0.10, 0.10, 0.05};
    return p;
}

DomainLevels all_at(double level) {
    DomainLevels x;
    x.fill(level);
    return x;
}

}  // namespace

TEST_CASE("V13 skill decay") {
    CapitalParameters p;
    p.professional_floor = 0.0;
    const std::vector<double> path = professional_path(WorkState::seeking, p, 120);
    for (int m = 0; m < 120; ++m) {
        CHECK(path[static_cast<std::size_t>(m)] == Approx(0.35 * power(0.99, m + 1)).epsilon(1e-5));
    }
    const double half_life = 0.0 - log(2.0) / log(0.99);
    CHECK(half_life == Approx(68.9676).margin(5e-5));
    CHECK(path[67] > 0.175);
    CHECK(path[68] < 0.175);
}

TEST_CASE("V14 capital growth") {
    const CapitalParameters p;
    for (const auto& [state, growth] :
         {std::pair{WorkState::open_ended, 0.010}, std::pair{WorkState::internship, 0.045}}) {
        const std::vector<double> path = professional_path(state, p, 120);
        for (int m = 0; m < 120; ++m) {
            CHECK(path[static_cast<std::size_t>(m)] ==
                  Approx(1.0 - 0.65 * power(1.0 - growth, m + 1)).epsilon(1e-5));
        }
    }
}

TEST_CASE("V25 interns whose growth is off move as idle residents, bit for bit") {
    CapitalParameters p;
    p.internship_growth = 0.0;
    CHECK(professional_path(WorkState::internship, p, 60) ==
          professional_path(WorkState::seeking, p, 60));
    CHECK(professional_path(WorkState::internship, CapitalParameters{}, 60) !=
          professional_path(WorkState::seeking, p, 60));
}

TEST_CASE("V35 autonomy: weights sum to one and equal domains give their own level") {
    const AutonomyParameters p = base_rule();
    double sum = 0.0;
    for (const double weight : p.weights) sum += weight;
    CHECK(sum == Approx(1.0));
    const DomainWeights nonwork = nonwork_weights(p.weights);
    sum = 0.0;
    for (const double weight : nonwork) sum += weight;
    CHECK(sum == Approx(1.0));
    CHECK(nonwork[Domain::income] == 0.0);
    CHECK(nonwork[Domain::work] == 0.0);
    CHECK(nonwork[Domain::housing] == Approx(0.25));
    for (double level = 0.05; level <= 1.0; level += 0.05) {
        CHECK(autonomy_index(p, all_at(level), p.weights) == Approx(level));
        CHECK(autonomy_index(p, all_at(level), nonwork) == Approx(level));
    }
}

TEST_CASE("V35 autonomy: the mean is homogeneous and stays within its bounds") {
    const AutonomyParameters p = base_rule();
    DomainLevels x = all_at(0.4);
    x[Domain::income] = 0.3;
    x[Domain::health] = 0.9;
    x[Domain::skills] = 0.2;
    DomainLevels half = x;
    for (double& level : half) level *= 0.5;
    CHECK(autonomy_index(p, half, p.weights) == Approx(0.5 * autonomy_index(p, x, p.weights)));
    CHECK(autonomy_index(p, all_at(0.0), p.weights) == Approx(0.05));
    CHECK(autonomy_index(p, all_at(1.0), p.weights) == Approx(1.0));
    DomainLevels collapsed = all_at(1.0);
    collapsed[Domain::income] = 0.0;
    CHECK(autonomy_index(p, collapsed, p.weights) == Approx(power(0.05, 0.20)));
}

TEST_CASE("V35 autonomy: jobless people stay below the exit level, whatever their other domains") {
    const AutonomyParameters p = base_rule();
    DomainLevels x = all_at(1.0);
    x[Domain::income] = 0.0;
    x[Domain::work] = p.work_none;
    CHECK(autonomy_index(p, x, p.weights) == Approx(0.347).margin(0.001));
    CHECK_FALSE(core_domains_hold(p, x));
    DomainLevels low_skills = all_at(0.8);
    low_skills[Domain::skills] = 0.1;
    CHECK(core_domains_hold(p, low_skills));  // skills are not a core domain
    for (const Domain core :
         {Domain::income, Domain::work, Domain::housing, Domain::health, Domain::safety}) {
        DomainLevels below = all_at(0.8);
        below[core] = 0.2999;
        CHECK_FALSE(core_domains_hold(p, below));
        below[core] = 0.30;
        CHECK(core_domains_hold(p, below));
    }
}

TEST_CASE("V35 autonomy: the exit counter follows scripted paths") {
    // 1 = a qualifying month. An exit is dated at the sixth in a row; none before.
    struct Path {
        std::vector<int> months;
        std::vector<int> exits;
    };
    const std::vector<Path> paths{
        {{1, 1, 1, 1, 1}, {}},
        {{1, 1, 1, 1, 1, 1, 1, 1}, {5}},
        {{1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1}, {11}},
        {{0, 1, 0, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1}, {8}},
    };
    for (const Path& path : paths) {
        Residents residents = sample_residents(1);
        residents.work.tenure_months[someone] = 20;
        AutonomyParameters p = base_rule();
        p.relapse_hazard = 0.0;
        std::vector<int> exits;
        for (std::size_t m = 0; m < path.months.size(); ++m) {
            const bool qualifies = path.months[m] == 1;
            residents.work.state[someone] = qualifies ? WorkState::open_ended : WorkState::seeking;
            residents.standing.net_income_cents[someone] = qualifies ? 90000 : 0;
            Events events;
            DomainSums sums;
            const ResidentSet core_holding = measure_autonomy(residents.standing,
                                                              sums,
                                                              residents.people,
                                                              residents.capital,
                                                              residents.work,
                                                              residents.housing,
                                                              p,
                                                              JusticeParameters{},
                                                              Draws({1, 0, 0}));
            judge_standing(residents.standing,
                           residents.care,
                           events,
                           residents.people,
                           residents.capital,
                           residents.work,
                           residents.housing,
                           core_holding,
                           p,
                           Draws({1, 0, 0}),
                           Month{static_cast<int>(m)});
            for (const Event& event : events.all()) {
                if (event.kind == EventKind::exited) exits.push_back(static_cast<int>(m));
            }
        }
        CHECK(exits == path.exits);
    }
}

}  // namespace cantiere
