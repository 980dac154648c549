#pragma once
/// The masterplan card: one page for whoever would copy a programme (model.md 15).

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/transfer/matrix.h"
#include "analysis/transfer/preconditions_text.h"
#include "analysis/transfer/procedure.h"

namespace cantiere {

/// The lowest fidelity tried at which a programme pays, as at every higher one tried: its interval
/// of net benefit, the first outcome, lies above zero. Nothing where it does not pay at 1.
std::optional<double> fidelity_needed(const std::vector<CurvePoint>& fidelity);

/// The greatest multiple of its seats tried at which a programme pays, as at every one tried from 1
/// on. Nothing where it does not pay as it is.
std::optional<double> scales_up_to(const std::vector<CurvePoint>& scale);

/// What a card is made of.
struct Card {
    ExportMatrix matrix;         // one programme, home first; net benefit, then the card's outcomes
    std::vector<Curves> curves;  // by place
    PreconditionAnswer preconditions;
    Procedure procedure;
};

/// The outcomes that a card tells, net benefit first.
const std::vector<std::string>& card_outcomes();

/// Writes the page: what it does at home, where to copy it, how much fidelity it needs and how far
/// it scales, what a place must offer, and the procedure step by step.
std::string card_text(const Card& card, Language language, const Layout& layout);

/// Returns `{"study", "scenario", "base", "title", "draft", "draws", "wtp", "price_year",
/// "places": [{"territory", "law", "verdict", "outputs", "overlap", "largest_part",
/// "fidelity_needed", "scales_up_to", "fidelity": [{"at", "net_benefit": STAT}], "scale"}],
/// "sentences", "preconditions", "procedure", "runs", "failed"}`; home is the first place.
nlohmann::ordered_json card_json(const Card& card, Language language);

}  // namespace cantiere
