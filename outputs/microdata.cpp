#include "outputs/microdata.h"

#include <array>
#include <string>

#include "model/core/contracts.h"
#include "outputs/coordinates.h"

namespace cantiere {
namespace {

constexpr std::string_view group = "microdata";

std::string path_of(std::string_view name) { return std::string(group) + "/" + std::string(name); }

constexpr std::array<MicrodataKey, 4> key_columns{{
    {"scenario",
     NumberKind::int32,
     "Scenario, its place on the coordinate scenario from 0",
     "Scenario, posto nella coordinata scenario da 0"},
    {"draw", NumberKind::int32, "Draw of the parameters", "Estrazione dei parametri"},
    {"replicate",
     NumberKind::int32,
     "Replicate within a draw",
     "Replica all'interno di un'estrazione"},
    {"resident",
     NumberKind::uint64,
     "Id of the resident, the same in every scenario, draw and replicate",
     "Identificativo del residente, uguale in ogni scenario, estrazione e replica"},
}};

std::vector<std::string> scales_of(MicrodataAxis axis) {
    std::vector<std::string> scales{path_of("row")};
    switch (axis) {
        case MicrodataAxis::none:
            break;
        case MicrodataAxis::payer:
            scales.emplace_back("payer");
            break;
        case MicrodataAxis::work_state:
            scales.emplace_back("work_state");
            break;
        case MicrodataAxis::months_after:
            scales.push_back(path_of("months_after"));
            break;
    }
    return scales;
}

std::size_t places_of(MicrodataAxis axis) {
    switch (axis) {
        case MicrodataAxis::none:
            return 1;
        case MicrodataAxis::payer:
            return count_of<Payer>;
        case MicrodataAxis::work_state:
            return count_of<WorkState>;
        case MicrodataAxis::months_after:
            return months_after_eligibility.size();
    }
    return 1;
}

void set_terms(Hdf5Writer& file, const MicrodataColumn& column, const MoneyTerms& terms) {
    const std::string path = path_of(column.name);
    const bool money = column.unit == "EUR";
    if (money) file.set_attribute(path, "price_year", terms.price_year);
    if (!money && column.unit != "autonomy-years") return;
    if (terms.discount_schedule.empty()) {
        file.set_attribute(path, "discount_rate", terms.discount_rate);
    } else {
        file.set_attribute(path, "discount_rate", std::string(terms.discount_schedule));
    }
}

void create_columns(Hdf5Writer& file, std::uint64_t rows, const MoneyTerms& terms) {
    file.create_scale(path_of("row"), rows);
    describe(file, path_of("row"), "1", "Row of the microdata", "Riga dei microdati");
    file.write_scale(path_of("months_after"), months_after_eligibility);
    describe(file,
             path_of("months_after"),
             "months",
             "Months after first_present_month",
             "Mesi dopo first_present_month");
    for (const MicrodataKey& column : key_columns) {
        const std::string path = path_of(column.name);
        file.create_column(path, {path_of("row")}, column.kind);
        describe(file, path, "1", column.long_name_en, column.long_name_it);
    }
    for (const MicrodataColumn& column : microdata_columns()) {
        const std::string path = path_of(column.name);
        file.create_column(path, scales_of(column.axis), column.kind);
        describe(file, path, column.unit, column.long_name_en, column.long_name_it);
        set_terms(file, column, terms);
    }
}

/// Writes the people of one run from row `first` on.
class RunRows {
  public:
    RunRows(Hdf5Writer& file, const Lives& lives, std::uint64_t first)
        : file_(file), lives_(lives), first_(first) {}

    void write(std::size_t scenario, std::size_t draw, std::size_t replicate) {
        std::vector<std::uint64_t> numbers;
        for (std::size_t i = 0; i < lives_.size(); ++i) numbers.push_back(first_ + i);
        file_.write_rows(path_of("row"), first_, numbers);
        fill("scenario", scenario);
        fill("draw", draw);
        fill("replicate", replicate);
        for (std::size_t i = 0; i < lives_.size(); ++i) numbers[i] = lives_[i].key.value;
        file_.write_rows(path_of("resident"), first_, numbers);
        for (const MicrodataColumn& column : microdata_columns()) write(column);
    }

  private:
    void fill(std::string_view name, std::size_t value) {
        file_.write_rows(path_of(name), first_, std::vector<std::uint64_t>(lives_.size(), value));
    }

    void write(const MicrodataColumn& column) {
        const std::size_t places = places_of(column.axis);
        std::vector<double> values;
        values.reserve(lives_.size() * places);
        for (const Life& life : lives_) {
            for (std::size_t at = 0; at < places; ++at) values.push_back(column.value(life, at));
        }
        std::vector<hsize_t> whole;
        if (column.axis != MicrodataAxis::none) whole.push_back(places);
        file_.write_part(path_of(column.name), {first_}, {lives_.size()}, whole, values);
    }

    Hdf5Writer& file_;
    const Lives& lives_;
    std::uint64_t first_;
};

}  // namespace

std::span<const MicrodataKey> microdata_keys() { return key_columns; }

void write_microdata(Hdf5Writer& file,
                     const MicrodataSource& source,
                     std::size_t replicates,
                     const MoneyTerms& terms) {
    file.create_group(std::string(group));
    file.set_attribute(std::string(group), "draws", std::uint64_t{source.draws});
    create_columns(file, source.rows, terms);
    std::uint64_t row = 0;
    for (std::size_t draw = 0; draw < source.draws; ++draw) {
        for (std::size_t replicate = 0; replicate < replicates; ++replicate) {
            const std::vector<Lives> block = source.lives(draw, replicate);
            for (std::size_t scenario = 0; scenario < block.size(); ++scenario) {
                if (block[scenario].empty()) continue;
                RunRows(file, block[scenario], row).write(scenario, draw, replicate);
                row += block[scenario].size();
            }
        }
    }
    ensures(row == source.rows, "the microdata has as many rows as were announced");
}

}  // namespace cantiere
