#include "model/core/draws.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <numbers>
#include <optional>
#include <set>
#include <vector>

#include "model/core/philox.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

constexpr std::uint32_t sample_size = 100000;
constexpr Month month{17};

/// Mean and variance of a sample, with the standard errors of both.
struct Moments {
    double mean = 0.0;
    double mean_se = 0.0;
    double variance = 0.0;
    double variance_se = 0.0;
};

/// Returns the moments of one draw for each of many entities.
Moments moments_of(const std::function<double(EntityKey)>& draw) {
    std::vector<double> sample(sample_size);
    for (std::uint32_t i = 0; i < sample_size; ++i) {
        sample[i] = draw(hash_key({99, i}));
    }
    constexpr double n = sample_size;
    Moments moments;
    for (const double x : sample) {
        moments.mean += x / n;
    }
    double fourth = 0.0;
    for (const double x : sample) {
        const double square = (x - moments.mean) * (x - moments.mean);
        moments.variance += square / n;
        fourth += square * square / n;
    }
    moments.mean_se = std::sqrt(moments.variance / n);
    moments.variance_se = std::sqrt((fourth - moments.variance * moments.variance) / n);
    return moments;
}

/// Checks mean and variance within 4.5 standard errors.
void check_moments(double mean, double variance, const std::function<double(EntityKey)>& draw) {
    const Moments moments = moments_of(draw);
    CHECK(std::abs(moments.mean - mean) <= 4.5 * moments.mean_se);
    CHECK(std::abs(moments.variance - variance) <= 4.5 * moments.variance_se);
}

const Draws& luck() {
    static const Draws draws(RunKey{20240101, 3, 1});
    return draws;
}

static_assert(static_cast<int>(Decision::toy_choice) == 1, "decisions are never renumbered");
static_assert(static_cast<int>(Decision::toy_event) == 2);
static_assert(static_cast<int>(Decision::toy_count) == 3);
static_assert(static_cast<int>(Decision::toy_level) == 4);

TEST_CASE("philox gives the known answers of Random123") {
    CHECK(philox({0, 0, 0, 0}, {0, 0}) ==
          PhiloxCounter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    constexpr std::uint32_t ones = 0xffffffff;
    CHECK(philox({ones, ones, ones, ones}, {ones, ones}) ==
          PhiloxCounter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
          PhiloxCounter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("draws keep their values for ever, whatever is drawn or appended besides") {
    // From an independent implementation of the hash, the counter layout and Philox.
    const std::array<std::uint32_t, 4> words{0xa6c9fccc, 0x3653c4cb, 0x110cce39, 0x82335bed};
    const EntityKey who = hash_key({7, 11});
    const Month burn_in{-36};
    for (std::uint16_t appended = 1000; appended < 1010; ++appended) {
        luck().uniform(who, burn_in, static_cast<Decision>(appended));
        const auto four = luck().uniforms4(who, burn_in, Decision::toy_event);
        for (std::size_t i = 0; i < 4; ++i) {
            CHECK(four[i] == (words[i] + 0.5) / 4294967296.0);
        }
    }
    CHECK(luck().uniform(who, burn_in, Decision::toy_event) == (words[0] + 0.5) / 4294967296.0);
    CHECK(luck().ticket(who, burn_in, Decision::toy_event) == 0xa6c9fccc3653c4cbu);
    CHECK(luck().uniform(who, Month{119}, Decision::toy_event, 5) ==
          (0x0dd7ea0a + 0.5) / 4294967296.0);
}

TEST_CASE("a draw changes with entity, month, decision, index, seed, draw and replicate") {
    const EntityKey who = hash_key({1});
    const std::set<double> numbers{
        luck().uniform(who, month, Decision::toy_event),
        luck().uniform(hash_key({2}), month, Decision::toy_event),
        luck().uniform(EntityKey{who.value ^ 1}, month, Decision::toy_event),
        luck().uniform(EntityKey{who.value ^ (std::uint64_t{1} << 63)}, month, Decision::toy_event),
        luck().uniform(who, month + 1, Decision::toy_event),
        luck().uniform(who, Month{-17}, Decision::toy_event),
        luck().uniform(who, month, Decision::toy_count),
        luck().uniform(who, month, Decision::toy_event, 1),
        Draws({20240102, 3, 1}).uniform(who, month, Decision::toy_event),
        Draws({20240101, 4, 1}).uniform(who, month, Decision::toy_event),
        Draws({20240101, 3, 2}).uniform(who, month, Decision::toy_event),
        Draws({20240101, 1, 3}).uniform(who, month, Decision::toy_event)};
    CHECK(numbers.size() == 12);
}

TEST_CASE("uniforms fill the open unit interval evenly") {
    check_moments(0.5, 1.0 / 12.0, [](EntityKey who) {
        const double u = luck().uniform(who, month, Decision::toy_level);
        REQUIRE((u > 0.0 && u < 1.0));
        return u;
    });
    constexpr std::size_t cells = 100;
    std::array<double, cells> counts{};
    for (std::uint32_t i = 0; i < sample_size; ++i) {
        const double u = luck().uniform(hash_key({4, i}), month, Decision::toy_level);
        counts[static_cast<std::size_t>(u * cells)] += 1.0;
    }
    constexpr double expected = double{sample_size} / cells;
    double chi_square = 0.0;
    for (const double count : counts) {
        chi_square += (count - expected) * (count - expected) / expected;
    }
    CHECK(std::abs(chi_square - 99.0) < 4.5 * std::sqrt(2.0 * 99.0));
}

TEST_CASE("draws of neighbouring months, decisions and indices are uncorrelated") {
    // Var of the product of two centred uniforms is 1/144.
    const auto product = [](double u, double v) { return 144.0 * (u - 0.5) * (v - 0.5) / 12.0; };
    check_moments(0.0, 1.0, [&](EntityKey who) {
        return product(luck().uniform(who, month, Decision::toy_level),
                       luck().uniform(who, month + 1, Decision::toy_level));
    });
    check_moments(0.0, 1.0, [&](EntityKey who) {
        return product(luck().uniform(who, month, Decision::toy_level),
                       luck().uniform(who, month, Decision::toy_count));
    });
    check_moments(0.0, 1.0, [&](EntityKey who) {
        return product(luck().uniform(who, month, Decision::toy_level),
                       luck().uniform(who, month, Decision::toy_level, 1));
    });
}

TEST_CASE("exponential, normal and Gumbel draws have their moments") {
    check_moments(1.0, 1.0, [](EntityKey who) {
        return luck().exponential(who, month, Decision::toy_level);
    });
    check_moments(0.0, 1.0, [](EntityKey who) {
        return luck().normal(who, month, Decision::toy_level);
    });
    check_moments(std::numbers::egamma,
                  std::numbers::pi * std::numbers::pi / 6.0,
                  [](EntityKey who) { return luck().gumbel(who, month, Decision::toy_level); });
}

TEST_CASE("the argmax of utility plus Gumbel draws is a logit choice") {
    const std::array<double, 3> utility{0.0, 0.7, -0.4};
    const double total = 1.0 + std::exp(0.7) + std::exp(-0.4);
    const double chance = std::exp(0.7) / total;
    check_moments(chance, chance * (1.0 - chance), [&](EntityKey who) {
        std::array<double, 3> value{};
        for (std::uint32_t k = 0; k < 3; ++k) {
            value[k] = utility[k] + luck().gumbel(who, month, Decision::toy_choice, k);
        }
        return std::max_element(value.begin(), value.end()) == value.begin() + 1 ? 1.0 : 0.0;
    });
}

TEST_CASE("chances and hazards of events are met") {
    check_moments(0.3, 0.21, [](EntityKey who) {
        return luck().bernoulli(Probability{0.3}, who, month, Decision::toy_event) ? 1.0 : 0.0;
    });
    const double chance = 1.0 - std::exp(-0.45);
    check_moments(chance, chance * (1.0 - chance), [](EntityKey who) {
        return luck().event(Hazard{0.45}, who, month, Decision::toy_event) ? 1.0 : 0.0;
    });
    check_moments(4.0, 16.0, [](EntityKey who) {
        return luck().latent_time(Hazard{0.25}, who, month, Decision::toy_event);
    });
}

TEST_CASE("certain and impossible events leave nothing to luck") {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    for (std::uint32_t i = 0; i < 1000; ++i) {
        const EntityKey who = hash_key({i});
        REQUIRE_FALSE(luck().bernoulli(Probability{0.0}, who, month, Decision::toy_event));
        REQUIRE(luck().bernoulli(Probability{1.0}, who, month, Decision::toy_event));
        REQUIRE_FALSE(luck().event(Hazard{0.0}, who, month, Decision::toy_event));
        REQUIRE(luck().event(Hazard{infinity}, who, month, Decision::toy_event));
        REQUIRE(luck().latent_time(Hazard{0.0}, who, month, Decision::toy_event) == infinity);
    }
}

TEST_CASE("an event that happens at a hazard happens at every greater one") {
    for (std::uint32_t i = 0; i < 2000; ++i) {
        const EntityKey who = hash_key({i});
        bool before = false;
        for (const double hazard : {0.0, 0.01, 0.02, 0.3, 0.31, 2.0, 9.0}) {
            const bool now = luck().event(Hazard{hazard}, who, month, Decision::toy_event);
            REQUIRE((now || !before));
            REQUIRE(
                now ==
                luck().bernoulli(probability_of(Hazard{hazard}), who, month, Decision::toy_event));
            before = now;
        }
    }
}

TEST_CASE("competing causes share the events of the month by their hazards") {
    const std::array<Hazard, 3> causes{Hazard{0.2}, Hazard{0.05}, Hazard{0.0}};
    const double any = 1.0 - std::exp(-0.25);
    for (std::size_t cause = 0; cause < causes.size(); ++cause) {
        const double chance = any * causes[cause].per_month() / 0.25;
        check_moments(chance, chance * (1.0 - chance), [&](EntityKey who) {
            return luck().competing(causes, who, month, Decision::toy_event) == cause ? 1.0 : 0.0;
        });
    }
    CHECK_FALSE(luck().competing({}, hash_key({1}), month, Decision::toy_event).has_value());
}

TEST_CASE("a new competing cause only takes events, it never gives any to the others") {
    const std::array<Hazard, 2> two{Hazard{0.3}, Hazard{0.2}};
    const std::array<Hazard, 3> three{Hazard{0.3}, Hazard{0.2}, Hazard{0.4}};
    int taken = 0;
    for (std::uint32_t i = 0; i < 5000; ++i) {
        const EntityKey who = hash_key({i});
        const auto without = luck().competing(two, who, month, Decision::toy_event);
        const auto with = luck().competing(three, who, month, Decision::toy_event);
        REQUIRE((with == without || with == std::size_t{2}));
        taken += with != without ? 1 : 0;
    }
    CHECK(taken > 1000);
}

TEST_CASE("removing an entrant of a lottery never reorders the others") {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
    for (std::uint32_t i = 0; i < 500; ++i) {
        order.emplace_back(luck().ticket(hash_key({i}), month, Decision::toy_choice), i);
    }
    auto fewer = order;
    fewer.erase(fewer.begin() + 123);
    std::sort(order.begin(), order.end());
    std::sort(fewer.begin(), fewer.end());
    std::erase_if(order, [](const auto& entrant) { return entrant.second == 123; });
    CHECK(order == fewer);
}

TEST_CASE("counts have the mean and variance of their law") {
    for (const double mean : {0.3, 3.0, 40.0, 255.0, 257.0, 500.0}) {
        check_moments(mean, mean, [mean](EntityKey who) {
            return static_cast<double>(luck().poisson(mean, who, month, Decision::toy_count));
        });
    }
    for (const double mean : {0.5, 2.0, 30.0}) {
        check_moments(mean, mean * (1.0 + mean), [mean](EntityKey who) {
            return static_cast<double>(luck().geometric(mean, who, month, Decision::toy_count));
        });
    }
    for (const double chance : {0.03, 0.5, 0.8}) {
        check_moments(60.0 * chance, 60.0 * chance * (1.0 - chance), [chance](EntityKey who) {
            return static_cast<double>(
                luck().binomial(60, Probability{chance}, who, month, Decision::toy_count));
        });
    }
}

}  // namespace
}  // namespace cantiere
