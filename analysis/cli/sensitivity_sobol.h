#pragma once
/// Sobol indices of tables, as JSON and with what keeps them from being used.

#include <cstddef>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/cli/sensitivity_tables.h"
#include "analysis/exploration/sobol.h"
#include "analysis/language.h"

namespace cantiere {

/// Returns the shape of a Saltelli design; throws InputError for any other, read from `path`.
SaltelliShape saltelli_shape_of(const NumericTable& design, const std::string& path);

/// The indices of one output, and remarks on them.
struct ToldSobol {
    nlohmann::ordered_json json;  // {variance, factors, S2}
    std::vector<std::string> remarks;
};

ToldSobol told_sobol(const DesignTables& tables,
                     std::size_t output,
                     const SaltelliShape& shape,
                     Language language);

}  // namespace cantiere
