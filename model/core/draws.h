#pragma once
/// Random draws without state: a number depends on who, when and what for, and on nothing else.
/// Philox4x32-10 of the counter (entity 64 bits | month 16, decision 16 | index 32) under the key
/// hash(seed, draw, replicate). The scenario is never in the key, so that common random numbers
/// across scenarios are the default.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "model/core/decisions.h"
#include "model/core/elementary.h"
#include "model/core/ids.h"
#include "model/core/month.h"
#include "model/core/philox.h"
#include "model/core/quantiles.h"
#include "model/core/units.h"

namespace cantiere {

/// The draws of one run. Every function is pure: equal arguments give equal numbers. The index
/// tells draws of one entity, month and decision apart. All but `uniforms4` and `ticket` come
/// from the first word of a counter, so draw one quantity a counter.
class Draws {
  public:
    using Index = std::uint32_t;
    using Count = std::int64_t;

    explicit Draws(RunKey run)
        : key_(words_of(hash_key({run.seed, run.draw, run.replicate}).value)) {}

    /// Draws uniformly on the open interval (0, 1), in steps of 2^-32.
    double uniform(EntityKey who, Month when, Decision what, Index index = 0) const {
        return unit(random_words(who, when, what, index)[0]);
    }

    /// Draws the four uniforms of one counter; the first is that of `uniform`.
    std::array<double, 4> uniforms4(EntityKey who, Month when, Decision what, Index i = 0) const {
        const PhiloxCounter words = random_words(who, when, what, i);
        return {unit(words[0]), unit(words[1]), unit(words[2]), unit(words[3])};
    }

    /// Draws 64 bits to sort by in a lottery; removing one entrant never reorders the others.
    std::uint64_t ticket(EntityKey who, Month when, Decision what, Index index = 0) const {
        const PhiloxCounter words = random_words(who, when, what, index);
        return (std::uint64_t{words[0]} << 32) | words[1];
    }

    /// Draws an exponential of mean 1: -log u.
    double exponential(EntityKey who, Month when, Decision what, Index index = 0) const {
        return -log(uniform(who, when, what, index));
    }

    /// Draws a standard normal by inversion; within 6.4 of zero.
    double normal(EntityKey who, Month when, Decision what, Index index = 0) const {
        return normal_quantile(uniform(who, when, what, index));
    }

    /// Draws a standard Gumbel, -log(-log u): the argmax of utility plus this is a logit choice.
    double gumbel(EntityKey who, Month when, Decision what, Index index = 0) const {
        return -log(exponential(who, when, what, index));
    }

    /// Tells whether something of chance p happens: u < p.
    bool bernoulli(Probability p, EntityKey who, Month when, Decision what, Index i = 0) const {
        return uniform(who, when, what, i) < p.value();
    }

    /// Tells whether an event of hazard h happens within the month: u < 1 - exp(-h). As that is
    /// below h, most draws of a small hazard need no exponential.
    bool event(Hazard h, EntityKey who, Month when, Decision what, Index i = 0) const {
        const double u = uniform(who, when, what, i);
        return u < h.per_month() && u < probability_of(h).value();
    }

    /// Draws the months until an event of constant hazard h: -log(u) / h, infinity at 0.
    double latent_time(Hazard h, EntityKey who, Month when, Decision what, Index i = 0) const {
        return exponential(who, when, what, i) / h.per_month();
    }

    /// Draws which of competing causes comes first within the month, if any: the least latent
    /// time when below 1 month. Cause k has index k; equal times go to the first cause.
    std::optional<std::size_t> competing(std::span<const Hazard> causes,
                                         EntityKey who,
                                         Month when,
                                         Decision what) const;

    /// Draws a Poisson count by inversion: a greater mean never gives fewer.
    Count poisson(double mean, EntityKey who, Month when, Decision what, Index i = 0) const;

    /// Draws a geometric count on 0, 1, ... by inversion: a greater mean never gives fewer.
    Count geometric(double mean, EntityKey who, Month when, Decision what, Index i = 0) const;

    /// Draws the successes of `n` trials by inversion: more trials or chance never give fewer.
    Count binomial(Count n, Probability p, EntityKey who, Month when, Decision what, Index i = 0)
        const;

    /// Returns the key of the run, and the third word of a counter, for draws_of_many.h.
    PhiloxKey key() const { return key_; }
    static constexpr std::uint32_t occasion(Month when, Decision what) {
        const std::uint32_t month = static_cast<std::uint16_t>(when.value);
        return (month << 16) | static_cast<std::uint32_t>(what);
    }

  private:
    static constexpr PhiloxKey words_of(std::uint64_t bits) {
        return {static_cast<std::uint32_t>(bits), static_cast<std::uint32_t>(bits >> 32)};
    }
    static constexpr double unit(std::uint32_t word) { return (word + 0.5) * 0x1p-32; }
    PhiloxCounter random_words(EntityKey who, Month when, Decision what, Index index) const {
        const PhiloxKey entity = words_of(who.value);
        return philox({entity[0], entity[1], occasion(when, what), index}, key_);
    }

    PhiloxKey key_;
};

}  // namespace cantiere
