#include "analysis/transfer/place_numbers.h"

#include <algorithm>
#include <cmath>

namespace cantiere {
namespace {

constexpr double wide_span = 10.0;  // high over low

bool is_number_of_a_place(const ParameterSpec& spec) {
    const bool is_place = spec.home == PackKind::territory || spec.home == PackKind::law;
    return is_place && (spec.type == ValueType::number || spec.type == ValueType::integer);
}

const StatedValue* stated_by(const Scenario& place, const ParameterSpec& spec) {
    const StatedValue* stated = find_value(*place.territory, spec.key);
    return stated != nullptr ? stated : find_value(*place.law, spec.key);
}

bool is_set_everywhere(const Study& study, std::size_t scenario, const ParameterSpec& spec) {
    const auto is_it = [&spec](const StatedValue& stated) { return stated.spec == &spec; };
    return std::ranges::any_of(study.set, is_it) ||
           std::ranges::any_of(study.scenarios[scenario].set, is_it);
}

PlaceNumber number_over(const std::vector<const Study*>& places,
                        std::size_t scenario,
                        const ParameterSpec& spec) {
    PlaceNumber number{&spec, 0.0, 0.0, {}};
    for (const Study* place : places) {
        number.at.push_back(value_at(place->scenarios[scenario], spec));
    }
    const auto [least, greatest] = std::ranges::minmax(number.at);
    number.low = least;
    number.high = greatest;
    const StatedValue* home = stated_by(places.front()->scenarios[scenario], spec);
    if (home != nullptr && home->number.low && home->number.high) {
        number.low = std::min(number.low, *home->number.low);
        number.high = std::max(number.high, *home->number.high);
    }
    number.low = std::max(number.low, spec.low);
    number.high = std::min(number.high, spec.high);
    return number;
}

/// The place of the unit interval at which a uniform number is where its logarithm is at `u`.
double by_logarithm(const PlaceNumber& number, double u) {
    const double value = number.low * std::pow(number.high / number.low, u);
    return (value - number.low) / (number.high - number.low);
}

}  // namespace

double value_at(const Scenario& place, const ParameterSpec& spec) {
    const StatedValue* stated = stated_by(place, spec);
    return stated != nullptr ? stated->number.value() : spec.default_value;
}

std::vector<PlaceNumber> place_numbers(const std::vector<const Study*>& places,
                                       std::size_t scenario) {
    std::vector<PlaceNumber> numbers;
    for (const ParameterSpec& spec : parameter_table()) {
        if (!is_number_of_a_place(spec) || is_set_everywhere(*places.front(), scenario, spec))
            continue;
        PlaceNumber number = number_over(places, scenario, spec);
        if (number.low < number.high) numbers.push_back(std::move(number));
    }
    return numbers;
}

bool spreads_by_logarithm(const PlaceNumber& number) {
    return number.low > 0.0 && number.high > wide_span * number.low;
}

VariedNumbers varied(const std::vector<PlaceNumber>& numbers) {
    VariedNumbers result;
    for (const PlaceNumber& number : numbers) {
        auto stated = std::make_unique<StatedValue>();
        stated->spec = number.spec;
        stated->number.distribution = {Family::uniform,
                                       0.5 * (number.low + number.high),
                                       number.low,
                                       number.high};
        stated->number.low = number.low;
        stated->number.high = number.high;
        result.parameters.push_back(
            {std::string(number.spec->key), stated.get(), false, SettingScope::study});
        result.stated.push_back(std::move(stated));
    }
    return result;
}

Rows rows_of_places(const std::vector<PlaceNumber>& numbers, std::size_t n, std::uint64_t seed) {
    std::vector<std::string> names;
    for (const PlaceNumber& number : numbers) names.emplace_back(number.spec->key);
    Rows rows = latin_hypercube_rows(names, n, seed);
    for (std::size_t j = 0; j < numbers.size(); ++j) {
        if (!spreads_by_logarithm(numbers[j])) continue;
        for (std::vector<double>& row : rows) row[j] = by_logarithm(numbers[j], row[j]);
    }
    return rows;
}

}  // namespace cantiere
