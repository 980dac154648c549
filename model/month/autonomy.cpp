#include "model/month/autonomy.h"

#include <array>

#include "model/core/lane_functions.h"
#include "model/core/rows.h"
#include "model/month/domains.h"

namespace cantiere {
namespace {

constexpr std::size_t width = Row8::width;

/// Levels of neighbouring rows, [domain][lane]; 1 where there is nobody.
struct LaneLevels {
    EnumArray<Domain, std::array<float, width>> level;

    LaneLevels() {
        for (auto& lanes : level) lanes.fill(1.0f);
    }
    void set(std::size_t lane, const DomainLevels& x) {
        for (const Domain domain : members<Domain>()) {
            level[domain][lane] = static_cast<float>(x[domain]);
        }
    }
};

struct LaneAutonomy {
    std::array<float, width> all{}, nonwork{};
    EnumArray<OtherWeights, std::array<float, width>> other{};
};

/// log max(x, floor) by domain: one logarithm for all sets of weights.
using LaneLogarithms = EnumArray<Domain, std::array<float, width>>;

/// A = exp(sum of w log max(x, floor)), at most 1.
void write_index(const LaneLogarithms& logarithm,
                 const DomainWeights& weights,
                 std::array<float, width>& index) {
    Row8 sum(0.0f);
    for (const Domain domain : members<Domain>()) {
        sum = sum + Row8::load(logarithm[domain].data()) * static_cast<float>(weights[domain]);
    }
    min(exp(sum), Row8(1.0f)).store(index.data());
}

/// The index under every set of weights.
LaneAutonomy autonomy_of(const LaneLevels& levels,
                         const AutonomyParameters& p,
                         const DomainWeights& nonwork_weight) {
    const Row8 floor(static_cast<float>(p.floor));
    LaneLogarithms logarithm;
    for (const Domain domain : members<Domain>()) {
        log(max(Row8::load(levels.level[domain].data()), floor)).store(logarithm[domain].data());
    }
    LaneAutonomy autonomy;
    write_index(logarithm, p.weights, autonomy.all);
    write_index(logarithm, nonwork_weight, autonomy.nonwork);
    for (const OtherWeights set : members<OtherWeights>()) {
        write_index(logarithm, p.other_weights[set], autonomy.other[set]);
    }
    return autonomy;
}

/// Writes the autonomy of neighbouring rows; 0 where there is nobody.
void write_autonomy(Standing& standing,
                    const People& people,
                    const LaneAutonomy& autonomy,
                    std::size_t first,
                    std::size_t count) {
    for (std::size_t lane = 0; lane < count; ++lane) {
        const ResidentId who = ResidentId::at(first + lane);
        const bool here = people.presence[who] == Presence::present;
        standing.autonomy[who] = here ? autonomy.all[lane] : 0.0f;
        standing.autonomy_nonwork[who] = here ? autonomy.nonwork[lane] : 0.0f;
        for (const OtherWeights set : members<OtherWeights>()) {
            standing.other[who][set].level = here ? autonomy.other[set][lane] : 0.0f;
        }
    }
}

}  // namespace

void measure_autonomy(Standing& standing,
                      const People& people,
                      const Capital& capital,
                      const Work& work,
                      const Housing& housing,
                      const AutonomyParameters& parameters,
                      const JusticeParameters& justice,
                      const Draws& draws) {
    const DomainWeights nonwork = nonwork_weights(parameters.weights);
    for_each_block(people.key.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t first = begin; first < end; first += width) {
            const std::size_t count = end - first < width ? end - first : width;
            LaneLevels levels;
            for (std::size_t lane = 0; lane < count; ++lane) {
                const ResidentId who = ResidentId::at(first + lane);
                if (people.presence[who] != Presence::present) continue;
                levels.set(lane,
                           domain_levels(people,
                                         capital,
                                         work,
                                         housing,
                                         standing,
                                         parameters,
                                         justice,
                                         draws,
                                         who));
            }
            write_autonomy(standing,
                           people,
                           autonomy_of(levels, parameters, nonwork),
                           first,
                           count);
        }
    });
}

}  // namespace cantiere
