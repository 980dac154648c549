#include "model/month/autonomy.h"

#include <array>

#include "model/core/lane_functions.h"
#include "model/core/rows.h"
#include "model/month/domains.h"

namespace cantiere {
namespace {

constexpr std::size_t width = Row4::width;

/// A float for each row of a block.
using BlockReals = std::array<float, rows_per_block>;

/// log max(x, floor) by domain: one logarithm for all sets of weights.
using BlockLogarithms = EnumArray<Domain, BlockReals>;

struct BlockAutonomy {
    BlockReals all, nonwork;
    EnumArray<OtherWeights, BlockReals> other;
};

void take_logarithms(BlockLogarithms& logarithm, const BlockLevels& x, double floor) {
    const Row4 lowest(static_cast<float>(floor));
    for (const Domain domain : members<Domain>()) {
        BlockReals& y = logarithm[domain];
        for (std::size_t i = 0; i < rows_per_block; ++i) y[i] = static_cast<float>(x[domain][i]);
        for (std::size_t i = 0; i < rows_per_block; i += width) {
            log(max(Row4::load(y.data() + i), lowest)).store(y.data() + i);
        }
    }
}

/// A = exp(sum of w log max(x, floor)), at most 1.
void write_index(BlockReals& index,
                 const BlockLogarithms& logarithm,
                 const DomainWeights& weights) {
    for (std::size_t i = 0; i < rows_per_block; i += width) {
        Row4 sum(0.0f);
        for (const Domain domain : members<Domain>()) {
            sum = sum +
                  Row4::load(logarithm[domain].data() + i) * static_cast<float>(weights[domain]);
        }
        min(exp(sum), Row4(1.0f)).store(index.data() + i);
    }
}

/// Writes the autonomy of a block; 0 where there is nobody.
void write_autonomy(Standing& standing,
                    const People& people,
                    const BlockAutonomy& autonomy,
                    std::size_t begin,
                    std::size_t end) {
    for (const ResidentId who : rows<ResidentId>(begin, end)) {
        const std::size_t i = who.index() - begin;
        const bool here = people.presence[who] == Presence::present;
        standing.autonomy[who] = here ? autonomy.all[i] : 0.0f;
        standing.autonomy_nonwork[who] = here ? autonomy.nonwork[i] : 0.0f;
        for (const OtherWeights set : members<OtherWeights>()) {
            standing.other[who][set].level = here ? autonomy.other[set][i] : 0.0f;
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
        BlockLevels x{};
        read_domain_levels(x,
                           people,
                           capital,
                           work,
                           housing,
                           standing,
                           parameters,
                           justice,
                           draws,
                           begin,
                           end);
        BlockLogarithms logarithm;
        take_logarithms(logarithm, x, parameters.floor);
        BlockAutonomy autonomy;
        write_index(autonomy.all, logarithm, parameters.weights);
        write_index(autonomy.nonwork, logarithm, nonwork);
        for (const OtherWeights set : members<OtherWeights>()) {
            write_index(autonomy.other[set], logarithm, parameters.other_weights[set]);
        }
        write_autonomy(standing, people, autonomy, begin, end);
    });
}

}  // namespace cantiere
