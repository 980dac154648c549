#include "analysis/exploration/calibration_file.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "analysis/exploration/calibration_methods.h"
#include "analysis/exploration/calibration_study.h"
#include "scenarios/did_you_mean.h"
#include "scenarios/evidence.h"

namespace cantiere {
namespace {

using detail::WrittenOutput;
using detail::WrittenParameter;
using detail::WrittenStudy;

constexpr double huge = 1e300;

/// Reads one calibration file; each member function is a part of it.
class CalibrationReader {
  public:
    CalibrationReader(const std::string& path, const CalibrationOptions& options)
        : path_(path_from("", path)),
          options_(options),
          evidence_(read_evidence(path_, options.files)) {}

    CalibrationReading read() {
        read_all();
        problems_.sort();
        CalibrationReading reading{std::nullopt, std::move(problems_)};
        if (!reading.problems.has_errors()) {
            reading.calibration = std::move(calibration_);
        }
        return reading;
    }

  private:
    void read_all() {
        const auto file =
            read_toml(path_, "the calibration", std::nullopt, {options_.files, files_, problems_});
        if (!file) {
            return;
        }
        TableReader reader(*file, {files_.at(path_), 1, 1}, "the calibration", problems_);
        if (!check_head(reader, "calibration", problems_)) {
            return;
        }
        calibration_.path = path_;
        calibration_.id = reader.id("messages name calibrations by it");
        calibration_.title =
            reader.title("title").value_or(Title{calibration_.id, calibration_.id});
        reader.title("description");
        detail::read_methods(reader, file->find("method"), options_, problems_, calibration_);
        read_parameters(reader);
        read_targets(reader);
        check_rows(reader);
        read_simulator(reader);
        reader.finish();
    }

    /// Calls `read` with a reader of each [[key]]; at least one is needed.
    template <class Read>
    void each(TableReader& reader, std::string_view key, Read read) {
        const TomlList* list = reader.list(key, Need::required);
        for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
            const auto* table = (*list)[i].as<TomlTable>();
            if (table == nullptr) {
                reader.wrong_type(key, (*list)[i], "tables");
                continue;
            }
            TableReader entry(*table, (*list)[i].place, fmt::format("[[{}]]", key), problems_);
            read(entry);
            entry.finish();
        }
    }

    void check_once(std::set<std::string>& seen, const std::string& name, const Place& place) {
        if (!name.empty() && !seen.insert(name).second) {
            problems_.error("name-twice",
                            place,
                            fmt::format("\"{}\" stands here twice", name),
                            "results are told by these names",
                            "give each a name of its own");
        }
    }

    void read_parameters(TableReader& reader) {
        std::set<std::string> seen;
        each(reader, "parameter", [&](TableReader& entry) {
            WrittenParameter written;
            written.name = entry.text("name", Need::required).value_or("");
            written.place = entry.place("name");
            check_once(seen, written.name, written.place);
            if (const auto dist = entry.text("dist")) {
                written.family = read_family(*dist, entry.place("dist"), problems_);
            }
            written.value = entry.number("value", -huge, huge);
            written.low = entry.number("low", -huge, huge);
            written.high = entry.number("high", -huge, huge);
            parameters_.push_back(written);
        });
    }

    void read_targets(TableReader& reader) {
        std::set<std::string> seen;
        each(reader, "target", [&](TableReader& entry) {
            MatchTarget target;
            target.name = entry.text("name", Need::required).value_or("");
            check_once(seen, target.name, entry.place("name"));
            target.value = entry.number("value", -huge, huge, Need::required).value_or(0.0);
            const auto error = entry.number("standard_error", 0.0, huge, Need::required);
            target.standard_error = error.value_or(1.0);
            target.discrepancy = entry.number("discrepancy", 0.0, huge).value_or(0.0);
            if (target.standard_error + target.discrepancy <= 0.0) {
                problems_.error("no-error",
                                entry.place("standard_error"),
                                fmt::format("{} may be wrong by nothing", target.name),
                                "no simulator meets a number exactly",
                                "state its standard error, or a discrepancy of the model");
            }
            WrittenOutput output;
            output.name = target.name;
            const auto stated = entry.text("output");
            output.outcome = stated.value_or(target.name);
            output.per = entry.text("per").value_or("");
            output.scenario = entry.text("scenario").value_or("");
            output.place = entry.place(stated ? "output" : "name");
            output.per_place = entry.place("per");
            output.scenario_place = entry.place("scenario");
            calibration_.sources.push_back(entry.text("source").value_or(""));
            check_source(calibration_.sources.back(), entry.place("source"));
            calibration_.targets.push_back(std::move(target));
            outputs_.push_back(std::move(output));
        });
    }

    void check_rows(TableReader& reader) {
        const std::size_t least = parameters_.size() + 2;
        const std::size_t rows = calibration_.settings.rows;
        if (calibration_.matches_history && rows > 0 && rows < least) {
            problems_.error(
                "too-few-rows",
                reader.place("history_matching"),
                fmt::format("a wave has {} rows", rows),
                fmt::format("{} parameters make a plane", parameters_.size()),
                fmt::format("write rows = {} at least, ten a parameter are usual", least));
        }
    }

    /// Warns of a source that is no row of the evidence.
    void check_source(const std::string& source, const Place& place) {
        if (source.empty() || evidence_.empty() || evidence_.knows(source)) {
            return;
        }
        problems_.warning("unknown-source",
                          place,
                          fmt::format("there is no source \"{}\"", source),
                          "sources are keys of scenarios/evidence",
                          did_you_mean(source, evidence_.keys(), "add a row for it"));
    }

    void read_simulator(TableReader& reader) {
        const TomlTable* table = reader.table("simulator", Need::required);
        if (table == nullptr) return;
        TableReader inner(*table, reader.place("simulator"), "[simulator]", problems_);
        const bool is_study = table->find("study") != nullptr;
        if (is_study == (table->find("command") != nullptr)) {
            problems_.error("one-simulator",
                            reader.place("simulator"),
                            is_study ? "[simulator] names a study and a command"
                                     : "[simulator] names neither a study nor a command",
                            "one of them is run",
                            R"(write study = "..." or command = ["..."])");
            return;
        }
        const auto replicates = inner.integer("replicates", 1, 100'000);
        const std::int64_t asked = options_.replicates.value_or(replicates.value_or(1));
        is_study ? read_study_simulator(inner, asked) : read_command_simulator(inner, asked);
        inner.finish();
    }

    void read_study_simulator(TableReader& inner, std::int64_t replicates) {
        WrittenStudy written;
        const auto study = inner.text("study");
        written.path = study ? path_from(path_, *study) : "";
        written.scenario = inner.text("scenario").value_or("");
        written.place = inner.place("scenario");
        written.study_place = inner.place("study");
        written.overrides.draws = 1;
        written.overrides.replicates = replicates;
        written.overrides.months = inner.integer("months", 1, 1200);
        if (const TomlTable* set = inner.table("set")) {
            for (const TomlEntry& entry : set->entries) {
                const auto* word = entry.value.as<std::string>();
                written.overrides.set.emplace_back(
                    entry.key,
                    word != nullptr ? *word : toml_text(entry.value));
            }
        }
        detail::read_study_part(written,
                                parameters_,
                                outputs_,
                                options_.files,
                                problems_,
                                calibration_);
    }

    void read_command_simulator(TableReader& inner, std::int64_t replicates) {
        CommandSimulation simulation;
        simulation.command.words = inner.texts("command");
        if (simulation.command.words.empty()) {
            problems_.error("empty-command",
                            inner.place("command"),
                            "the command is empty",
                            "there is nothing to run",
                            R"(write command = ["PROGRAM", "ARGUMENT"])");
        }
        simulation.command.folder = folder_of(path_);
        simulation.command.timeout_seconds =
            inner.number("timeout_seconds", 0.01, 1e7).value_or(simulation.command.timeout_seconds);
        simulation.replicates = static_cast<std::size_t>(replicates);
        for (const WrittenParameter& written : parameters_) {
            simulation.parameters.push_back(written.name);
            if (auto made = detail::make_parameter(written, {}, problems_)) {
                calibration_.parameters.push_back(std::move(*made));
            }
        }
        for (const WrittenOutput& output : outputs_) {
            simulation.outputs.push_back(output.outcome);
        }
        calibration_.command = std::move(simulation);
    }

    std::string path_;
    const CalibrationOptions& options_;
    EvidenceCatalogue evidence_;
    ReadFiles files_;
    Problems problems_;
    Calibration calibration_;
    std::vector<WrittenParameter> parameters_;
    std::vector<WrittenOutput> outputs_;
};

}  // namespace

CalibrationReading read_calibration(const std::string& path, const CalibrationOptions& options) {
    return CalibrationReader(path, options).read();
}

}  // namespace cantiere
