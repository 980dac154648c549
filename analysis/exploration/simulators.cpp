#include "analysis/exploration/simulators.h"

#include <cmath>
#include <cstring>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenarios/csv.h"

namespace cantiere {
namespace {

SimulatedOutput output_of(const Stat& stat) {
    return {stat.mean, std::isnan(stat.se) ? 0.0 : stat.se * stat.se};
}

/// A row as a reader of an error message sees it: `a = 1, b = 2`.
std::string row_text(const std::vector<std::string>& names, const std::vector<double>& row) {
    std::string text;
    for (std::size_t j = 0; j < names.size(); ++j) {
        text += fmt::format("{}{} = {}", j == 0 ? "" : ", ", names[j], row[j]);
    }
    return text;
}

void check_runs(const DesignRuns& runs, const std::vector<std::string>& names, const Rows& rows) {
    if (runs.is_interrupted) {
        throw SimulationStopped();
    }
    if (!runs.failed.empty()) {
        const FailedBlock& first = runs.failed.front();
        throw SimulationFailure(fmt::format("a run of {} failed: {}", first.scenario, first.reason),
                                fmt::format("at {}", row_text(names, rows[first.row])),
                                "narrow the priors, or report the failure with these values");
    }
}

/// Both parts of every ratio, or the outcome and 1.
std::vector<double> measured(const Block& block, const std::vector<StudyOutput>& outputs) {
    std::vector<double> values;
    for (const StudyOutput& output : outputs) {
        const RunOutcome& run = block[output.scenario];
        values.push_back(value_of(run, output.outcome));
        values.push_back(output.per ? value_of(run, *output.per) : 1.0);
    }
    return values;
}

/// What is said of a command that did not answer.
std::string end_text(const CommandResult& result, double timeout_seconds) {
    switch (result.end) {
        case CommandEnd::timed_out:
            return fmt::format("the command took longer than {} s", timeout_seconds);
        case CommandEnd::killed:
            return fmt::format("the command was ended by signal {}", result.code);
        case CommandEnd::not_started:
            return fmt::format("the command cannot be started: {}", std::strerror(result.code));
        default:
            return fmt::format("the command ended with exit code {}", result.code);
    }
}

/// Reads the answers of a command to one row.
class AnswerReader {
  public:
    AnswerReader(const CommandSimulation& simulation, std::string asked)
        : simulation_(simulation), asked_(std::move(asked)) {}

    /// Returns the outputs in the order of the targets.
    std::vector<double> read(const CommandResult& result) const {
        if (result.end == CommandEnd::stopped) {
            throw SimulationStopped();
        }
        if (result.end != CommandEnd::exited || result.code != 0) {
            refuse(end_text(result, simulation_.command.timeout_seconds),
                   result,
                   result.end == CommandEnd::timed_out
                       ? "give it more time: timeout_seconds in [simulator]"
                       : "run it by hand with this row on its standard input");
        }
        Problems problems;
        const CsvTable table =
            parse_csv(std::make_shared<const SourceFile>(SourceFile{"answer", result.output}),
                      problems);
        if (problems.has_errors() || table.rows.size() != 1) {
            refuse(fmt::format("the command printed {} rows", table.rows.size()),
                   result,
                   "print a header with the names of the outputs and one row of numbers");
        }
        std::vector<double> values;
        for (const std::string& output : simulation_.outputs) {
            values.push_back(value(table, output, result));
        }
        return values;
    }

  private:
    double value(const CsvTable& table,
                 const std::string& output,
                 const CommandResult& result) const {
        const auto column = table.column(output);
        if (!column) {
            refuse(fmt::format("the command printed no column {}", output),
                   result,
                   fmt::format("it printed {}; name it in the target's output",
                               fmt::join(table.header, ", ")));
        }
        const std::string& cell = table.rows.front().cells[*column];
        const std::optional<double> number = parse_number(cell);
        if (!number) {
            refuse(fmt::format("the command printed \"{}\" for {}", cell, output),
                   result,
                   "mend it, or narrow the priors to where it has a finite value");
        }
        return *number;
    }

    [[noreturn]] void refuse(const std::string& what,
                             const CommandResult& result,
                             const std::string& fix) const {
        const std::string said = result.errors.empty()
                                     ? "it said nothing on its standard error"
                                     : fmt::format("its standard error:\n{}", result.errors);
        throw SimulationFailure(
            fmt::format("{}: {}", fmt::join(simulation_.command.words, " "), what),
            fmt::format("at {}; {}", asked_, said),
            fix);
    }

    const CommandSimulation& simulation_;
    std::string asked_;
};

/// What the command reads for every row and replicate.
std::vector<std::string> questions(const CommandSimulation& simulation, const Rows& rows) {
    std::vector<std::string> names = simulation.parameters;
    const bool counted = simulation.replicates > 1;
    if (counted) {
        names.emplace_back("replicate");
    }
    std::vector<std::string> texts;
    for (const std::vector<double>& row : rows) {
        for (std::size_t r = 0; r < simulation.replicates; ++r) {
            std::vector<double> asked = row;
            if (counted) {
                asked.push_back(static_cast<double>(r));
            }
            texts.push_back(csv_text(names, {asked}));
        }
    }
    return texts;
}

std::vector<DesignRow> settings_of(const std::vector<const ParameterSpec*>& parameters,
                                   const Rows& rows) {
    std::vector<DesignRow> settings;
    for (const std::vector<double>& row : rows) {
        DesignRow set;
        for (std::size_t j = 0; j < row.size(); ++j) {
            set.push_back({parameters[j], row[j], SettingScope::study, 0});
        }
        settings.push_back(std::move(set));
    }
    return settings;
}

/// Throws where a target's output has no value at a row.
void check_value(const SimulatedOutput& output, const std::string& target, const std::string& row) {
    if (std::isfinite(output.mean)) return;
    throw SimulationFailure(fmt::format("target \"{}\" has no value", target),
                            fmt::format("what it is divided by is zero in every run at {}", row),
                            "use more replicates or months, or another outcome");
}

}  // namespace

Simulator study_simulator(const Study& study,
                          std::vector<const ParameterSpec*> parameters,
                          std::vector<StudyOutput> outputs,
                          const DesignOptions& options) {
    return [&study, parameters = std::move(parameters), outputs = std::move(outputs), options](
               const Rows& rows) {
        std::vector<std::string> names;
        for (const ParameterSpec* spec : parameters) {
            names.push_back(spec->key);
        }
        const std::vector<DesignRow> settings = settings_of(parameters, rows);
        const Measure measure = [&outputs](const Block& block) { return measured(block, outputs); };
        const DesignRuns runs = run_design(study, settings, measure, options);
        check_runs(runs, names, rows);
        std::vector<std::vector<SimulatedOutput>> simulated(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (std::size_t t = 0; t < outputs.size(); ++t) {
                const std::size_t replicates = study.experiment.replicates;
                const Sample numerator{1, replicates, runs.measured[i][2 * t]};
                const Sample denominator{1, replicates, runs.measured[i][2 * t + 1]};
                simulated[i].push_back(output_of(ratio_of(numerator, denominator)));
                check_value(simulated[i].back(), outputs[t].name, row_text(names, rows[i]));
            }
        }
        return simulated;
    };
}

Simulator command_simulator(CommandSimulation simulation,
                            std::size_t at_once,
                            std::function<bool()> stop_requested) {
    return [simulation = std::move(simulation), at_once, stop = std::move(stop_requested)](
               const Rows& rows) {
        const std::vector<CommandResult> results =
            run_commands(simulation.command, questions(simulation, rows), at_once, stop);
        std::vector<std::vector<SimulatedOutput>> simulated(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const AnswerReader reader(simulation, row_text(simulation.parameters, rows[i]));
            std::vector<Sample> samples(simulation.outputs.size(), {1, simulation.replicates, {}});
            for (std::size_t r = 0; r < simulation.replicates; ++r) {
                const std::vector<double> values =
                    reader.read(results[i * simulation.replicates + r]);
                for (std::size_t t = 0; t < values.size(); ++t) {
                    samples[t].values.push_back(values[t]);
                }
            }
            for (const Sample& sample : samples) {
                simulated[i].push_back(output_of(stat_of(sample)));
            }
        }
        return simulated;
    };
}

}  // namespace cantiere
