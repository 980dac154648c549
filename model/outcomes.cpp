#include "model/outcomes.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/core/contracts.h"
#include "model/names.h"

namespace cantiere {
namespace {

std::size_t own_size(const VariableShape& shape, const OutcomeSizes& sizes) {
    if (shape.reduction == Reduction::from_study) {
        return 0;
    }
    std::size_t size = 1;
    for (const Axis axis : shape.axes.span()) {
        size *= extent(axis, sizes);
    }
    return size;
}

}  // namespace

std::size_t calendar_years(std::size_t first_month, std::size_t months) {
    expects(first_month >= 1 && first_month <= 12, "a calendar month is 1 to 12");
    return months == 0 ? 0 : (first_month - 1 + months - 1) / 12 + 1;
}

std::size_t extent(Axis axis, const OutcomeSizes& sizes) {
    switch (axis) {
        case Axis::month:
            return sizes.months;
        case Axis::year:
            return sizes.years;
        case Axis::municipality:
            return sizes.municipalities;
        case Axis::payer:
            return count_of<Payer>;
        case Axis::category:
            return count_of<Category>;
        case Axis::group:
            return count_of<Group>;
        case Axis::domain:
            return count_of<Domain>;
        case Axis::care_state:
        case Axis::care_state_to:
            return count_of<CareState>;
        case Axis::work_state:
            return count_of<WorkState>;
        case Axis::instrument:
            return count_of<Instrument>;
        case Axis::horizon:
            return horizon_years.size();
        default:
            expects(false, "the axis belongs to one run");
            return 0;
    }
}

RunOutcome::RunOutcome(const OutcomeSizes& sizes) : sizes_(sizes) {
    for (const VariableShape& shape : all_variables()) {
        const auto place = static_cast<std::size_t>(shape.variable);
        begins_[place + 1] = begins_[place] + own_size(shape, sizes);
    }
    all_.assign(begins_.back(), 0.0);
}

RunOutcome RunOutcome::failed(const OutcomeSizes& sizes) {
    RunOutcome outcome(sizes);
    std::ranges::fill(outcome.all_, std::numeric_limits<double>::quiet_NaN());
    return outcome;
}

bool RunOutcome::has_failed() const {
    return !all_.empty() && std::isnan((*this)[Variable::net_cost_public]);
}

std::span<double> RunOutcome::values(Variable variable) {
    const auto place = static_cast<std::size_t>(variable);
    expects(place < variables, "the variable is one of the table");
    return std::span(all_).subspan(begins_[place], begins_[place + 1] - begins_[place]);
}

std::span<const double> RunOutcome::values(Variable variable) const {
    const auto place = static_cast<std::size_t>(variable);
    expects(place < variables, "the variable is one of the table");
    return std::span(all_).subspan(begins_[place], begins_[place + 1] - begins_[place]);
}

std::size_t RunOutcome::offset(Variable variable, std::span<const Position> places) const {
    const VariableShape& shape = shape_of(variable);
    expects(shape.reduction != Reduction::from_study, "a run reports this variable");
    expects(places.size() == shape.axes.size, "as many positions as the variable has axes");
    std::size_t within = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::size_t length = extent(shape.axes.axes[i], sizes_);
        expects(places[i].value < length, "the position is on the axis");
        within = within * length + places[i].value;
    }
    return begins_[static_cast<std::size_t>(variable)] + within;
}

std::optional<Variable> first_invalid(const RunOutcome& outcome) {
    for (const VariableShape& shape : all_variables()) {
        const bool may_miss = shape.missing == Missing::possible;
        const auto is_bad = [&](double value) {
            return std::isinf(value) || (std::isnan(value) && !may_miss);
        };
        if (std::ranges::any_of(outcome.values(shape.variable), is_bad)) {
            return shape.variable;
        }
    }
    return std::nullopt;
}

}  // namespace cantiere
