#include "analysis/cli/evaluate_plan.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <sstream>

#include <fmt/format.h>

#include "analysis/cli/condition.h"
#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "scenarios/csv.h"

namespace cantiere {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
    return parts;
}

double number_in(const std::string& part, const std::string& option, const std::string& whole) {
    const std::optional<double> number = parse_number(part);
    if (!number) {
        throw UsageError(fmt::format("{} is \"{}\"", option, whole),
                         fmt::format("\"{}\" is no number; write decimals after a point and "
                                     "thousands without a separator",
                                     part));
    }
    return *number;
}

/// Tells whether a number has thousands after a point, as Italians write them: one to three digits
/// other than a zero alone, a point and three digits. 0.125 and 20.5 have none.
bool looks_like_thousands(const std::string& number) {
    const std::size_t point = number.find('.');
    const auto is_digit = [](char one) { return one >= '0' && one <= '9'; };
    return point >= 1 && point <= 3 && number.size() == point + 4 && number.front() != '0' &&
           std::ranges::count_if(number, is_digit) == static_cast<std::ptrdiff_t>(point) + 3;
}

void refuse_thousands(const std::string& wtp) {
    for (const std::string& part : split(wtp, ':')) {
        if (!looks_like_thousands(part)) continue;
        const double read = number_in(part, "--wtp", wtp);
        std::string digits = part;
        std::erase(digits, '.');
        throw UsageError(fmt::format("--wtp is \"{}\"", wtp),
                         fmt::format("\"{}\" reads as {}; write {}, or {}0 if you mean {}",
                                     part,
                                     read,
                                     digits,
                                     part,
                                     read));
    }
}

/// Reads LO:HI:STEP, both ends included, or one number.
std::vector<double> read_grid(const std::string& text) {
    constexpr double most = 100000.0;
    const std::vector<std::string> parts = split(text, ':');
    std::vector<double> numbers;
    for (const std::string& part : parts) numbers.push_back(number_in(part, "--wtp", text));
    if (numbers.size() == 1 && numbers[0] >= 0.0) return numbers;
    const bool is_range =
        numbers.size() == 3 && numbers[0] >= 0.0 && numbers[1] >= numbers[0] && numbers[2] > 0.0;
    const double steps = is_range ? std::floor((numbers[1] - numbers[0]) / numbers[2] + 1e-9) : 0.0;
    if (!is_range || steps > most) {
        throw UsageError(fmt::format("--wtp is \"{}\"", text),
                         "write LO:HI:STEP with 0 <= LO <= HI and STEP above 0, for example "
                         "0:40000:2000, or one number");
    }
    std::vector<double> grid;
    for (double i = 0.0; i <= steps; i += 1.0) grid.push_back(numbers[0] + i * numbers[2]);
    return grid;
}

std::size_t parameter_named(const DecisionSamples& samples,
                            const std::string& name,
                            const std::string& option) {
    std::vector<std::string> names;
    for (const ParameterSample& parameter : samples.parameters) names.push_back(parameter.name);
    if (names.empty()) {
        throw UsageError(fmt::format("{}: the samples hold no parameters", option),
                         "add a column for each, or run the study with more than one draw");
    }
    one_of_names(option, name, names);
    return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
}

void check_draws(const DecisionSamples& samples,
                 std::size_t parameters,
                 const std::string& option) {
    if (samples.draws() >= least_draws(parameters)) return;
    throw UsageError(
        fmt::format("{}: there are {} draws", option, samples.draws()),
        fmt::format("it is a regression over draws and takes {} at least; some hundreds "
                    "are better",
                    least_draws(parameters)));
}

std::vector<ParameterGroup> groups_of(const EvaluateArguments& arguments,
                                      const DecisionSamples& samples) {
    std::vector<ParameterGroup> groups;
    for (const std::string& text : arguments.evppi) {
        if (text == "all") {
            for (std::size_t j = 0; j < samples.parameters.size(); ++j) {
                groups.push_back({samples.parameters[j].name, {j}});
            }
            continue;
        }
        ParameterGroup group{text, {}};
        for (const std::string& name : split(text, '+')) {
            group.parameters.push_back(parameter_named(samples, name, "--evppi"));
        }
        groups.push_back(std::move(group));
    }
    for (const ParameterGroup& group : groups) {
        check_draws(samples, group.parameters.size(), "--evppi");
    }
    return groups;
}

/// Reads NAME:N, or NAME:N:SD with the standard deviation of one observation.
NamedStudy study_of(const std::string& text, const DecisionSamples& samples) {
    const std::vector<std::string> parts = split(text, ':');
    if (parts.size() < 2 || parts.size() > 3) {
        throw UsageError(fmt::format("--evsi is \"{}\"", text),
                         "write NAME:N, the parameter and how many observations of it; or "
                         "NAME:N:SD with the standard deviation of one");
    }
    NamedStudy study{parts[0], parts[1], {}};
    study.design.parameter = parameter_named(samples, parts[0], "--evsi");
    study.design.observations = number_in(parts[1], "--evsi", text);
    if (parts.size() == 3) study.design.sd = number_in(parts[2], "--evsi", text);
    if (study.design.observations <= 0.0 || study.design.sd.value_or(1.0) <= 0.0) {
        throw UsageError(fmt::format("--evsi is \"{}\"", text),
                         "observations and their standard deviation are above zero");
    }
    check_draws(samples, 1, "--evsi");
    return study;
}

}  // namespace

EvaluationPlan plan_of(const EvaluateArguments& arguments, const Evaluated& evaluated) {
    EvaluationPlan plan;
    if (!arguments.wtp.empty()) {
        refuse_thousands(arguments.wtp);
        plan.wtp = read_grid(arguments.wtp);
    } else if (evaluated.runs) {
        plan.wtp =
            read_grid(fmt::format("0:{}:{}",
                                  2.0 * evaluated.stated_wtp,
                                  evaluated.stated_wtp > 0.0 ? evaluated.stated_wtp / 10.0 : 1.0));
    } else {
        plan.wtp = read_grid("0:50000:1000");
    }
    plan.stated_wtp = std::clamp(evaluated.stated_wtp, plan.wtp.front(), plan.wtp.back());
    plan.evppi = groups_of(arguments, evaluated.samples);
    for (const std::string& text : arguments.evsi) {
        plan.evsi.push_back(study_of(text, evaluated.samples));
    }
    plan.population = arguments.population;
    plan.study_cost = {arguments.study_cost.value_or(0.0),
                       arguments.cost_per_observation.value_or(0.0)};
    if (!arguments.satisfy.empty()) {
        read_condition("--satisfy", arguments.satisfy, threshold_names());
        plan.thresholds = arguments.satisfy;
    }
    plan.regret = arguments.regret || !plan.thresholds.empty();
    return plan;
}

}  // namespace cantiere
