#include "outputs/results_reader.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <functional>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "model/core/contracts.h"
#include "outputs/coordinates.h"
#include "outputs/file_handle.h"
#include "outputs/hdf5_reader.h"
#include "outputs/results_error.h"
#include "outputs/seal.h"

namespace cantiere {
namespace {

constexpr std::string_view run_again =
    "run the study again, or copy the file again from its source";

[[noreturn]] void throw_damaged(const std::filesystem::path& path, const std::string& why) {
    throw ResultsError(path.string(),
                       "the results file is truncated or damaged",
                       why,
                       std::string(run_again));
}

[[noreturn]] void throw_not_hdf5(const std::filesystem::path& path) {
    throw ResultsError(path.string(),
                       "this is no results file",
                       "it does not begin as HDF5 files do",
                       "give a file written by cantiere run, such as outputs/runs/STUDY.h5");
}

// Looks at the bytes before the library does, which tells less, and crashes on some damaged files.
SealState check_bytes(const std::filesystem::path& path) {
    constexpr std::array<std::uint8_t, 8> hdf5{0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    constexpr std::array<std::uint8_t, 8> log{'C', 'A', 'N', 'T', 'P', 'A', 'R', 'T'};
    constexpr std::array<std::uint8_t, 8> shard{'C', 'A', 'N', 'T', 'S', 'H', 'R', 'D'};
    std::error_code failure;  // one that matters is told on opening
    if (std::filesystem::is_directory(path, failure)) {
        throw_system_error(path.string(), "read the results", EISDIR, Intent::reading);
    }
    std::array<std::uint8_t, 8> found{};
    const FileHandle file(path, Access::read);
    const std::size_t length = file.read_at(0, found);
    if (found == log) {
        throw ResultsError(path.string(),
                           "these results are not finished",
                           "this is the log of a run that was stopped",
                           "run the same command again to finish it");
    }
    if (found == shard) {
        throw ResultsError(path.string(),
                           "this is a shard of results",
                           "it holds a part of the runs",
                           "join all shards first: cantiere merge SHARD... -o FILE");
    }
    if (length == 0) {
        throw_damaged(path, "it is empty");
    }
    if (found == hdf5) {
        const SealState seal = check_seal(file);
        if (seal == SealState::broken) {
            throw_damaged(path, "its checksum does not fit its contents");
        }
        return seal;
    }
    if (std::equal(found.begin(),
                   found.begin() + static_cast<std::ptrdiff_t>(length),
                   hdf5.begin())) {
        throw_damaged(path, fmt::format("it ends after {} bytes", length));
    }
    throw_not_hdf5(path);
}

void check_format(const Hdf5Reader& file, const std::filesystem::path& path) {
    if (file.find_text("/", "format") != "cantiere results") {
        throw ResultsError(path.string(),
                           "this HDF5 file holds no results of cantiere",
                           "it does not state the format \"cantiere results\"",
                           "give a file written by cantiere run");
    }
    const double version = file.number_attribute("/", "format_version");
    if (version > format_version) {
        throw ResultsError(path.string(),
                           fmt::format("the results are of format version {}", version),
                           fmt::format("this program reads up to version {}", format_version),
                           "read it with the newer cantiere that wrote it");
    }
}

void read_provenance(const Hdf5Reader& file, ResultsHeader& header) {
    header.seed = file.count_attribute("provenance", "seed");
    Provenance& provenance = header.provenance;
    provenance.version = file.text_attribute("provenance", "version");
    provenance.git_commit = file.text_attribute("provenance", "git_commit");
    provenance.build_flags = file.text_attribute("provenance", "build_flags");
    provenance.resolved_study = file.texts("provenance/resolved_study").at(0);
    if (!file.has("provenance/file")) {
        return;
    }
    const std::vector<std::string> paths = file.texts("provenance/file");
    const std::vector<std::string> texts = file.texts("provenance/file_text");
    const std::vector<std::string> checksums = file.texts("provenance/file_sha256");
    for (std::size_t i = 0; i < paths.size(); ++i) {
        provenance.files.push_back({paths[i], texts.at(i), checksums.at(i)});
    }
}

void read_scenarios(const Hdf5Reader& file, ResultsHeader& header) {
    const std::vector<std::string> ids = file.texts("scenario");
    const std::vector<std::string> titles_en = file.texts("scenario_title");
    const std::vector<std::string> titles_it = file.texts("scenario_title_it");
    const std::vector<std::string> bases = file.texts("scenario_base");
    const std::vector<std::string> laws_en = file.texts("scenario_law");
    const std::vector<std::string> laws_it = file.texts("scenario_law_it");
    const std::vector<std::string> null_twins = file.texts("scenario_null_twin");
    for (std::size_t i = 0; i < ids.size(); ++i) {
        header.scenarios.push_back({ids[i],
                                    titles_en.at(i),
                                    titles_it.at(i),
                                    bases.at(i),
                                    laws_en.at(i),
                                    laws_it.at(i),
                                    null_twins.at(i) == "yes"});
    }
}

void read_parameters(const Hdf5Reader& file, ResultsHeader& header) {
    if (!file.has("parameter")) {
        return;
    }
    const std::vector<std::string> names = file.texts("parameter");
    const std::vector<std::string> units = file.texts("parameter_unit");
    const Hdf5Numbers values = file.numbers("parameter_value");
    for (std::size_t i = 0; i < names.size(); ++i) {
        ParameterEntry entry{names[i], units.at(i), {}};
        for (std::size_t draw = 0; draw < header.draws; ++draw) {
            entry.values.push_back(values.values.at(draw * names.size() + i));
        }
        header.parameters.push_back(std::move(entry));
    }
}

void read_municipalities(const Hdf5Reader& file, ResultsHeader& header) {
    const std::vector<std::string> names = file.texts("municipality");
    const std::vector<std::string> codes = file.texts("municipality_istat_code");
    for (std::size_t i = 0; i < names.size(); ++i) {
        header.municipalities.push_back({names[i], codes.at(i)});
    }
}

ResultsHeader read_header(const Hdf5Reader& file) {
    ResultsHeader header;
    header.study = file.text_attribute("/", "study");
    header.title_en = file.text_attribute("/", "title");
    header.title_it = file.text_attribute("/", "title_it");
    const auto start = parse_calendar_month(file.text_attribute("/", "start"));
    if (!start) {
        throw Hdf5Error("cannot read the attribute start: it is no month");
    }
    header.start = *start;
    header.months = file.numbers("month").values.size();
    header.draws = file.numbers("draw").values.size();
    header.replicates = file.numbers("replicate").values.size();
    header.price_year = static_cast<int>(file.number_attribute("/", "price_year"));
    if (const auto schedule = file.find_text("/", "discount_rate")) {
        header.discount_schedule = *schedule;
    } else {
        header.discount_rate_per_year = file.number_attribute("/", "discount_rate");
    }
    header.wtp_eur_per_autonomy_year = file.number_attribute("/", "wtp_eur_per_autonomy_year");
    const std::string effects = file.text_attribute("/", "effects");
    header.effects = Effects::gross;
    for (const Effects one : {Effects::net, Effects::gross, Effects::gross_open_market}) {
        if (effects == effects_text(one)) header.effects = one;
    }
    read_scenarios(file, header);
    read_municipalities(file, header);
    read_parameters(file, header);
    read_provenance(file, header);
    return header;
}

// A file without its seal that the library cannot open has lost its end, whatever the library says.
std::unique_ptr<Hdf5Reader> open_hdf5(const std::filesystem::path& path, SealState seal) {
    try {
        return std::make_unique<Hdf5Reader>(path);
    } catch (const Hdf5Error&) {
        if (seal == SealState::absent) {
            throw_damaged(path, "its end is missing");
        }
        throw;
    }
}

// Turns what the library and a wrong length throw into the one error readers of results know.
template <class Read>
auto read_or_say_damaged(const std::filesystem::path& path, Read read) {
    try {
        return read();
    } catch (const Hdf5Error& error) {
        throw_damaged(path, error.what());
    } catch (const std::out_of_range&) {
        throw_damaged(path, "its lists differ in length");
    }
}

}  // namespace

double ResultsArray::at(std::initializer_list<Position> places) const {
    expects(places.size() == shape.size(), "as many positions as axes");
    std::size_t place = 0;
    std::size_t axis = 0;
    for (const Position position : places) {
        expects(position.value < shape[axis], "the position is on the axis");
        place = place * shape[axis++] + position.value;
    }
    return values[place];
}

Results::Results(const std::filesystem::path& path) : path_(path) {
    const SealState seal = check_bytes(path);
    read_or_say_damaged(path, [&] {
        file_ = open_hdf5(path, seal);
        if (seal == SealState::absent && std::filesystem::file_size(path) != file_->end()) {
            throw_damaged(path, "it does not end with its checksum");
        }
        check_format(*file_, path);
        header_ = read_header(*file_);
        inputs_sha256_ = file_->text_attribute("provenance", "inputs_sha256");
        is_sealed_ = seal == SealState::sound;
    });
}

Results::~Results() = default;
Results::Results(Results&& other) noexcept = default;
Results& Results::operator=(Results&& other) noexcept = default;

bool Results::has(Variable variable) const { return file_->has(std::string(name(variable))); }

std::size_t Results::microdata_draws() const {
    return read_or_say_damaged(path_, [&] {
        return file_->has("microdata") ? file_->count_attribute("microdata", "draws") : 0;
    });
}

ResultsArray Results::array(Variable variable) const {
    return read_or_say_damaged(path_, [&] {
        ResultsArray array{dimensions(variable), {}, {}};
        for (const Axis axis : array.axes) {
            array.shape.push_back(members_of(axis, header_));
        }
        const std::string name_text(name(variable));
        if (variable == Variable::parameter_value && header_.parameters.empty()) {
            return array;
        }
        Hdf5Numbers numbers = file_->numbers(name_text);
        if (numbers.shape != array.shape) {
            throw Hdf5Error(fmt::format("cannot use {}: it does not fit its axes", name_text));
        }
        array.values = std::move(numbers.values);
        return array;
    });
}

ResultsArray Results::array(std::string_view name) const {
    const auto variable = find_variable(name);
    if (!variable) {
        throw ResultsError(path_.string(),
                           fmt::format("there is no variable \"{}\"", name),
                           "results hold the variables of outputs/FORMAT.md",
                           "list them with cantiere inspect");
    }
    return array(*variable);
}

Results read_results(const std::filesystem::path& path) { return Results(path); }

}  // namespace cantiere
