#include "scenarios/overrides.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scenarios/toml_reader.h"

namespace cantiere {
namespace {

constexpr std::array<std::string_view, 5> sections{"horizon",
                                                   "evaluation",
                                                   "experiment",
                                                   "modules",
                                                   "set"};

struct Line {
    std::string section, key, value;
};

std::optional<TomlValue> parse_value(const std::string& written) {
    Problems ignored;  // what is no TOML value is taken as a name
    const auto file =
        std::make_shared<const SourceFile>(SourceFile{"", fmt::format("x = {}\n", written)});
    const std::optional<TomlTable> table = parse_toml(file, ignored);
    const bool single = table && table->entries.size() == 1;
    return single ? std::optional(table->entries.front().value) : std::nullopt;
}

std::string value_as_toml(const std::string& written) {
    const std::optional<TomlValue> value = parse_value(written);
    return value ? toml_text(*value) : toml_quoted(written);
}

Line line_of(const std::string& key, const std::string& written) {
    const std::size_t dot = key.find('.');
    const std::string first = key.substr(0, dot);
    const bool of_study = dot != std::string::npos && first != "set" &&
                          std::find(sections.begin(), sections.end(), first) != sections.end();
    return of_study ? Line{first, key.substr(dot + 1), value_as_toml(written)}
                    : Line{"set", key, value_as_toml(written)};
}

bool is_stated(const Line& line, const TomlTable& study) {
    const TomlValue* section = study.find(line.section);
    const auto* table = section != nullptr ? section->as<TomlTable>() : nullptr;
    const TomlValue* stated = table != nullptr ? table->find(line.key) : nullptr;
    return stated != nullptr && toml_text(*stated) == line.value;
}

void add(std::vector<Line>& lines, Line line) {
    std::erase_if(lines, [&line](const Line& earlier) {
        return earlier.section == line.section && earlier.key == line.key;
    });
    lines.push_back(std::move(line));
}

std::vector<Line> lines_of(const Overrides& overrides) {
    std::vector<Line> lines;
    for (const auto& [key, value] : overrides.set) {
        add(lines, line_of(key, value));
    }
    const auto add_count =
        [&lines](std::string section, std::string key, const std::optional<std::int64_t>& count) {
            if (count) {
                add(lines, {std::move(section), std::move(key), fmt::format("{}", *count)});
            }
        };
    add_count("horizon", "months", overrides.months);
    add_count("experiment", "hypercube_draws", overrides.hypercube_draws);  // where --set puts it
    add_count("experiment", "draws", overrides.draws);
    add_count("experiment", "replicates", overrides.replicates);
    add_count("experiment", "seed", overrides.seed);
    if (!overrides.only.empty()) {
        std::string list;
        for (const std::string& id : overrides.only) {
            list += (list.empty() ? "" : ", ") + toml_quoted(id);
        }
        add(lines, {"experiment", "only", "[" + list + "]"});
    }
    return lines;
}

}  // namespace

std::optional<std::pair<std::string, std::string>> parse_set(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) {
        return std::nullopt;
    }
    const auto trimmed = [](std::string_view part) {
        const std::size_t first = part.find_first_not_of(' ');
        const std::size_t last = part.find_last_not_of(' ');
        return first == std::string_view::npos ? std::string()
                                               : std::string(part.substr(first, last - first + 1));
    };
    return std::pair(trimmed(text.substr(0, equals)), trimmed(text.substr(equals + 1)));
}

std::string overrides_text(const Overrides& overrides, const TomlTable& study) {
    std::vector<Line> lines = lines_of(overrides);
    std::erase_if(lines, [&study](const Line& line) { return is_stated(line, study); });
    std::string text;
    if (overrides.territory)
        text += fmt::format("territory = {}\n", toml_quoted(*overrides.territory));
    if (overrides.law) text += fmt::format("law = {}\n", toml_quoted(*overrides.law));
    for (const std::string_view section : sections) {
        std::string body;
        for (const Line& line : lines) {
            if (line.section == section) {
                body += fmt::format("{} = {}\n", toml_key(line.key), line.value);
            }
        }
        text += body.empty() ? "" : fmt::format("[{}]\n{}", section, body);
    }
    return text;
}

}  // namespace cantiere
