#pragma once
/// What one run reports of every variable.

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

#include "model/variables.h"

namespace cantiere {

/// Years at which the cumulative variables are read.
inline constexpr std::array<int, 4> horizon_years{1, 3, 5, 10};

/// Holds the lengths of the axes that depend on the study.
struct OutcomeSizes {
    std::size_t months = 0;
    std::size_t years = 0;  // calendar years touched by the months
    std::size_t municipalities = 0;

    bool operator==(const OutcomeSizes&) const = default;
};

/// Counts the calendar years touched by months that begin in `first_month` (1-12) of a year.
std::size_t calendar_years(std::size_t first_month, std::size_t months);

/// Returns the length of an axis that a run has of its own; a contract failure for the others.
std::size_t extent(Axis axis, const OutcomeSizes& sizes);

/// Addresses a place of an axis by a number or by a member of a named list.
struct Position {
    std::size_t value = 0;

    template <class T>
    requires(std::is_integral_v<T> || std::is_enum_v<T>) constexpr Position(T place)
        : value(static_cast<std::size_t>(place)) {}
};

/// Holds every variable of one run (scenario, draw, replicate), row major, zero to start with.
class RunOutcome {
  public:
    RunOutcome() = default;

    /// Makes an outcome of the study's sizes, all zero.
    explicit RunOutcome(const OutcomeSizes& sizes);

    /// Makes the outcome of a run that failed: every value missing.
    static RunOutcome failed(const OutcomeSizes& sizes);

    /// Tells whether this stands for a run that failed.
    bool has_failed() const;

    /// Returns the values of a variable over its own axes.
    std::span<double> values(Variable variable);
    std::span<const double> values(Variable variable) const;

    /// Returns the value of a variable without axes of its own.
    double& operator[](Variable variable) { return all_[offset(variable, {})]; }
    double operator[](Variable variable) const { return all_[offset(variable, {})]; }

    /// Returns one value of a variable with as many axes as positions.
    template <class... Places>
    double& at(Variable variable, Places... places) {
        const std::array<Position, sizeof...(Places)> list{Position(places)...};
        return all_[offset(variable, list)];
    }
    template <class... Places>
    double at(Variable variable, Places... places) const {
        const std::array<Position, sizeof...(Places)> list{Position(places)...};
        return all_[offset(variable, list)];
    }

    /// Returns all values of all variables, in the order of the table.
    std::span<double> all() { return all_; }
    std::span<const double> all() const { return all_; }

    const OutcomeSizes& sizes() const { return sizes_; }

  private:
    static constexpr std::size_t variables = static_cast<std::size_t>(Variable::count);

    std::size_t offset(Variable variable, std::span<const Position> places) const;

    OutcomeSizes sizes_;
    std::array<std::size_t, variables + 1> begins_{};
    std::vector<double> all_;
};

/// Finds a variable with a value that is not a number where there must be one, or infinite.
std::optional<Variable> first_invalid(const RunOutcome& outcome);

}  // namespace cantiere
