#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/results_files.h"
#include "analysis/export_tables.h"
#include "analysis/text_files.h"

namespace cantiere {
namespace {

namespace fs = std::filesystem;

struct ExportArguments {
    std::string results;
    std::string output;
    bool overwrite = false;
};

/// `bari.h5` is exported to the folder `bari-csv` beside it.
fs::path default_folder(const fs::path& results) {
    return results.parent_path() / (results.stem().string() + "-csv");
}

ExitCode export_results(const ExportArguments& arguments, const Context& context) {
    const Results results = open_results(arguments.results, context);
    const fs::path folder =
        arguments.output.empty() ? default_folder(results.path()) : fs::path(arguments.output);
    const std::vector<ExportTable> tables = export_tables();
    std::vector<fs::path> paths;
    for (const ExportTable& table : tables) {
        paths.push_back(folder / table.file_name());
    }
    paths.push_back(folder / "datapackage.json");
    make_folder(folder);
    if (!arguments.overwrite) {
        refuse_existing(paths, "give another folder with -o DIR, or add --overwrite");
    }
    nlohmann::ordered_json files = nlohmann::ordered_json::array();
    PendingFiles pending;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        pending.add(paths[i], csv_text(results, tables[i]));
        files.push_back(paths[i].string());
    }
    pending.add(paths.back(), datapackage_text(results, tables));
    pending.finish();
    files.push_back(paths.back().string());
    if (context.json()) {
        context.result_json({{"folder", folder.string()}, {"files", files}});
    } else {
        context.result(context.told(
            fmt::format("{}: {} tables and datapackage.json", folder.string(), tables.size())));
    }
    return ExitCode::ok;
}

Action declare_export(CLI::App& app) {
    const auto arguments = std::make_shared<ExportArguments>();
    app.add_option("RESULT", arguments->results, "a results file")->required()->type_name("");
    app.add_option("-o,--output", arguments->output, "folder (default: RESULT-csv beside it)")
        ->type_name("DIR");
    app.add_flag("--overwrite", arguments->overwrite, "replace files that are there");
    return [arguments](const Context& context) { return export_results(*arguments, context); };
}

}  // namespace

Command export_command() {
    return {
        "export",
        "write tidy CSV tables with datapackage.json",
        "One table a list of axes, one column a variable. Values about fewer than five people are\n"
        "left empty and named in the column `suppressed`; missing values are empty too.\n"
        "JSON: {folder, files}.",
        "cantiere export /tmp/try.h5 --overwrite",
        declare_export};
}

}  // namespace cantiere
