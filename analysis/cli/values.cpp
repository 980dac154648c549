#include "analysis/cli/values.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <regex>

#include <fmt/format.h>

#include "analysis/cli/usage_error.h"
#include "scenarios/did_you_mean.h"

namespace cantiere {
namespace {

/// The long name of an option written "-j,--threads".
std::string long_name(const std::string& names) {
    const std::size_t dashes = names.rfind("--");
    return dashes == std::string::npos ? names : names.substr(dashes);
}

template <class Number>
std::optional<Number> read_number(const std::string& text) {
    Number number{};
    const char* begin = text.data() + (text.starts_with('+') ? 1 : 0);
    const char* end = text.data() + text.size();
    const auto [last, failure] = std::from_chars(begin, end, number);
    return failure == std::errc{} && last == end ? std::optional(number) : std::nullopt;
}

/// Tells whether a text reads as whole thousands written in groups: 20.000 or 1,250,000.
bool has_separated_thousands(const std::string& text) {
    static const std::regex groups("[1-9][0-9]{0,2}([.,'][0-9]{3})+");
    return std::regex_match(text, groups);
}

std::string without_separators(std::string text) {
    std::erase_if(text, [](char c) { return c < '0' || c > '9'; });
    return text;
}

}  // namespace

void add_whole_number(CLI::App& app,
                      const std::string& names,
                      std::optional<std::int64_t>& target,
                      WholeRange range,
                      const std::string& text) {
    const auto read = [&target, range, name = long_name(names)](const std::string& written) {
        const std::optional<std::int64_t> number = read_number<std::int64_t>(written);
        if (!number || *number < range.low || *number > range.high) {
            throw UsageError(
                fmt::format("{} is \"{}\"", name, written),
                fmt::format("give a whole number from {} to {}", range.low, range.high));
        }
        target = number;
    };
    app.add_option_function<std::string>(names, read, text)->type_name("N");
}

void add_amount(CLI::App& app,
                const std::string& names,
                std::optional<double>& target,
                const std::string& text) {
    const auto read = [&target, name = long_name(names)](const std::string& written) {
        if (has_separated_thousands(written)) {
            throw UsageError(fmt::format("{} is \"{}\"", name, written),
                             fmt::format("write thousands without a separator, {}",
                                         without_separators(written)));
        }
        const std::optional<double> number = read_number<double>(written);
        if (!number || !std::isfinite(*number) || *number < 0.0) {
            throw UsageError(fmt::format("{} is \"{}\"", name, written),
                             "give a number of at least 0, decimals after a point");
        }
        target = number;
    };
    app.add_option_function<std::string>(names, read, text)->type_name("N");
}

void add_names(CLI::App& app,
               const std::string& names,
               std::vector<std::string>& target,
               const std::string& value_name,
               const std::string& text) {
    const auto read = [&target, name = long_name(names)](const std::string& written) {
        for (std::size_t begin = 0; begin <= written.size();) {
            const std::size_t end = std::min(written.find(',', begin), written.size());
            const std::string one = written.substr(begin, end - begin);
            if (one.empty()) {
                throw UsageError(fmt::format("{} \"{}\" has an empty name", name, written),
                                 "separate names by single commas, without spaces");
            }
            target.push_back(one);
            begin = end + 1;
        }
    };
    app.add_option_function<std::string>(names, read, text)->type_name(value_name);
}

const std::string& one_of_names(const std::string& option,
                                const std::string& text,
                                const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), text) == known.end()) {
        throw UsageError(fmt::format("{} is \"{}\"", option, text),
                         did_you_mean(text, known, fmt::format("it is one of {}", one_of(known))));
    }
    return text;
}

}  // namespace cantiere
