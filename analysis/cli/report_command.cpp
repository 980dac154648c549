#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/print_pdf.h"
#include "analysis/cli/report_companions.h"
#include "analysis/cli/results_files.h"
#include "analysis/cli/usage_error.h"
#include "analysis/report/page.h"
#include "analysis/report/report.h"
#include "analysis/report/web_bundle.h"
#include "analysis/text_files.h"

namespace cantiere {
namespace {

namespace fs = std::filesystem;

struct ReportArguments {
    std::vector<std::string> results;
    std::string output;
    CompanionFiles companions;
    bool draft = false;
    bool overwrite = false;
    bool pdf = false;
};

/// `bari.h5` is reported in `bari.html` beside it, several studies in `report.html`.
fs::path default_page(const std::vector<Results>& results) {
    const fs::path& first = results.front().path();
    return results.size() == 1 ? first.parent_path() / (first.stem().string() + ".html")
                               : first.parent_path() / "report.html";
}

/// Prints the page; tells where that could not be.
bool print(const fs::path& page, const fs::path& pdf, const Context& context) {
    const Printed printed = print_pdf(page, pdf);
    if (!printed.done) context.warn(printed.reason);
    return printed.done;
}

/// A page is HTML: a name that promises another kind of file is refused before anything is read.
void refuse_other_types(const std::string& output) {
    if (!is_named_as(output, {".pdf", ".h5", ".csv", ".json", ".toml"})) return;
    const fs::path page = fs::path(output).replace_extension(".html");
    throw UsageError(fmt::format("-o is {}, and the page is HTML", output),
                     fmt::format("write -o {}; --pdf prints it to a PDF beside it", page.string()));
}

std::vector<Results> results_of(const ReportArguments& arguments, const Context& context) {
    std::vector<Results> results;
    for (const std::string& named : arguments.results) {
        results.push_back(open_results(named, context));
    }
    return results;
}

/// The page itself, read from all that the arguments name.
std::string page_about(const std::vector<Results>& results,
                       const ReportArguments& arguments,
                       const Context& context) {
    std::vector<const ResultsHeader*> headers;
    for (const Results& one : results) headers.push_back(&one.header());
    const Companions companions = read_companions(arguments.companions,
                                                  results.front().path().parent_path(),
                                                  headers,
                                                  context);
    std::vector<std::unique_ptr<Findings>> studies;
    for (const Results& one : results) {
        studies.push_back(std::make_unique<Findings>(one, context.language()));
    }
    return page_of(report_of(studies, companions, {arguments.draft}),
                   {figures_script(), figures_style()});
}

ExitCode write_report(const ReportArguments& arguments, const Context& context) {
    refuse_other_types(arguments.output);
    const std::vector<Results> results = results_of(arguments, context);
    const fs::path path =
        arguments.output.empty() ? default_page(results) : fs::path(arguments.output);
    fs::path pdf = path;
    pdf.replace_extension(".pdf");
    if (!arguments.overwrite) {
        refuse_existing(arguments.pdf ? std::vector{path, pdf} : std::vector{path},
                        "give another file with -o FILE, or add --overwrite");
    }
    const std::string page = page_about(results, arguments, context);
    PendingFiles pending;
    pending.add(path, page);
    pending.finish();
    const bool printed = arguments.pdf && print(path, pdf, context);
    if (context.json()) {
        context.result_json({{"report", path.string()},
                             {"bytes", page.size()},
                             {"pdf", printed ? nlohmann::ordered_json(pdf.string()) : nullptr}});
    } else {
        context.result(context.told(fmt::format("{}: {} bytes", path.string(), page.size())));
        if (printed) context.result(pdf.string());
    }
    return ExitCode::ok;
}

Action declare_report(CLI::App& app) {
    const auto arguments = std::make_shared<ReportArguments>();
    app.add_option("RESULT",
                   arguments->results,
                   "results files, or ids of studies run in this checkout")
        ->required()
        ->type_name("");
    app.add_option("-o,--output", arguments->output, "the page (default: RESULT.html beside it)")
        ->type_name("FILE");
    app.add_option("--validation",
                   arguments->companions.validation,
                   "what `validate -o FILE` wrote (default: validation.json beside the results)")
        ->type_name("FILE");
    app.add_option("--transfer",
                   arguments->companions.transfer,
                   "what `transfer --matrix -o FILE` wrote (default: transfer.json beside them)")
        ->type_name("FILE");
    app.add_option("--sensitivity",
                   arguments->companions.sensitivity,
                   "what `sensitivity --study STUDY --json` printed (oneway, twoway or sobol); any "
                   "number of times")
        ->type_name("FILE");
    app.add_flag("--draft", arguments->draft, "mark it as a draft, whatever the number of draws");
    app.add_flag("--pdf", arguments->pdf, "print it to a PDF beside it, if a Chromium is found");
    app.add_flag("--overwrite", arguments->overwrite, "replace a page that is there");
    return [arguments](const Context& context) { return write_report(*arguments, context); };
}

}  // namespace

Command report_command() {
    return {"report",
            "the masterplan: one offline HTML page",
            "One page that loads nothing: the answer in a sentence, who pays and who gains, costs, "
            "value,\n"
            "fairness, uncertainty, limits, every input with its source, the CHEERS 2022 checklist "
            "and how to\n"
            "reproduce it. Fewer than a hundred draws make a draft. --lang chooses the language.\n"
            "JSON: {report, bytes, pdf}.",
            "cantiere report /tmp/try.h5 -o /tmp/try.html --overwrite",
            declare_report};
}

}  // namespace cantiere
