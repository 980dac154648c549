#include "outputs/coordinates.h"

#include <array>
#include <cstdint>
#include <numeric>
#include <optional>
#include <vector>

#include "model/names.h"

namespace cantiere {
namespace {

constexpr std::size_t axis_count = static_cast<std::size_t>(Axis::count);

constexpr std::array<CoordinateText, axis_count> coordinates{{
    {Axis::scenario, "1", "Scenario", "Scenario"},
    {Axis::draw, "1", "Draw of the parameters", "Estrazione dei parametri"},
    {Axis::replicate, "1", "Replicate within a draw", "Replica entro un'estrazione"},
    {Axis::month, "months", "Months from the start", "Mesi dall'inizio"},
    {Axis::year, "1", "Calendar year", "Anno solare"},
    {Axis::payer, "1", "Payer", "Ente pagatore"},
    {Axis::category, "1", "Category of the ledger", "Voce di spesa"},
    {Axis::group, "1", "Group, groups overlap", "Gruppo, i gruppi si sovrappongono"},
    {Axis::domain, "1", "Domain of autonomy", "Ambito dell'autonomia"},
    {Axis::municipality, "1", "Municipality of residence", "Comune di residenza"},
    {Axis::care_state, "1", "Care state", "Stato di presa in carico"},
    {Axis::care_state_to, "1", "Care state moved to", "Stato di presa in carico di arrivo"},
    {Axis::work_state, "1", "Work state", "Condizione lavorativa"},
    {Axis::parameter, "1", "Parameter", "Parametro"},
    {Axis::instrument, "1", "Instrument", "Strumento"},
    {Axis::horizon, "years", "Years from the start", "Anni dall'inizio"},
}};

const std::array<MemberText, 8> texts_of_members{{
    {"scenario_title",
     Axis::scenario,
     "Title of the scenario in English",
     "Titolo dello scenario in inglese",
     [](const ResultsHeader& header, std::size_t i) { return header.scenarios[i].title_en; }},
    {"scenario_title_it",
     Axis::scenario,
     "Title of the scenario in Italian",
     "Titolo dello scenario in italiano",
     [](const ResultsHeader& header, std::size_t i) { return header.scenarios[i].title_it; }},
    {"scenario_base",
     Axis::scenario,
     "Scenario it is compared with",
     "Scenario con cui si confronta",
     [](const ResultsHeader& header, std::size_t i) { return header.scenarios[i].base; }},
    {"scenario_law",
     Axis::scenario,
     "Law the scenario is under, in English",
     "Legge dello scenario, in inglese",
     [](const ResultsHeader& header, std::size_t i) { return header.scenarios[i].law_en; }},
    {"scenario_law_it",
     Axis::scenario,
     "Law the scenario is under, in Italian",
     "Legge dello scenario, in italiano",
     [](const ResultsHeader& header, std::size_t i) { return header.scenarios[i].law_it; }},
    {"scenario_null_twin",
     Axis::scenario,
     "Null twin of a programme: yes or no",
     "Gemello nullo di un programma: yes o no",
     [](const ResultsHeader& header, std::size_t i) {
         return std::string(header.scenarios[i].null_twin ? "yes" : "no");
     }},
    {"municipality_istat_code",
     Axis::municipality,
     "Istat code of the municipality",
     "Codice Istat del comune",
     [](const ResultsHeader& header, std::size_t i) {
         return header.municipalities[i].istat_code;
     }},
    {"parameter_unit",
     Axis::parameter,
     "Unit of the parameter",
     "Unità del parametro",
     [](const ResultsHeader& header, std::size_t i) { return header.parameters[i].unit; }},
}};

template <class E>
std::vector<std::string> names_of_list() {
    std::vector<std::string> names;
    for (const Label& label : labels(E{})) {
        names.emplace_back(label.name);
    }
    return names;
}

template <class Rows, class Row>
std::vector<std::string> column(const Rows& rows, std::string Row::*field) {
    std::vector<std::string> texts;
    for (const Row& row : rows) {
        texts.push_back(row.*field);
    }
    return texts;
}

std::vector<std::string> text_members(Axis axis, const ResultsHeader& header) {
    switch (axis) {
        case Axis::scenario:
            return column(header.scenarios, &ScenarioEntry::id);
        case Axis::municipality:
            return column(header.municipalities, &MunicipalityEntry::name);
        case Axis::parameter:
            return column(header.parameters, &ParameterEntry::name);
        case Axis::payer:
            return names_of_list<Payer>();
        case Axis::category:
            return names_of_list<Category>();
        case Axis::group:
            return names_of_list<Group>();
        case Axis::domain:
            return names_of_list<Domain>();
        case Axis::care_state:
        case Axis::care_state_to:
            return names_of_list<CareState>();
        case Axis::work_state:
            return names_of_list<WorkState>();
        case Axis::instrument:
            return names_of_list<Instrument>();
        default:
            return {};
    }
}

std::vector<std::int32_t> counted(std::size_t size, int first) {
    std::vector<std::int32_t> numbers(size);
    std::iota(numbers.begin(), numbers.end(), first);
    return numbers;
}

std::vector<std::int32_t> number_members(Axis axis, const ResultsHeader& header) {
    switch (axis) {
        case Axis::draw:
            return counted(header.draws, 0);
        case Axis::replicate:
            return counted(header.replicates, 0);
        case Axis::month:
            return counted(header.months, 0);
        case Axis::year:
            return counted(sizes_of(header).years, header.start.year);
        case Axis::horizon:
            return {horizon_years.begin(), horizon_years.end()};
        default:
            return {};
    }
}

}  // namespace

void describe(Hdf5Writer& file,
              const std::string& path,
              std::string_view unit,
              std::string_view long_name_en,
              std::string_view long_name_it) {
    file.set_attribute(path, "units", std::string(unit));
    file.set_attribute(path, "long_name", std::string(long_name_en));
    file.set_attribute(path, "long_name_it", std::string(long_name_it));
}

std::span<const CoordinateText> coordinate_texts() { return coordinates; }

std::span<const MemberText> member_texts() { return texts_of_members; }

std::size_t members_of(Axis axis, const ResultsHeader& header) {
    return text_members(axis, header).size() + number_members(axis, header).size();
}

void write_coordinates(Hdf5Writer& file, const ResultsHeader& header) {
    for (const CoordinateText& row : coordinates) {
        const std::string path(name(row.axis));
        const std::vector<std::int32_t> numbers = number_members(row.axis, header);
        if (members_of(row.axis, header) == 0) {
            continue;  // netCDF takes a length of zero for an axis that grows
        }
        if (numbers.empty()) {
            file.write_scale(path, text_members(row.axis, header));
        } else {
            file.write_scale(path, numbers);
        }
        describe(file, path, row.unit, row.long_name_en, row.long_name_it);
    }
    for (const MemberText& row : texts_of_members) {
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < members_of(row.axis, header); ++i) {
            texts.push_back(row.text(header, i));
        }
        if (!texts.empty()) {
            const std::string path(row.name);
            file.write_texts(path, {std::string(name(row.axis))}, texts);
            describe(file, path, "1", row.long_name_en, row.long_name_it);
        }
    }
}

}  // namespace cantiere
