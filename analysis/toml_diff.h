#pragma once
/// Differences between two TOML texts, key by key.

#include <optional>
#include <string>
#include <vector>

namespace cantiere {

/// One key that two texts do not share; nothing where a text lacks it.
struct TomlDifference {
    std::string key;  // dotted; entries of [[x]] by their id
    std::optional<std::string> left, right;
};

/// Lists the keys that differ, in the order of the texts; a [[x]] entry that one lacks is one key.
/// Both texts are TOML that the program wrote.
std::vector<TomlDifference> toml_differences(const std::string& left, const std::string& right);

}  // namespace cantiere
