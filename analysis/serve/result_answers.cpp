#include "analysis/serve/result_answers.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <tuple>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "analysis/comparison_json.h"
#include "analysis/report/facts.h"
#include "analysis/report/page.h"
#include "analysis/report/report.h"
#include "analysis/report/sections.h"
#include "analysis/report/web_bundle.h"
#include "analysis/serve/choice.h"
#include "analysis/serve/figure_tabs.h"
#include "outputs/results_error.h"

namespace cantiere {
namespace {

namespace fs = std::filesystem;

/// The answer of another command, kept in the folder; null where there is none.
ApiJson kept_answer(const ResultsFolder& folder, const std::string& name, const char* key) {
    const std::vector<std::string> names = folder.names(".json");
    if (std::ranges::find(names, name) == names.end()) return nullptr;
    std::ifstream stream(folder.place(name));
    ApiJson json = ApiJson::parse(stream, nullptr, false);
    if (!json.is_object() || !json.contains(key)) return nullptr;
    return json;
}

std::string time_text(fs::file_time_type time) {
    const auto seconds =
        std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::file_clock::to_sys(time));
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                       fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)));
}

ApiJson scenarios_json(const ResultsHeader& header, Language language) {
    ApiJson list = ApiJson::array();
    for (const ScenarioEntry& one : header.scenarios) {
        const std::string_view title = in_language(language, one.title_en, one.title_it);
        list.push_back({{"id", one.id},
                        {"title", title.empty() ? std::string_view(one.id) : title},
                        {"base", one.base},
                        {"null_twin", one.null_twin}});
    }
    return list;
}

ApiJson run_json(const fs::path& path, const ResultsHeader& header, Language language) {
    std::error_code ignored;
    return {{"name", path.filename().string()},
            {"study", header.study},
            {"title", in_language(language, header.title_en, header.title_it)},
            {"scenarios", scenarios_json(header, language)},
            {"draws", header.draws},
            {"replicates", header.replicates},
            {"months", header.months},
            {"start", fmt::format("{:04}-{:02}", header.start.year, header.start.month)},
            {"price_year", header.price_year},
            {"wtp", header.wtp_eur_per_autonomy_year},
            {"bytes", fs::file_size(path, ignored)},
            {"modified", time_text(fs::last_write_time(path, ignored))},
            {"draft", header.draws < draws_of_a_report}};
}

/// A table and its questions, as the summary of the report tells them.
struct Summary {
    ApiJson payers{{"header", ApiJson::array()}, {"rows", ApiJson::array()}};
    ApiJson questions = ApiJson::array();
};

ApiJson plain_list(const std::vector<std::string>& texts) {
    ApiJson list = ApiJson::array();
    for (const std::string& text : texts) list.push_back(plain_text(text));
    return list;
}

Summary summary_of(const Findings& findings) {
    Summary summary;
    std::string title;
    for (const ReportBlock& block : summary_blocks(findings)) {
        if (const auto* const table = std::get_if<ReportTable>(&block)) {
            summary.payers["header"] = plain_list(table->header);
            for (const auto& row : table->rows) summary.payers["rows"].push_back(plain_list(row));
        } else if (const auto* const heading = std::get_if<SubHeading>(&block)) {
            title = heading->text;
        } else if (const auto* const text = std::get_if<Paragraph>(&block);
                   text && !title.empty()) {
            summary.questions.push_back({{"title", title}, {"answer", plain_text(text->text)}});
        }
    }
    return summary;
}

}  // namespace

ApiJson runs_answer(const ResultsFolder& folder, const Query& query) {
    std::vector<std::pair<fs::file_time_type, ApiJson>> runs;
    for (const std::string& name : folder.names(".h5")) {
        const fs::path path = folder.place(name);
        try {
            const Results results = read_results(path);
            std::error_code ignored;
            runs.emplace_back(fs::last_write_time(path, ignored),
                              run_json(path, results.header(), query.language()));
        } catch (const ResultsError&) {  // another program's file, or a shard
        }
    }
    std::ranges::stable_sort(runs, std::greater<>(), [](const auto& one) { return one.first; });
    ApiJson list = ApiJson::array();
    for (auto& [when, run] : runs) list.push_back(std::move(run));
    return list;
}

ApiJson compare_answer(const ResultsFolder& folder, const Query& query) {
    const Results results = read_results(folder.file(query.required("result"), ".h5"));
    const ComparedChoice choice = choice_of(results.header(), query);
    const Findings findings(results, query.language(), choice.about_one());
    ApiJson comparison = as_json(findings.comparison);
    if (!choice.scenarios.empty()) {
        ApiJson kept = ApiJson::array();
        for (ApiJson& one : comparison["scenarios"]) {
            if (choice.keeps(one["id"].get<std::string>())) kept.push_back(std::move(one));
        }
        comparison["scenarios"] = std::move(kept);
    }
    Summary summary = summary_of(findings);
    return {{"comparison", std::move(comparison)},
            {"headline", plain_text(answer_sentence(findings))},
            {"payers", std::move(summary.payers)},
            {"questions", std::move(summary.questions)}};
}

ApiJson figures_answer(const ResultsFolder& folder, const Query& query) {
    const Results results = read_results(folder.file(query.required("result"), ".h5"));
    const ComparedChoice choice = choice_of(results.header(), query);
    return {{"figures", figures_json(results, query.language(), choice)}};
}

ApiAnswer report_answer(const ResultsFolder& folder, const Query& query) {
    const Results results = read_results(folder.file(query.required("result"), ".h5"));
    std::vector<std::unique_ptr<Findings>> studies;
    studies.push_back(std::make_unique<Findings>(results, query.language()));
    const Companions companions{validation_answer(folder),
                                kept_answer(folder, "transfer.json", "programmes"),
                                {}};
    ApiAnswer answer;
    answer.type = "text/html; charset=utf-8";
    answer.body = page_of(report_of(studies, companions, {}), {figures_script(), figures_style()});
    return answer;
}

ApiJson validation_answer(const ResultsFolder& folder) {
    return kept_answer(folder, "validation.json", "patterns");
}

}  // namespace cantiere
