#include "scenarios/toml_tree.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace cantiere {
namespace {

template <class Table>
auto* find_in(Table& table, std::string_view key) {
    const auto found = std::find_if(table.entries.begin(),
                                    table.entries.end(),
                                    [key](const TomlEntry& entry) { return entry.key == key; });
    return found == table.entries.end() ? nullptr : &found->value;
}

std::string full_text(const TomlValue& value);

std::string list_text(const TomlList& list) {
    std::string result;
    for (const TomlValue& item : list) {
        result += (result.empty() ? "" : ", ") + full_text(item);
    }
    return "[" + result + "]";
}

std::string table_text(const TomlTable& table) {
    std::string result;
    for (const TomlEntry& entry : table.entries) {
        result += fmt::format("{}{} = {}",
                              result.empty() ? "" : ", ",
                              toml_key(entry.key),
                              full_text(entry.value));
    }
    return result.empty() ? "{}" : "{ " + result + " }";
}

std::string full_text(const TomlValue& value) {
    if (const auto* flag = value.as<bool>()) {
        return *flag ? "true" : "false";
    }
    if (const auto* whole = value.as<std::int64_t>()) {
        return fmt::format("{}", *whole);
    }
    if (const auto* number = value.as<double>()) {
        return toml_number(*number);
    }
    if (const auto* word = value.as<std::string>()) {
        return toml_quoted(*word);
    }
    if (const auto* list = value.as<TomlList>()) {
        return list_text(*list);
    }
    if (const auto* table = value.as<TomlTable>()) {
        return table_text(*table);
    }
    return "a date";
}

const TomlValue* with_name(const TomlList& list, std::string_view id) {
    const auto found = std::find_if(list.begin(), list.end(), [id](const TomlValue& item) {
        return entry_id(item) == id;
    });
    return found == list.end() ? nullptr : &*found;
}

void merge_names(TomlList& below, const TomlList& above) {
    for (const TomlValue& item : above) {
        const TomlValue* found = with_name(below, entry_id(item));
        if (found == nullptr) {
            below.push_back(item);
            continue;
        }
        TomlValue& same = below[static_cast<std::size_t>(found - below.data())];
        merge_over(*same.as<TomlTable>(), *item.as<TomlTable>());
        same.place = item.place;
    }
}

void merge_value(TomlValue& below, const TomlValue& above) {
    auto* table = below.as<TomlTable>();
    const auto* over = above.as<TomlTable>();
    if (table != nullptr && over != nullptr && over->find("value") == nullptr) {
        merge_over(*table, *over);
        below.place = above.place;
        return;
    }
    auto* list = below.as<TomlList>();
    const auto* list_over = above.as<TomlList>();
    if (list != nullptr && list_over != nullptr && is_named_list(*list) &&
        is_named_list(*list_over)) {
        merge_names(*list, *list_over);
        return;
    }
    below = above;
}

}  // namespace

const TomlValue* TomlTable::find(std::string_view key) const { return find_in(*this, key); }
TomlValue* TomlTable::find(std::string_view key) { return find_in(*this, key); }

std::string_view kind_of(const TomlValue& value) {
    switch (value.value.index()) {
        case 1:
            return "true or false";
        case 2:
            return "a whole number";
        case 3:
            return "a number";
        case 4:
            return "a text";
        case 5:
            return "a list";
        case 6:
            return "a table";
        default:
            return "a date";
    }
}

std::string toml_quoted(std::string_view text) {
    std::string result = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') {
            result += '\\';
            result += letter;
        } else if (letter == '\n') {
            result += "\\n";
        } else if (letter == '\t') {
            result += "\\t";
        } else if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f) {
            result += fmt::format("\\u{:04X}", static_cast<unsigned char>(letter));
        } else {
            result += letter;
        }
    }
    return result + "\"";
}

std::string toml_key(std::string_view key) {
    const bool bare = !key.empty() && std::all_of(key.begin(), key.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '_' || letter == '-';
    });
    return bare ? std::string(key) : toml_quoted(key);
}

std::string toml_number(double number) {
    if (std::isnan(number)) {
        return "nan";
    }
    if (std::isinf(number)) {
        return number < 0.0 ? "-inf" : "inf";
    }
    return fmt::format("{}", number);
}

std::string toml_text(const TomlValue& value, std::size_t most) {
    std::string result = full_text(value);
    if (most > 3 && result.size() > most) {
        std::size_t end = most - 3;
        while (end > 0 && (static_cast<unsigned char>(result[end]) & 0xc0u) == 0x80u) {
            --end;
        }
        result = result.substr(0, end) + "...";
    }
    return result;
}

bool same_value(const TomlValue& a, const TomlValue& b) { return full_text(a) == full_text(b); }

std::string entry_id(const TomlValue& value) {
    const auto* table = value.as<TomlTable>();
    if (table == nullptr) {
        return "";
    }
    for (const std::string_view key : {"id", "istat"}) {
        const TomlValue* name = table->find(key);
        if (name != nullptr && name->as<std::string>() != nullptr) {
            return *name->as<std::string>();
        }
    }
    return "";
}

bool is_named_list(const TomlList& list) {
    return !list.empty() && std::all_of(list.begin(), list.end(), [](const TomlValue& item) {
        return !entry_id(item).empty();
    });
}

void merge_over(TomlTable& below, const TomlTable& above) {
    for (const TomlEntry& entry : above.entries) {
        TomlValue* same = below.find(entry.key);
        if (same == nullptr) {
            below.entries.push_back(entry);
            continue;
        }
        merge_value(*same, entry.value);
        for (TomlEntry& kept : below.entries) {
            if (kept.key == entry.key) {
                kept.place = entry.place;
            }
        }
    }
}

namespace {

void report_twice(const std::string& key,
                  const TomlValue& item,
                  int first_line,
                  Problems& problems) {
    const TomlTable& named = *item.as<TomlTable>();
    const TomlValue* name = named.find(named.find("id") != nullptr ? "id" : "istat");
    problems.error(
        "duplicate-id",
        name != nullptr ? name->place : item.place,
        fmt::format("[[{}]] \"{}\" stands twice", key, entry_id(item)),
        fmt::format("the first is at line {}, and results are told apart by it", first_line),
        "correct one of them, or remove it");
}

void check_entries_once(const std::string& key, const TomlList& list, Problems& problems) {
    std::map<std::string, int> first_line;
    for (const TomlValue& item : list) {
        const std::string id = entry_id(item);
        const auto [first, fresh] = first_line.emplace(id, item.place.line);
        if (!fresh && !id.empty()) {
            report_twice(key, item, first->second, problems);
        }
    }
}

/// The municipalities of a file, each with its name; null where it has none.
const TomlList* municipalities_of(const TomlTable& file) {
    const TomlValue* stated = file.find("municipality");
    const auto* list = stated != nullptr ? stated->as<TomlList>() : nullptr;
    return list != nullptr && is_named_list(*list) ? list : nullptr;
}

/// Names the files in which values stand, each once.
std::string files_of(const TomlList& list) {
    std::set<std::string> names;
    for (const TomlValue& item : list) names.insert(item.place.file->path);
    return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

void check_names_once(const TomlTable& table, Problems& problems) {
    for (const TomlEntry& entry : table.entries) {
        if (const auto* list = entry.value.as<TomlList>()) {
            check_entries_once(entry.key, *list, problems);
        }
    }
}

void note_added_municipalities(const TomlTable& extended,
                               const TomlTable& own,
                               Problems& problems) {
    const TomlList* inherited = municipalities_of(extended);
    const TomlList* stated = municipalities_of(own);
    if (inherited == nullptr || stated == nullptr) return;
    const auto is_added = [&](const TomlValue& item) {
        return with_name(*inherited, entry_id(item)) == nullptr;
    };
    const auto first = std::ranges::find_if(*stated, is_added);
    if (first == stated->end()) return;
    problems.note("added-municipalities",
                  first->place,
                  fmt::format("this file adds municipalities ({}) to those of {} ({})",
                              std::ranges::count_if(*stated, is_added),
                              files_of(*inherited),
                              inherited->size()),
                  "entries with another istat add to those that a file extends, and replace none",
                  "to have these alone extend a file without municipalities, such as "
                  "shipped:territories/common/italy.toml, or leave extends out");
}

}  // namespace cantiere
