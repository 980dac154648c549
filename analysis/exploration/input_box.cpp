#include "analysis/exploration/input_box.h"

#include <algorithm>
#include <numeric>

namespace cantiere {

Cases all_cases(const FactorTable& inputs, const std::vector<bool>& of_interest) {
    Cases cases{inputs, of_interest, std::vector<std::size_t>(inputs.rows.size()), 0.0, 0.0};
    std::iota(cases.left.begin(), cases.left.end(), std::size_t{0});
    cases.all = static_cast<double>(inputs.rows.size());
    cases.all_of_interest = static_cast<double>(std::ranges::count(of_interest, true));
    return cases;
}

bool is_inside(const Side& side, double value) {
    if ((side.low && value < *side.low) || (side.high && value > *side.high)) return false;
    return side.without.empty() ||
           std::ranges::find(side.without, static_cast<std::size_t>(value)) == side.without.end();
}

bool holds(const InputBox& box, const std::vector<double>& row) {
    for (std::size_t j = 0; j < box.size(); ++j) {
        if (!is_inside(box[j], row[j])) return false;
    }
    return true;
}

double density(const HeldCases& held) {
    return held.cases == 0
               ? 0.0
               : static_cast<double>(held.of_interest) / static_cast<double>(held.cases);
}

HeldCases held_by(const Cases& cases, const InputBox& box) {
    HeldCases held;
    for (const std::size_t i : cases.left) {
        if (!holds(box, cases.inputs.rows[i])) continue;
        ++held.cases;
        held.of_interest += cases.of_interest[i] ? 1U : 0U;
    }
    return held;
}

std::vector<std::size_t> restricted_columns(const InputBox& box) {
    std::vector<std::size_t> columns;
    for (std::size_t j = 0; j < box.size(); ++j) {
        if (!box[j].is_free()) columns.push_back(j);
    }
    return columns;
}

std::vector<ColumnLimit> limits_of(const FactorTable& inputs, const InputBox& box) {
    std::vector<ColumnLimit> limits;
    for (const std::size_t column : restricted_columns(box)) {
        ColumnLimit limit{column, box[column].low, box[column].high, {}};
        for (std::size_t c = 0; c < inputs.factors[column].categories.size(); ++c) {
            if (is_inside(box[column], static_cast<double>(c))) limit.values.push_back(c);
        }
        limits.push_back(limit);
    }
    return limits;
}

BoxQuality quality_of(const Cases& cases, const InputBox& box, const HeldCases& held) {
    return {cases.all_of_interest == 0.0
                ? 0.0
                : static_cast<double>(held.of_interest) / cases.all_of_interest,
            density(held),
            static_cast<double>(held.cases) / cases.all,
            restricted_columns(box).size()};
}

}  // namespace cantiere
