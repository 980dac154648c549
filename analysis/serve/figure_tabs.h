#pragma once
/// The report's figures under the tabs of the app.

#include "analysis/language.h"
#include "analysis/serve/choice.h"
#include "analysis/serve/exchange.h"
#include "outputs/results_reader.h"

namespace cantiere {

/// Returns the data of every figure that the scenarios chosen have, with `tab` (`autonomy`,
/// `costs`, `value`, `fairness`, `map`, `pathways`) and `id`. What shows one scenario alone, maps
/// and paths, is there for each of them.
ApiJson figures_json(const Results& results, Language language, const ComparedChoice& choice);

}  // namespace cantiere
