#include "outputs/format_doc.h"

#include <array>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "model/variables.h"
#include "outputs/coordinates.h"
#include "outputs/microdata.h"
#include "outputs/results_header.h"
#include "outputs/run_means.h"
#include "outputs/trace_csv.h"

namespace cantiere {
namespace {

constexpr std::string_view introduction =
    R"(# The results file, format version {}

Made by `cantiere::format_markdown()` from the table of variables (`model/variables.cpp`); a test
keeps it true. Change the table, then run the golden tests with `CANTIERE_UPDATE_GOLDEN=1`.

One HDF5 file a study, readable as netCDF-4 without options: `xarray.open_dataset`, `h5py`,
`ncdump`, R `rhdf5`, Julia. Equal inputs give equal bytes: the file holds no times, host or thread
count; these are in `RESULT.run.json` beside it.

- Arrays are 64-bit floats, row major, in the root group. Burn-in is not in the file.
- Every array states `units`, `long_name` (English), `long_name_it` (Italian); money also
  `price_year`, discounted amounts also `discount_rate`.
- Discount factor of month m: (1 + rate)^(-m/12), month 0 undiscounted, money and autonomy alike.
- NaN is "no value": where the table says so, and in every value of a run that failed. Means leave
  it out, but for quantiles of waits ("where any run has none"): the runs that do not reach one
  before the end are the worst, and a mean without them would be too short.
- Means are taken in the order of draws, then replicates.
- A file of a later format version is refused; earlier versions stay readable.

## Attributes of the file

| attribute | meaning |
|---|---|
| `format`, `format_version` | "cantiere results", {} |
| `study`, `title`, `title_it` | id and titles of the study |
| `start` | first month of the window, after burn-in: month 0 |
| `price_year`, `discount_rate`, `wtp_eur_per_autonomy_year` | how money and autonomy are valued |
| `effects` | `net`, `GROSS: displacement off`, or `GROSS for open-market hires: employers off` |

)";

constexpr std::string_view microdata_introduction =
    R"(
## Group `/microdata`: residents one by one, on request

`cantiere run STUDY --microdata N` keeps everybody present in the window of the first N draws, all
replicates and scenarios: one dataset a column, along `row`. Blocks follow each other by draw, then
replicate, then scenario; within one, people by id. The attribute `draws` of the group says N. The
other variables are the same with and without it. Whole numbers are stored as such, and months are
those of the window: -1 is never. Sums over people agree with the variables of the run, but for
money that concerns no resident of the study (coordination; wages, contributions and taxes of ordinary
applicants displaced, on employers, residents and the State), and for second exits and
returns to prison. Read it with `xarray.open_dataset(FILE, group="microdata")`.

Ids of residents are whole numbers of 64 bits, most of them above 2^53: R and JavaScript read them
as doubles and take different people for one, unless they are asked for 64-bit integers (`rhdf5`:
`bit64conversion = "bit64"`; JavaScript: `BigInt`) or for text.

| coordinate | unit | meaning |
|---|---|---|
| `row` | 1 | Row of the microdata |
| `months_after` | months | Months after first_present_month |
| `payer`, `work_state` | 1 | those of the root group |

| column | dimensions | type | unit | meaning |
|---|---|---|---|---|
)";

constexpr std::string_view trace_introduction =
    R"(
## `RESULT.trace.csv`: the months of chosen residents, on request

`cantiere run STUDY --trace ID,ID` writes this CSV beside the results: a line a month of the window
for every resident named, in every scenario and every replicate of the first draw (of the first N
with `--microdata N`), where that resident exists: nothing is written where the id does not exist or
is not in the window. An id is the number in the column `resident` of `/microdata`, the same in
every run. States, levels and money are those of the end of the month; the results are the same with
and without it.

| column | unit | meaning |
|---|---|---|
)";

constexpr std::string_view provenance_section =
    R"(
## Group `/provenance`: all that determines the results, and nothing else

| name | kind | meaning |
|---|---|---|
| `seed`, `draws`, `replicates` | attributes | the experiment |
| `version`, `git_commit`, `build_flags` | attributes | the program |
| `inputs_sha256` | attribute | SHA-256 of all of this: equal where results are of the same inputs |
| `resolved_study` | text | the study with every default and every pack filled in |
| `file` | coordinate | path of each input file, from the study |
| `file_text`, `file_sha256` | file | its text and checksum |

## Seal

The last 24 bytes of the file, behind the end that HDF5 knows of: `CANTSEAL`, the length of what
is before (8 bytes, little-endian), its CRC-32C (4 bytes) and 4 zero bytes. Where they do not fit,
the file is refused as damaged; a file without them, written again by other software, is read.

## Dimension scales

Each coordinate is an HDF5 dimension scale (`CLASS`, `NAME`, `REFERENCE_LIST`) with netCDF-4's
`_Netcdf4Dimid`; each array lists its scales in `DIMENSION_LIST`. Texts are UTF-8 of any length.
`month` counts from `start`, `draw` and `replicate` from 0; `year` is the calendar year.
)";

std::string join_axes(const std::vector<Axis>& axes) {
    std::string text;
    for (const Axis axis : axes) {
        text += fmt::format("{}{}", text.empty() ? "" : " ", name(axis));
    }
    return text;
}

std::string_view kept(Reduction reduction) {
    switch (reduction) {
        case Reduction::per_run:
            return "each run";
        case Reduction::mean_over_replicates:
            return "mean over replicates";
        case Reduction::mean_over_runs:
            return "mean over runs";
        case Reduction::from_study:
            return "input";
    }
    return "";
}

std::string_view missing_text(const VariableShape& shape) {
    if (shape.missing != Missing::possible) return "";
    return absent_run_of(shape.variable) == AbsentRun::leaves_none ? "where any run has none"
                                                                   : "possible";
}

std::string coordinates_section() {
    std::string text = "## Coordinates\n\n| coordinate | unit | meaning |\n|---|---|---|\n";
    for (const CoordinateText& row : coordinate_texts()) {
        text += fmt::format("| `{}` | {} | {} |\n", name(row.axis), row.unit, row.long_name_en);
    }
    text += "\nTexts of their members:\n\n| dataset | dimension | meaning |\n|---|---|---|\n";
    for (const MemberText& row : member_texts()) {
        text += fmt::format("| `{}` | {} | {} |\n", row.name, name(row.axis), row.long_name_en);
    }
    return text;
}

std::string variables_section() {
    std::string text =
        "\n## Variables\n\n| variable | dimensions | unit | kept | NaN | meaning |\n"
        "|---|---|---|---|---|---|\n";
    for (const VariableShape& shape : all_variables()) {
        const bool discounted = shape.discounting == Discounting::to_start;
        text += fmt::format("| `{}` | {} | {}{} | {} | {} | {} |\n",
                            shape.name,
                            join_axes(dimensions(shape.variable)),
                            shape.unit,
                            discounted ? ", discounted" : "",
                            kept(shape.reduction),
                            missing_text(shape),
                            shape.long_name_en);
    }
    return text;
}

std::string_view dimensions_of(MicrodataAxis axis) {
    switch (axis) {
        case MicrodataAxis::none:
            return "row";
        case MicrodataAxis::payer:
            return "row payer";
        case MicrodataAxis::work_state:
            return "row work_state";
        case MicrodataAxis::months_after:
            return "row months_after";
    }
    return "";
}

std::string_view type_of(NumberKind kind) {
    constexpr std::array<std::string_view, 6> names{"int8",
                                                    "int16",
                                                    "int32",
                                                    "uint64",
                                                    "float32",
                                                    "float64"};
    return names[static_cast<std::size_t>(kind)];
}

std::string microdata_section() {
    std::string text(microdata_introduction);
    for (const MicrodataKey& key : microdata_keys()) {
        text += fmt::format("| `{}` | row | {} | 1 | {} |\n",
                            key.name,
                            type_of(key.kind),
                            key.long_name_en);
    }
    for (const MicrodataColumn& column : microdata_columns()) {
        text += fmt::format("| `{}` | {} | {} | {} | {} |\n",
                            column.name,
                            dimensions_of(column.axis),
                            type_of(column.kind),
                            column.unit,
                            column.long_name_en);
    }
    return text;
}

std::string trace_section() {
    std::string text(trace_introduction);
    for (const TraceColumn& column : trace_columns()) {
        text += fmt::format("| `{}` | {} | {} |\n", column.name, column.unit, column.meaning);
    }
    return text;
}

}  // namespace

std::string format_markdown() {
    return fmt::format(introduction, format_version, format_version) + coordinates_section() +
           variables_section() + microdata_section() + trace_section() +
           std::string(provenance_section);
}

}  // namespace cantiere
