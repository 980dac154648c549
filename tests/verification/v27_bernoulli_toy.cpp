#include <cmath>
#include <cstdint>

#include "model/core/draws.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

constexpr Probability chance_a{0.10};
constexpr Probability chance_b{0.12};
constexpr std::uint32_t pairs = 2'000'000;

/// Sums of a sample, from which its variance follows.
struct Sums {
    double count = 0.0;
    double sum = 0.0;
    double squares = 0.0;

    void add(double x) {
        count += 1.0;
        sum += x;
        squares += x * x;
    }
    double variance() const { return (squares - sum * sum / count) / (count - 1.0); }
};

/// Returns (Var a + Var b) / Var(a - b) when b draws with `index_of_b` and a with index 0.
double variance_ratio(std::uint32_t index_of_b) {
    const Draws draws(RunKey{27, 0, 0});
    Sums a;
    Sums b;
    Sums difference;
    for (std::uint32_t i = 0; i < pairs; ++i) {
        const EntityKey who = hash_key({i});
        const Month month{0};
        const double in_a = draws.bernoulli(chance_a, who, month, Decision::toy_event) ? 1.0 : 0.0;
        const double in_b =
            draws.bernoulli(chance_b, who, month, Decision::toy_event, index_of_b) ? 1.0 : 0.0;
        a.add(in_a);
        b.add(in_b);
        difference.add(in_a - in_b);
    }
    return (a.variance() + b.variance()) / difference.variance();
}

TEST_CASE("V27 common random numbers on the Bernoulli toy") {
    // Paired: (.09 + .1056) / (.02 x .98) = 9.98; unpaired: 1.
    CHECK(variance_ratio(0) == Approx(9.98).epsilon(0.03));
    CHECK(variance_ratio(1) == Approx(1.0).epsilon(0.03));
}

}  // namespace
}  // namespace cantiere
