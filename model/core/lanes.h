#pragma once
/// N floats side by side, for column formulas; exp, log and logistic (elementary.h) have the same
/// bits as for float. Written with the compiler's vector types, one source for every instruction
/// set, and inlined by force: no vector meets a calling convention, no two sets share a symbol.

#include <cstddef>
#include <cstring>

#include "model/core/lane_mask.h"
#include "model/core/real_format.h"

namespace cantiere {

/// N floats that are computed with together.
template <int N>
class Lanes {
  public:
    using Reals = typename detail::LaneVectors<N>::Reals;
    using Mask = LaneMask<N>;
    static constexpr int width = N;

    Lanes() = default;
    /// Puts the same number into every lane.
    [[gnu::always_inline]] explicit Lanes(float value) : all_(value - Reals{}) {}
    [[gnu::always_inline]] Lanes(Reals all) : all_(all) {}

    /// Reads the N numbers at `from`.
    [[gnu::always_inline]] static Lanes load(const float* from) {
        Reals all;
        std::memcpy(&all, from, sizeof all);
        return all;
    }

    /// Reads the `count` <= N last numbers of a column; the other lanes hold `rest`.
    [[gnu::always_inline]] static Lanes load(const float* from, std::size_t count, float rest = 0) {
        Lanes lanes(rest);
        std::memcpy(&lanes.all_, from, count * sizeof(float));
        return lanes;
    }

    /// Writes the N numbers to `to`.
    [[gnu::always_inline]] void store(float* to) const { std::memcpy(to, &all_, sizeof all_); }

    /// Writes the first `count` <= N numbers, the tail of a column.
    [[gnu::always_inline]] void store(float* to, std::size_t count) const {
        std::memcpy(to, &all_, count * sizeof(float));
    }

    [[gnu::always_inline]] Reals all() const { return all_; }
    [[gnu::always_inline]] float operator[](int lane) const { return all_[lane]; }

    // clang-format off
    [[gnu::always_inline]] friend Lanes operator-(Lanes a) { return Lanes(-a.all_); }
    [[gnu::always_inline]] friend Lanes operator+(Lanes a, Lanes b) { return a.all_ + b.all_; }
    [[gnu::always_inline]] friend Lanes operator-(Lanes a, Lanes b) { return a.all_ - b.all_; }
    [[gnu::always_inline]] friend Lanes operator*(Lanes a, Lanes b) { return a.all_ * b.all_; }
    [[gnu::always_inline]] friend Lanes operator/(Lanes a, Lanes b) { return a.all_ / b.all_; }
    [[gnu::always_inline]] friend Lanes operator+(Lanes a, float b) { return a + Lanes(b); }
    [[gnu::always_inline]] friend Lanes operator-(Lanes a, float b) { return a - Lanes(b); }
    [[gnu::always_inline]] friend Lanes operator*(Lanes a, float b) { return a * Lanes(b); }
    [[gnu::always_inline]] friend Lanes operator+(float a, Lanes b) { return Lanes(a) + b; }
    [[gnu::always_inline]] friend Lanes operator-(float a, Lanes b) { return Lanes(a) - b; }
    [[gnu::always_inline]] friend Lanes operator*(float a, Lanes b) { return Lanes(a) * b; }
    [[gnu::always_inline]] friend Mask operator<(Lanes a, Lanes b) { return {a.all_ < b.all_}; }
    [[gnu::always_inline]] friend Mask operator>(Lanes a, Lanes b) { return {a.all_ > b.all_}; }
    [[gnu::always_inline]] friend Mask operator<=(Lanes a, Lanes b) { return {a.all_ <= b.all_}; }
    [[gnu::always_inline]] friend Mask operator>=(Lanes a, Lanes b) { return {a.all_ >= b.all_}; }
    [[gnu::always_inline]] friend Mask operator==(Lanes a, Lanes b) { return {a.all_ == b.all_}; }
    // clang-format on

  private:
    Reals all_;
};

using Row8 = Lanes<8>;
using Row4 = Lanes<4>;  // as wide as the baseline's registers

namespace detail {

template <int N>
struct RealTraits<Lanes<N>> {
    using Precision = SinglePrecision;
    using Bits = typename LaneVectors<N>::Bits;
    using Reals = typename LaneVectors<N>::Reals;
    [[gnu::always_inline]] static Bits to_bits(Lanes<N> lanes) {
        return reinterpret_cast<Bits>(lanes.all());
    }
    [[gnu::always_inline]] static Lanes<N> from_bits(Bits bits) {
        return Lanes<N>(reinterpret_cast<Reals>(bits));
    }
};

}  // namespace detail

/// Takes `yes` in the lanes where the condition holds, `no` in the others.
template <int N>
[[gnu::always_inline]] inline Lanes<N> select(LaneMask<N> condition, Lanes<N> yes, Lanes<N> no) {
    using Traits = detail::RealTraits<Lanes<N>>;
    const auto chosen = reinterpret_cast<typename Traits::Bits>(condition.truths);
    return Traits::from_bits((chosen & Traits::to_bits(yes)) | (~chosen & Traits::to_bits(no)));
}

}  // namespace cantiere
