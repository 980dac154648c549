#pragma once
/// Hazards, probabilities and money as types, each conversion in one place.

#include <compare>
#include <cstdint>

#include "model/core/contracts.h"
#include "model/core/elementary.h"
#include "model/core/rounding.h"

namespace cantiere {

/// Events per month of exposure, zero or more, infinity allowed.
class Hazard {
  public:
    constexpr Hazard() = default;
    constexpr explicit Hazard(double per_month) : per_month_(per_month) {
        expects(per_month >= 0.0, "a hazard is not negative");
    }

    constexpr double per_month() const { return per_month_; }

    friend constexpr auto operator<=>(Hazard, Hazard) = default;
    friend constexpr Hazard operator+(Hazard a, Hazard b) {
        return Hazard{a.per_month_ + b.per_month_};
    }
    friend constexpr Hazard operator*(Hazard hazard, double factor) {
        return Hazard{hazard.per_month_ * factor};
    }
    friend constexpr Hazard operator*(double factor, Hazard hazard) { return hazard * factor; }

  private:
    double per_month_ = 0.0;
};

/// A chance from 0 to 1.
class Probability {
  public:
    constexpr Probability() = default;
    constexpr explicit Probability(double value) : value_(value) {
        expects(value >= 0.0 && value <= 1.0, "a probability is from 0 to 1");
    }

    constexpr double value() const { return value_; }
    constexpr Probability complement() const { return Probability{1.0 - value_}; }

    friend constexpr auto operator<=>(Probability, Probability) = default;
    friend constexpr Probability operator*(Probability a, Probability b) {
        return Probability{a.value_ * b.value_};
    }

  private:
    double value_ = 0.0;
};

/// Returns the chance of at least one event in a month: 1 - exp(-h).
constexpr Probability probability_of(Hazard hazard) {
    return Probability{-expm1(-hazard.per_month())};
}

/// Returns the constant hazard that gives this chance in a month: -log(1 - p), infinity at 1.
constexpr Hazard hazard_of(Probability probability) {
    return Hazard{0.0 - log1p(-probability.value())};
}

/// Multiplies a hazard by exp(log_ratio), the form of every modifier (model.md section 5).
constexpr Hazard modified(Hazard hazard, double log_ratio) { return hazard * exp(log_ratio); }

/// Money in whole cents, exact up to 92 million billion euros; more is not checked.
struct Cents {
    std::int64_t value = 0;

    /// Rounds euros to the nearest cent, halves away from zero.
    static constexpr Cents from_euros(double euros) { return {round_half_away(euros * 100.0)}; }

    /// Returns the amount in euros.
    constexpr double euros() const { return static_cast<double>(value) / 100.0; }

    constexpr Cents& operator+=(Cents other) { return *this = *this + other; }
    constexpr Cents& operator-=(Cents other) { return *this = *this - other; }

    friend constexpr bool operator==(Cents, Cents) = default;
    friend constexpr auto operator<=>(Cents, Cents) = default;
    friend constexpr Cents operator+(Cents a, Cents b) { return {a.value + b.value}; }
    friend constexpr Cents operator-(Cents a, Cents b) { return {a.value - b.value}; }
    friend constexpr Cents operator-(Cents a) { return {-a.value}; }
    friend constexpr Cents operator*(Cents a, std::int64_t times) { return {a.value * times}; }
    friend constexpr Cents operator*(std::int64_t times, Cents a) { return a * times; }
};

/// Returns `factor` times an amount, rounded to the cent, halves away from zero.
constexpr Cents scaled(Cents amount, double factor) {
    return {round_half_away(static_cast<double>(amount.value) * factor)};
}

}  // namespace cantiere
