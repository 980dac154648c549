#include "scenarios/rank_messages.h"

#include <algorithm>

#include "outputs/block_bytes.h"
#include "outputs/byte_stream.h"

namespace cantiere {
namespace {

void put(ByteWriter& bytes, BlockId id) {
    bytes.number(id.draw);
    bytes.number(id.replicate);
}

BlockId id_from(ByteReader& bytes) {
    const auto draw = static_cast<std::uint32_t>(bytes.number());
    return {draw, static_cast<std::uint32_t>(bytes.number())};
}

void put(ByteWriter& bytes, const FailedRun& run) {
    bytes.text(run.scenario);
    bytes.number(run.draw);
    bytes.number(run.replicate);
    bytes.text(run.message);
    bytes.text(run.reproduce);
}

FailedRun failed_from(ByteReader& bytes) {
    FailedRun run;
    run.scenario = bytes.text();
    run.draw = bytes.number();
    run.replicate = bytes.number();
    run.message = bytes.text();
    run.reproduce = bytes.text();
    return run;
}

}  // namespace

std::vector<std::uint8_t> bytes_of_message(const RankHello& hello) {
    ByteWriter bytes;
    bytes.text(hello.host);
    bytes.text(hello.failure);
    bytes.number(hello.threads);
    bytes.number(hello.studies.size());
    for (const Fingerprint& study : hello.studies) {
        bytes.bytes(study);
    }
    return bytes.written();
}

RankHello hello_from(std::span<const std::uint8_t> raw) {
    ByteReader bytes(raw);
    RankHello hello;
    hello.host = bytes.text();
    hello.failure = bytes.text();
    hello.threads = bytes.number();
    hello.studies.resize(bytes.length(sizeof(std::uint64_t)));
    for (Fingerprint& study : hello.studies) {
        const auto digest = bytes.bytes();
        if (digest.size() != study.size()) throw BytesCutShort();
        std::copy(digest.begin(), digest.end(), study.begin());
    }
    return hello;
}

std::vector<std::uint8_t> bytes_of_message(const RankWork& work) {
    ByteWriter bytes;
    bytes.number(work.study);
    put(bytes, work.id);
    bytes.number(work.keeps_people ? 1 : 0);
    bytes.number(static_cast<std::uint64_t>(work.burn_ins));
    return bytes.written();
}

RankWork work_from(std::span<const std::uint8_t> raw) {
    ByteReader bytes(raw);
    RankWork work;
    work.study = bytes.number();
    work.id = id_from(bytes);
    work.keeps_people = bytes.number() != 0;
    work.burn_ins = static_cast<BurnInUse>(bytes.number());
    return work;
}

std::vector<std::uint8_t> bytes_of_message(const RankDone& done) {
    ByteWriter bytes;
    put(bytes, done.id);
    bytes.real(done.seconds);
    bytes.text(done.failure);
    bytes.number(done.run.is_stopped ? 1 : 0);
    bytes.number(static_cast<std::uint64_t>(done.run.resident_months));
    bytes.number(done.run.failed.size());
    for (const FailedRun& run : done.run.failed) {
        put(bytes, run);
    }
    std::vector<std::uint8_t> block;
    append_block(block, done.run.block);
    bytes.bytes(block);
    bytes.bytes(bytes_of_lives(done.run.lives));
    bytes.number(done.run.lives.size());
    return bytes.written();
}

RankDone done_from(std::span<const std::uint8_t> raw, const BlockShape& shape) {
    ByteReader bytes(raw);
    RankDone done;
    done.id = id_from(bytes);
    done.seconds = bytes.real();
    done.failure = bytes.text();
    done.run.is_stopped = bytes.number() != 0;
    done.run.resident_months = static_cast<std::int64_t>(bytes.number());
    done.run.failed.resize(bytes.length(sizeof(std::uint64_t)));
    for (FailedRun& run : done.run.failed) {
        run = failed_from(bytes);
    }
    const auto block = bytes.bytes();
    const auto lives = bytes.bytes();
    if (!block.empty()) {
        if (block.size() != bytes_of_block(shape)) throw BytesCutShort();
        done.run.block = block_from(block, shape);
    }
    done.run.lives = lives_from(lives, bytes.number());
    return done;
}

}  // namespace cantiere
