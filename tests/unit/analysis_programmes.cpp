#include "analysis/programme_table.h"
#include "tests/support/catch.h"
#include "tests/unit/analysis_comparison_example.h"

using namespace cantiere;

namespace {

/// Services as usual, the programme, and its null twin, whose numbers are those of the programme.
ResultsHeader header_with_twin() {
    ResultsHeader header = example_header();
    header.scenarios.push_back(
        {"pisola", "Pi.So.La.", "Pi.So.La.", "as-usual", "SIA", "SIA", false});
    return header;
}

const Stat& value_of(const ProgrammeTable& table, std::string_view row, Against contrast) {
    const ProgrammeRow* found = table.find(row);
    INFO(row);
    REQUIRE(found != nullptr);
    return found->values.at(static_cast<std::size_t>(contrast));
}

}  // namespace

TEST_CASE("A programme stands beside its null twin, net apart from gross") {
    const TestFolder folder("programmes");
    const auto tables = programme_tables(example_results(folder, header_with_twin()));
    REQUIRE(tables.size() == 1);
    const ProgrammeTable& table = tables.front();
    CHECK(table.twin == table.programme + "-null-twin");
    CHECK(value_of(table, "autonomy_years_net", Against::programme_usual).mean == Approx(3.0));
    CHECK(value_of(table, "autonomy_years_gross", Against::programme_usual).mean == Approx(9.0));
    CHECK(value_of(table, "autonomy_years_deadweight", Against::programme_usual).mean ==
          Approx(3.0 / 12.0));
    CHECK(value_of(table, "net_cost_public", Against::twin_usual).mean == Approx(50.0));
    CHECK(value_of(table, "cost.state", Against::twin_usual).mean == Approx(50.0));
    CHECK(value_of(table, "net_cost_public", Against::programme_twin).mean == Approx(0.0));
    CHECK(std::isnan(value_of(table, "autonomy_years_deadweight", Against::programme_twin).mean));
    CHECK(table.find("net_cost_public_to", 10) != nullptr);
    CHECK(table.find("net_cost_public_to", 2) == nullptr);
}

TEST_CASE("Tables of programmes are read by people, by programs and as Markdown") {
    const TestFolder folder("programmes");
    const auto tables = programme_tables(example_results(folder, header_with_twin()));
    Layout layout;
    layout.width = 200;
    const std::string told = programme_tables_text(tables, Language::english, layout);
    CHECK(told.find("GROSS") != std::string::npos);
    CHECK(told.find("NET: everybody") != std::string::npos);
    layout.markdown = true;
    const std::string markdown = programme_tables_text(tables, Language::italian, layout);
    CHECK(markdown.find("|---|--:|--:|--:|") != std::string::npos);
    CHECK(markdown.find("LORDI") != std::string::npos);
    const auto json = programme_tables_json(tables);
    REQUIRE(json.size() == 1);
    CHECK(json[0]["rows"].size() == tables.front().rows.size());
    CHECK(json[0]["rows"][0]["name"] == "cost.municipality");
}

TEST_CASE("A study without a null twin has no table of programmes") {
    const TestFolder folder("programmes");
    CHECK(programme_tables(example_results(folder, example_header())).empty());
}
