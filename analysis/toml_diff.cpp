#include "analysis/toml_diff.h"

#include <map>
#include <memory>
#include <set>
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
        flatten(entry.value, prefix.empty() ? key : fmt::format("{}.{}", prefix, key), into);
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
    flatten(table.value_or(TomlTable{}), "", result);
    return result;
}

/// The `[[x]]` entry that a key stands in: `scenario[id]`; empty for other keys.
std::string entry_of(const std::string& key) {
    const std::size_t end = key.find(']');
    return end == std::string::npos ? "" : key.substr(0, end + 1);
}

/// Collects the keys of one text that the other lacks; an entry that it lacks whole is told once.
class Lacking {
  public:
    explicit Lacking(const FlatToml& other) {
        for (const auto& [key, value] : other) {
            entries_.insert(entry_of(key));
        }
    }

    /// Returns the key and text to tell; nothing when its entry has been told already.
    std::optional<std::pair<std::string, std::string>> told(const std::string& key,
                                                            const std::string& value) {
        const std::string entry = entry_of(key);
        if (entry.empty() || entries_.contains(entry)) {
            return std::pair(key, value);
        }
        return told_.insert(entry).second ? std::optional(std::pair(entry, std::string("{ ... }")))
                                          : std::nullopt;
    }

  private:
    std::set<std::string> entries_;
    std::set<std::string> told_;
};

}  // namespace

std::vector<TomlDifference> toml_differences(const std::string& left, const std::string& right) {
    const FlatToml a = flat(left);
    const FlatToml b = flat(right);
    const std::map<std::string, std::string> in_a(a.begin(), a.end());
    const std::map<std::string, std::string> in_b(b.begin(), b.end());
    Lacking lacking_in_b(b);
    Lacking lacking_in_a(a);
    std::vector<TomlDifference> differences;
    for (const auto& [key, value] : a) {
        if (const auto other = in_b.find(key); other == in_b.end()) {
            if (const auto told = lacking_in_b.told(key, value)) {
                differences.push_back({told->first, told->second, std::nullopt});
            }
        } else if (other->second != value) {
            differences.push_back({key, value, other->second});
        }
    }
    for (const auto& [key, value] : b) {
        if (in_a.contains(key)) {
            continue;
        }
        if (const auto told = lacking_in_a.told(key, value)) {
            differences.push_back({told->first, std::nullopt, told->second});
        }
    }
    return differences;
}

}  // namespace cantiere
