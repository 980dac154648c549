#include "outputs/trace_csv.h"

#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "model/names.h"

namespace cantiere {
namespace {

// clang-format off
constexpr std::array columns{
    TraceColumn{"scenario", "", "id of the scenario"},
    TraceColumn{"draw", "1", "draw of the parameters"},
    TraceColumn{"replicate", "1", "replicate within a draw"},
    TraceColumn{"resident", "1", "id of the resident, as in /microdata"},
    TraceColumn{"month", "months", "month of the window"},
    TraceColumn{"presence", "", "not_arrived, present or gone"},
    TraceColumn{"care_state", "", "care state"},
    TraceColumn{"work_state", "", "work state"},
    TraceColumn{"housing", "", "homeless, shelter, supported, precarious or stable"},
    TraceColumn{"justice", "", "none, detained, alternative or released"},
    TraceColumn{"jobless_months", "months", "months without work"},
    TraceColumn{"step", "", "instrument of the project under delivery"},
    TraceColumn{"support", "", "support under delivery"},
    TraceColumn{"professional", "1", "professional capital P"},
    TraceColumn{"relational", "1", "relational capital R"},
    TraceColumn{"health", "1", "health H"},
    TraceColumn{"mobility", "1", "mobility M"},
    TraceColumn{"language", "1", "language and administrative capability L"},
    TraceColumn{"trust", "1", "trust T"},
    TraceColumn{"safety", "1", "safety S"},
    TraceColumn{"disability", "1", "limitation at work d"},
    TraceColumn{"aid", "1", "share of the limitation that aids mitigate"},
    TraceColumn{"domain_income", "1", "level of the domain income, as the following of theirs"},
    TraceColumn{"domain_work", "1", "work"},
    TraceColumn{"domain_housing", "1", "housing"},
    TraceColumn{"domain_health", "1", "health"},
    TraceColumn{"domain_relations", "1", "relations"},
    TraceColumn{"domain_skills", "1", "skills"},
    TraceColumn{"domain_safety", "1", "safety"},
    TraceColumn{"domain_administration", "1", "administration"},
    TraceColumn{"autonomy", "1", "autonomy A"},
    TraceColumn{"autonomy_nonwork", "1", "autonomy over the six non-work domains"},
    TraceColumn{"gross_wage_eur", "EUR", "gross wage of the month"},
    TraceColumn{"net_income_eur", "EUR", "own net income of the month, welfare excluded"},
    TraceColumn{"benefit_eur", "EUR", "means-tested assistance received"},
    TraceColumn{"local_aid_eur", "EUR", "municipal contribution received"},
    TraceColumn{"public_cost_eur", "EUR", "net cost to public payers, marginal, not discounted"},
    TraceColumn{"events", "", "what happened, in the order of the phases: names, with the instrument behind a colon, between blanks"},
};
// clang-format on

std::string event_text(const Event& event) {
    std::string text(name(event.kind));
    if (event.instrument != Instrument::count) {
        text += ":" + std::string(name(event.instrument));
    }
    return text;
}

std::string events_text(const std::vector<Event>& events) {
    std::string text;
    for (const Event& event : events) text += (text.empty() ? "" : " ") + event_text(event);
    return text;
}

std::string instrument_text(Instrument instrument) {
    return instrument == Instrument::count ? "" : std::string(name(instrument));
}

std::string states_text(const TraceMonth& month) {
    return fmt::format("{},{},{},{},{},{},{},{},{}",
                       month.month.index(),
                       name(month.presence),
                       name(month.care),
                       name(month.work),
                       name(month.housing),
                       name(month.justice),
                       month.jobless_months,
                       instrument_text(month.step),
                       instrument_text(month.support));
}

std::vector<double> numbers_of(const TraceMonth& m) {
    std::vector<double> numbers{m.professional,
                                m.relational,
                                m.health,
                                m.mobility,
                                m.language,
                                m.trust,
                                m.safety,
                                m.disability,
                                m.aid};
    for (const Domain domain : members<Domain>()) numbers.push_back(m.domains[domain]);
    for (const double value : {m.autonomy,
                               m.autonomy_nonwork,
                               m.gross_wage_eur,
                               m.net_income_eur,
                               m.benefit_eur,
                               m.local_aid_eur,
                               m.public_cost_eur}) {
        numbers.push_back(value);
    }
    return numbers;
}

}  // namespace

std::span<const TraceColumn> trace_columns() { return columns; }

std::string trace_header() {
    std::string line;
    for (const TraceColumn& column : columns) {
        line += (line.empty() ? "" : ",") + std::string(column.name);
    }
    return line + "\n";
}

std::string trace_lines(std::string_view scenario,
                        std::size_t draw,
                        std::size_t replicate,
                        std::span<const TraceMonth> months) {
    std::string text;
    for (const TraceMonth& month : months) {
        text += fmt::format("{},{},{},{},{}",
                            scenario,
                            draw,
                            replicate,
                            month.key.value,
                            states_text(month));
        for (const double number : numbers_of(month)) text += fmt::format(",{}", number);
        text += "," + events_text(month.events) + "\n";
    }
    return text;
}

std::filesystem::path trace_path(const std::filesystem::path& results) {
    std::filesystem::path path = results;
    return path.replace_extension(".trace.csv");
}

}  // namespace cantiere
