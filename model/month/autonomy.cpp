#include "model/month/autonomy.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "model/core/geometric_means.h"
#include "model/core/row_lists.h"
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

/// Writes the autonomy of the residents of a list.
void write_autonomy(Standing& standing,
                    const BlockAutonomy& autonomy,
                    std::span<const ResidentId> list) {
    const auto write = [&](ResidentColumn<Level>& column, const BlockReals& levels) {
        for (std::size_t i = 0; i < list.size(); ++i) column[list[i]] = levels[i];
    };
    write(standing.autonomy, autonomy.all);
    write(standing.autonomy_nonwork, autonomy.nonwork);
    for (const OtherWeights set : members<OtherWeights>()) {
        write(standing.other[set].level, autonomy.other[set]);
    }
}

/// Where there is nobody there is no autonomy.
void clear_autonomy(Standing& standing) {
    std::ranges::fill(standing.autonomy, 0.0f);
    std::ranges::fill(standing.autonomy_nonwork, 0.0f);
    for (OtherStanding& other : standing.other) std::ranges::fill(other.level, 0.0f);
}

/// Takes out those of whom a core domain is below its floor.
void keep_core_holding(ResidentSet& holding,
                       const BlockLevels& x,
                       const AutonomyParameters& p,
                       std::span<const ResidentId> list) {
    std::array<double, rows_per_block> least{};
    least.fill(1.0);
    for (const Domain domain : core_domains) {
        for (std::size_t i = 0; i < rows_per_block; ++i) {
            least[i] = x[domain][i] < least[i] ? x[domain][i] : least[i];
        }
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (least[i] < p.exit_core_floor) holding.erase(list[i]);
    }
}

}  // namespace

ResidentSet measure_autonomy(Standing& standing,
                             DomainSums& sums,
                             const People& people,
                             const Capital& capital,
                             const Work& work,
                             const Housing& housing,
                             const AutonomyParameters& parameters,
                             const JusticeParameters& justice,
                             const Draws& draws) {
    const std::vector<float> weights = all_weights(parameters);
    const ResidentSet here = present(people);
    ResidentSet holding = here;
    BlockLevels x{};
    BlockAutonomy autonomy;
    sums = {};
    clear_autonomy(standing);
    for_each_list(here, [&](std::span<const ResidentId> list) {
        read_domain_levels(x,
                           people,
                           capital,
                           work,
                           housing,
                           standing,
                           parameters,
                           justice,
                           draws,
                           list);
        for (const Domain domain : members<Domain>()) {
            sums[domain].add_shares(std::span(x[domain]).first(list.size()));
        }
        write_indices(autonomy, x, weights, parameters.floor, list.size());
        write_autonomy(standing, autonomy, list);
        keep_core_holding(holding, x, parameters, list);
    });
    return holding;
}

}  // namespace cantiere
