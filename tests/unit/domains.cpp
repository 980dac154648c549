#include "model/month/domains.h"
#include "model/month/autonomy.h"

#include "model/core/rows.h"
#include "model/month/care_file.h"
#include "model/month/exits.h"
#include "tests/support/catch.h"
#include "tests/support/permuted.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

const Draws draws({31, 0, 0});
constexpr ResidentId someone{0};

AutonomyParameters base_rule() {
    AutonomyParameters p;
    p.weights.values = {0.20, 0.20, 0.15, 0.10, 0.10, 0.10, 0.10, 0.05};
    p.relapse_hazard = 0.0;
    p.exclusion_hazard = 0.0;
    p.other_weights[OtherWeights::work_light]
        .values = {0.15, 0.10, 0.20, 0.15, 0.15, 0.10, 0.10, 0.05};
    p.other_weights[OtherWeights::equal].fill(0.125);
    return p;
}

}  // namespace

TEST_CASE("Detained people have a home of their own kind, no safety, and work inside or not") {
    Residents residents = sample_residents(20000);
    residents.work.state.assign(20000, WorkState::detained);
    double working = 0.0;
    for (const ResidentId who : rows<ResidentId>(residents.size())) {
        const DomainLevels x = domain_levels(residents.people,
                                             residents.capital,
                                             residents.work,
                                             residents.housing,
                                             residents.standing,
                                             base_rule(),
                                             JusticeParameters{},
                                             draws,
                                             who);
        CHECK(x[Domain::housing] == 0.1);
        CHECK(x[Domain::safety] == 0.0);
        const bool works = x[Domain::income] == 0.2;
        CHECK(x[Domain::work] == (works ? 0.45 : 0.1));
        working += works;
    }
    CHECK(working / 20000.0 == Approx(0.33).margin(0.015));
}

TEST_CASE("Domains of work and income follow state, tenure and the household's poverty line") {
    Residents residents = sample_residents(1);
    const auto levels = [&] {
        return domain_levels(residents.people,
                             residents.capital,
                             residents.work,
                             residents.housing,
                             residents.standing,
                             base_rule(),
                             JusticeParameters{},
                             draws,
                             someone);
    };
    CHECK(levels()[Domain::work] == 0.1);
    CHECK(levels()[Domain::income] == 0.0);
    CHECK(levels()[Domain::administration] == Approx((0.75 + 0.60) / 2.0));
    residents.work.state[someone] = WorkState::internship;
    CHECK(levels()[Domain::work] == 0.45);
    residents.work.state[someone] = WorkState::subsidised;
    residents.work.tenure_months[someone] = 5;
    residents.people.poverty_scale[someone] = 1.5f;
    residents.standing.net_income_cents[someone] = 63750;
    CHECK(levels()[Domain::work] == 0.7);
    CHECK(levels()[Domain::income] == Approx(0.5));
    residents.work.tenure_months[someone] = 6;
    residents.standing.net_income_cents[someone] = 300000;
    CHECK(levels()[Domain::work] == 1.0);
    CHECK(levels()[Domain::income] == 1.0);
}

TEST_CASE("Typical cases have the autonomy that the design computes") {
    // model.md 9.1: jobless .25, intern .34, new part-time hire .66, stable job .73.
    Residents residents = sample_residents(4);
    Work& work = residents.work;
    work.state[ResidentId{1}] = WorkState::internship;
    for (const ResidentId who : {ResidentId{2}, ResidentId{3}}) {
        work.state[who] = WorkState::fixed_term;
        residents.standing.net_income_cents[who] = 79000;
    }
    work.tenure_months[ResidentId{3}] = 12;
    DomainSums sums;
    measure_autonomy(residents.standing,
                     sums,
                     residents.people,
                     residents.capital,
                     work,
                     residents.housing,
                     base_rule(),
                     JusticeParameters{},
                     draws);
    CHECK(residents.standing.autonomy[ResidentId{0}] == Approx(0.25).margin(0.03));
    CHECK(residents.standing.autonomy[ResidentId{1}] == Approx(0.34).margin(0.03));
    CHECK(residents.standing.autonomy[ResidentId{2}] == Approx(0.66).margin(0.04));
    CHECK(residents.standing.autonomy[ResidentId{3}] == Approx(0.73).margin(0.04));
}

TEST_CASE("Autonomy in lanes is the rule's within a millionth, and the same in any order of rows") {
    constexpr std::size_t people = 1003;
    Residents residents = sample_residents(people);
    for (const ResidentId who : rows<ResidentId>(people)) {
        const auto part = static_cast<float>(who.index()) / people;
        residents.capital.professional[who] = part;
        residents.capital.health[who] = 1.0f - part;
        residents.capital.safety[who] = part * part;
        residents.standing.net_income_cents[who] = static_cast<std::int32_t>(who.index() * 90);
    }
    const auto measure = [](Residents& r) {
        DomainSums sums;
        measure_autonomy(r.standing,
                         sums,
                         r.people,
                         r.capital,
                         r.work,
                         r.housing,
                         base_rule(),
                         JusticeParameters{},
                         draws);
        return sums;
    };
    const std::vector<std::size_t> order = shuffled_order(people);
    Residents other = permuted(residents, order);
    const DomainSums sums = measure(residents);
    CHECK(measure(other) == sums);
    CHECK(permuted(residents, order).standing.autonomy == other.standing.autonomy);
    const AutonomyParameters p = base_rule();
    const DomainWeights nonwork = nonwork_weights(p.weights);
    DomainSums one_by_one;
    for (const ResidentId who : rows<ResidentId>(people)) {
        const DomainLevels x = domain_levels(residents.people,
                                             residents.capital,
                                             residents.work,
                                             residents.housing,
                                             residents.standing,
                                             p,
                                             JusticeParameters{},
                                             draws,
                                             who);
        CHECK(std::abs(residents.standing.autonomy[who] - autonomy_index(p, x, p.weights)) < 1e-6);
        CHECK(std::abs(residents.standing.autonomy_nonwork[who] - autonomy_index(p, x, nonwork)) <
              1e-6);
        for (const OtherWeights set : members<OtherWeights>()) {
            const double exact = autonomy_index(p, x, p.other_weights[set]);
            CHECK(std::abs(residents.standing.other[set].level[who] - exact) < 1e-6);
        }
        for (const Domain domain : members<Domain>()) one_by_one[domain].add(x[domain]);
    }
    CHECK(sums == one_by_one);
}

TEST_CASE("Closing a file ends everything in it") {
    Residents residents = sample_residents(1);
    open_project(residents.care, someone, {Instrument::orientation}, Month{1});
    residents.care.support[someone] = Instrument::health_path;
    residents.care.support_left[someone] = 5;
    residents.care.step_left[someone] = 2;
    residents.care.holds_bundle[someone] = 1;
    CHECK(is_active_instrument(residents.care, residents.work, someone));
    close_file(residents.care, someone, CareState::known);
    CHECK(residents.care.state[someone] == CareState::known);
    CHECK_FALSE(is_active_instrument(residents.care, residents.work, someone));
    CHECK(residents.care.support[someone] == Instrument::count);
    CHECK(residents.care.step_count[someone] == 0);
    CHECK(residents.care.holds_bundle[someone] == 0);
    CHECK(residents.care.registered_month[someone] == no_month);
}

}  // namespace cantiere
