// The only file that knows the TOML library.
#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <regex>
#include <string_view>
#include <utility>

#include "scenarios/toml_reader.h"

namespace cantiere {
namespace {

using FilePointer = std::shared_ptr<const SourceFile>;

Place place_at(const FilePointer& file, const toml::source_position& position) {
    return {file, static_cast<int>(position.line), static_cast<int>(position.column)};
}

TomlValue converted(const toml::node& node, const FilePointer& file);

TomlTable converted_table(const toml::table& table, const FilePointer& file) {
    TomlTable result;
    for (const auto& [key, node] : table) {
        Place place = place_at(file, key.source().begin);
        result.entries.push_back({std::string(key.str()), std::move(place), converted(node, file)});
    }
    const auto before = [](const TomlEntry& a, const TomlEntry& b) {
        return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
    };
    std::stable_sort(result.entries.begin(), result.entries.end(), before);
    return result;
}

TomlList converted_list(const toml::array& array, const FilePointer& file) {
    TomlList result;
    for (const toml::node& item : array) {
        result.push_back(converted(item, file));
    }
    return result;
}

TomlValue converted(const toml::node& node, const FilePointer& file) {
    TomlValue result;
    result.place = place_at(file, node.source().begin);
    if (const auto* table = node.as_table()) {
        result.value = converted_table(*table, file);
    } else if (const auto* array = node.as_array()) {
        result.value = converted_list(*array, file);
    } else if (const auto* text = node.as_string()) {
        result.value = text->get();
    } else if (const auto* whole = node.as_integer()) {
        result.value = whole->get();
    } else if (const auto* number = node.as_floating_point()) {
        result.value = number->get();
    } else if (const auto* flag = node.as_boolean()) {
        result.value = flag->get();
    }
    return result;
}

std::string line_at(std::string_view text, int line) {
    for (int before = 1; before < line; ++before) {
        text.remove_prefix(std::min(text.size(), text.find('\n') + 1));
    }
    return std::string(text.substr(0, text.find('\n')));
}

int characters_before(std::string_view line, std::size_t byte) {
    return static_cast<int>(std::count_if(
        line.begin(),
        line.begin() + static_cast<std::ptrdiff_t>(byte),
        [](char letter) { return (static_cast<unsigned char>(letter) & 0xc0u) != 0x80u; }));
}

/// What to write instead: three digits after the comma may be thousands as well.
std::string comma_remedy(const std::string& written, const std::string& with_point) {
    const std::size_t after = written.size() - written.find(',') - 1;
    if (after != 3) return fmt::format("write {}", with_point);
    std::string whole = written;
    std::erase(whole, ',');
    return fmt::format("write {} if thousands are meant, {} if not", whole, with_point);
}

/// Tells a decimal comma apart from other mistakes, as it is the commonest one in Italy.
bool report_comma(const FilePointer& file, const Place& place, Problems& problems) {
    static const std::regex decimal_comma(R"(=\s*[-+]?\d+(,)\d+)");
    const std::string line = line_at(file->text, place.line);
    std::smatch match;
    if (!std::regex_search(line, match, decimal_comma)) {
        return false;
    }
    const auto comma = static_cast<std::size_t>(match.position(1));
    const std::size_t first =
        line.find_first_not_of("= \t", static_cast<std::size_t>(match.position(0)));
    const auto end = static_cast<std::size_t>(match.position(0) + match.length(0));
    std::string written = line.substr(first, end - first);
    std::string meant = written;
    std::replace(meant.begin(), meant.end(), ',', '.');
    problems.error("decimal-comma",
                   Place{file, place.line, characters_before(line, comma) + 1},
                   fmt::format("{} has a decimal comma", written),
                   "TOML numbers take a decimal point",
                   comma_remedy(written, meant));
    return true;
}

/// Finds the remedy of what the library complains of, by its words.
std::string remedy_of(std::string_view complaint, const std::string& line) {
    const auto says = [&](std::string_view words) {
        return complaint.find(words) != std::string_view::npos;
    };
    if (says("redefine")) {
        return "a key stands once in a table: remove one of them";
    }
    if (says("control characters")) {
        return "close the text with a double quote on its line";
    }
    if (says("not representable in 64 bits")) {
        return "write a smaller number";
    }
    if (says("nested value depth")) {
        return "remove brackets: no key takes lists that deep";
    }
    if (line.find("“") != std::string::npos || line.find("”") != std::string::npos) {
        return "write straight double quotes instead of “ and ”";
    }
    return "correct this line; texts and dates such as \"2015-01\" stand between double quotes, "
           "numbers take a decimal point";
}

constexpr int most_key_parts = 32;

/// Counts the dots of the key that is read, letter by letter; texts and comments have none.
class KeyDots {
  public:
    void read(char letter) {
        if (quote_ != 0) {
            read_quoted(letter);
        } else if (letter == '"' || letter == '\'' || letter == '#') {
            quote_ = letter == '#' ? '\n' : letter;
        } else if (letter == '.') {
            ++count_;
        }
        if (quote_ == 0 && separators.find(letter) != std::string_view::npos) {
            count_ = 0;
        }
    }
    int count() const { return count_; }

  private:
    static constexpr std::string_view separators = "=,[]{}\n";

    void read_quoted(char letter) {
        const bool closes = (letter == quote_ && !escaped_) || letter == '\n';
        escaped_ = quote_ == '"' && letter == '\\' && !escaped_;
        quote_ = closes ? char{0} : quote_;
    }

    char quote_ = 0;  // what ends the text or comment that is read; 0 outside them
    bool escaped_ = false;
    int count_ = 0;
};

/// Finds a key of more parts than any file needs: the library nests a table a part and has no limit
/// of its own, so a long enough key would exhaust the stack.
std::optional<Place> overlong_key(const FilePointer& file) {
    KeyDots dots;
    int line = 1;
    for (const char letter : file->text) {
        line += letter == '\n' ? 1 : 0;
        dots.read(letter);
        if (dots.count() > most_key_parts) {
            return Place{file, line, 1};
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<TomlTable> parse_toml(const FilePointer& file, Problems& problems) {
    if (const std::optional<Place> place = overlong_key(file)) {
        problems.error("syntax",
                       *place,
                       fmt::format("a key has more than {} parts", most_key_parts),
                       "keys have two or three, such as internship.slots",
                       "write a shorter key");
        return std::nullopt;
    }
    try {
        const toml::table table = toml::parse(std::string_view(file->text));
        return converted_table(table, file);
    } catch (const toml::parse_error& failure) {
        const Place place = place_at(file, failure.source().begin);
        if (!report_comma(file, place, problems)) {
            problems.error("syntax",
                           place,
                           fmt::format("this is not TOML: {}", failure.description()),
                           "nothing after it can be read",
                           remedy_of(failure.description(), line_at(file->text, place.line)));
        }
        return std::nullopt;
    }
}

}  // namespace cantiere
