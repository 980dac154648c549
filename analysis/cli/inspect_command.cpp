#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/catalogue/catalogue.h"
#include "analysis/cli/command.h"
#include "analysis/cli/results_files.h"
#include "analysis/cli/study_files.h"
#include "analysis/comparison_head.h"
#include "analysis/number_text.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

struct InspectArguments {
    std::string results;
};

std::string axes_text(Variable variable) {
    std::string text;
    for (const Axis axis : dimensions(variable)) {
        text += (text.empty() ? "" : " ") + std::string(name(axis));
    }
    return text;
}

Json variables_json(const Results& results) {
    Json list = Json::array();
    for (const VariableShape& row : all_variables()) {
        if (!results.has(row.variable)) continue;
        Json axes = Json::array();
        for (const Axis axis : dimensions(row.variable)) {
            axes.push_back(name(axis));
        }
        list.push_back({{"name", row.name},
                        {"axes", axes},
                        {"shape", results.array(row.variable).shape},
                        {"unit", row.unit},
                        {"long_name", row.long_name_en},
                        {"long_name_it", row.long_name_it}});
    }
    return list;
}

Json provenance_json(const Provenance& provenance) {
    Json files = Json::array();
    for (const ProvenanceFile& file : provenance.files) {
        files.push_back(
            {{"path", file.path}, {"sha256", file.sha256}, {"bytes", file.text.size()}});
    }
    return {{"version", provenance.version},
            {"git_commit", provenance.git_commit},
            {"build_flags", provenance.build_flags},
            {"files", files}};
}

Json as_json(const Results& results) {
    const ResultsHeader& header = results.header();
    Json scenarios = Json::array();
    for (const ScenarioEntry& scenario : header.scenarios) {
        scenarios.push_back({{"id", scenario.id},
                             {"title", {{"en", scenario.title_en}, {"it", scenario.title_it}}},
                             {"base", scenario.base},
                             {"law", {{"en", scenario.law_en}, {"it", scenario.law_it}}},
                             {"null_twin", scenario.null_twin}});
    }
    Json municipalities = Json::array();
    for (const MunicipalityEntry& municipality : header.municipalities) {
        municipalities.push_back({{"name", municipality.name}, {"istat", municipality.istat_code}});
    }
    return {{"results", results.path().string()},
            {"format_version", format_version},
            {"bytes", std::filesystem::file_size(results.path())},
            {"inputs_sha256", results.inputs_sha256()},
            {"study", header.study},
            {"title", {{"en", header.title_en}, {"it", header.title_it}}},
            {"start", text(header.start)},
            {"months", header.months},
            {"scenarios", scenarios},
            {"draws", header.draws},
            {"replicates", header.replicates},
            {"seed", header.seed},
            {"municipalities", municipalities},
            {"parameters", header.parameters.size()},
            {"discount_rate_per_year", header.discount_rate_per_year},
            {"price_year", header.price_year},
            {"wtp_eur_per_autonomy_year", header.wtp_eur_per_autonomy_year},
            {"effects", effects_text(header.effects)},
            {"variables", variables_json(results)},
            {"microdata_draws", results.microdata_draws()},
            {"provenance", provenance_json(header.provenance)}};
}

constexpr std::string_view head_en =
    "{}: {} ({})\n"
    "format {}, {} bytes, inputs {}\n"
    "{} x {} x {}, seed {}; {} from {}; {} municipalities\n"
    "euros of {}, discount rate {}, EUR {} an autonomy-year; effects: {}\n"
    "version {}, commit {}\n";

constexpr std::string_view head_it =
    "{}: {} ({})\n"
    "formato {}, {} byte, dati di ingresso {}\n"
    "{} x {} x {}, seme {}; {} da {}; {} comuni\n"
    "euro del {}, tasso di sconto {}, EUR {} per anno di autonomia; effetti: {}\n"
    "versione {}, revisione {}\n";

std::string head_text(const Results& results, Language language) {
    const ResultsHeader& header = results.header();
    std::string text = fmt::format(
        fmt::runtime(in_language(language, head_en, head_it)),
        results.path().string(),
        in_language(language, header.title_en, header.title_it),
        header.study,
        format_version,
        number_text(static_cast<double>(std::filesystem::file_size(results.path())), 0, language),
        results.inputs_sha256(),
        told_words(counted(header.scenarios.size(), "scenario"), language),
        told_words(counted(header.draws, "draw"), language),
        told_words(counted(header.replicates, "replicate"), language),
        header.seed,
        told_words(counted(header.months, "month"), language),
        cantiere::text(header.start),
        header.municipalities.size(),
        header.price_year,
        discount_text(header, language),
        number_text(header.wtp_eur_per_autonomy_year, 0, language),
        told(effects_text(header.effects), language),
        header.provenance.version,
        header.provenance.git_commit);
    if (const std::size_t draws = results.microdata_draws(); draws > 0) {
        text += fmt::format(
            fmt::runtime(in_language(
                language,
                "people one by one of the first {} in /microdata, which exports leave out\n",
                "persone una per una delle prime {} in /microdata, che le esportazioni lasciano "
                "fuori\n")),
            told_words(counted(draws, "draw"), language));
    }
    return text;
}

std::string as_text(const Results& results, const Context& context) {
    const ResultsHeader& header = results.header();
    const Language language = context.language();
    std::string text = head_text(results, language);
    TextTable scenarios({context.told("scenario"), context.told("base"), context.told("title")});
    scenarios.flush_left(1);
    scenarios.flush_left(2);
    for (const ScenarioEntry& scenario : header.scenarios) {
        scenarios.add({scenario.id,
                       scenario.base,
                       std::string(in_language(language, scenario.title_en, scenario.title_it))});
    }
    text += "\n" + scenarios.text(context.layout());
    TextTable variables({context.told("variable"), context.told("unit"), context.told("axes")});
    variables.flush_left(1);
    variables.flush_left(2);
    for (const VariableShape& row : all_variables()) {
        if (!results.has(row.variable)) continue;
        variables.add(
            {std::string(row.name), told_words(row.unit, language), axes_text(row.variable)});
    }
    text += "\n" + variables.text(context.layout());
    TextTable files({context.told("input file"), "SHA-256"});
    files.flush_left(1);
    for (const ProvenanceFile& file : header.provenance.files) {
        files.add({file.path, file.sha256.substr(0, 16)});
    }
    return text + "\n" + files.text(context.layout());
}

ExitCode inspect(const InspectArguments& arguments, const Context& context) {
    const Results results = open_results(arguments.results, context);
    if (context.json()) {
        context.result_json(as_json(results));
    } else {
        context.result(as_text(results, context));
    }
    return ExitCode::ok;
}

Action declare_inspect(CLI::App& app) {
    const auto arguments = std::make_shared<InspectArguments>();
    app.add_option("RESULT", arguments->results, "a results file")->required()->type_name("");
    return [arguments](const Context& context) { return inspect(*arguments, context); };
}

}  // namespace

Command inspect_command() {
    return {
        "inspect",
        "say what is in a results file",
        "JSON: {results, format_version, bytes, inputs_sha256, study, title, start, months, "
        "scenarios,\n"
        "draws, replicates, seed, municipalities, parameters, discount_rate_per_year, price_year,\n"
        "wtp_eur_per_autonomy_year, effects, variables, microdata_draws,\n"
        "provenance}.",
        "cantiere inspect /tmp/try.h5",
        declare_inspect};
}

}  // namespace cantiere
