#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "model/rules/travel.h"
#include "scenarios/csv.h"
#include "scenarios/did_you_mean.h"
#include "scenarios/pack.h"

namespace cantiere {
namespace {

constexpr std::int64_t most_people = 100'000'000;

bool is_istat_code(const std::string& code) {
    return code.size() == 6 && std::all_of(code.begin(), code.end(), [](char letter) {
               return letter >= '0' && letter <= '9';
           });
}

/// Coordinates that are swapped, or of another country, would change every journey unseen.
void warn_outside_italy(double latitude, double longitude, const Place& place, Problems& problems) {
    const auto is_inside = [](double north, double east) {
        return north >= 35.0 && north <= 48.0 && east >= 6.0 && east <= 19.0;
    };
    if (is_inside(latitude, longitude)) return;
    problems.warning(
        "outside-italy",
        place,
        fmt::format("latitude {:g} and longitude {:g} are outside Italy", latitude, longitude),
        "Italy lies at latitudes from 35 to 48 and longitudes from 6 to 19",
        is_inside(longitude, latitude) ? "swap the two: they stand in each other's place"
                                       : "correct them; travel times come from them");
}

std::optional<Municipality> read_municipality(const TomlValue& item,
                                              Need coordinates,
                                              Problems& problems) {
    const auto* table = item.as<TomlTable>();
    if (table == nullptr) {
        problems.error("wrong-type",
                       item.place,
                       fmt::format("municipality holds {}", kind_of(item)),
                       "each municipality is a table",
                       "begin it with a line: [[municipality]]");
        return std::nullopt;
    }
    TableReader reader(*table, item.place, "[[municipality]]", problems);
    const auto code = reader.text("istat", Need::required);
    const auto called = reader.text("name", Need::required);
    const auto population = reader.integer("population", 1, most_people, Need::required);
    const auto latitude = reader.number("latitude", -90.0, 90.0, coordinates);
    const auto longitude = reader.number("longitude", -180.0, 180.0, coordinates);
    const bool residents = reader.flag("residents").value_or(true);
    reader.finish();
    if (latitude && longitude) {
        warn_outside_italy(*latitude, *longitude, reader.place("latitude"), problems);
    }
    if (code && !is_istat_code(*code)) {
        problems.error("bad-code",
                       reader.place("istat"),
                       fmt::format("istat is \"{}\"", *code),
                       "an Istat code of a municipality has six digits, the first may be 0",
                       "write for example istat = \"072006\"");
    }
    const bool placed = (latitude && longitude) || coordinates == Need::optional;
    if (!code || !called || !population || !placed) return std::nullopt;
    return Municipality{*code,
                        *called,
                        static_cast<int>(*population),
                        latitude.value_or(0.0),
                        longitude.value_or(0.0),
                        residents};
}

/// Reads `from,to,minutes_car,minutes_transit` by Istat codes.
class TravelReader {
  public:
    TravelReader(Pack& pack, const CsvTable& table, Problems& problems)
        : pack_(pack), table_(table), problems_(problems) {}

    bool read() {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const std::optional<std::size_t> column = table_.column(names[i]);
            if (!column) {
                problems_.error("csv-header",
                                {table_.file, 1, 1},
                                fmt::format("the travel matrix lacks the column {}", names[i]),
                                "travel times are read from it",
                                "begin the file with: from,to,minutes_car,minutes_transit");
                return false;
            }
            columns_[i] = *column;
        }
        for (const CsvRow& row : table_.rows) {
            read_row(row);
        }
        return true;
    }

  private:
    void read_row(const CsvRow& row) {
        const auto from = municipality(row, 0);
        const auto to = municipality(row, 1);
        const auto car = minutes(row, 2);
        const auto transit = minutes(row, 3);
        if (from && to && car && transit) {
            pack_.travel.push_back({*from, *to, *car, *transit});
        }
    }

    std::optional<MunicipalityId> municipality(const CsvRow& row, std::size_t which) {
        const std::string& code = row.cells[columns_[which]];
        std::vector<std::string> codes;
        for (std::size_t i = 0; i < pack_.municipalities.size(); ++i) {
            const auto id = MunicipalityId::at(i);
            if (pack_.municipalities[id].istat_code == code) {
                return id;
            }
            codes.push_back(pack_.municipalities[id].istat_code);
        }
        problems_.error("unknown-municipality",
                        table_.place(row, columns_[which]),
                        fmt::format("\"{}\" is no municipality of the territory", code),
                        "travel times are between its municipalities",
                        did_you_mean(code, codes, "write an Istat code of the territory"));
        return std::nullopt;
    }

    std::optional<double> minutes(const CsvRow& row, std::size_t which) {
        const std::string& cell = row.cells[columns_[which]];
        const std::optional<double> value = parse_number(cell);
        if (value && *value >= 0.0 && *value <= 1440.0) {
            return value;
        }
        problems_.error("bad-minutes",
                        table_.place(row, columns_[which]),
                        fmt::format("{} is \"{}\"", names[which], cell),
                        "minutes are a number from 0 to 1440",
                        "correct this cell");
        return std::nullopt;
    }

    static constexpr std::array<std::string_view, 4> names{"from",
                                                           "to",
                                                           "minutes_car",
                                                           "minutes_transit"};
    std::array<std::size_t, 4> columns_{};
    Pack& pack_;
    const CsvTable& table_;
    Problems& problems_;
};

/// Reads `commuting`: "by_travel_time" unless "none" is stated.
bool read_commuting(TableReader& reader, Problems& problems) {
    const std::optional<std::string> stated = reader.text("commuting");
    if (!stated || *stated == "by_travel_time") return true;
    if (*stated != "none") {
        problems.error("unknown-name",
                       reader.place("commuting"),
                       fmt::format("commuting is \"{}\"", *stated),
                       "people work within reach of home, or in their own municipality alone",
                       did_you_mean(*stated,
                                    {"by_travel_time", "none"},
                                    R"(write "by_travel_time" or "none")"));
        return true;
    }
    if (reader.text("travel_matrix")) {
        problems.error("contradiction",
                       reader.place("travel_matrix"),
                       "a travel matrix is named, and commuting is \"none\"",
                       "nobody travels between municipalities, so it would not be used",
                       "remove travel_matrix or commuting");
    }
    return false;
}

bool read_travel(TableReader& reader, const std::string& path, Pack& pack, PackContext context) {
    const std::optional<std::string> named = reader.text("travel_matrix");
    if (!named) {
        return true;
    }
    const Place place = reader.place("travel_matrix");
    const std::string& stated_in = place.file ? place.file->path : path;
    const auto file =
        read_source(path_from(stated_in, *named), "the travel matrix", place, context.reading);
    if (!file) {
        return false;
    }
    const CsvTable table = parse_csv(file, context.reading.problems);
    return TravelReader(pack, table, context.reading.problems).read();
}

/// Of a territory in which people commute, tells the two municipalities that are furthest apart
/// where nobody could go from one to the other and back in a day.
void warn_far_apart(const Pack& pack, const TomlList& list, Problems& problems) {
    constexpr double furthest_km = 150.0;
    double widest = furthest_km;
    std::pair<std::size_t, std::size_t> pair{0, 0};
    const auto one = [&pack](std::size_t i) -> const Municipality& {
        return pack.municipalities[MunicipalityId::at(i)];
    };
    for (std::size_t i = 0; i < pack.municipalities.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const double km = great_circle_km(one(i).latitude,
                                              one(i).longitude,
                                              one(j).latitude,
                                              one(j).longitude);
            if (km > widest) {
                widest = km;
                pair = {i, j};
            }
        }
    }
    if (widest <= furthest_km) return;
    problems.warning("far-apart",
                     list[pair.first].place,
                     fmt::format("{} and {} are {:.0f} km apart",
                                 one(pair.second).name,
                                 one(pair.first).name,
                                 widest),
                     "people travel between all municipalities of a territory",
                     "correct latitude and longitude, or leave one of them out");
}

}  // namespace

bool read_geography(TableReader& reader, const std::string& path, Pack& pack, PackContext context) {
    const TomlList* list = reader.list("municipality", Need::required);
    if (list == nullptr) {
        return false;
    }
    pack.commuting = read_commuting(reader, context.reading.problems);
    const Need coordinates = pack.commuting ? Need::required : Need::optional;
    for (const TomlValue& item : *list) {
        if (auto municipality = read_municipality(item, coordinates, context.reading.problems)) {
            pack.municipalities.push_back(std::move(*municipality));
        }
    }
    const bool housed =
        std::any_of(pack.municipalities.begin(),
                    pack.municipalities.end(),
                    [](const Municipality& municipality) { return municipality.has_residents; });
    if (!housed && pack.municipalities.size() == list->size()) {
        context.reading.problems.error("no-residents",
                                       reader.place("municipality"),
                                       "no municipality has residents",
                                       "somebody must live in the territory",
                                       "write residents = true in one of them");
        return false;
    }
    const bool is_whole = pack.municipalities.size() == list->size();
    if (pack.commuting && is_whole) warn_far_apart(pack, *list, context.reading.problems);
    const bool travels = !pack.commuting || read_travel(reader, path, pack, context);
    return travels && is_whole;
}

}  // namespace cantiere
