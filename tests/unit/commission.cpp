#include "model/month/commission.h"

#include <algorithm>
#include <vector>

#include "model/core/rows.h"
#include "model/month/assessment.h"
#include "model/rules/commission.h"
#include "tests/support/catch.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

/// Forty registered cases before a commission or the front line.
struct Cases {
    Residents residents = sample_residents(40);
    Institutions institutions;
    Parameters parameters;
    Events events;
    Draws draws{{5, 0, 0}};

    Cases() {
        parameters.population.residents_in_need = 1000.0;
        parameters.autonomy.weights.fill(0.125);
        parameters.commission.active = 1.0;
        parameters.commission.cases_per_meeting = 10.0;
        for (const ResidentId who : rows<ResidentId>(residents.size())) {
            residents.care.state[who] = CareState::referred;
            residents.care.registered_month[who] = Month{0};
            residents.capital.relational[who] = 0.2f + 0.01f * static_cast<float>(who.index());
        }
    }
    void step(int month) {
        events.clear();
        assess_cases(residents.care,
                     events,
                     residents.people,
                     residents.capital,
                     residents.work,
                     residents.housing,
                     residents.standing,
                     institutions,
                     parameters,
                     draws,
                     Month{month});
    }
    std::vector<std::size_t> taken() const {
        std::vector<std::size_t> rows_taken;
        for (const ResidentId who : rows<ResidentId>(residents.size())) {
            if (residents.care.state[who] == CareState::assessed_waiting) {
                rows_taken.push_back(who.index());
            }
        }
        return rows_taken;
    }
    int count(EventKind kind) const {
        int n = 0;
        for (const Event& event : events.all()) n += event.kind == kind ? 1 : 0;
        return n;
    }
};

}  // namespace

TEST_CASE("The commission takes its cases in the order of need when it sees without error") {
    Cases cases;
    cases.parameters.commission.assessment_noise = 0.0;
    cases.step(0);
    const std::vector<std::size_t> taken = cases.taken();
    REQUIRE(taken.size() == 10);
    CHECK(taken.back() == 9);  // relational capital grows with the row: need falls
    CHECK(cases.count(EventKind::assessed) == 10);
    CHECK(cases.count(EventKind::commission_case) == 10);
    const ResidentId first = ResidentId::at(0), last = ResidentId::at(9);
    CHECK(cases.residents.care.score[first] > cases.residents.care.score[last]);
    CHECK(cases.residents.care.observed_need[first] > cases.residents.care.observed_need[last]);
    CHECK(cases.residents.care.assessments[first] == 1);
}

TEST_CASE("A larger capacity takes in the same cases and more") {
    Cases small, large;
    large.parameters.commission.cases_per_meeting = 25.0;
    small.step(0);
    large.step(0);
    const auto few = small.taken();
    const auto many = large.taken();
    CHECK(many.size() == 25);
    CHECK(std::includes(many.begin(), many.end(), few.begin(), few.end()));
}

TEST_CASE("The commission meets every so many months only") {
    Cases cases;
    cases.parameters.commission.interval_months = 3.0;
    cases.step(1);
    CHECK(cases.taken().empty());
    cases.step(3);
    CHECK(cases.taken().size() == 10);
}

TEST_CASE("Whoever a meeting leaves out may ask once for a review, which costs a case") {
    Cases cases;
    cases.parameters.commission.appeal_share = 1.0;
    cases.step(0);
    const std::size_t heard = cases.residents.size();
    CHECK(cases.count(EventKind::commission_case) == static_cast<int>(heard));
    for (const ResidentId who : rows<ResidentId>(heard)) {
        const bool taken = cases.residents.care.state[who] == CareState::assessed_waiting;
        REQUIRE((cases.residents.care.review_month[who] == (taken ? no_month : Month{0})));
    }
    cases.step(1);
    CHECK(cases.count(EventKind::commission_case) == 10);  // those taken in; nobody asks twice
}

TEST_CASE("A review moves a case up by the better of two looks, never down") {
    // The second look is the one that who registers the month after the meeting would have had.
    Cases without, with, later;
    for (Cases* cases : {&without, &with, &later}) {
        cases->parameters.commission.assessment_noise = 0.3;
        cases->parameters.commission.wait_weight = 0.0;
        cases->parameters.commission.cases_per_meeting = 0.0;
    }
    with.parameters.commission.appeal_share = 1.0;
    for (const ResidentId who : rows<ResidentId>(later.residents.size())) {
        later.residents.care.registered_month[who] = Month{1};
    }
    without.step(0);
    with.step(0);
    for (Cases* cases : {&without, &with, &later}) {
        cases->parameters.commission.cases_per_meeting = 1000.0;
        cases->step(1);
    }
    int higher = 0;
    for (const ResidentId who : rows<ResidentId>(with.residents.size())) {
        const float first = without.residents.care.score[who];
        const float second = later.residents.care.score[who];
        REQUIRE(with.residents.care.score[who] == std::max(first, second));
        higher += second > first ? 1 : 0;
    }
    const int all = static_cast<int>(with.residents.size());
    CHECK(higher > all / 4);  // about half of the second looks find more need
    CHECK(higher < 3 * all / 4);
}

TEST_CASE("Waiting raises the score of a case") {
    Cases cases;
    cases.parameters.commission.assessment_noise = 0.0;
    cases.parameters.commission.wait_weight = 10.0;
    for (const ResidentId who : rows<ResidentId>(cases.residents.size())) {
        cases.residents.care.registered_month[who] =
            Month{who.index() >= 30 ? 0 : 5};  // the least needy wait longest
    }
    cases.step(6);
    const std::vector<std::size_t> taken = cases.taken();
    REQUIRE(taken.size() == 10);
    CHECK(taken.front() == 30);
}

TEST_CASE("The score of a case adds need, risk and children, and takes refusals off") {
    CommissionParameters p;
    p.need_weight = 2.0;
    p.risk_weight = 0.5;
    p.children_weight = 0.25;
    p.refusal_weight = 0.125;
    // 2 x .5 + .5 x .5 + .25 x 2 - .125 x 3
    CHECK(score_without_wait(p, 0.5, 0.5, 2.0, 3.0) == 1.375);
}

TEST_CASE("Each ground of the score alone decides who is taken, in its own direction") {
    Cases cases;
    CommissionParameters& p = cases.parameters.commission;
    p.assessment_noise = p.need_weight = p.risk_weight = p.children_weight = p.refusal_weight = 0.0;
    const auto last_ten = [](ResidentId who) { return who.index() >= 30; };
    for (const ResidentId who : rows<ResidentId>(cases.residents.size())) {
        cases.residents.capital.trust[who] = last_ten(who) ? 0.05f : 0.9f;
        cases.residents.work.jobless_months[who] = last_ten(who) ? 60 : 0;
        cases.residents.people.children[who] = last_ten(who) ? 3 : 0;
        cases.residents.care.refusals[who] = last_ten(who) ? 0 : 2;
    }
    SECTION("risk of permanent exclusion") { p.risk_weight = 0.2; }
    SECTION("children") { p.children_weight = 0.05; }
    SECTION("refusals") { p.refusal_weight = 0.05; }
    cases.step(0);
    const std::vector<std::size_t> taken = cases.taken();
    REQUIRE(taken.size() == 10);
    CHECK(taken.front() == 30);
}

TEST_CASE("People the programme is not for meet the front line, not the commission") {
    Cases cases;
    cases.parameters.target.everybody = 0.0;
    cases.parameters.target.group[Group::migrant] = 1.0;
    cases.parameters.commission.frontline_cases_per_1000 = 5.0;
    for (std::size_t i = 0; i < 20; ++i) {
        cases.residents.people.groups[ResidentId::at(i)] = bit(Group::migrant);
    }
    cases.step(0);
    CHECK(cases.count(EventKind::commission_case) == 10);
    CHECK(cases.count(EventKind::assessed) == 15);
}

TEST_CASE("The front line is first come, first served but for the caseworker's taste") {
    Cases cases;
    cases.parameters.commission.active = 0.0;
    cases.parameters.commission.frontline_cases_per_1000 = 10.0;
    cases.parameters.commission.taste_noise_months = 0.0;
    for (const ResidentId who : rows<ResidentId>(cases.residents.size())) {
        cases.residents.care.registered_month[who] = Month{-static_cast<int>(who.index())};
    }
    cases.step(0);
    std::vector<std::size_t> taken = cases.taken();
    REQUIRE(taken.size() == 10);
    CHECK(taken.front() == 30);
    CHECK(cases.count(EventKind::commission_case) == 0);

    Cases tasty;
    tasty.residents.care = Cases().residents.care;
    tasty.parameters = cases.parameters;
    tasty.parameters.commission.taste_noise_months = 30.0;
    for (const ResidentId who : rows<ResidentId>(tasty.residents.size())) {
        tasty.residents.care.registered_month[who] = Month{-static_cast<int>(who.index())};
    }
    tasty.step(0);
    CHECK(tasty.taken() != taken);
}

TEST_CASE("Assessment error has the stated spread and bias and repeats for the same case") {
    DomainLevels x;
    x.fill(0.5);
    const Draws draws({9, 0, 0});
    double sum = 0.0, squares = 0.0;
    constexpr int n = 4000;
    for (std::uint64_t i = 0; i < n; ++i) {
        const EntityKey key = hash_key({i});
        const DomainLevels seen = with_assessment_error(x, 0.05, 0.09, draws, key, Month{3});
        CHECK(seen == with_assessment_error(x, 0.05, 0.09, draws, key, Month{3}));
        const double error = seen[Domain::health] - 0.5;
        sum += error;
        squares += error * error;
    }
    const double mean = sum / n;
    const double sd = square_root(squares / n - mean * mean);
    CHECK(std::abs(mean - 0.05) <= 4.5 * 0.09 / square_root(n));
    CHECK(std::abs(sd - 0.09) <= 4.5 * 0.09 / square_root(2.0 * n));
}

TEST_CASE("Sharing assessments and a skills assessment sharpen what is seen") {
    CommissionParameters p;
    CHECK(assessment_sd(p, 0.0, 1.0) == Approx(0.09));
    CHECK(assessment_sd(p, 1.0, 1.0) == Approx(0.063));
    CHECK(assessment_sd(p, 0.0, 0.7) == Approx(0.063));
    p.assessment_bias[Group::migrant] = -0.2;
    p.assessment_bias[Group::addiction] = 0.1;
    CHECK(assessment_bias(p, bit(Group::addiction)) == 0.1);
    CHECK(assessment_bias(p, bit(Group::addiction) | bit(Group::migrant)) == -0.2);
    CHECK(assessment_bias(p, 0) == 0.0);
}

TEST_CASE("The risk of permanent exclusion is whole when both its conditions hold") {
    CHECK(exclusion_risk(0.2, 30.0, 0.30, 24.0) == 1.0);
    CHECK(exclusion_risk(0.65, 24.0, 0.30, 24.0) == Approx(0.5));
    CHECK(exclusion_risk(0.2, 0.0, 0.30, 24.0) == 0.0);
}

TEST_CASE("Assessment does not depend on the order of rows") {
    Cases forward, backward;
    const std::size_t n = forward.residents.size();
    for (std::size_t i = 0; i < n; ++i) {
        const ResidentId there = ResidentId::at(n - 1 - i);
        backward.residents.people.key[there] = forward.residents.people.key[ResidentId::at(i)];
        backward.residents.capital.relational[there] =
            forward.residents.capital.relational[ResidentId::at(i)];
    }
    forward.step(0);
    backward.step(0);
    for (std::size_t i = 0; i < n; ++i) {
        const ResidentId here = ResidentId::at(i), there = ResidentId::at(n - 1 - i);
        CHECK(forward.residents.care.state[here] == backward.residents.care.state[there]);
        CHECK(forward.residents.care.score[here] == backward.residents.care.score[there]);
    }
}

}  // namespace cantiere
