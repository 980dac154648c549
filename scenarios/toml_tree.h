#pragma once
/// A parsed TOML file in which every value knows its place.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "scenarios/problems.h"

namespace cantiere {

struct TomlEntry;
struct TomlValue;
using TomlList = std::vector<TomlValue>;

/// A table, its entries in the order of the file.
struct TomlTable {
    std::vector<TomlEntry> entries;

    /// Finds the value of a key; null when there is none.
    const TomlValue* find(std::string_view key) const;
    TomlValue* find(std::string_view key);
};

/// A value; nothing (monostate) stands for a date or a time, which no key takes.
struct TomlValue {
    std::variant<std::monostate, bool, std::int64_t, double, std::string, TomlList, TomlTable>
        value;
    Place place;

    template <class T>
    const T* as() const {
        return std::get_if<T>(&value);
    }
    template <class T>
    T* as() {
        return std::get_if<T>(&value);
    }
};

struct TomlEntry {
    std::string key;
    Place place;  // of the key
    TomlValue value;
};

/// Says what a value is, for messages: `a text`, `a whole number`, `a list` ...
std::string_view kind_of(const TomlValue& value);

/// Writes a value as TOML on one line; long ones are cut when `most` characters are given.
std::string toml_text(const TomlValue& value, std::size_t most = 0);

/// Writes a text as a TOML string, quoted and escaped.
std::string toml_quoted(std::string_view text);

/// Writes a key as TOML: bare where it can be, else quoted.
std::string toml_key(std::string_view key);

/// Writes a number as TOML, the shortest text that reads back as the same double.
std::string toml_number(double number);

/// Tells whether two values are the same, wherever they stand.
bool same_value(const TomlValue& a, const TomlValue& b);

/// Returns the name by which `[[x]]` entries are told apart: `id`, or a municipality's `istat`.
/// Empty when the value is no table or has neither.
std::string entry_id(const TomlValue& value);

/// Tells whether a list is made of tables with names (`[[x]]`), merged by name across files.
bool is_named_list(const TomlList& list);

/// Lays a table over another: tables deep, lists and numbers replaced, `[[x]]` by name. A table
/// with a `value` is one number and is replaced as a whole, since its source and range belong to
/// the value.
void merge_over(TomlTable& below, const TomlTable& above);

/// Reports every `[[x]]` name that stands twice in one file.
void check_names_once(const TomlTable& table, Problems& problems);

/// Notes the municipalities that a file adds to those of the files that it extends, which whoever
/// lists all those of a place does not expect.
void note_added_municipalities(const TomlTable& extended, const TomlTable& own, Problems& problems);

}  // namespace cantiere
