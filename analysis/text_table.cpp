#include "analysis/text_table.h"

#include <algorithm>
#include <numeric>

#include "model/core/contracts.h"

namespace cantiere {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest_text = 14;

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U; }

/// Returns the bytes of the first `width` characters.
std::size_t bytes_of(std::string_view text, std::size_t width) {
    std::size_t place = 0;
    for (; place < text.size(); ++place) {
        if (!continues_character(text[place]) && width-- == 0) {
            break;
        }
    }
    return place;
}

std::string padded(const std::string& text, std::size_t width, bool left) {
    const std::string space(width - std::min(width, display_width(text)), ' ');
    return left ? text + space : space + text;
}

constexpr std::string_view joints = "._-/";  // of keys and paths: a line may end after one

/// Returns the width of the longest word, or of its longest part between joints.
std::size_t longest_part(std::string_view text, std::string_view after) {
    std::size_t longest = 0;
    std::size_t begin = 0;
    for (std::size_t place = 0; place <= text.size(); ++place) {
        const bool is_space = place == text.size() || text[place] == ' ';
        if (!is_space && after.find(text[place]) == std::string_view::npos) continue;
        const std::size_t end = is_space ? place : place + 1;
        longest = std::max(longest, display_width(text.substr(begin, end - begin)));
        begin = place + 1;
    }
    return longest;
}

/// Returns the bytes of the longest beginning that ends after a joint; of all `most` without one.
std::size_t end_of_part(std::string_view text, std::size_t most) {
    const std::size_t joint = text.substr(0, most).find_last_of(joints);
    return joint == std::string_view::npos || joint == 0 ? most : joint + 1;
}

std::size_t total_width(const std::vector<std::size_t>& widths) {
    return std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
}

std::string without_trailing_spaces(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

}  // namespace

std::size_t display_width(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return !continues_character(byte);
    }));
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    expects(width > 0, "room for a character");
    std::vector<std::string> lines;
    while (display_width(text) > width) {
        const std::size_t most = bytes_of(text, width);
        const std::size_t space = text.rfind(' ', most);
        const bool between_words = space != std::string_view::npos && space > 0;
        const std::size_t end = between_words ? space : end_of_part(text, most);
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(between_words ? end + 1 : end);
    }
    lines.emplace_back(text);
    return lines;
}

std::string paragraph(std::string_view text, std::size_t width, std::size_t indent) {
    std::string result;
    for (const std::string& line :
         wrapped(text, std::max(width, indent + narrowest_text) - indent)) {
        result += without_trailing_spaces(std::string(indent, ' ') + line) + "\n";
    }
    return result;
}

std::string Style::styled(std::string_view code, std::string_view text) const {
    return colour ? std::string(code) + std::string(text) + "\x1b[0m" : std::string(text);
}

void TextTable::flush_left(std::size_t column) { left_.push_back(column); }

void TextTable::add(std::vector<std::string> row) {
    expects(row.size() <= header_.size(), "a row no longer than the header");
    row.resize(header_.size());
    rows_.push_back(std::move(row));
}

bool TextTable::is_left(std::size_t column) const {
    return column == 0 || std::find(left_.begin(), left_.end(), column) != left_.end();
}

/// Returns the least width of a column: numbers stay whole, words of headers and the parts of keys
/// too.
std::size_t TextTable::narrowest(std::size_t column) const {
    if (is_left(column)) {
        std::size_t least = narrowest_text;
        for (const auto& row : rows_) least = std::max(least, longest_part(row[column], joints));
        return least;
    }
    std::size_t least = longest_part(header_[column], "");
    for (const auto& row : rows_) {
        least = std::max(least, display_width(row[column]));
    }
    return least;
}

/// Finds the widest column of a kind that can still shrink.
std::optional<std::size_t> TextTable::widest_to_shrink(const std::vector<std::size_t>& widths,
                                                       Kind kind) const {
    std::optional<std::size_t> widest;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        const bool can_shrink =
            is_left(column) == (kind == Kind::text) && widths[column] > narrowest(column);
        if (can_shrink && (!widest || widths[column] > widths[*widest])) {
            widest = column;
        }
    }
    return widest;
}

/// Gives every column its widest cell; headers of numbers shrink until the table fits, then texts.
std::vector<std::size_t> TextTable::widths(std::size_t room) const {
    std::vector<std::size_t> all(header_.size(), 0);
    for (std::size_t column = 0; column < all.size(); ++column) {
        all[column] = display_width(header_[column]);
        for (const auto& row : rows_) {
            all[column] = std::max(all[column], display_width(row[column]));
        }
    }
    shrink(all, Kind::number, room);
    std::vector<std::size_t> narrow = all;
    shrink(narrow, Kind::text, room);
    return total_width(narrow) > room ? all : narrow;  // texts stay whole where panels are needed
}

/// Narrows columns of a kind, the widest first, until the table fits or none can.
void TextTable::shrink(std::vector<std::size_t>& widths, Kind kind, std::size_t room) const {
    while (total_width(widths) > room) {
        const std::optional<std::size_t> widest = widest_to_shrink(widths, kind);
        if (!widest) {
            return;
        }
        --widths[*widest];
    }
}

/// Splits columns into panels that fit, the first column in each.
std::vector<std::vector<std::size_t>> TextTable::panels(const std::vector<std::size_t>& widths,
                                                        std::size_t room) {
    std::vector<std::vector<std::size_t>> all{{0}};
    std::size_t used = widths.front();
    for (std::size_t column = 1; column < widths.size(); ++column) {
        if (used + gap + widths[column] > room && all.back().size() > 1) {
            all.push_back({0});
            used = widths.front();
        }
        all.back().push_back(column);
        used += gap + widths[column];
    }
    return all;
}

/// Writes one row of a panel; cells of several lines stand at the top, in a header at the bottom.
std::string TextTable::line(const std::vector<std::string>& cells,
                            const std::vector<std::size_t>& widths,
                            const std::vector<std::size_t>& panel,
                            Kind kind) const {
    std::vector<std::vector<std::string>> parts;
    std::size_t height = 1;
    for (const std::size_t column : panel) {
        parts.push_back(wrapped(cells[column], std::max<std::size_t>(widths[column], 1)));
        height = std::max(height, parts.back().size());
    }
    const auto part_at = [&](std::size_t place, std::size_t level) -> std::string {
        const std::size_t above = kind == Kind::header ? height - parts[place].size() : 0;
        if (level < above || level - above >= parts[place].size()) return "";
        return parts[place][level - above];
    };
    std::string text;
    for (std::size_t level = 0; level < height; ++level) {
        std::string one;
        for (std::size_t place = 0; place < panel.size(); ++place) {
            const std::size_t column = panel[place];
            one += (place > 0 ? std::string(gap, ' ') : "") +
                   padded(part_at(place, level), widths[column], is_left(column));
        }
        text += without_trailing_spaces(one) + "\n";
    }
    return text;
}

std::string Layout::heading(std::string_view text) const {
    return markdown ? "## " + std::string(text) + "\n" : style.bold(text);
}

std::string TextTable::markdown() const {
    const auto row = [](const std::vector<std::string>& cells) {
        std::string line = "|";
        for (std::string cell : cells) {
            for (std::size_t at = cell.find('|'); at != std::string::npos;
                 at = cell.find('|', at + 2)) {
                cell.insert(at, "\\");
            }
            line += " " + cell + " |";
        }
        return line + "\n";
    };
    std::string rule = "|";
    for (std::size_t column = 0; column < header_.size(); ++column) {
        rule += is_left(column) ? "---|" : "--:|";
    }
    std::string text = row(header_) + rule + "\n";
    for (const auto& cells : rows_) text += row(cells);
    return text;
}

std::string TextTable::text(const Layout& layout, std::size_t indent) const {
    if (layout.markdown) return markdown();
    const std::size_t room = std::max(layout.width, indent + 1) - indent;
    const std::vector<std::size_t> all = widths(room);
    const std::string margin(indent, ' ');
    const auto indented = [&](const std::string& lines, Kind kind) {
        std::string result;
        for (std::size_t begin = 0; begin < lines.size();) {
            const std::size_t end = lines.find('\n', begin);
            const std::string one = lines.substr(begin, end - begin);
            result += margin + (kind == Kind::header ? layout.style.dim(one) : one) + "\n";
            begin = end + 1;
        }
        return result;
    };
    const bool headed = std::any_of(header_.begin(), header_.end(), [](const std::string& cell) {
        return !cell.empty();
    });
    std::string result;
    for (const std::vector<std::size_t>& panel : panels(all, room)) {
        result += result.empty() ? "" : "\n";
        if (headed) {
            result += indented(line(header_, all, panel, Kind::header), Kind::header);
        }
        for (const auto& row : rows_) {
            result += indented(line(row, all, panel, Kind::text), Kind::text);
        }
    }
    return result;
}

}  // namespace cantiere
