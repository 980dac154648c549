#pragma once
/// The numbers that a design varies, with their distributions.

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/distribution.h"
#include "scenarios/file_source.h"
#include "scenarios/problems.h"
#include "scenarios/study.h"

namespace cantiere {

/// One number to explore.
struct ExploredParameter {
    std::string name;
    DistributionSpec stated;
    FittedDistribution distribution;

    /// Returns the value at a place of (0, 1), both ends included: those of a distribution without
    /// bounds are cut off at 2^-33.
    double at(double u) const;

    /// Returns the place of [0, 1] where a value stands: the lowest whose value is not below it.
    double place_of(double value) const;
};

/// The value that a distribution stands at where only its range is stated: the middle, or the mean
/// under which `low` and `high` are the 2.5 % and 97.5 % quantiles of a lognormal (exactly), gamma
/// or beta (as nearly as can be).
double central_value(Family family, double low, double high);

/// Range outside of which nothing is drawn.
struct ValidRange {
    double low = -1e300;
    double high = 1e300;
};

/// Makes a parameter; nothing where the distribution cannot exist, `impossible(spec)` then says
/// why.
std::optional<ExploredParameter> explored_parameter(std::string name,
                                                    DistributionSpec spec,
                                                    ValidRange valid = {});

/// Reads the name of a distribution that is not fixed; nothing, with the problem told, when it is
/// none.
std::optional<Family> read_family(const std::string& text, const Place& place, Problems& problems);

/// Reads a Parameter CSV `name,low,high,distribution`, and `value` where there is such a column.
/// Every problem of the file is told; empty when there are errors.
std::vector<ExploredParameter> read_parameter_csv(const std::string& path,
                                                  const FileSource& files,
                                                  Problems& problems);

/// Lists the names, in order.
std::vector<std::string> names_of(const std::vector<ExploredParameter>& parameters);

}  // namespace cantiere
