#pragma once
/// The distributions of parameter draws, fitted to what the files state.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cantiere {

enum class Family { fixed, uniform, triangular, pert, normal, lognormal, gamma, beta };

/// Returns the name of a family as files write it.
std::string_view name(Family family);

/// Finds a family by its name.
std::optional<Family> parse_family(std::string_view text);

/// Lists the names of all families.
std::vector<std::string> family_names();

/// What a file states: `value` is the mean and `low`, `high` the 2.5 % and 97.5 % quantiles of
/// normal, lognormal, gamma and beta; the mode and the bounds of triangular and pert; the bounds of
/// uniform.
struct DistributionSpec {
    Family family = Family::fixed;
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
};

/// Says why a distribution cannot exist ("a gamma has a positive mean"); empty when it can.
std::string impossible(const DistributionSpec& spec);

/// A distribution ready to be sampled, truncated to the valid range of its key.
///
/// Normal, lognormal, gamma and beta have two parameters and files state three numbers: the mean is
/// kept exactly, and the spread is the one whose 2.5 % and 97.5 % quantiles have the least sum of
/// squared distances from `low` and `high`. Truncation rescales the uniform variate to the share of
/// the distribution that lies in the range, so that no draw is clipped to a bound.
class FittedDistribution {
  public:
    /// Fits; `impossible(spec)` must be empty.
    FittedDistribution(const DistributionSpec& spec, double valid_low, double valid_high);

    /// Returns the quantile of `u` in (0, 1), rounded to 12 significant digits.
    double quantile(double u) const;

    /// Returns the quantile before truncation and rounding, to show how well the fit does.
    double untruncated_quantile(double u) const;

    /// Returns how far the fitted quantiles are from the stated ones, as a share of high - low.
    double misfit() const;

  private:
    DistributionSpec spec_;
    double spread_ = 0.0;  // sd; sd of the logarithm; coefficient of variation; a + b of a beta
    double u_low_ = 0.0;
    double u_high_ = 1.0;
    double valid_low_;
    double valid_high_;
};

}  // namespace cantiere
