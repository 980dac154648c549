#include <charconv>
#include <regex>

#include <fmt/format.h>

#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"

namespace cantiere {
namespace {

constexpr std::int64_t longest_limit = std::int64_t{1000} * 24 * 3600;

/// A group of a match as a number; 0 where it is not there.
std::int64_t group_number(const std::smatch& found, std::size_t place) {
    const std::string digits = found[place].str();
    std::int64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

/// Reads 90, 90s, 10m, 2h, 1h30m, 1d12h.
std::optional<std::int64_t> seconds_with_units(const std::string& text) {
    static const std::regex form(
        R"((?:(\d{1,4})d)?(?:(\d{1,5})h)?(?:(\d{1,7})m)?(?:(\d{1,8})s?)?)");
    std::smatch found;
    if (text.empty() || !std::regex_match(text, found, form)) return std::nullopt;
    return ((group_number(found, 1) * 24 + group_number(found, 2)) * 60 + group_number(found, 3)) *
               60 +
           group_number(found, 4);
}

/// Reads MM:SS, HH:MM:SS, D-HH:MM:SS.
std::optional<std::int64_t> seconds_as_slurm(const std::string& text) {
    static const std::regex form(R"((?:(?:(\d{1,3})-)?(\d{1,4}):)?(\d{1,4}):([0-5]\d))");
    std::smatch found;
    if (!std::regex_match(text, found, form)) return std::nullopt;
    return ((group_number(found, 1) * 24 + group_number(found, 2)) * 60 + group_number(found, 3)) *
               60 +
           group_number(found, 4);
}

}  // namespace

void add_duration(CLI::App& app,
                  const std::string& names,
                  std::optional<std::int64_t>& seconds,
                  const std::string& text) {
    const auto read = [&seconds, name = names](const std::string& written) {
        std::optional<std::int64_t> number = seconds_with_units(written);
        if (!number) number = seconds_as_slurm(written);
        if (!number || *number < 1 || *number > longest_limit) {
            throw UsageError(fmt::format("{} is \"{}\"", name, written),
                             "give a time of at least a second: 90s, 10m, 2h, 1h30m, 1d or "
                             "HH:MM:SS; a number alone is seconds");
        }
        seconds = number;
    };
    app.add_option_function<std::string>(names, read, text)->type_name("T");
}

void add_shard(CLI::App& app,
               const std::string& names,
               std::optional<ShardPart>& target,
               const std::string& text) {
    const auto read = [&target, name = names](const std::string& written) {
        static const std::regex form("(\\d{1,6})/(\\d{1,6})");
        std::smatch found;
        const bool is_read = std::regex_match(written, found, form);
        const ShardPart part = is_read ? ShardPart{static_cast<std::size_t>(group_number(found, 1)),
                                                   static_cast<std::size_t>(group_number(found, 2))}
                                       : ShardPart{0, 0};
        if (part.index < 1 || part.index > part.count) {
            throw UsageError(fmt::format("{} is \"{}\"", name, written),
                             "give the number of the shard and how many there are, from 1/3 to 3/3 "
                             "for three");
        }
        target = part;
    };
    app.add_option_function<std::string>(names, read, text)->type_name("I/N");
}

}  // namespace cantiere
