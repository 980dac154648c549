#pragma once
/// A transfer for readers and for programs.

#include <string>

#include <nlohmann/json.hpp>

#include "analysis/language.h"
#include "analysis/text_table.h"
#include "analysis/transfer/transfer.h"

namespace cantiere {

/// What a transfer is of: the study here, the same there, what was asked and what came.
struct TransferAnswer {
    const Study& here;
    const Study& there;
    const TransferPlan& plan;
    const Transfer& result;
    const Overlap& overlap;
};

/// Writes effects here and there, what each part of the place makes of the difference, where the
/// effect there is extrapolated, and the curves.
std::string transfer_text(const TransferAnswer& answer, Language language, const Layout& layout);

/// Returns `{"study", "scenario", "base", "from": {"territory", "law"}, "to", "wtp", "draws",
/// "replicates", "runs", "failed", "outputs": {NAME: {"here", "there", "change", "parts": {PART:
/// STAT}, "fidelity": [{"at", "effect"}], "scale"}}, "overlap": {"compared", "outside": [{"name",
/// "unit", "part", "low", "here", "high", "there"}]}}`.
nlohmann::ordered_json transfer_json(const TransferAnswer& answer);

}  // namespace cantiere
