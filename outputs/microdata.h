#pragma once
/// The group `/microdata` of a results file: residents one by one, a dataset a column.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "model/life.h"
#include "outputs/hdf5_writer.h"

namespace cantiere {

/// The people of one run, by key.
using Lives = std::vector<Life>;

/// What a column of the microdata has beside its rows.
enum class MicrodataAxis : std::uint8_t { none, payer, work_state, months_after };

/// A column of the row key; a life does not hold it, but for the resident's id.
struct MicrodataKey {
    std::string_view name;
    NumberKind kind;
    std::string_view long_name_en;
    std::string_view long_name_it;
};

/// Lists the columns of the row key.
std::span<const MicrodataKey> microdata_keys();

/// One column of the microdata and how a life fills it.
struct MicrodataColumn {
    std::string_view name;
    MicrodataAxis axis;
    NumberKind kind;
    std::string_view unit;
    std::string_view long_name_en;
    std::string_view long_name_it;
    double (*value)(const Life& life, std::size_t place);
};

/// Lists the columns after the row key, in the order of the file.
std::span<const MicrodataColumn> microdata_columns();

/// Says whom the microdata holds, and yields the lives of all scenarios of a block.
struct MicrodataSource {
    std::size_t draws = 0;   // the first so many
    std::uint64_t rows = 0;  // in all
    std::function<std::vector<Lives>(std::size_t draw, std::size_t replicate)> lives;
};

/// Attributes that every column of an amount of money has.
struct MoneyTerms {
    std::int64_t price_year = 0;
    double discount_rate = 0.0;
    std::string_view discount_schedule;  // instead of the rate, where there is one
};

/// Writes the group, block by block: draws, then replicates, then scenarios, then residents by id.
void write_microdata(Hdf5Writer& file,
                     const MicrodataSource& source,
                     std::size_t replicates,
                     const MoneyTerms& terms);

}  // namespace cantiere
