#pragma once
/// What a command line changes in a study, as a file laid over it.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/toml_tree.h"

namespace cantiere {

/// How problems and provenance call the file that a command line makes.
inline constexpr std::string_view overrides_path = "command-line.toml";

struct Overrides {
    std::optional<std::string> territory, law;  // paths, in place of the study's and scenarios' own
    std::optional<std::int64_t> draws, hypercube_draws, replicates, seed, months;
    std::vector<std::string> only;                         // scenarios to run, with their bases
    std::vector<std::pair<std::string, std::string>> set;  // `--set key=value`
};

/// Splits `key=value`; nothing when there is no key or no `=`.
std::optional<std::pair<std::string, std::string>> parse_set(std::string_view text);

/// Writes what a command line changes as TOML, without what the study states already; empty when
/// nothing changes. Keys of a study ("horizon.months") go to their table, all others to [set].
std::string overrides_text(const Overrides& overrides, const TomlTable& study);

}  // namespace cantiere
