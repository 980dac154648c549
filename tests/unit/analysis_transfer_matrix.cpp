#include "analysis/transfer/matrix.h"

#include "tests/support/catch.h"

namespace cantiere {
namespace {

/// A mean with half of its interval.
Stat around(double mean, double half) {
    return {mean, half / 2.0, mean - half, mean + half, mean - half, mean + half};
}

/// Net benefit of a cell: at home 5 million, there as told, the change split over two parts.
ExportCell export_cell(const Stat& there,
                       const Stat& change,
                       const Stat& services,
                       const Stat& economy) {
    TransferredOutcome outcome{around(5e6, 1e5), there, change, {}};
    outcome.by_part.fill(around(0.0, 0.0));
    outcome.by_part[static_cast<std::size_t>(PlacePart::services)] = services;
    outcome.by_part[static_cast<std::size_t>(PlacePart::economy)] = economy;
    return {{outcome}, 0, 40};
}

/// Two programmes: the first loses elsewhere by labour and housing, the second gains there.
ExportMatrix copied_both_ways() {
    const Stat none = around(0.0, 0.0);
    const ExportCell home = export_cell(around(5e6, 1e5), none, none, none);
    ExportCell lost =
        export_cell(around(-2e6, 5e5), around(-7e6, 6e5), around(1e6, 2e5), around(-8e6, 4e5));
    lost.extrapolated = 3;
    const ExportCell unclear =
        export_cell(around(2e5, 5e5), around(-4.8e6, 6e5), around(-4.8e6, 2e5), none);
    ExportMatrix matrix;
    matrix.outcomes = {"net_benefit"};
    matrix.places = {{"here", "law", {"Here", "Qui"}}, {"there", "law", {"There", "Là"}}};
    matrix.programmes = {{"a", "one", {"One", "Uno"}, 0, 2e4, {home, lost}},
                         {"b", "two", {"Two", "Due"}, 1, 2e4, {unclear, home}}};
    return matrix;
}

}  // namespace

TEST_CASE("a programme is judged elsewhere by the interval of its net benefit there") {
    const ExportMatrix matrix = copied_both_ways();
    CHECK(verdict_of(matrix.programmes[0].cells[0]) == CopyVerdict::pays);
    CHECK(verdict_of(matrix.programmes[0].cells[1]) == CopyVerdict::does_not_pay);
    CHECK(verdict_of(matrix.programmes[1].cells[0]) == CopyVerdict::unclear);
}

TEST_CASE("a sentence says where not to copy a programme and which part makes the difference") {
    const auto sentences = copy_sentences(copied_both_ways(), Language::english);
    REQUIRE(sentences.size() == 2);
    CHECK(sentences[0] ==
          "One should not be copied to There: not worth its cost there, net benefit EUR -2.0 ±0.5 "
          "million; EUR -7.0 ±0.6 million from home, most of it by labour and housing (EUR -8.0 "
          "±0.4 million); 3 of 40 numbers there lie outside the range stated at home.");
    CHECK(sentences[1].starts_with("Two in Here: not shown to be worth its cost"));
    CHECK(sentences[1].find("network and capacity") != std::string::npos);
    CHECK(copy_sentences(copied_both_ways(), Language::italian)[0].starts_with(
        "Uno non va copiato a Là: là non vale il suo costo"));
}

TEST_CASE("the table of every programme in every place marks home and adds up by part") {
    ExportMatrix many = copied_both_ways();
    many.draws = 10;
    CHECK(matrix_text(many, Language::english, Layout{}).find("DRAFT") == std::string::npos);
    const std::string text = matrix_text(copied_both_ways(), Language::english, Layout{});
    CHECK(text.find("+5.00 ±0.10 *") != std::string::npos);
    CHECK(text.find("DRAFT: 0 draws are few") != std::string::npos);
    const auto json = matrix_json(copied_both_ways(), Language::english);
    const auto& lost = json["programmes"][0]["cells"][1];
    CHECK(lost["verdict"] == "does_not_pay");
    CHECK(lost["outputs"]["net_benefit"]["parts"]["labour_housing"]["mean"] == -8e6);
    CHECK(lost["overlap"]["outside"] == 3);
}

}  // namespace cantiere
