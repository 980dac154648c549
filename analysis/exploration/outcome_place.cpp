#include "analysis/exploration/outcome_place.h"

#include <charconv>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "model/names.h"
#include "scenarios/did_you_mean.h"

namespace cantiere {
namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// The words between the brackets.
std::vector<std::string> positions_of(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        words.emplace_back(trimmed(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return words;
}

template <NamedList E>
std::vector<std::string> members_of() {
    std::vector<std::string> names;
    for (const Label& label : labels(E{})) {
        names.emplace_back(label.name);
    }
    return names;
}

/// The names along an axis; none where places are counted.
std::vector<std::string> names_along(Axis axis) {
    switch (axis) {
        case Axis::payer:
            return members_of<Payer>();
        case Axis::category:
            return members_of<Category>();
        case Axis::group:
            return members_of<Group>();
        case Axis::domain:
            return members_of<Domain>();
        case Axis::care_state:
        case Axis::care_state_to:
            return members_of<CareState>();
        case Axis::work_state:
            return members_of<WorkState>();
        case Axis::instrument:
            return members_of<Instrument>();
        default:
            return {};
    }
}

std::optional<std::size_t> number_below(const std::string& word, std::size_t limit) {
    std::size_t number = 0;
    const char* end = word.data() + word.size();
    const auto [stop, failure] = std::from_chars(word.data(), end, number);
    const bool read = failure == std::errc{} && stop == end && number < limit;
    return read ? std::optional(number) : std::nullopt;
}

/// Finds one position along an axis; says in `why` and `fix` what is wrong with it.
std::optional<std::size_t> position(const std::string& word,
                                    Axis axis,
                                    std::size_t limit,
                                    OutcomeReading& reading) {
    const std::vector<std::string> names = names_along(axis);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == word) return i;
    }
    const std::optional<std::size_t> number =
        names.empty() ? number_below(word, limit) : std::nullopt;
    if (!number) {
        reading.why = fmt::format("\"{}\" is no {}", word, name(axis));
        reading.fix = names.empty() ? fmt::format("write a number from 0 to {}", limit - 1)
                                    : did_you_mean(word, names, "write " + one_of(names));
    }
    return number;
}

std::vector<std::string> names_of_variables() {
    std::vector<std::string> names;
    for (const VariableShape& shape : all_variables()) {
        names.emplace_back(shape.name);
    }
    return names;
}

/// Words between the brackets that open at `bracket`; none without brackets, nothing where they do
/// not close.
std::optional<std::vector<std::string>> words_between(const std::string& text,
                                                      std::size_t bracket) {
    if (bracket == std::string::npos) return std::vector<std::string>{};
    if (text.back() != ']') return std::nullopt;
    return positions_of(std::string_view(text).substr(bracket + 1, text.size() - bracket - 2));
}

void explain_axes(OutcomeReading& reading, const std::string& called, std::span<const Axis> axes) {
    std::string along;
    for (const Axis axis : axes) {
        along += (along.empty() ? "" : ", ") + std::string(name(axis));
    }
    reading.why = axes.empty() ? fmt::format("{} is one number", called)
                               : fmt::format("{} has a value for each {}", called, along);
    reading.fix =
        axes.empty() ? fmt::format("write {}", called) : fmt::format("write {}[{}]", called, along);
}

}  // namespace

OutcomeReading read_outcome(const std::string& text, const OutcomeSizes& sizes) {
    OutcomeReading reading;
    const std::size_t bracket = text.find('[');
    const std::string called(trimmed(std::string_view(text).substr(0, bracket)));
    const std::optional<Variable> variable = find_variable(called);
    if (!variable || shape_of(*variable).reduction == Reduction::from_study) {
        reading.why = fmt::format("no variable of a run is called \"{}\"", called);
        reading.fix = did_you_mean(called, names_of_variables(), "outputs/FORMAT.md lists them");
        return reading;
    }
    const auto words = words_between(text, bracket);
    const auto axes = shape_of(*variable).axes.span();
    if (!words || words->size() != axes.size()) {
        explain_axes(reading, called, axes);
        return reading;
    }
    OutcomePlace outcome{*variable, 0};
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const std::size_t limit = extent(axes[i], sizes);
        const auto place = position((*words)[i], axes[i], limit, reading);
        if (!place) return reading;
        outcome.place = outcome.place * limit + *place;
    }
    reading.outcome = outcome;
    return reading;
}

double value_of(const RunOutcome& run, const OutcomePlace& outcome) {
    return run.values(outcome.variable)[outcome.place];
}

}  // namespace cantiere
