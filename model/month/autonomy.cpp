#include "model/month/autonomy.h"

#include <array>
#include <vector>

#include "model/core/geometric_means.h"
#include "model/core/rows.h"
#include "model/month/demography.h"
#include "model/month/domains.h"

namespace cantiere {
namespace {

static_assert(rows_per_block % rows_of_means == 0, "a block is whole groups of rows");

/// A float for each row of a block.
using BlockReals = std::array<float, rows_per_block>;

struct BlockAutonomy {
    BlockReals all{}, nonwork{};
    EnumArray<OtherWeights, BlockReals> other;
};

/// Weights of the index, of the one without work and of the others, one after another.
std::vector<float> all_weights(const AutonomyParameters& p) {
    std::vector<float> all;
    const auto add = [&](const DomainWeights& weights) {
        for (const double weight : weights) all.push_back(static_cast<float>(weight));
    };
    add(p.weights);
    add(nonwork_weights(p.weights));
    for (const DomainWeights& weights : p.other_weights) add(weights);
    return all;
}

/// A = exp(sum of w log max(x, floor)), at most 1, by each set of weights.
void write_indices(BlockAutonomy& autonomy,
                   const BlockLevels& x,
                   const std::vector<float>& weights,
                   double floor,
                   std::size_t rows) {
    EnumArray<Domain, const double*> levels{};
    for (const Domain domain : members<Domain>()) levels[domain] = x[domain].data();
    std::array<float*, 2 + members<OtherWeights>().size()> indices{autonomy.all.data(),
                                                                   autonomy.nonwork.data()};
    for (const OtherWeights set : members<OtherWeights>()) {
        indices[2 + static_cast<std::size_t>(set)] = autonomy.other[set].data();
    }
    fill_geometric_means(indices, levels.values, weights, static_cast<float>(floor), rows);
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

/// Takes out those of whom a core domain is below its floor.
void keep_core_holding(ResidentSet& holding,
                       const BlockLevels& x,
                       const AutonomyParameters& p,
                       std::size_t begin,
                       std::size_t end) {
    std::array<double, rows_per_block> least{};
    least.fill(1.0);
    for (const Domain domain : core_domains) {
        for (std::size_t i = 0; i < rows_per_block; ++i) {
            least[i] = x[domain][i] < least[i] ? x[domain][i] : least[i];
        }
    }
    for (const ResidentId who : rows<ResidentId>(begin, end)) {
        if (least[who.index() - begin] < p.exit_core_floor) holding.erase(who);
    }
}

}  // namespace

ResidentSet measure_autonomy(Standing& standing,
                             const People& people,
                             const Capital& capital,
                             const Work& work,
                             const Housing& housing,
                             const AutonomyParameters& parameters,
                             const JusticeParameters& justice,
                             const Draws& draws) {
    const std::vector<float> weights = all_weights(parameters);
    ResidentSet holding = present(people);
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
        BlockAutonomy autonomy;
        write_indices(autonomy, x, weights, parameters.floor, end - begin);
        write_autonomy(standing, people, autonomy, begin, end);
        keep_core_holding(holding, x, parameters, begin, end);
    });
    return holding;
}

}  // namespace cantiere
