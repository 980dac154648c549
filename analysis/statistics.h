#pragma once
/// Means of runs with their errors: between draws of the parameters and between replicates.

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace cantiere {

inline constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

/// One value a run; row major (draw, replicate). NaN stands for a run without a value.
struct Sample {
    std::size_t draws = 0;
    std::size_t replicates = 0;
    std::vector<double> values;

    std::span<const double> of_draw(std::size_t draw) const;
};

/// Returns the values whose spread gives the error of a mean, in the sample's unit: means of draws,
/// or the replicates of a single draw.
std::vector<double> independent_values(const Sample& sample);

/// A mean with its error and its spread; NaN where the sample cannot tell.
struct Stat {
    double mean = no_value;
    double se = no_value;   // of the mean: between draws, or between replicates of one draw
    double low = no_value;  // 95 % confidence interval of the mean (Student t)
    double high = no_value;
    double p2_5 = no_value;  // spread of the means of the draws; needs two draws
    double p97_5 = no_value;
};

/// What the variation between runs is made of (O'Hagan, Stevenson and Madan 2007).
struct VarianceSplit {
    double luck_sd = no_value;       // between replicates of one draw; needs two replicates
    double parameter_sd = no_value;  // between draws, luck taken out; needs two draws as well
    double luck_se = no_value;       // Monte Carlo error that luck leaves on the mean
};

/// Returns the mean of every draw over its replicates; NaN for a draw without any value.
std::vector<double> draw_means(const Sample& sample);

/// Returns mean, error and spread of a sample. The error is taken from the means of the draws; from
/// the replicates where there is one draw.
Stat stat_of(const Sample& sample);

/// Returns the ratio of two means with its error (linearised); the spread is that of the ratios by
/// draw. NaN where the denominator is zero.
Stat ratio_of(const Sample& numerator, const Sample& denominator);

/// Returns a - b run by run: same draw, same replicate. What is left of rounding, less than 1e-9 of
/// the greater, is zero.
Sample difference(const Sample& a, const Sample& b);

/// Returns `factor` * a - b run by run.
Sample scaled_difference(double factor, const Sample& a, const Sample& b);

/// Splits the variance between runs into luck and parameters by the analysis of variance.
VarianceSplit split_variance(const Sample& sample);

/// Returns (Var a + Var b) / Var(a - b) over replicates, pooled within draws; over draws where
/// there is one replicate. NaN where the differences do not vary.
double variance_ratio(const Sample& a, const Sample& b);

/// Returns the quantile of values by linear interpolation between order statistics (type 7); NaN
/// values are left out.
double quantile_of(std::span<const double> values, double probability);

/// Returns, for each of several options, the share of draws where its mean is the highest; options
/// that tie share the draw: those whose means are apart by no more than `rounding` of the draw
/// (exactly equal where none is given).
std::vector<double> shares_best(const std::vector<std::vector<double>>& means_by_option,
                                const std::vector<double>& rounding = {});

/// Returns the share of values above zero; NaN values are left out.
double share_above_zero(std::span<const double> values);

/// Returns the share of values below zero; NaN values are left out.
double share_below_zero(std::span<const double> values);

}  // namespace cantiere
