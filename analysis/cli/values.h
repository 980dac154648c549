#pragma once
/// Values of options: read with a clear message where they cannot be.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "outputs/shard.h"

namespace cantiere {

struct WholeRange {
    std::int64_t low = 0;
    std::int64_t high = 0;
};

/// Adds an option that takes a whole number in a range.
void add_whole_number(CLI::App& app,
                      const std::string& names,
                      std::optional<std::int64_t>& target,
                      WholeRange range,
                      const std::string& text);

/// Adds an option that takes a number of at least zero.
void add_amount(CLI::App& app,
                const std::string& names,
                std::optional<double>& target,
                const std::string& text);

/// Adds an option that takes a length of time: 90 (seconds), 90s, 10m, 2h, 1h30m, 1d, or as Slurm
/// writes it, MM:SS, HH:MM:SS, D-HH:MM:SS.
void add_duration(CLI::App& app,
                  const std::string& names,
                  std::optional<std::int64_t>& seconds,
                  const std::string& text);

/// Adds an option that takes a part of the blocks, i/n.
void add_shard(CLI::App& app,
               const std::string& names,
               std::optional<ShardPart>& target,
               const std::string& text);

/// Adds an option that takes names separated by commas.
void add_names(CLI::App& app,
               const std::string& names,
               std::vector<std::string>& target,
               const std::string& value_name,
               const std::string& text);

/// Returns the text when it is one of the known names; throws UsageError with the nearest
/// otherwise.
const std::string& one_of_names(const std::string& option,
                                const std::string& text,
                                const std::vector<std::string>& known);

}  // namespace cantiere
