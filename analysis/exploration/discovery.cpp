#include "analysis/exploration/discovery.h"

#include <algorithm>

namespace cantiere {

Discovery discover_cases(const std::string& where,
                         const FactorTable& inputs,
                         const std::vector<bool>& of_interest,
                         const PrimSettings& settings) {
    CartSettings cart;
    cart.seed = settings.seed;
    return {where,
            of_interest.size(),
            static_cast<std::size_t>(std::ranges::count(of_interest, true)),
            inputs.factors,
            discover_boxes(inputs, of_interest, settings),
            discover_tree(inputs, of_interest, cart)};
}

std::vector<std::string> factor_names(const std::vector<std::size_t>& columns,
                                      const Discovery& discovery) {
    std::vector<std::string> names;
    for (const std::size_t column : columns) names.push_back(discovery.factors[column].name);
    return names;
}

std::vector<std::size_t> columns_of_boxes(const Discovery& discovery) {
    std::vector<std::size_t> columns;
    for (const DiscoveredBox& box : discovery.boxes) {
        for (const BoxLimit& limit : box.limits) columns.push_back(limit.column);
    }
    std::ranges::sort(columns);
    columns.erase(std::ranges::unique(columns).begin(), columns.end());
    return columns;
}

}  // namespace cantiere
