#include "analysis/toml_diff.h"

#include <map>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "model/core/contracts.h"
#include "scenarios/toml_reader.h"

namespace cantiere {
namespace {

/// Keys with their values as text, in the order of the file.
using FlatToml = std::vector<std::pair<std::string, std::string>>;

void flatten(const TomlValue& value, const std::string& key, FlatToml& into);

void flatten(const TomlTable& table, const std::string& prefix, FlatToml& into) {
    for (const TomlEntry& entry : table.entries) {
        const std::string key = toml_key(entry.key);
        flatten(entry.value, prefix.empty() ? key : prefix + "." + key, into);
    }
}

/// A table with a `value` is one number; other tables and [[x]] are walked.
void flatten(const TomlValue& value, const std::string& key, FlatToml& into) {
    const auto* table = value.as<TomlTable>();
    const auto* list = value.as<TomlList>();
    if (table != nullptr && table->find("value") == nullptr && !table->entries.empty()) {
        flatten(*table, key, into);
    } else if (list != nullptr && is_named_list(*list)) {
        for (const TomlValue& item : *list) {
            flatten(item, fmt::format("{}[{}]", key, entry_id(item)), into);
        }
    } else {
        into.emplace_back(key, toml_text(value));
    }
}

FlatToml flat(const std::string& text) {
    Problems problems;
    const auto file = std::make_shared<const SourceFile>(SourceFile{"resolved.toml", text});
    const std::optional<TomlTable> table = parse_toml(file, problems);
    expects(table.has_value(), "a resolved file that is TOML");
    FlatToml result;
    flatten(*table, "", result);
    return result;
}

}  // namespace

std::vector<TomlDifference> toml_differences(const std::string& left, const std::string& right) {
    const FlatToml a = flat(left);
    const FlatToml b = flat(right);
    const std::map<std::string, std::string> in_a(a.begin(), a.end());
    const std::map<std::string, std::string> in_b(b.begin(), b.end());
    std::vector<TomlDifference> differences;
    for (const auto& [key, value] : a) {
        const auto other = in_b.find(key);
        if (other == in_b.end()) {
            differences.push_back({key, value, std::nullopt});
        } else if (other->second != value) {
            differences.push_back({key, value, other->second});
        }
    }
    for (const auto& [key, value] : b) {
        if (!in_a.contains(key)) {
            differences.push_back({key, std::nullopt, value});
        }
    }
    return differences;
}

}  // namespace cantiere
