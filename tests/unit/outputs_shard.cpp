#include "outputs/shard.h"

#include <algorithm>

#include "outputs/header_bytes.h"
#include "outputs/merge_shards.h"
#include "outputs/results_error.h"
#include "tests/support/catch.h"
#include "tests/unit/outputs_example.h"

using namespace cantiere;

namespace {

ShardManifest manifest_of(std::size_t index, std::size_t count) {
    ShardManifest manifest;
    manifest.header = example_header();
    manifest.part = {index, count};
    manifest.command_line = {"cantiere",
                             "run",
                             "my study.toml",
                             "--shard",
                             shard_text(manifest.part),
                             "-o",
                             fmt::format("s{}.h5", index)};
    return manifest;
}

std::vector<BlockId> blocks_in(const ShardManifest& manifest) {
    std::vector<BlockId> blocks;
    for (std::uint32_t draw = 0; draw < manifest.header.draws; ++draw) {
        for (std::uint32_t replicate = 0; replicate < manifest.header.replicates; ++replicate) {
            const BlockId id{draw, replicate};
            if (belongs_to(id, manifest.part, manifest.header.replicates)) blocks.push_back(id);
        }
    }
    return blocks;
}

/// Writes a shard of the example; `change` may alter its blocks.
std::filesystem::path write_part(
    const TestFolder& folder,
    const ShardManifest& manifest,
    const std::string& name,
    const std::function<void(BlockId, ShardBlock&)>& change = [](BlockId, ShardBlock&) {}) {
    const std::filesystem::path path = folder.file(name);
    write_shard(
        path,
        manifest,
        blocks_in(manifest),
        [&](BlockId id) {
            ShardBlock held{example_block(manifest.header, id.draw, id.replicate), {}};
            change(id, held);
            return held;
        },
        Existing::keep);
    return path;
}

ResultsError error_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const ResultsError& error) {
        return error;
    }
    return {"", "none", "", ""};
}

std::string plain_bytes(const TestFolder& folder) {
    const ResultsHeader header = example_header();
    write_results(folder.file("plain.h5"), header, example_blocks(header));
    return contents(folder.file("plain.h5"));
}

}  // namespace

TEST_CASE("A header comes back from its bytes as it was") {
    ByteWriter bytes;
    append_header(bytes, example_header());
    ByteReader reader(bytes.written());
    const ResultsHeader back = header_from(reader);
    CHECK(reader.is_at_end());
    CHECK(fingerprint_of(back) == fingerprint_of(example_header()));
    CHECK(back.provenance.files.front().text == example_header().provenance.files.front().text);
    const std::span<const std::uint8_t> half(bytes.written().data(), bytes.written().size() / 2);
    ByteReader cut(half);
    CHECK_THROWS_AS(header_from(cut), BytesCutShort);
}

TEST_CASE("A shard holds its blocks, its people and what is said about it") {
    const TestFolder folder("shard");
    ShardManifest manifest = manifest_of(2, 3);
    manifest.microdata_draws = 1;
    manifest.failed = {{"as-usual", 1, 0, "no luck", "cantiere run"}};
    const auto path = write_part(folder, manifest, "s2.h5", [](BlockId id, ShardBlock& held) {
        if (id.draw > 0) return;
        held.lives.resize(2);
        held.lives[1].resize(3);
        held.lives[1][2].autonomy_years = 7.5;
    });
    const Shard shard(path);
    CHECK(shard.blocks() == std::vector<BlockId>{{0, 1}, {2, 0}});
    CHECK(shard.fingerprint() == fingerprint_of(manifest.header));
    CHECK(shard.manifest().part == manifest.part);
    CHECK(shard.manifest().failed.front().message == "no luck");
    CHECK(shard.people({0, 1}) == 3);
    const ShardBlock held = shard.read({0, 1});
    CHECK(held.lives[1][2].autonomy_years == 7.5);
    const Block wanted = example_block(manifest.header, 0, 1);
    CHECK(std::ranges::equal(held.block[1].all(), wanted[1].all()));
    CHECK(shard_command(shard.manifest(), {1, 3}) ==
          "cantiere run 'my study.toml' --shard 1/3 -o shard-1-of-3.h5");
}

TEST_CASE("Shards in any order make the bytes of a plain run, a shard twice too") {
    const TestFolder folder("merge");
    const auto one = write_part(folder, manifest_of(1, 3), "s1.h5");
    const auto two = write_part(folder, manifest_of(2, 3), "s2.h5");
    const auto three = write_part(folder, manifest_of(3, 3), "s3.h5");
    const MergeReport report =
        merge_shards({three, one, two, one}, folder.file("whole.h5"), Existing::keep);
    CHECK(report.log.runs == 12);
    CHECK(contents(folder.file("whole.h5")) == plain_bytes(folder));
    CHECK(merge_shards({one, two, three}, folder.file("whole.h5"), Existing::keep).already_there);
    CHECK_FALSE(std::filesystem::exists(log_path(folder.file("whole.h5"))));
}

TEST_CASE("A shard of another number of shards fills a gap") {
    const TestFolder folder("gap");
    const auto odd = write_part(folder, manifest_of(2, 2), "odd.h5");
    const auto rest = write_part(folder, manifest_of(1, 1), "all.h5");
    merge_shards({odd, rest}, folder.file("whole.h5"), Existing::keep);
    CHECK(contents(folder.file("whole.h5")) == plain_bytes(folder));
}

TEST_CASE("A missing shard is told with its blocks and the command that makes it") {
    const TestFolder folder("missing");
    const auto one = write_part(folder, manifest_of(1, 3), "s1.h5");
    const auto three = write_part(folder, manifest_of(3, 3), "s3.h5");
    const ResultsError error = error_of([&] {
        merge_shards({one, three}, folder.file("whole.h5"), Existing::keep);
    });
    CHECK(error.problem() ==
          "2 of 6 blocks are in none of the shards: draw 0 replicate 1, draw 2 replicate 0");
    CHECK(error.why() == "shard 2/3 is not among them");
    CHECK(error.remedy() ==
          "make it and merge again with it: cantiere run 'my study.toml' --shard 2/3 -o "
          "shard-2-of-3.h5");
    CHECK_FALSE(std::filesystem::exists(folder.file("whole.h5")));
}

TEST_CASE("Shards that do not belong together are refused") {
    const TestFolder folder("strangers");
    const auto one = write_part(folder, manifest_of(1, 2), "s1.h5");
    ShardManifest other = manifest_of(2, 2);
    other.header.seed = 7;
    const auto stranger = write_part(folder, other, "other.h5");
    const auto merge = [&](const std::filesystem::path& second) {
        return error_of([&] {
            merge_shards({one, second}, folder.file("whole.h5"), Existing::keep);
        });
    };
    CHECK(merge(stranger).why() == "they differ: seed 18446744073709551615 and 7");
    ShardManifest crowd = manifest_of(2, 2);
    crowd.microdata_draws = 1;
    CHECK(
        merge(write_part(folder, crowd, "crowd.h5")).problem().starts_with("it keeps the people"));
    const auto changed =
        write_part(folder, manifest_of(1, 2), "changed.h5", [](BlockId, ShardBlock& held) {
            held.block[0].all()[0] += 1.0;
        });
    CHECK(merge(changed).problem().starts_with("its block of draw 0, replicate 0 is not that of"));
}

TEST_CASE("A block without failed runs replaces one with them") {
    const TestFolder folder("failed");
    ShardManifest partly = manifest_of(1, 1);
    partly.failed = {{"as-usual", 1, 1, "no memory", "cantiere run"}};
    const auto first = write_part(folder, partly, "a.h5", [](BlockId id, ShardBlock& held) {
        if (id == BlockId{1, 1}) held.block[0] = RunOutcome::failed(held.block[0].sizes());
    });
    const MergeReport failed = merge_shards({first}, folder.file("some.h5"), Existing::keep);
    CHECK(failed.log.failed.size() == 1);
    const auto again = write_part(folder, manifest_of(1, 1), "b.h5");
    const MergeReport whole = merge_shards({first, again}, folder.file("some.h5"), Existing::keep);
    CHECK(whole.log.failed.empty());
    CHECK(contents(folder.file("some.h5")) == plain_bytes(folder));
}

TEST_CASE("Every damaged byte of a shard is noticed") {
    const TestFolder folder("damage");
    const auto path = write_part(folder, manifest_of(1, 3), "s1.h5");
    const std::string sound = contents(path);
    for (std::size_t place = 0; place < sound.size(); place += sound.size() / 97) {
        std::string damaged = sound;
        damaged[place] = static_cast<char>(damaged[place] ^ 0x10);
        write_contents(path, damaged);
        CHECK_THROWS_AS(Shard(path), ResultsError);
    }
    for (const std::size_t length :
         {std::size_t{0}, std::size_t{50}, sound.size() / 2, sound.size() - 1}) {
        write_contents(path, sound.substr(0, length));
        CHECK_THROWS_AS(Shard(path), ResultsError);
    }
    write_contents(path, sound + "x");
    const ResultsError error = error_of([&] { const Shard shard(path); });
    CHECK(error.problem() == "this shard is truncated or damaged");
    write_contents(
        path,
        "something else altogether, and long enough for a head of a shard, or nearly so");
    CHECK(error_of([&] { const Shard shard(path); }).problem() == "this is no shard");
}

TEST_CASE("A merge replaces nothing unasked and leaves unfinished work alone") {
    const TestFolder folder("place");
    const auto all = write_part(folder, manifest_of(1, 1), "all.h5");
    const auto merge = [&](Existing existing) {
        return error_of([&] { merge_shards({all}, folder.file("whole.h5"), existing); }).problem();
    };
    write_contents(folder.file("whole.h5"), "mine");
    CHECK(merge(Existing::overwrite) ==
          "there is a file already, and it holds no results of cantiere");
    ResultsHeader other = example_header();
    other.seed = 7;
    std::filesystem::remove(folder.file("whole.h5"));
    write_results(folder.file("whole.h5"), other, example_blocks(other));
    CHECK(merge(Existing::keep) == "there are results already, of other inputs");
    CHECK(merge(Existing::overwrite) == "none");
    CHECK(contents(folder.file("whole.h5")) == plain_bytes(folder));
    std::filesystem::remove(folder.file("whole.h5"));
    write_contents(log_path(folder.file("whole.h5")), "blocks");
    CHECK(merge(Existing::keep) == "there is unfinished work of a run at this place");
    CHECK(contents(log_path(folder.file("whole.h5"))) == "blocks");
}
