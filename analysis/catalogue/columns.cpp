#include "analysis/catalogue/parts.h"

#include <array>

namespace cantiere {
namespace {

/// Heads of columns that are keys of the JSON, too.
// One text on a line; the formatter would cut them.
// clang-format off
constexpr auto column_texts = std::to_array<TextPair>({
    {"name", "numero"},
    {"pair", "coppia"},
    {"S1_low", "S1 da"},
    {"S1_high", "S1 a"},
    {"ST_low", "ST da"},
    {"ST_high", "ST a"},
    {"low", "da"},
    {"high", "a"},
    {"mu", "μ"},
    {"mu_star", "μ*"},
    {"sigma", "σ"},
    {"mu_star_low", "μ* da"},
    {"mu_star_high", "μ* a"},
    {"median", "mediana"},
    {"max", "massimo"},
    {"distance", "distanza"},
    {"p_value", "valore p"},
    {"median_in", "mediana tra le esecuzioni di interesse"},
    {"median_out", "mediana tra le altre"},
    {"scenario", "scenario"},
    {"base", "base"},
    {"title", "titolo"},
    {"variable", "variabile"},
    {"unit", "unità"},
    {"axes", "assi"},
    {"input file", "file di ingresso"},
    {"gross in the open market", "lordi nel mercato aperto"},
    {"net", "netti"},
    {"gross", "lordi"},
});
// clang-format on

}  // namespace

std::span<const TextPair> texts_of_columns() { return column_texts; }

}  // namespace cantiere
