#include "model/core/draws_of_many.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "model/core/columns.h"
#include "model/core/contracts.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

constexpr std::uint32_t untouched = 0xdeadbeef;
const Draws run_draws(RunKey{20240101, 3, 1});

/// Numbers of entities around the widths of every kernel, and a few blocks.
const std::vector<std::size_t> sizes{0,  1,  2,  3,  4,  5,  7,  8,   9,   12,  13,  15,
                                     16, 17, 24, 25, 31, 32, 33, 255, 256, 257, 1000};

std::vector<EntityKey> entities(std::size_t count) {
    std::vector<EntityKey> who;
    for (std::size_t i = 0; i < count; ++i) who.push_back(hash_key({17, i}));
    return who;
}

std::vector<Occasion> occasions() {
    return {{Month{0}, Decision::toy_choice, 0},
            {Month{-36}, Decision::toy_event, 1},
            {Month{119}, Decision::tip_followed, 0xffffffff}};
}

/// Runs `check(set, who, on)` for each instruction set of this processor, size and occasion.
template <class Check>
void for_all_paths(Check check) {
    for (const InstructionSet set : members<InstructionSet>()) {
        if (!is_supported(set)) continue;
        for (const std::size_t size : sizes) {
            INFO(std::string(name(set)) << ", " << size << " entities");
            for (const Occasion on : occasions()) check(set, entities(size), on);
        }
    }
}

/// Returns word k of the counter of one entity, from the draws one by one.
std::uint32_t word(EntityKey who, Occasion on, std::size_t k) {
    const double uniform = run_draws.uniforms4(who, on.when, on.what, on.index)[k];
    return static_cast<std::uint32_t>(uniform * 0x1p32 - 0.5);
}

TEST_CASE("Uniforms of many entities are those of each, for any instructions and number") {
    for_all_paths([](InstructionSet set, const std::vector<EntityKey>& who, Occasion on) {
        std::vector<double> uniforms(who.size() + 1, -1.0);
        fill_uniforms(uniforms, run_draws, who, on, set);
        for (std::size_t i = 0; i < who.size(); ++i) {
            REQUIRE(uniforms[i] == run_draws.uniform(who[i], on.when, on.what, on.index));
        }
        REQUIRE(uniforms.back() == -1.0);
    });
}

TEST_CASE("Words of many entities are those of each, for any instructions and number") {
    for_all_paths([](InstructionSet set, const std::vector<EntityKey>& who, Occasion on) {
        std::vector<std::uint32_t> first(who.size() + 1, untouched);
        std::array<std::vector<std::uint32_t>, 4> all{first, first, first, first};
        fill_words(first, run_draws, who, on, set);
        fill_words({all[0], all[1], all[2], all[3]}, run_draws, who, on, set);
        for (std::size_t i = 0; i < who.size(); ++i) {
            REQUIRE(first[i] == word(who[i], on, 0));
            for (std::size_t k = 0; k < 4; ++k) REQUIRE(all[k][i] == word(who[i], on, k));
        }
        REQUIRE(first.back() == untouched);
        for (const auto& words : all) REQUIRE(words.back() == untouched);
    });
}

TEST_CASE("Uniforms in floats are the upper 23 bits of the first word, for any instructions") {
    for_all_paths([](InstructionSet set, const std::vector<EntityKey>& who, Occasion on) {
        std::vector<float> uniforms(who.size() + 1, -1.0f);
        fill_uniforms(uniforms, run_draws, who, on, set);
        for (std::size_t i = 0; i < who.size(); ++i) {
            REQUIRE(uniforms[i] == float_of_word(word(who[i], on, 0)));
            REQUIRE((uniforms[i] > 0.0f && uniforms[i] < 1.0f));
        }
        REQUIRE(uniforms.back() == -1.0f);
    });
    CHECK(float_of_word(0) == 0x1p-24f);
    CHECK(float_of_word(0xffffffff) == 1.0f - 0x1p-24f);
}

TEST_CASE("Whose word lies in a range is marked, for any instructions, and nobody else") {
    const WordRange range{0x40000000, 0xa0000001};
    for_all_paths([&](InstructionSet set, const std::vector<EntityKey>& who, Occasion on) {
        std::vector<std::uint64_t> marks((who.size() + 63) / 64 + 1, 0);
        mark_words(marks, run_draws, who, on, range, set);
        for (std::size_t i = 0; i < 64 * marks.size(); ++i) {
            const bool marked = (marks[i / 64] >> (i % 64) & 1) != 0;
            const bool within = i < who.size() && word(who[i], on, 0) >= range.first &&
                                word(who[i], on, 0) <= range.last;
            REQUIRE(marked == within);
        }
    });
}

TEST_CASE("Draws of many entities refuse an array that is too short") {
    std::vector<double> uniforms(2);
    CHECK_THROWS_AS(
        fill_uniforms(uniforms, run_draws, entities(3), {Month{0}, Decision::toy_event}),
        ContractViolation);
    std::vector<std::uint32_t> words(3);
    CHECK_THROWS_AS(fill_words({words, words, words, std::span(words).first(2)},
                               run_draws,
                               entities(3),
                               {Month{0}, Decision::toy_event}),
                    ContractViolation);
}

TEST_CASE("The instructions of a run are those of the processor and always include the portable") {
    CHECK(is_supported(InstructionSet::portable));
    CHECK(is_supported(best_instruction_set()));
    CHECK(name(InstructionSet::avx512) == "avx512");
}

TEST_CASE("Normals of many entities are those of each, tails included") {
    for (const std::size_t size : sizes) {
        const std::vector<EntityKey> who = entities(size);
        const Occasion on{Month{4}, Decision::toy_event, 2};
        std::vector<double> normals(size + 1, -99.0);
        fill_normals(normals, run_draws, who, on);
        for (std::size_t i = 0; i < size; ++i) {
            REQUIRE(normals[i] == run_draws.normal(who[i], on.when, on.what, on.index));
        }
        REQUIRE(normals.back() == -99.0);
    }
}

TEST_CASE("Gumbels and tickets of many entities are those drawn one by one") {
    for (const std::size_t size : sizes) {
        const std::vector<EntityKey> who = entities(size);
        const Occasion on{Month{4}, Decision::toy_event, 2};
        std::vector<double> gumbels(size + 1, -99.0);
        std::vector<std::uint64_t> tickets(size + 1, 99);
        fill_gumbels(gumbels, run_draws, who, on);
        fill_tickets(tickets, run_draws, who, on);
        for (std::size_t i = 0; i < size; ++i) {
            REQUIRE(gumbels[i] == run_draws.gumbel(who[i], on.when, on.what, on.index));
            REQUIRE(tickets[i] == run_draws.ticket(who[i], on.when, on.what, on.index));
        }
        REQUIRE(gumbels.back() == -99.0);
        REQUIRE(tickets.back() == 99);
    }
}

}  // namespace
}  // namespace cantiere
