#pragma once
/// The programmes of several studies beside their null twins: costs by payer, exits, autonomy, what
/// others lose, who gains least, at several horizons.

#include <array>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/language.h"
#include "analysis/statistics.h"
#include "analysis/text_table.h"
#include "model/names.h"
#include "outputs/results_reader.h"

namespace cantiere {

/// The programme and its null twin, each against services as usual, and against each other.
enum class Against : std::uint8_t { programme_usual, twin_usual, programme_twin, count };

template <class T>
using ByContrast = std::array<T, static_cast<std::size_t>(Against::count)>;

/// One outcome, paired differences; EUR, events, years or shares as its name says. Net counts
/// everybody, gross only the people served against themselves.
struct ProgrammeRow {
    std::string name;  // a variable, `cost.PAYER`, or a name of the table
    int years = 0;     // horizon; 0 for the whole study
    ByContrast<Stat> values;
};

struct ProgrammeTable {
    std::string study, programme, twin, usual;
    ByContrast<Group> worst_group{Group::count, Group::count, Group::count};  // count: none
    std::vector<ProgrammeRow> rows;

    /// Finds a row by name and horizon; null when there is none.
    const ProgrammeRow* find(std::string_view name, int years = 0) const;
};

/// Returns a table for every programme of a results file that has a null twin.
std::vector<ProgrammeTable> programme_tables(const Results& results);

/// Writes one table a programme.
std::string programme_tables_text(const std::vector<ProgrammeTable>& tables,
                                  Language language,
                                  const Layout& layout);

/// Returns `[{"study", "programme", "null_twin", "base", "rows": [{"name", "horizon_years",
/// "programme_minus_usual": STAT, "twin_minus_usual", "programme_minus_twin"}], "worst_group"}]`.
nlohmann::ordered_json programme_tables_json(const std::vector<ProgrammeTable>& tables);

}  // namespace cantiere
