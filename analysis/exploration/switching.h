#pragma once
/// Where a choice changes: the value of a number at which a programme is worth what its base is.

#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/exploration/one_way.h"
#include "analysis/language.h"
#include "analysis/text_table.h"

namespace cantiere {

/// A number between two values at which the first outcome of a plan has opposite signs.
struct SwitchingValue {
    RangedParameter parameter;
    double from = 0.0, to = 0.0;  // what is left of the range, in the number's unit
    double at = 0.0;              // the end of these nearer to zero
    Stat there;                   // the outcome of the run there
};

struct Switching {
    std::vector<SwitchingValue> values;  // the widest swing first; two where both ends change sign
    std::vector<FailedBlock> failed;
    std::size_t runs = 0;
    bool is_interrupted = false;  // then there are no values
};

/// Looks for the switching values of a one-way table by the Illinois method (a regula falsi that
/// does not stall, Dowell and Jarratt 1971), every step a run of the study under the same luck:
/// values are not those of an emulator. Whole numbers stay whole.
Switching switching_values(const Study& study,
                           const OneWayPlan& plan,
                           const OneWay& table,
                           const DesignOptions& options);

/// Writes a table of the values with what their runs gave.
std::string switching_text(const OneWayPlan& plan,
                           const Switching& result,
                           Language language,
                           const Layout& layout);

/// Returns `[{"name", "kind", "unit", "outcome", "from", "to", "at", "difference": STAT}]`.
nlohmann::ordered_json switching_json(const OneWayPlan& plan, const Switching& result);

}  // namespace cantiere
