#include <array>
#include <string>

#include "analysis/finance/public_finance_text.h"
#include "tests/support/catch.h"
#include "tests/unit/analysis_comparison_example.h"

namespace cantiere {
namespace {

/// A programme that costs the State so much more in each draw, whose residents gain EUR 30.
std::string finance_text(const std::string& name,
                         const std::array<double, 3>& cost_by_draw,
                         Language language) {
    const TestFolder folder(name);
    const ResultsHeader header = example_header();
    const auto path = folder.file("finance.h5");
    write_results(path, header, [&](std::size_t draw, std::size_t replicate) {
        Block all = block(header, draw, replicate);
        for (RunOutcome& run : all) {
            const bool is_programme = &run != &all.front();
            const double cost = is_programme ? cost_by_draw.at(draw) : 0.0;
            run[Variable::net_cost_public] = cost;
            run.at(Variable::cost, Payer::state) = cost;
            run.at(Variable::cost, Payer::resident) = is_programme ? -30.0 : 0.0;
        }
        return all;
    });
    const Results results = read_results(path);
    const Comparison comparison = compare(results, {});
    return public_finance_text(public_finance(results, comparison),
                               header.draws,
                               language,
                               {400, {}});
}

}  // namespace

TEST_CASE("A value of public funds says where the sign of its net cost cannot be told") {
    const std::string hedge = ", though its net cost cannot be told from zero";
    // Mean -40, standard deviation 72.1, so +-179 (t of 2 degrees 4.303): zero is inside.
    const std::array<double, 3> unsure{-100.0, -60.0, 40.0};
    CHECK_THAT(finance_text("unsure", unsure, Language::english),
               contains_text("net public cost): infinite (it pays for itself)" + hedge + ";"));
    CHECK_THAT(
        finance_text("incerto", unsure, Language::italian),
        contains_text("infinito (si ripaga), ma il suo costo netto non si distingue da zero;"));
    // Mean -100, +-2.5: it saves.
    CHECK_THAT(finance_text("sure", {-100.0, -101.0, -99.0}, Language::english),
               contains_text("infinite (it pays for itself)") && !contains_text(hedge));
    // 30 / 50, of -50, 50 and 150: +-248.
    CHECK_THAT(finance_text("ratio", {-50.0, 50.0, 150.0}, Language::english),
               contains_text("net public cost): 0.60" + hedge));
    // Exactly no cost in every run is no doubt.
    CHECK_THAT(finance_text("free", {0.0, 0.0, 0.0}, Language::english),
               contains_text("infinite (it pays for itself)") && !contains_text(hedge));
}

TEST_CASE("The budget says that what is spent is above zero, unlike a loss") {
    const std::array<double, 3> costs{50.0, 50.0, 50.0};
    CHECK_THAT(finance_text("signs", costs, Language::english),
               contains_text("Budget, EUR more spent each year") &&
                   contains_text("Above zero: more spent than under the base, undiscounted"));
    CHECK_THAT(finance_text("segni", costs, Language::italian),
               contains_text("Bilancio, EUR spesi in più ogni anno") &&
                   contains_text("Sopra zero: più spesa che nella base, non attualizzata"));
}

}  // namespace cantiere
