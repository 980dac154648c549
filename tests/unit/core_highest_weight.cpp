#include "model/core/highest_weight.h"

#include <vector>

#include "tests/support/catch.h"

namespace cantiere {
namespace {

std::vector<std::uint64_t> weighed_keys(std::size_t count) {
    std::vector<std::uint64_t> keys;
    for (std::size_t i = 0; i < count; ++i) keys.push_back(hash_key({41, i}).value);
    return keys;
}

TEST_CASE("The key of the highest weight is chosen, whatever their number") {
    for (std::size_t count = 1; count < 70; ++count) {
        const auto keys = weighed_keys(count);
        for (std::uint64_t k = 0; k < 20; ++k) {
            const std::uint64_t point = hash_key({43, k}).value;
            const std::size_t chosen = highest_weight(keys, point);
            for (std::size_t i = 0; i < count; ++i) {
                if (i == chosen) continue;
                REQUIRE(random_weight(point, keys[i]) < random_weight(point, keys[chosen]));
            }
        }
    }
}

TEST_CASE("Of equal keys the first is chosen") {
    const std::vector<std::uint64_t> keys(40, 5);
    CHECK(highest_weight(keys, 8) == 0);
}

}  // namespace
}  // namespace cantiere
