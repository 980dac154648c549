#include <cstring>
#include <utility>

#include "outputs/block_bytes.h"
#include "outputs/header_bytes.h"
#include "outputs/shard.h"
#include "outputs/shard_layout.h"

namespace cantiere {
namespace {

using detail::ShardBlockHead;
using detail::ShardHead;

std::vector<std::uint8_t> bytes_of_manifest(const ShardManifest& manifest) {
    ByteWriter bytes;
    append_header(bytes, manifest.header);
    bytes.number(manifest.part.index);
    bytes.number(manifest.part.count);
    bytes.number(manifest.microdata_draws);
    bytes.number(manifest.command_line.size());
    for (const std::string& word : manifest.command_line) {
        bytes.text(word);
    }
    bytes.number(manifest.failed.size());
    for (const FailedRun& run : manifest.failed) {
        bytes.text(run.scenario);
        bytes.number(run.draw);
        bytes.number(run.replicate);
        bytes.text(run.message);
        bytes.text(run.reproduce);
    }
    return bytes.written();
}

std::vector<std::uint8_t> record_of(BlockId id, const ShardBlock& held) {
    std::vector<std::uint8_t> record(sizeof(ShardBlockHead));
    append_block(record, held.block);
    ShardBlockHead head;
    head.draw = id.draw;
    head.replicate = id.replicate;
    if (!held.lives.empty()) {
        const std::vector<std::uint8_t> lives = bytes_of_lives(held.lives);
        head.lives_bytes = lives.size();
        record.insert(record.end(), lives.begin(), lives.end());
    }
    head.crc = detail::shard_checksum(head, std::span(record).subspan(sizeof head));
    std::memcpy(record.data(), &head, sizeof head);
    return record;
}

/// Writes the whole file, its head last.
void write_parts(const std::filesystem::path& path,
                 const ShardManifest& manifest,
                 const std::vector<BlockId>& blocks,
                 const std::function<ShardBlock(BlockId)>& source) {
    FileHandle file(path, Access::create_or_truncate);
    const std::vector<std::uint8_t> about = bytes_of_manifest(manifest);
    ShardHead head;
    head.fingerprint = fingerprint_of(manifest.header);
    head.outcome_values = values_of_run(sizes_of(manifest.header));
    head.life_bytes = sizeof(Life);
    head.blocks = blocks.size();
    head.manifest_bytes = about.size();
    head.manifest_crc = crc32c(about);
    file.write_at(sizeof head, about);
    head.file_bytes = sizeof head + about.size();
    for (const BlockId id : blocks) {
        const std::vector<std::uint8_t> record = record_of(id, source(id));
        file.write_at(head.file_bytes, record);
        head.file_bytes += record.size();
    }
    head.crc = detail::shard_checksum(head);
    file.write_at(0, bytes_of(head));
    file.sync();
}

}  // namespace

void write_shard(const std::filesystem::path& path,
                 const ShardManifest& manifest,
                 const std::vector<BlockId>& blocks,
                 const std::function<ShardBlock(BlockId)>& source,
                 Existing existing) {
    check_place(path, existing, PlaceFor::shard);
    std::filesystem::path unfinished = path;
    unfinished += ".writing";
    try {
        write_parts(unfinished, manifest, blocks, source);
        check_place(path, existing, PlaceFor::shard);
        std::filesystem::rename(unfinished, path);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(unfinished, ignored);
        throw;
    }
    sync_folder(path.parent_path());
}

}  // namespace cantiere
