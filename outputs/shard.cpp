#include "outputs/shard.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "outputs/block_bytes.h"
#include "outputs/header_bytes.h"
#include "outputs/results_error.h"
#include "outputs/shard_layout.h"

namespace cantiere {
namespace {

using detail::ShardBlockHead;
using detail::ShardHead;

[[noreturn]] void throw_no_shard(const std::filesystem::path& path) {
    throw ResultsError(path.string(),
                       "this is no shard",
                       "it does not begin as shards do",
                       "give files written by cantiere run --shard i/n");
}

[[noreturn]] void throw_unfinished(const std::filesystem::path& path) {
    throw ResultsError(path.string(),
                       "this shard is not finished",
                       "this is the log of a run that was stopped",
                       "give its command again: it goes on from there and writes the shard");
}

[[noreturn]] void throw_missing_shard(const std::filesystem::path& path) {
    if (std::filesystem::exists(log_path(path))) throw_unfinished(log_path(path));
    throw_system_error(path.string(), "read the shard", ENOENT, Intent::reading);
}

[[noreturn]] void throw_other_program(const std::filesystem::path& path) {
    throw ResultsError(path.string(),
                       "this shard was made by another version of the program",
                       "its blocks have another shape",
                       "merge it with the version that made it, or run it again");
}

ShardHead head_of(const FileHandle& file) {
    std::array<std::uint8_t, sizeof(ShardHead)> raw{};
    const std::size_t length = file.read_at(0, raw);
    ShardHead head;
    std::memcpy(&head, raw.data(), raw.size());
    constexpr std::array<char, 8> log{'C', 'A', 'N', 'T', 'P', 'A', 'R', 'T'};
    if (head.magic == log) throw_unfinished(file.path());
    if (head.magic != detail::shard_magic) throw_no_shard(file.path());
    if (length == raw.size() && head.version > detail::shard_version) {
        throw_other_program(file.path());
    }
    return head;
}

ShardManifest manifest_from(std::span<const std::uint8_t> raw) {
    ByteReader bytes(raw);
    ShardManifest manifest;
    manifest.header = header_from(bytes);
    manifest.part.index = bytes.number();
    manifest.part.count = bytes.number();
    manifest.microdata_draws = bytes.number();
    manifest.command_line.resize(bytes.length(sizeof(std::uint64_t)));
    for (std::string& word : manifest.command_line) {
        word = bytes.text();
    }
    manifest.failed.resize(bytes.length(sizeof(std::uint64_t)));
    for (FailedRun& run : manifest.failed) {
        run.scenario = bytes.text();
        run.draw = bytes.number();
        run.replicate = bytes.number();
        run.message = bytes.text();
        run.reproduce = bytes.text();
    }
    return manifest;
}

/// A word as a shell takes it.
std::string shell_word(const std::string& word) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=,:+@%";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
    std::string quoted = "'";
    for (const char letter : word) {
        quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    }
    return quoted + "'";
}

/// The output of another shard, beside that of one whose name is known.
std::string sibling_name(const std::string& known, const ShardPart& part) {
    const std::filesystem::path folder = std::filesystem::path(known).parent_path();
    return (folder / fmt::format("shard-{}-of-{}.h5", part.index, part.count)).string();
}

/// A word of another shard's command line: a value after its option, or joined to it.
std::string word_for(const std::string& word, const std::string& before, const ShardPart& part) {
    constexpr std::string_view output = "--output=";
    if (before == "--shard") return shard_text(part);
    if (word.starts_with("--shard=")) return "--shard=" + shard_text(part);
    if (before == "-o" || before == "--output") return sibling_name(word, part);
    if (!word.starts_with(output)) return word;
    return std::string(output) + sibling_name(word.substr(output.size()), part);
}

/// Puts the values of another shard into a command line.
std::vector<std::string> words_for(std::vector<std::string> words,
                                   const ShardManifest& known,
                                   const ShardPart& part) {
    std::erase_if(words, [](const std::string& word) {
        return word == "--overwrite" || word == "--resume";
    });
    if (known.part == part) return words;
    std::string before;
    for (std::string& word : words) {
        std::string own = word_for(word, before, part);
        before = std::exchange(word, std::move(own));
    }
    return words;
}

}  // namespace

std::string shard_text(const ShardPart& part) {
    return fmt::format("{}/{}", part.index, part.count);
}

bool belongs_to(BlockId id, const ShardPart& part, std::size_t replicates) {
    return (id.draw * replicates + id.replicate) % part.count == part.index - 1;
}

std::string shard_command(const ShardManifest& manifest, const ShardPart& part) {
    std::string command;
    for (const std::string& word : words_for(manifest.command_line, manifest, part)) {
        command += (command.empty() ? "" : " ") + shell_word(word);
    }
    return command;
}

Shard::Shard(const std::filesystem::path& path) : path_(path) {
    if (!std::filesystem::exists(path)) throw_missing_shard(path);
    if (std::filesystem::is_directory(path)) {
        throw_system_error(path.string(), "read the shard", EISDIR, Intent::reading);
    }
    file_ = FileHandle(path, Access::read);
    size_ = file_.size();
    read_manifest();
    read_blocks();
}

std::vector<BlockId> Shard::blocks() const {
    std::vector<BlockId> ids;
    for (const auto& [id, place] : places_) {
        ids.push_back(id);
    }
    return ids;
}

void Shard::read_manifest() {
    const ShardHead head = head_of(file_);
    if (size_ < sizeof head || head.crc != detail::shard_checksum(head)) {
        throw_damaged("its head is damaged");
    }
    if (head.file_bytes != size_) {
        throw_damaged(fmt::format("it has {} bytes, and should have {}", size_, head.file_bytes));
    }
    std::vector<std::uint8_t> raw(std::min<std::uint64_t>(head.manifest_bytes, size_));
    raw.resize(file_.read_at(sizeof head, raw));
    if (raw.size() != head.manifest_bytes || crc32c(raw) != head.manifest_crc) {
        throw_damaged("its description is damaged");
    }
    try {
        manifest_ = manifest_from(raw);
    } catch (const BytesCutShort&) {
        throw_other_program(path_);
    }
    fingerprint_ = head.fingerprint;
    shape_ = {manifest_.header.scenarios.size(), sizes_of(manifest_.header)};
    first_block_ = sizeof head + raw.size();
    if (head.outcome_values != values_of_run(shape_.sizes) || head.life_bytes != sizeof(Life) ||
        fingerprint_of(manifest_.header) != fingerprint_) {
        throw_other_program(path_);
    }
}

void Shard::read_blocks() {
    for (std::uint64_t at = first_block_; at < size_;) {
        at = read_block_at(at);
    }
}

/// Checks one block and notes its place; returns where the next begins.
std::uint64_t Shard::read_block_at(std::uint64_t offset) {
    ShardBlockHead head;
    std::vector<std::uint8_t> raw(sizeof head);
    const std::uint64_t left = size_ - offset;
    const std::size_t values = bytes_of_block(shape_);
    if (left >= sizeof head + values) {
        file_.read_at(offset, raw);
        std::memcpy(&head, raw.data(), sizeof head);
    }
    if (left < sizeof head + values || head.marker != detail::shard_marker ||
        head.lives_bytes > left - sizeof head - values) {
        throw_damaged(fmt::format("what begins at byte {} is no block", offset));
    }
    std::vector<std::uint8_t> payload(values + head.lives_bytes);
    file_.read_at(offset + sizeof head, payload);
    if (head.crc != detail::shard_checksum(head, payload)) {
        throw_damaged(fmt::format("the checksum of draw {}, replicate {} does not fit",
                                  head.draw,
                                  head.replicate));
    }
    const auto all = std::span<const std::uint8_t>(payload);
    const Block block = block_from(all.first(values), shape_);
    const std::uint64_t people =
        head.lives_bytes == 0 ? 0 : count_lives(all.subspan(values), shape_.scenarios);
    places_[{head.draw, head.replicate}] = {offset,
                                            head.crc,
                                            people,
                                            std::ranges::any_of(block, &RunOutcome::has_failed)};
    return offset + sizeof head + payload.size();
}

ShardBlock Shard::read(BlockId id) const {
    const BlockPlace& place = places_.at(id);
    std::vector<std::uint8_t> raw(sizeof(ShardBlockHead));
    file_.read_at(place.offset, raw);
    ShardBlockHead head;
    std::memcpy(&head, raw.data(), sizeof head);
    const std::size_t values = bytes_of_block(shape_);
    const bool is_same = head.crc == place.checksum && head.lives_bytes < size_;
    std::vector<std::uint8_t> payload(is_same ? values + head.lives_bytes : 0);
    file_.read_at(place.offset + sizeof head, payload);
    if (!is_same || head.crc != detail::shard_checksum(head, payload)) {
        throw_damaged("it has changed while it was read");
    }
    const auto all = std::span<const std::uint8_t>(payload);
    ShardBlock held{block_from(all.first(values), shape_), {}};
    if (head.lives_bytes > 0) held.lives = lives_from(all.subspan(values), shape_.scenarios);
    return held;
}

void Shard::throw_damaged(const std::string& why) const {
    const bool is_known = !manifest_.command_line.empty();
    throw ResultsError(path_.string(),
                       "this shard is truncated or damaged",
                       why,
                       is_known
                           ? fmt::format("copy it again from its source, or make it again: {} "
                                         "--overwrite",
                                         shard_command(manifest_, manifest_.part))
                           : "copy it again from its source, or run it again with --overwrite");
}

}  // namespace cantiere
