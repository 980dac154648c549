#pragma once
/// What processes tell each other: who is ready, which block to run, what it gave.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "outputs/block_log.h"
#include "outputs/provenance.h"
#include "scenarios/block_run.h"

namespace cantiere {

/// What a process says once it has read the studies, or could not.
struct RankHello {
    std::string host;
    std::string failure;  // empty when all is well
    std::size_t threads = 1;
    std::vector<Fingerprint> studies;
};

/// A block to run.
struct RankWork {
    std::size_t study = 0;  // its place on the command line
    BlockId id;
    bool keeps_people = false;
    BurnInUse burn_ins = BurnInUse::forked;
};

/// What a block gave; the labour market and traces stay where they are.
struct RankDone {
    BlockId id;
    double seconds = 0.0;
    std::string failure;  // of the process, not of a run
    BlockRun run;
};

std::vector<std::uint8_t> bytes_of_message(const RankHello& hello);
std::vector<std::uint8_t> bytes_of_message(const RankWork& work);
std::vector<std::uint8_t> bytes_of_message(const RankDone& done);

/// Read them back; throw BytesCutShort.
RankHello hello_from(std::span<const std::uint8_t> raw);
RankWork work_from(std::span<const std::uint8_t> raw);
RankDone done_from(std::span<const std::uint8_t> raw, const BlockShape& shape);

}  // namespace cantiere
