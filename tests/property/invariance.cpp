#include <algorithm>

#include "model/modules.h"
#include "tests/support/monthly_run.h"
#include "tests/support/permuted.h"
#include "tests/support/property.h"
#include "tests/support/random_study.h"
#include "tests/support/same_outcome.h"

namespace cantiere {
namespace {

constexpr SmallStudy size{60.0, 6, 12};

/// Draws an order of `count` rows.
std::vector<std::size_t> random_order(std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto luck = *rc::gen::arbitrary<std::uint32_t>();
    std::sort(order.begin(), order.end(), [luck](std::size_t a, std::size_t b) {
        return hash_key({luck, a}) < hash_key({luck, b});
    });
    return order;
}

}  // namespace

TEST_CASE("A programme without levers changes nothing at all") {
    for_all("every variable of the null policy equals that of services as usual", [] {
        RunInputs base = small_study(size);
        base.usual = base.programme = base.outside = random_parameters(size.residents);
        RunInputs null = base;
        null.programme.target.months = *rc::gen::inRange(1, size.months);
        null.programme.target.everybody = *rc::gen::element(0.0, 1.0);
        null.outside = with_terms_of(null.outside, null.programme);
        const RunKey luck = random_luck();
        const RunResult as_usual = run(base, luck);
        RunResult with_null = run(null, luck);
        RunResult with_itself = as_usual;
        pair_with_base(with_null, as_usual);
        pair_with_base(with_itself, as_usual);
        RC_ASSERT(variables_that_differ(with_null.outcome, with_itself.outcome) == "");
        RC_ASSERT(same_people(with_null, as_usual));
    });
}

TEST_CASE("The order in which residents are stored changes no result under random parameters") {
    for_all("a shuffled run equals the straight one, bit for bit", [] {
        const RunInputs inputs = with_modules(random_programme(size));
        const Draws draws(random_luck());
        const State start = synthesise(inputs, draws);
        State shuffled = start;
        shuffled.residents = permuted(start.residents, random_order(start.residents.size()));
        const RunResult straight = run_from(start, inputs, draws);
        const RunResult other = run_from(shuffled, inputs, draws);
        RC_ASSERT(variables_that_differ(straight.outcome, other.outcome) == "");
        RC_ASSERT(same_people(straight, other));
    });
}

TEST_CASE("A burn-in does not know the programme that follows it") {
    for_all("two programmes over the same services share their burn-in", [] {
        RunInputs one = random_programme(size);
        RunInputs other = one;
        other.programme = other.usual;
        other.programme.placement.policy = static_cast<double>(random_policy());
        const Draws draws(random_luck());
        const State a = burn_in(with_modules(one), draws);
        const State b = burn_in(with_modules(other), draws);
        RC_ASSERT(a.residents.care.state == b.residents.care.state);
        RC_ASSERT(a.residents.work.state == b.residents.work.state);
        RC_ASSERT(a.residents.standing.autonomy == b.residents.standing.autonomy);
        RC_ASSERT(a.employers.host == b.employers.host);
    });
}

}  // namespace cantiere
