#pragma once
/// Two numbers at a time: where in the plane of both a programme is the better choice.

#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/exploration/one_way.h"
#include "analysis/language.h"
#include "analysis/text_table.h"

namespace cantiere {

/// What is asked: two numbers, each at even steps over its range; a plane for each outcome.
struct TwoWayPlan {
    OneWayPlan plan;  // of exactly two parameters
    std::size_t levels = 5;
};

struct TwoWay {
    using Plane = std::vector<Stat>;  // differences from the base, row major (y, x)

    std::vector<double> x, y;   // values of the first and of the second number
    std::vector<Plane> planes;  // by outcome
    std::vector<FailedBlock> failed;
    std::size_t runs = 0;
    bool is_interrupted = false;  // then there are no planes

    const Stat& at(std::size_t outcome, std::size_t row, std::size_t column) const {
        return planes[outcome][row * x.size() + column];
    }
};

/// Runs a study at every pair of values, all under the same luck.
TwoWay two_way(const Study& study, const TwoWayPlan& plan, const DesignOptions& options);

/// Writes each plane as a table, the second number downwards from its greatest value; `+` where the
/// programme is better, `-` where its base is, `~` where the two cannot be told apart.
std::string two_way_text(const Study& study,
                         const TwoWayPlan& plan,
                         const TwoWay& result,
                         Language language,
                         const Layout& layout);

/// Returns `{"method", "study", "scenario", "base", "wtp", "draws", "replicates", "runs", "failed",
/// "outputs": {NAME: {"x": {"name", "unit", "values"}, "y", "differences": [[STAT]]}}}`, a list for
/// each value of y.
nlohmann::ordered_json two_way_json(const Study& study,
                                    const TwoWayPlan& plan,
                                    const TwoWay& result);

}  // namespace cantiere
