#include <algorithm>
#include <cctype>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/usage_error.h"
#include "analysis/evidence_rows.h"
#include "analysis/parameter_text.h"
#include "analysis/shipped_packs.h"
#include "scenarios/did_you_mean.h"
#include "scenarios/study.h"

namespace cantiere {
namespace {

struct ParamsArguments {
    std::string word;
};

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char letter) {
        return static_cast<char>(std::tolower(letter));
    });
    return text;
}

bool speaks_of(const ParameterSpec& spec, const std::string& word) {
    return lower(spec.key + "\n" + spec.text_en + "\n" + spec.text_it).find(lower(word)) !=
           std::string::npos;
}

/// What a word finds: parameters, and rows of the evidence catalogue.
struct Found {
    std::vector<const ParameterSpec*> specs;
    std::vector<const EvidenceRow*> rows;
};

/// Keys of parameters, the tables they stand in, and keys of the catalogue.
std::vector<std::string> known_words(const EvidenceRows& evidence) {
    std::vector<std::string> keys;
    for (const ParameterSpec& spec : parameter_table()) {
        const std::string table = spec.key.substr(0, spec.key.find('.'));
        if (keys.empty() || !keys.back().starts_with(table + ".")) {
            keys.push_back(table);
        }
        keys.push_back(spec.key);
    }
    for (const auto& [key, row] : evidence) keys.push_back(key);
    return keys;
}

/// The row of a key; where no parameter speaks of the word, all rows whose keys hold it.
std::vector<const EvidenceRow*> rows_of(const std::string& word,
                                        const EvidenceRows& evidence,
                                        bool is_parameter) {
    if (const auto row = evidence.find(word); row != evidence.end()) return {&row->second};
    std::vector<const EvidenceRow*> rows;
    if (is_parameter) return rows;
    for (const auto& [key, row] : evidence) {
        if (lower(key).find(lower(word)) != std::string::npos) rows.push_back(&row);
    }
    return rows;
}

Found found(const std::string& word, const EvidenceRows& evidence) {
    Found all;
    for (const ParameterSpec& spec : parameter_table()) {
        if (speaks_of(spec, word)) all.specs.push_back(&spec);
    }
    all.rows = rows_of(word, evidence, !all.specs.empty());
    if (all.specs.empty() && all.rows.empty()) {
        throw UsageError(fmt::format("no parameter speaks of \"{}\"", word),
                         did_you_mean(word,
                                      known_words(evidence),
                                      "cantiere params without a word lists them all"));
    }
    return all;
}

ExitCode params(const ParamsArguments& arguments, const Context& context) {
    const EvidenceRows evidence = shipped_evidence();
    const Found all = found(arguments.word, evidence);
    const int price_year = Evaluation{}.price_year;
    const std::vector<Pack> packs = shipped_packs(price_year);
    if (context.json()) {
        nlohmann::ordered_json list = nlohmann::ordered_json::array();
        nlohmann::ordered_json sources = nlohmann::ordered_json::array();
        for (const ParameterSpec* spec : all.specs) {
            list.push_back(parameter_json({spec, packs, price_year}));
        }
        for (const EvidenceRow* row : all.rows) sources.push_back(evidence_json(*row));
        context.result_json({{"parameters", list}, {"sources", sources}});
        return ExitCode::ok;
    }
    std::string text;
    for (const ParameterSpec* spec : all.specs) {
        text += parameter_text({spec, packs, price_year}, context.language(), context.layout());
    }
    for (const EvidenceRow* row : all.rows) {
        text += evidence_text(*row, context.language(), context.layout());
    }
    context.result(text);
    return ExitCode::ok;
}

Action declare_params(CLI::App& app) {
    const auto arguments = std::make_shared<ParamsArguments>();
    app.add_option("WORD",
                   arguments->word,
                   "part of a key or of its text, or a source that a number names")
        ->type_name("");
    return [arguments](const Context& context) { return params(*arguments, context); };
}

}  // namespace

Command params_command() {
    return {
        "params",
        "explain the parameters of packs",
        "\"at the start only\": the value acts when residents and employers are made, before the\n"
        "burn-in that all scenarios share; it is set for the whole study, or in a pack.\n"
        "Below stands what shipped packs state: value, range, quality, sources of the evidence\n"
        "catalogue. Amounts are in one year's prices. A policy that states nothing has the "
        "default.\n"
        "A source such as prj.cantiere_inclusione.budget tells its row of the catalogue: value, "
        "unit, year,\n"
        "place, quality, citation.\n"
        "JSON: {parameters: [{key, home, lever, acts, type, unit, low, high, default, price_year,\n"
        "shipped: [{pack, kind, value, low, high, quality, sources}], text_en, text_it}],\n"
        "sources: [{key, value, low, high, unit, year, territory, quality, source, file}]}.",
        "cantiere params internship",
        declare_params};
}

}  // namespace cantiere
