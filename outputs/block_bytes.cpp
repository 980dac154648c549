#include "outputs/block_bytes.h"

#include <cstring>

#include "model/core/contracts.h"
#include "outputs/byte_stream.h"

namespace cantiere {

std::size_t values_of_run(const OutcomeSizes& sizes) { return RunOutcome(sizes).all().size(); }

std::size_t bytes_of_block(const BlockShape& shape) {
    return shape.scenarios * values_of_run(shape.sizes) * sizeof(double);
}

void append_block(std::vector<std::uint8_t>& bytes, const Block& block) {
    for (const RunOutcome& outcome : block) {
        const auto* const values = reinterpret_cast<const std::uint8_t*>(outcome.all().data());
        bytes.insert(bytes.end(), values, values + outcome.all().size_bytes());
    }
}

Block block_from(std::span<const std::uint8_t> bytes, const BlockShape& shape) {
    Block block(shape.scenarios, RunOutcome(shape.sizes));
    for (RunOutcome& outcome : block) {
        const std::size_t length = outcome.all().size_bytes();
        expects(length <= bytes.size(), "a block has the bytes of its shape");
        std::memcpy(outcome.all().data(), bytes.data(), length);
        bytes = bytes.subspan(length);
    }
    return block;
}

std::vector<std::uint8_t> bytes_of_lives(const std::vector<Lives>& lives) {
    ByteWriter counts;
    for (const Lives& people : lives) {
        counts.number(people.size());
    }
    std::vector<std::uint8_t> bytes = counts.written();
    for (const Lives& people : lives) {
        const auto* const first = reinterpret_cast<const std::uint8_t*>(people.data());
        bytes.insert(bytes.end(), first, first + people.size() * sizeof(Life));
    }
    return bytes;
}

std::vector<Lives> lives_from(std::span<const std::uint8_t> bytes, std::size_t scenarios) {
    ByteReader counts(bytes);
    std::vector<Lives> lives(scenarios);
    std::size_t at = scenarios * sizeof(std::uint64_t);
    for (Lives& people : lives) {
        const std::uint64_t count = counts.number();
        if (at > bytes.size() || count > (bytes.size() - at) / sizeof(Life)) throw BytesCutShort();
        people.resize(static_cast<std::size_t>(count));
        if (people.empty()) continue;
        std::memcpy(people.data(), bytes.data() + at, people.size() * sizeof(Life));
        at += people.size() * sizeof(Life);
    }
    return lives;
}

std::uint64_t count_lives(std::span<const std::uint8_t> bytes, std::size_t scenarios) {
    ByteReader counts(bytes);
    std::uint64_t people = 0;
    for (std::size_t scenario = 0; scenario < scenarios; ++scenario) {
        people += counts.number();
    }
    return people;
}

}  // namespace cantiere
