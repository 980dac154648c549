#include "analysis/cli/sensitivity_sobol.h"

#include <fmt/format.h>

#include "analysis/exploration/sobol_remarks.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

Json sobol_json(const DesignTables& tables, const SobolIndices& indices) {
    Json factors = Json::array();
    for (std::size_t j = 0; j < indices.columns.size(); ++j) {
        const SobolIndex& of = indices.columns[j];
        factors.push_back({{"name", tables.design.names[j]},
                           {"S1", of.first.value},
                           {"S1_low", of.first.low},
                           {"S1_high", of.first.high},
                           {"ST", of.total.value},
                           {"ST_low", of.total.low},
                           {"ST_high", of.total.high}});
    }
    Json pairs = Json::array();
    for (const SobolPair& pair : indices.pairs) {
        pairs.push_back({{"a", tables.design.names[pair.a]},
                         {"b", tables.design.names[pair.b]},
                         {"value", pair.share.value},
                         {"low", pair.share.low},
                         {"high", pair.share.high}});
    }
    return {{"variance", indices.variance}, {"factors", factors}, {"S2", pairs}};
}

}  // namespace

SaltelliShape saltelli_shape_of(const NumericTable& design, const std::string& path) {
    if (const auto shape = saltelli_shape(design.rows)) return *shape;
    Problems problems;
    problems.error(
        "no-saltelli-design",
        place_of(path),
        fmt::format("its {} rows of {} columns are no Saltelli design",
                    design.rows.size(),
                    design.names.size()),
        "Sobol indices need for each base point the rows A, AB_1..AB_D, [BA_1..BA_D], B; on "
        "other rows they would be numbers without a meaning",
        "make the design with cantiere design saltelli, or use --method pawn");
    throw InputError(problems);
}

ToldSobol told_sobol(const DesignTables& tables,
                     std::size_t output,
                     const SaltelliShape& shape,
                     Language language) {
    const SobolIndices indices = sobol_indices(shape, tables.outputs.column(output), 1);
    const SobolSource source{tables.design.names, shape.base, tables.are_runs};
    return {sobol_json(tables, indices), sobol_remarks(indices, source, language)};
}

}  // namespace cantiere
