#pragma once
/// Every programme in every place: what it does there, why that differs from home, and where it
/// should not be copied.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/language.h"
#include "analysis/text_table.h"
#include "analysis/transfer/transfer.h"

namespace cantiere {

/// A programme in a place. At home its effects there are those here.
struct ExportCell {
    std::vector<TransferredOutcome> outcomes;  // in the order of the matrix; net benefit first
    std::size_t extrapolated = 0;              // numbers there outside the range stated at home
    std::size_t compared = 0;
};

struct ExportPlace {
    std::string territory, law;  // ids
    Title title;
};

struct ExportProgramme {
    std::string study, scenario;  // ids
    Title title;
    std::size_t home = 0;           // a place
    double wtp = 0.0;               // EUR an autonomy-year
    std::vector<ExportCell> cells;  // by place
};

struct ExportMatrix {
    std::vector<std::string> outcomes;  // net_benefit first
    std::vector<ExportPlace> places;
    std::vector<ExportProgramme> programmes;
    std::size_t draws = 0;  // the fewest of a study
    std::size_t runs = 0;
    std::vector<FailedBlock> failed;
};

/// Whether a programme pays there at its study's willingness to pay.
enum class CopyVerdict : std::uint8_t { pays, unclear, does_not_pay };

/// Judges by the 95 % interval of the net benefit there.
CopyVerdict verdict_of(const ExportCell& cell);

/// Returns how JSON names a verdict: "pays", "unclear", "does_not_pay".
std::string_view name(CopyVerdict verdict);

/// Says of each programme and place whether to copy it there, and what makes the difference.
std::vector<std::string> copy_sentences(const ExportMatrix& matrix, Language language);

/// Returns the part that weighs most in a change of net benefit among those in its direction;
/// nothing where the change cannot be told from zero.
std::optional<PlacePart> largest_part(const TransferredOutcome& outcome);

/// Tells whether there are too few draws for intervals to judge by.
bool is_draft(const ExportMatrix& matrix);

/// Says that draws are too few for intervals to judge by; nothing where they are enough.
std::string draft_text(const ExportMatrix& matrix, Language language, const Layout& layout);

/// Returns `{"verdict", "outputs", "overlap"}` of a cell.
nlohmann::ordered_json cell_json(const ExportMatrix& matrix, const ExportCell& cell);

/// Writes a table an outcome, the parts of each change in net benefit, and the sentences.
std::string matrix_text(const ExportMatrix& matrix, Language language, const Layout& layout);

/// Returns `{"places": [{"territory", "law"}], "programmes": [{"study", "scenario", "home", "wtp",
/// "cells": [{"verdict", "outputs": {NAME: {"effect", "change": STAT, "parts": {PART: STAT}}},
/// "overlap": {"compared", "outside"}}]}], "sentences", "runs", "failed"}`; cells by place.
nlohmann::ordered_json matrix_json(const ExportMatrix& matrix, Language language);

}  // namespace cantiere
