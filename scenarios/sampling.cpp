#include "scenarios/sampling.h"

#include <algorithm>
#include <utility>

#include "model/core/contracts.h"
#include "model/core/ids.h"
#include "model/core/philox.h"

namespace cantiere {
namespace {

enum class Purpose : std::uint32_t { stratum = 1, jitter = 2, plain = 3 };

/// Random bits of one draw of one parameter.
std::uint64_t bits(EntityKey key, Purpose purpose, std::size_t index) {
    const PhiloxKey words{static_cast<std::uint32_t>(key.value),
                          static_cast<std::uint32_t>(key.value >> 32)};
    const PhiloxCounter counter{static_cast<std::uint32_t>(index),
                                static_cast<std::uint32_t>(std::uint64_t{index} >> 32),
                                static_cast<std::uint32_t>(purpose),
                                0};
    const PhiloxCounter random = philox(counter, words);
    return (std::uint64_t{random[0]} << 32) | random[1];
}

/// A uniform in the open interval, from the high 52 bits.
double unit(std::uint64_t random) { return (static_cast<double>(random >> 12) + 0.5) * 0x1p-52; }

}  // namespace

std::vector<double> latin_hypercube(std::uint64_t seed,
                                    std::string_view name,
                                    std::size_t draws,
                                    std::uint64_t block) {
    const EntityKey key = hash_key({seed, name_key(name).value, draws, block});
    std::vector<std::pair<std::uint64_t, std::size_t>> order(draws);
    for (std::size_t stratum = 0; stratum < draws; ++stratum) {
        order[stratum] = {bits(key, Purpose::stratum, stratum), stratum};
    }
    std::sort(order.begin(), order.end());
    std::vector<double> uniforms(draws);
    for (std::size_t draw = 0; draw < draws; ++draw) {
        const double jitter = unit(bits(key, Purpose::jitter, draw));
        uniforms[draw] =
            (static_cast<double>(order[draw].second) + jitter) / static_cast<double>(draws);
    }
    return uniforms;
}

std::vector<double> uniforms_of(const DrawPlan& plan, std::string_view name) {
    expects(plan.hypercube_draws > 0 && plan.draws % plan.hypercube_draws == 0,
            "a plan holds whole hypercubes");
    std::vector<double> uniforms;
    for (std::uint64_t block = 0; uniforms.size() < plan.draws; ++block) {
        const auto more = latin_hypercube(plan.seed, name, plan.hypercube_draws, block);
        uniforms.insert(uniforms.end(), more.begin(), more.end());
    }
    return uniforms;
}

double keyed_uniform(std::uint64_t seed, std::string_view name, std::uint64_t index) {
    return unit(bits(hash_key({seed, name_key(name).value}), Purpose::plain, index));
}

}  // namespace cantiere
