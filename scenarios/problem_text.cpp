#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "scenarios/overrides.h"
#include "scenarios/problems.h"

namespace cantiere {
namespace {

constexpr std::size_t longest_line_shown = 120;

std::string_view line_of(std::string_view file, int line) {
    for (int before = 1; before < line; ++before) {
        const std::size_t end = file.find('\n');
        if (end == std::string_view::npos) {
            return {};
        }
        file.remove_prefix(end + 1);
    }
    std::string_view found = file.substr(0, file.find('\n'));
    while (!found.empty() && found.back() == '\r') {
        found.remove_suffix(1);
    }
    return found;
}

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xc0u) == 0x80u; }

/// Spaces up to the column, with the tabs of the line kept so that the caret stands right.
std::string indent_to(std::string_view line, int column) {
    std::string indent;
    int at = 1;
    for (std::size_t i = 0; i < line.size() && at < column; ++i) {
        if (continues_character(line[i])) {
            continue;
        }
        indent += line[i] == '\t' ? '\t' : ' ';
        ++at;
    }
    indent.append(static_cast<std::size_t>(column > at ? column - at : 0), ' ');
    return indent;
}

/// Where each character of a line begins, in bytes, and where the last one ends.
std::vector<std::size_t> character_borders(std::string_view line) {
    std::vector<std::size_t> borders;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (!continues_character(line[i])) {
            borders.push_back(i);
        }
    }
    borders.push_back(line.size());
    return borders;
}

/// First character of the part of a long line that is shown: its begin, else around the column.
std::size_t begin_of_window(std::size_t column, std::size_t characters) {
    constexpr std::size_t shown_before = longest_line_shown / 2;
    if (characters <= longest_line_shown || column + 10 <= longest_line_shown) {
        return 0;
    }
    return std::min(column - shown_before, characters - longest_line_shown);
}

std::string shown_line(const Place& place) {
    if (!place.file || place.line <= 0) {
        return "";
    }
    const std::string_view line = line_of(place.file->text, place.line);
    if (line.empty()) {
        return "";
    }
    const std::vector<std::size_t> borders = character_borders(line);
    const std::size_t characters = borders.size() - 1;
    const int column = std::max(place.column, 1);
    const std::size_t begin = begin_of_window(static_cast<std::size_t>(column), characters);
    const std::size_t end = std::min(begin + longest_line_shown, characters);
    const std::string_view shown = line.substr(borders[begin], borders[end] - borders[begin]);
    const std::string_view before = begin > 0 ? "..." : "";
    return fmt::format("\n    {}{}{}\n    {:{}}{}^",
                       before,
                       shown,
                       end < characters ? "..." : "",
                       "",
                       before.size(),
                       indent_to(shown, column - static_cast<int>(begin)));
}

/// The section that a line of the command line's file is in.
std::string_view section_at(const Place& place) {
    std::string_view section;
    for (int i = 1; i <= place.line; ++i) {
        const std::string_view line = line_of(place.file->text, i);
        if (line.starts_with('[')) section = line.substr(1, line.size() - 2);
    }
    return section;
}

/// Counts are whole numbers where an option of their own gave them.
bool has_option_of_its_own(std::string_view section, std::string_view key, char first) {
    if (key == "hypercube_draws" || first < '0' || first > '9') return false;
    return section == "experiment" || (section == "horizon" && key == "months");
}

/// The option of the command line that a line of its file stands for.
std::string option_of(const Place& place) {
    constexpr std::string_view start = " = ";
    const std::string_view section = section_at(place);
    const std::string_view line = line_of(place.file->text, place.line);
    std::string_view key = line.substr(0, line.find(start));
    if (line.find(start) == std::string_view::npos) return "the command line";
    if (section.empty()) return key == "law" ? "--law" : "--to";
    if (key.starts_with('"')) key = key.substr(1, key.size() - 2);
    if (section == "set") return fmt::format("--set {}", key);
    const char first = line[line.find(start) + start.size()];
    if (key == "only" && section == "experiment") return "--only";
    return has_option_of_its_own(section, key, first) ? fmt::format("--{}", key)
                                                      : fmt::format("--set {}.{}", section, key);
}

bool is_of_command_line(const Place& place) {
    return place.file && place.file->path == overrides_path && place.line > 0;
}

std::string_view label_of(Severity severity) {
    switch (severity) {
        case Severity::warning:
            return "warning: ";
        case Severity::note:
            return "note: ";
        case Severity::error:
            break;
    }
    return "";
}

std::string message(const Problem& problem) {
    return problem.why.empty() ? problem.what : fmt::format("{} ({})", problem.what, problem.why);
}

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::warning:
            return "warning";
        case Severity::note:
            return "note";
        case Severity::error:
            break;
    }
    return "error";
}

nlohmann::ordered_json count_or_null(int count) {
    return count > 0 ? nlohmann::ordered_json(count) : nlohmann::ordered_json(nullptr);
}

}  // namespace

std::string text(const Place& place) {
    if (!place.file) {
        return "";
    }
    if (place.line <= 0) {
        return place.file->path;
    }
    return fmt::format("{}:{}:{}", place.file->path, place.line, place.column);
}

std::string text(const Problem& problem) {
    const bool is_option = is_of_command_line(problem.place);
    const std::string where = is_option ? option_of(problem.place) : text(problem.place);
    std::string result = where.empty() ? "" : where + ": ";
    result += label_of(problem.severity);
    result += message(problem);
    if (!problem.fix.empty()) {
        result += "; " + problem.fix;
    }
    return is_option ? result : result + shown_line(problem.place);
}

std::string text(const Problems& problems) {
    std::string result;
    for (const Problem& problem : problems.list()) {
        result += text(problem) + "\n";
    }
    return result;
}

std::string json(const Problems& problems) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Problem& problem : problems.list()) {
        const bool known = problem.place.file != nullptr;
        list.push_back(
            {{"code", problem.code},
             {"severity", name_of(problem.severity)},
             {"file", known ? nlohmann::ordered_json(problem.place.file->path) : nullptr},
             {"line", count_or_null(problem.place.line)},
             {"column", count_or_null(problem.place.column)},
             {"message", message(problem)},
             {"hint", problem.fix}});
    }
    const nlohmann::ordered_json result{{"ok", !problems.has_errors()}, {"problems", list}};
    constexpr auto replace = nlohmann::ordered_json::error_handler_t::replace;
    return result.dump(2, ' ', false, replace);
}

}  // namespace cantiere
