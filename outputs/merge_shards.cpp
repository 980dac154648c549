#include "outputs/merge_shards.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "outputs/held_results.h"
#include "outputs/mean_residents.h"
#include "outputs/results_error.h"
#include "outputs/shard.h"

namespace cantiere {
namespace {

using Shards = std::vector<std::unique_ptr<const Shard>>;
using Chosen = std::map<BlockId, const Shard*>;

/// Says in what two headers differ first.
std::string difference_of(const ResultsHeader& a, const ResultsHeader& b) {
    if (a.study != b.study) return fmt::format("study {} and {}", a.study, b.study);
    if (a.seed != b.seed) return fmt::format("seed {} and {}", a.seed, b.seed);
    if (a.draws != b.draws) return fmt::format("{} and {} draws", a.draws, b.draws);
    if (a.replicates != b.replicates) {
        return fmt::format("{} and {} replicates", a.replicates, b.replicates);
    }
    if (a.months != b.months) return fmt::format("{} and {} months", a.months, b.months);
    const Provenance& from = a.provenance;
    const Provenance& to = b.provenance;
    if (from.version != to.version || from.git_commit != to.git_commit) {
        return fmt::format("version {} ({}) and {} ({}) of the program",
                           from.version,
                           from.git_commit,
                           to.version,
                           to.git_commit);
    }
    for (std::size_t i = 0; i < std::min(from.files.size(), to.files.size()); ++i) {
        if (from.files[i].sha256 != to.files[i].sha256) {
            return fmt::format("another text of {}", from.files[i].path);
        }
    }
    return "scenarios, settings or the build of the program";
}

Shards opened(const std::vector<std::filesystem::path>& paths) {
    Shards shards;
    for (const std::filesystem::path& path : paths) {
        shards.push_back(std::make_unique<const Shard>(path));
    }
    return shards;
}

void check_kinship(const Shards& shards) {
    const Shard& first = *shards.front();
    for (const auto& shard : shards) {
        const ShardManifest& about = shard->manifest();
        if (shard->fingerprint() != first.fingerprint()) {
            throw ResultsError(shard->path().string(),
                               fmt::format("it is of other inputs than {}", first.path().string()),
                               fmt::format("they differ: {}",
                                           difference_of(first.manifest().header, about.header)),
                               fmt::format("merge shards of one command; this one was made by: {}",
                                           shard_command(about, about.part)));
        }
        if (about.microdata_draws != first.manifest().microdata_draws) {
            throw ResultsError(shard->path().string(),
                               fmt::format("it keeps the people of {} draws, and {} of {}",
                                           about.microdata_draws,
                                           first.path().string(),
                                           first.manifest().microdata_draws),
                               "the people of all shards go into one table",
                               "make all shards with the same --microdata");
        }
    }
}

/// Chooses between two shards that hold the same block.
const Shard* better_of(const Shard* a, const Shard* b, BlockId id) {
    if (a->has_failed(id) != b->has_failed(id)) return a->has_failed(id) ? b : a;
    if (a->checksum(id) == b->checksum(id)) return a;
    throw ResultsError(
        b->path().string(),
        fmt::format("its block of draw {}, replicate {} is not that of {}",
                    id.draw,
                    id.replicate,
                    a->path().string()),
        "equal inputs give equal bytes on one build of the program: one of them was changed",
        fmt::format("make both again and compare: {} --overwrite",
                    shard_command(b->manifest(), b->manifest().part)));
}

Chosen chosen_of(const Shards& shards) {
    Chosen chosen;
    for (const auto& shard : shards) {
        for (const BlockId id : shard->blocks()) {
            const auto [place, is_new] = chosen.emplace(id, shard.get());
            if (!is_new) place->second = better_of(place->second, shard.get(), id);
        }
    }
    return chosen;
}

std::vector<BlockId> blocks_missing(const Chosen& chosen, const ResultsHeader& header) {
    std::vector<BlockId> missing;
    for (std::uint32_t draw = 0; draw < header.draws; ++draw) {
        for (std::uint32_t replicate = 0; replicate < header.replicates; ++replicate) {
            if (!chosen.contains({draw, replicate})) missing.push_back({draw, replicate});
        }
    }
    return missing;
}

/// Names the first blocks of a list, and counts the others.
std::string blocks_text(const std::vector<BlockId>& blocks) {
    constexpr std::size_t shown = 5;
    std::vector<std::string> names;
    for (const BlockId id : blocks) {
        if (names.size() == shown) break;
        names.push_back(fmt::format("draw {} replicate {}", id.draw, id.replicate));
    }
    const std::string others =
        blocks.size() > shown ? fmt::format(", and {} more", blocks.size() - shown) : "";
    return fmt::format("{}{}", fmt::join(names, ", "), others);
}

/// Tells of blocks that no shard has, and the commands that make them.
void refuse_missing(const Chosen& chosen, const Shards& shards) {
    const ShardManifest& known = shards.front()->manifest();
    const std::vector<BlockId> missing = blocks_missing(chosen, known.header);
    if (missing.empty()) return;
    std::set<std::size_t> parts;
    for (const BlockId id : missing) {
        parts.insert((id.draw * known.header.replicates + id.replicate) % known.part.count + 1);
    }
    std::vector<std::string> names;
    std::vector<std::string> commands;
    for (const std::size_t index : parts) {
        const ShardPart part{index, known.part.count};
        names.push_back(shard_text(part));
        commands.push_back(shard_command(known, part));
    }
    throw ResultsError(
        shards.front()->path().string(),
        fmt::format("{} of {} blocks are in none of the shards: {}",
                    missing.size(),
                    known.header.draws * known.header.replicates,
                    blocks_text(missing)),
        fmt::format("shard {} is not among them", fmt::join(names, ", ")),
        fmt::format("make it and merge again with it: {}", fmt::join(commands, "; ")));
}

/// Holds the output against other processes while it is made, by the log a run would have.
class OutputLock {
  public:
    explicit OutputLock(const std::filesystem::path& results)
        : log_(log_path(results)), file_(lock_place(log_)) {
        if (file_.size() == 0) return;
        throw ResultsError(log_.string(),
                           "there is unfinished work of a run at this place",
                           "the merged results would hide it",
                           "finish it by its own command, move it away, or give another output "
                           "with -o FILE");
    }
    ~OutputLock() {
        std::error_code ignored;
        if (file_.size() == 0) std::filesystem::remove(log_, ignored);
    }
    OutputLock(const OutputLock&) = delete;
    OutputLock& operator=(const OutputLock&) = delete;

  private:
    std::filesystem::path log_;
    FileHandle file_;
};

std::optional<MicrodataSource> people_of(const Chosen& chosen, const ShardManifest& about) {
    if (about.microdata_draws == 0) return std::nullopt;
    MicrodataSource source;
    source.draws = about.microdata_draws;
    for (const auto& [id, shard] : chosen) {
        if (id.draw < source.draws) source.rows += shard->people(id);
    }
    source.lives = [&chosen](std::size_t draw, std::size_t replicate) {
        const BlockId id{static_cast<std::uint32_t>(draw), static_cast<std::uint32_t>(replicate)};
        return chosen.at(id)->read(id).lives;
    };
    return source;
}

std::vector<FailedRun> failed_in(const Chosen& chosen, const Shards& shards) {
    std::vector<FailedRun> failed;
    for (const auto& shard : shards) {
        for (const FailedRun& run : shard->manifest().failed) {
            const BlockId id{static_cast<std::uint32_t>(run.draw),
                             static_cast<std::uint32_t>(run.replicate)};
            if (chosen.at(id) == shard.get()) failed.push_back(run);
        }
    }
    return failed;
}

}  // namespace

MergeReport merge_shards(const std::vector<std::filesystem::path>& paths,
                         const std::filesystem::path& results,
                         Existing existing) {
    const Shards shards = opened(paths);
    check_kinship(shards);
    const Chosen chosen = chosen_of(shards);
    refuse_missing(chosen, shards);
    const ShardManifest& about = shards.front()->manifest();

    MergeReport report;
    report.scenarios = about.header.scenarios.size();
    report.log.results = results.string();
    report.log.inputs_sha256 = hex(fingerprint_of(about.header));
    report.log.runs = report.scenarios * chosen.size();
    report.log.resumed = report.log.runs;  // none is simulated here
    const Held held = held_results(results, shards.front()->fingerprint(), about.microdata_draws);
    report.already_there = existing == Existing::keep && held == Held::all;
    if (report.already_there) return report;
    const Existing treatment = treatment_of(results, held, existing);
    check_place(results, treatment);
    const OutputLock lock(results);
    MeanResidents residents;
    const BlockSource blocks = [&](std::size_t draw, std::size_t replicate) {
        const BlockId id{static_cast<std::uint32_t>(draw), static_cast<std::uint32_t>(replicate)};
        Block block = chosen.at(id)->read(id).block;
        residents.add(block);
        return block;
    };
    write_results(results, about.header, blocks, treatment, people_of(chosen, about));
    report.log.residents = residents.value();
    report.log.failed = failed_in(chosen, shards);
    return report;
}

}  // namespace cantiere
