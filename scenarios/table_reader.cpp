#include "scenarios/table_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "scenarios/csv.h"
#include "scenarios/did_you_mean.h"
#include "scenarios/rounding.h"

namespace cantiere {
namespace {

bool is_id(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
               letter == '-' || letter == '_';
    });
}

std::string how_to_add(std::string_view key) {
    if (key == "scenario") {
        return "begin one with a line [[scenario]], and name it: id = \"as-usual\"";
    }
    if (key == "municipality") {
        return "begin one with a line [[municipality]], and state istat, name, population, "
               "latitude and longitude";
    }
    if (key == "kind") {
        return "add a line: kind = \"study\", or the kind of pack that it is";
    }
    return fmt::format("add a line: {} = ...", key);
}

/// A number written as people write it, "0,03" or "3%", as files have it; nothing for other texts.
std::optional<double> as_people_write(std::string text) {
    const bool is_percent = text.ends_with('%');
    if (is_percent) text.pop_back();
    while (text.ends_with(' ')) text.pop_back();
    const std::size_t comma = text.find(',');
    if (comma != std::string::npos) text[comma] = '.';
    const std::optional<double> number = parse_number(text);
    if (!number || (!is_percent && comma == std::string::npos)) return std::nullopt;
    constexpr double percent = 100.0;
    return is_percent ? rounded_to_12_digits(*number / percent) : *number;
}

}  // namespace

std::string how_to_write(std::string_view key, const TomlValue& value, std::string_view wanted) {
    const auto* text = value.as<std::string>();
    if (text == nullptr || wanted == "a text") {
        return fmt::format("write {}", wanted);
    }
    if (wanted == "a list") {
        return fmt::format("write {} = [{}]", key, toml_text(value, 40));
    }
    if (wanted == "a number") {
        if (const auto number = as_people_write(*text)) {
            return fmt::format("write {}", toml_number(*number));
        }
    }
    const bool only_quoted = parse_number(*text) || *text == "true" || *text == "false";
    return only_quoted ? fmt::format("write {} without quotes", *text)
                       : fmt::format("write {}", wanted);
}

TableReader::TableReader(const TomlTable& table, Place place, std::string name, Problems& problems)
    : table_(table), place_(std::move(place)), name_(std::move(name)), problems_(problems) {}

const TomlValue* TableReader::any(std::string_view key, Need need) {
    known_.emplace_back(key);
    const TomlValue* value = table_.find(key);
    if (value == nullptr && need == Need::required) {
        problems_.error("missing-key",
                        place_,
                        fmt::format("{} lacks {}", name_, key),
                        "it has no default",
                        how_to_add(key));
    }
    return value;
}

void TableReader::wrong_type(std::string_view key,
                             const TomlValue& value,
                             std::string_view wanted) {
    problems_.error("wrong-type",
                    value.place,
                    fmt::format("{} is {}: {}", key, kind_of(value), toml_text(value, 40)),
                    fmt::format("{} takes {}", key, wanted),
                    how_to_write(key, value, wanted));
}

template <class T>
const T* TableReader::typed(std::string_view key, Need need, std::string_view wanted) {
    const TomlValue* value = any(key, need);
    if (value == nullptr) {
        return nullptr;
    }
    const T* found = value->as<T>();
    if (found == nullptr) {
        wrong_type(key, *value, wanted);
    }
    return found;
}

std::optional<std::string> TableReader::text(std::string_view key, Need need) {
    const auto* found = typed<std::string>(key, need, "a text");
    return found == nullptr ? std::nullopt : std::optional(*found);
}

std::string TableReader::id(std::string_view use) {
    const std::optional<std::string> stated = text("id", Need::required);
    if (stated && !is_id(*stated)) {
        problems_.error("bad-id",
                        place("id"),
                        fmt::format("id is \"{}\"", *stated),
                        std::string(use),
                        "use lower-case letters, digits and hyphens");
    }
    return stated.value_or("");
}

std::optional<bool> TableReader::flag(std::string_view key, Need need) {
    const auto* found = typed<bool>(key, need, "true or false");
    return found == nullptr ? std::nullopt : std::optional(*found);
}

void TableReader::out_of_range(std::string_view key,
                               const TomlValue& value,
                               const std::string& low,
                               const std::string& high) {
    problems_.error("out-of-range",
                    value.place,
                    fmt::format("{} is {}", key, toml_text(value, 40)),
                    fmt::format("{} is from {} to {}", key, low, high),
                    fmt::format("write a number from {} to {}", low, high));
}

std::optional<std::int64_t> TableReader::integer(std::string_view key,
                                                 std::int64_t low,
                                                 std::int64_t high,
                                                 Need need) {
    const auto* found = typed<std::int64_t>(key, need, "a whole number");
    if (found == nullptr) {
        return std::nullopt;
    }
    if (*found < low || *found > high) {
        out_of_range(key, *table_.find(key), fmt::format("{}", low), fmt::format("{}", high));
        return std::nullopt;
    }
    return *found;
}

std::optional<double> TableReader::number(std::string_view key,
                                          double low,
                                          double high,
                                          Need need) {
    const TomlValue* value = any(key, need);
    if (value == nullptr) {
        return std::nullopt;
    }
    const auto* whole = value->as<std::int64_t>();
    const auto* real = value->as<double>();
    if (whole == nullptr && real == nullptr) {
        wrong_type(key, *value, "a number");
        return std::nullopt;
    }
    const double found = whole != nullptr ? static_cast<double>(*whole) : *real;
    const bool inside = found >= low && found <= high;  // nor is NaN
    if (!inside) {
        out_of_range(key, *value, toml_number(low), toml_number(high));
        return std::nullopt;
    }
    return found;
}

std::optional<Title> TableReader::title(std::string_view key, Need need) {
    const TomlValue* value = any(key, need);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (const auto* both = value->as<std::string>()) {
        return Title{*both, *both};
    }
    const auto* languages = value->as<TomlTable>();
    if (languages == nullptr) {
        wrong_type(key, *value, R"(a text, or { it = "...", en = "..." })");
        return std::nullopt;
    }
    TableReader inner(*languages, value->place, std::string(key), problems_);
    const std::optional<std::string> en = inner.text("en", Need::required);
    const std::optional<std::string> it = inner.text("it", Need::required);
    inner.finish();
    return en && it ? std::optional(Title{*en, *it}) : std::nullopt;
}

const TomlTable* TableReader::table(std::string_view key, Need need) {
    return typed<TomlTable>(key, need, "a table");
}

const TomlList* TableReader::list(std::string_view key, Need need) {
    return typed<TomlList>(key, need, "a list");
}

std::vector<std::string> TableReader::texts(std::string_view key) {
    std::vector<std::string> result;
    const TomlList* items = list(key);
    if (items == nullptr) {
        return result;
    }
    for (const TomlValue& item : *items) {
        if (const auto* word = item.as<std::string>()) {
            result.push_back(*word);
        } else {
            wrong_type(key, item, "texts");
        }
    }
    return result;
}

Place TableReader::place(std::string_view key) const {
    const TomlValue* value = table_.find(key);
    return value == nullptr ? place_ : value->place;
}

void TableReader::finish() {
    for (const TomlEntry& entry : table_.entries) {
        if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) {
            continue;
        }
        const bool is_table = entry.value.as<TomlTable>() != nullptr;
        problems_.error(
            "unknown-key",
            entry.place,
            fmt::format("unknown {} {} in {}", is_table ? "table" : "key", entry.key, name_),
            "it would change nothing",
            did_you_mean(entry.key, known_, fmt::format("known are {}", one_of(known_))));
    }
}

}  // namespace cantiere
