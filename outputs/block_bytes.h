#pragma once
/// Blocks and their people as bytes: in logs, in shards, in messages between processes.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "outputs/block_log.h"
#include "outputs/microdata.h"

namespace cantiere {

/// Counts the values of one run of a study.
std::size_t values_of_run(const OutcomeSizes& sizes);

/// Counts the bytes of a block.
std::size_t bytes_of_block(const BlockShape& shape);

/// Appends the values of a block, scenario by scenario, as they are in memory.
void append_block(std::vector<std::uint8_t>& bytes, const Block& block);

/// Returns the block that such bytes hold; there are as many as bytes_of_block says.
Block block_from(std::span<const std::uint8_t> bytes, const BlockShape& shape);

/// Returns the people of a block as bytes: how many each scenario has, then all of them.
std::vector<std::uint8_t> bytes_of_lives(const std::vector<Lives>& lives);

/// Returns the people that such bytes hold; throws BytesCutShort.
std::vector<Lives> lives_from(std::span<const std::uint8_t> bytes, std::size_t scenarios);

/// Counts the people in such bytes; throws BytesCutShort.
std::uint64_t count_lives(std::span<const std::uint8_t> bytes, std::size_t scenarios);

}  // namespace cantiere
