#pragma once
/// What it would be worth to know parameters before choosing, or to study them.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/evaluation/decision_samples.h"

namespace cantiere {

/// A worth of information at each willingness to pay, EUR a decision.
struct InformationValue {
    std::vector<double> value;
    std::vector<double> se;           // of the regression and of the number of draws
    std::vector<double> noise_floor;  // what 1 in 20 parameters that change nothing would exceed
    std::vector<double> p_value;      // of no influence at all on the choice (`influence`)
};

/// Parameters that would be known together, as `a` or `a+b`.
struct ParameterGroup {
    std::string name;
    std::vector<std::size_t> parameters;  // positions in the samples
};

/// Returns the least number of draws that a regression on so many parameters takes.
std::size_t least_draws(std::size_t parameters);

/// Whether the errors of values are worked out: most of the time that they take.
enum class InformationErrors : bool { no, yes };

/// Returns the EVPPI of each group: the mean over draws of the greatest of the net benefits
/// foreseen from the group, minus the greatest mean (Strong, Oakley and Brennan 2014). Differences
/// from the first strategy are foreseen by splines
/// (`Smoother`). Its error adds that of the coefficients, of 100 samples of their posterior, to
/// that of the number of draws. The floor is the greatest of 19 groups of as many uniform columns
/// that have nothing to do with the net benefits. Never above the EVPI. Errors that are not asked
/// for are NaN.
std::vector<InformationValue> perfect_information(
    const DecisionSamples& samples,
    const std::vector<ParameterGroup>& groups,
    const std::vector<double>& wtp,
    InformationErrors errors = InformationErrors::yes);

/// A study of one parameter: so many independent observations, normal around it.
struct StudyDesign {
    std::size_t parameter = 0;  // position in the samples
    double observations = 0.0;
    std::optional<double>
        sd;  // of one observation; that of the parameter's own draws where missing
};

/// Returns the EVSI of a study at each willingness to pay, EUR a decision: in every draw the mean
/// of its observations is simulated, and the net benefits are foreseen from it (Strong, Oakley,
/// Brennan and Breeze 2015); the mean over 5 simulated studies, whose noise is keyed by the
/// parameter's name and the draw alone. Between 0 and the EVPPI.
std::vector<double> sample_information(const DecisionSamples& samples,
                                       const StudyDesign& study,
                                       const std::vector<double>& wtp);

/// Returns how many decisions of `first_year` a year are made over `years`, discounted at the start
/// of each: sum of first_year / (1 + rate)^t.
double discounted_population(double first_year, std::size_t years, double rate_per_year);

}  // namespace cantiere
