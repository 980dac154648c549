#pragma once
/// Preconditions for readers and for programs.

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/language.h"
#include "analysis/text_table.h"
#include "analysis/transfer/matrix.h"
#include "analysis/transfer/preconditions.h"

namespace cantiere {

/// The condition asked where none is given: the programme pays.
inline constexpr std::string_view usual_condition = "net_benefit > 0";

/// What was asked of a programme, and what was found.
struct PreconditionAnswer {
    const Study& home;
    std::size_t scenario = 0;
    double wtp = 0.0;
    std::vector<PlaceNumber> numbers;
    std::vector<ExportPlace> places;  // home first
    std::size_t runs = 0;
    Preconditions found;
};

/// Says where the programme pays and where it does not, or that everything or nothing pays, or that
/// no condition tells; then how far places left out of the search agree, and what was looked at.
std::vector<std::string> precondition_sentences(const PreconditionAnswer& answer,
                                                Language language);

/// Writes the sentences, the limits, and which of the places known meets them.
std::string preconditions_text(const PreconditionAnswer& answer,
                               Language language,
                               const Layout& layout);

/// Writes the sentences and the places without a title of their own, as a part of a longer text.
std::string preconditions_section(const PreconditionAnswer& answer,
                                  Language language,
                                  const Layout& layout);

/// Returns `{"study", "scenario", "base", "wtp", "where", "points", "holds_in", "verdict", "runs",
/// "screen": {"looked_at", "dummy_distance", "kept": [{"name", "distance",
/// "median_where_it_holds", "median_where_not", "low", "high"}]}, "conditions":
/// [{"name", "unit", "low", "high", "quasi_p", "reproduced"}], "left_out": {"inside", "confirmed",
/// "chance"}, "left_out_not", "places": [{"territory", "law", "meets", "values": {NAME: {"value",
/// "met"}}}], "where_it_holds", "where_not": DISCOVERY, "sentences"}`.
nlohmann::ordered_json preconditions_json(const PreconditionAnswer& answer, Language language);

}  // namespace cantiere
