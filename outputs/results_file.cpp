#include "outputs/results_file.h"

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "model/core/contracts.h"
#include "outputs/coordinates.h"
#include "outputs/file_handle.h"
#include "outputs/hdf5_writer.h"
#include "outputs/results_error.h"
#include "outputs/run_means.h"
#include "outputs/seal.h"

namespace cantiere {
namespace {

/// Collects the runs of one variable and writes them: a draw at a time, or at the end.
class VariableWriter {
  public:
    VariableWriter(const VariableShape& shape, const ResultsHeader& header)
        : shape_(shape),
          path_(shape.name),
          scenarios_(header.scenarios.size()),
          replicates_(header.replicates),
          own_size_(RunOutcome(sizes_of(header)).values(shape.variable).size()),
          per_run_(is_per_run() ? scenarios_ * replicates_ * own_size_ : 0),
          means_(no_runs()) {
        for (const Axis axis : shape.axes.span()) {
            own_lengths_.push_back(members_of(axis, header));
        }
    }

    void take(std::size_t replicate, const Block& block) {
        for (std::size_t scenario = 0; scenario < block.size(); ++scenario) {
            const std::span<const double> values = block[scenario].values(shape_.variable);
            if (is_per_run()) {
                const std::size_t first = (scenario * replicates_ + replicate) * own_size_;
                std::ranges::copy(values, per_run_.begin() + static_cast<std::ptrdiff_t>(first));
            } else if (!block[scenario].has_failed()) {
                means_.add(scenario * own_size_, values);
            }
        }
    }

    void end_draw(Hdf5Writer& file, std::size_t draw) {
        if (is_per_run()) {
            file.write_part(path_,
                            {0, draw, 0},
                            {scenarios_, 1, replicates_},
                            own_lengths_,
                            per_run_);
        } else if (shape_.reduction == Reduction::mean_over_replicates) {
            file.write_part(path_, {0, draw}, {scenarios_, 1}, own_lengths_, means_.means());
            means_ = no_runs();
        }
    }

    void end_runs(Hdf5Writer& file) {
        if (shape_.reduction == Reduction::mean_over_runs) {
            file.write_part(path_, {0}, {scenarios_}, own_lengths_, means_.means());
        }
    }

  private:
    bool is_per_run() const { return shape_.reduction == Reduction::per_run; }

    RunMeans no_runs() const {
        return RunMeans(is_per_run() ? 0 : scenarios_ * own_size_, absent_run_of(shape_.variable));
    }

    const VariableShape& shape_;
    std::string path_;
    std::size_t scenarios_;
    std::size_t replicates_;
    std::size_t own_size_;
    std::vector<hsize_t> own_lengths_;
    std::vector<double> per_run_;
    RunMeans means_;
};

void set_discount(Hdf5Writer& file, const std::string& path, const ResultsHeader& header) {
    if (header.discount_schedule.empty()) {
        file.set_attribute(path, "discount_rate", header.discount_rate_per_year);
    } else {
        file.set_attribute(path, "discount_rate", header.discount_schedule);
    }
}

void write_file_attributes(Hdf5Writer& file, const ResultsHeader& header) {
    file.set_attribute("/", "format", std::string("cantiere results"));
    file.set_attribute("/", "format_version", std::int64_t{format_version});
    file.set_attribute("/", "study", header.study);
    file.set_attribute("/", "title", header.title_en);
    file.set_attribute("/", "title_it", header.title_it);
    file.set_attribute("/", "start", text(header.start));
    file.set_attribute("/", "price_year", std::int64_t{header.price_year});
    set_discount(file, "/", header);
    file.set_attribute("/", "wtp_eur_per_autonomy_year", header.wtp_eur_per_autonomy_year);
    file.set_attribute("/", "effects", std::string(effects_text(header.effects)));
}

void write_provenance(Hdf5Writer& file, const ResultsHeader& header) {
    const Provenance& provenance = header.provenance;
    file.create_group("provenance");
    file.set_attribute("provenance", "seed", header.seed);
    file.set_attribute("provenance", "draws", std::uint64_t{header.draws});
    file.set_attribute("provenance", "replicates", std::uint64_t{header.replicates});
    file.set_attribute("provenance", "version", provenance.version);
    file.set_attribute("provenance", "git_commit", provenance.git_commit);
    file.set_attribute("provenance", "build_flags", provenance.build_flags);
    file.set_attribute("provenance", "inputs_sha256", hex(fingerprint_of(header)));
    const auto write_texts = [&](const std::string& path,
                                 const std::vector<std::string>& scales,
                                 const std::vector<std::string>& texts,
                                 const std::string& long_name) {
        file.write_texts(path, scales, texts);
        file.set_attribute(path, "units", std::string("1"));
        file.set_attribute(path, "long_name", long_name);
    };
    write_texts("provenance/resolved_study", {}, {provenance.resolved_study}, "Resolved study");
    if (provenance.files.empty()) {
        return;
    }
    std::vector<std::string> paths, texts, checksums;
    for (const ProvenanceFile& input : provenance.files) {
        paths.push_back(input.path);
        texts.push_back(input.text);
        checksums.push_back(input.sha256);
    }
    file.write_scale("provenance/file", paths);
    file.set_attribute("provenance/file", "units", std::string("1"));
    file.set_attribute("provenance/file", "long_name", std::string("Input, path from the study"));
    write_texts("provenance/file_text", {"provenance/file"}, texts, "Text of the input");
    write_texts("provenance/file_sha256", {"provenance/file"}, checksums, "SHA-256 of the input");
}

void create_variable(Hdf5Writer& file, const VariableShape& shape, const ResultsHeader& header) {
    const std::string path(shape.name);
    std::vector<std::string> scales;
    for (const Axis axis : dimensions(shape.variable)) {
        scales.emplace_back(name(axis));
    }
    file.create_numbers(path, scales);
    file.set_attribute(path, "units", std::string(shape.unit));
    file.set_attribute(path, "long_name", std::string(shape.long_name_en));
    file.set_attribute(path, "long_name_it", std::string(shape.long_name_it));
    if (is_money(shape.variable)) {
        file.set_attribute(path, "price_year", std::int64_t{header.price_year});
    }
    if (shape.discounting == Discounting::to_start) {
        set_discount(file, path, header);
    }
}

void write_parameters(Hdf5Writer& file, const ResultsHeader& header) {
    if (header.parameters.empty()) {
        return;
    }
    create_variable(file, shape_of(Variable::parameter_value), header);
    std::vector<double> values;
    for (std::size_t draw = 0; draw < header.draws; ++draw) {
        for (const ParameterEntry& parameter : header.parameters) {
            values.push_back(parameter.values[draw]);
        }
    }
    file.write_part("parameter_value", {0}, {header.draws}, {header.parameters.size()}, values);
}

void check_block(const Block& block, const ResultsHeader& header) {
    expects(block.size() == header.scenarios.size(), "a block holds every scenario");
    for (const RunOutcome& outcome : block) {
        expects(outcome.sizes() == sizes_of(header), "an outcome has the sizes of the study");
        expects(outcome.has_failed() || !first_invalid(outcome),
                "a run that did not fail has a finite value wherever there must be one");
    }
}

void write_runs(Hdf5Writer& file, const ResultsHeader& header, const BlockSource& blocks) {
    std::vector<VariableWriter> writers;
    for (const VariableShape& shape : all_variables()) {
        if (shape.reduction != Reduction::from_study) {
            create_variable(file, shape, header);
            writers.emplace_back(shape, header);
        }
    }
    for (std::size_t draw = 0; draw < header.draws; ++draw) {
        for (std::size_t replicate = 0; replicate < header.replicates; ++replicate) {
            const Block block = blocks(draw, replicate);
            check_block(block, header);
            for (VariableWriter& writer : writers) {
                writer.take(replicate, block);
            }
        }
        for (VariableWriter& writer : writers) {
            writer.end_draw(file, draw);
        }
    }
    for (VariableWriter& writer : writers) {
        writer.end_runs(file);
    }
}

void check_header(const ResultsHeader& header) {
    expects(!header.scenarios.empty(), "a study has a scenario");
    expects(!header.municipalities.empty(), "a study has a municipality");
    expects(header.draws > 0 && header.replicates > 0, "a study has runs");
    expects(header.months > 0, "a study has months");
    for (const ParameterEntry& parameter : header.parameters) {
        expects(parameter.values.size() == header.draws, "a parameter has a value in every draw");
    }
}

void fill(Hdf5Writer& file, const ResultsHeader& header, const BlockSource& blocks) {
    write_file_attributes(file, header);
    write_coordinates(file, header);
    write_runs(file, header, blocks);
    write_parameters(file, header);
    write_provenance(file, header);
}

void write_from_memory(const std::filesystem::path& path,
                       const ResultsHeader& header,
                       const BlockSource& blocks) {
    Hdf5Writer writer;
    fill(writer, header, blocks);
    const std::vector<std::uint8_t> bytes = writer.finish();
    FileHandle file(path, Access::create_or_truncate);
    file.write_at(0, bytes);
    file.write_at(bytes.size(), seal_of(bytes));
    file.sync();
}

/// The library does not recover from a full disk: it is asked for room before.
void check_room(const std::filesystem::path& path, std::uint64_t people) {
    std::error_code failure;
    const auto space =
        std::filesystem::space(std::filesystem::absolute(path).parent_path(), failure);
    constexpr std::uint64_t for_the_rest = std::uint64_t{16} << 20U;
    if (failure || space.available >= people * sizeof(Life) + for_the_rest) return;
    throw_system_error(path.string(), "write the microdata", ENOSPC, Intent::writing);
}

void write_on_disk(const std::filesystem::path& path,
                   const ResultsHeader& header,
                   const BlockSource& blocks,
                   const MicrodataSource& microdata) {
    check_room(path, microdata.rows);
    try {
        Hdf5Writer writer(path);
        fill(writer, header, blocks);
        write_microdata(
            writer,
            microdata,
            header.replicates,
            {header.price_year, header.discount_rate_per_year, header.discount_schedule});
        writer.flush();
    } catch (const Hdf5Error& error) {
        throw ResultsError(path.string(),
                           "the results with their microdata cannot be written",
                           error.what(),
                           "make room on the disk, or ask for the people of fewer draws");
    }
    FileHandle file(path, Access::open_or_create);
    file.write_at(file.size(), seal_of(file));
    file.sync();
}

}  // namespace

void write_results(const std::filesystem::path& path,
                   const ResultsHeader& header,
                   const BlockSource& blocks,
                   Existing existing,
                   const std::optional<MicrodataSource>& microdata) {
    check_header(header);
    check_place(path, existing);
    std::filesystem::path unfinished = path;
    unfinished += ".writing";
    try {
        if (microdata) {
            write_on_disk(unfinished, header, blocks, *microdata);
        } else {
            write_from_memory(unfinished, header, blocks);
        }
        check_place(path, existing);
        std::filesystem::rename(unfinished, path);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(unfinished, ignored);
        throw;
    }
    sync_folder(path.parent_path());
}

}  // namespace cantiere
