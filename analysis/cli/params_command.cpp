#include <algorithm>
#include <cctype>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/usage_error.h"
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

std::vector<const ParameterSpec*> found(const std::string& word) {
    std::vector<const ParameterSpec*> specs;
    std::vector<std::string> keys;  // and the tables they stand in
    for (const ParameterSpec& spec : parameter_table()) {
        const std::string table = spec.key.substr(0, spec.key.find('.'));
        if (keys.empty() || !keys.back().starts_with(table + ".")) {
            keys.push_back(table);
        }
        keys.push_back(spec.key);
        if (speaks_of(spec, word)) {
            specs.push_back(&spec);
        }
    }
    if (specs.empty()) {
        throw UsageError(fmt::format("no parameter speaks of \"{}\"", word),
                         did_you_mean(word, keys, "cantiere params without a word lists them all"));
    }
    return specs;
}

ExitCode params(const ParamsArguments& arguments, const Context& context) {
    const std::vector<const ParameterSpec*> specs = found(arguments.word);
    const int price_year = Evaluation{}.price_year;
    const std::vector<Pack> packs = shipped_packs(price_year);
    if (context.json()) {
        nlohmann::ordered_json list = nlohmann::ordered_json::array();
        for (const ParameterSpec* spec : specs) {
            list.push_back(parameter_json({spec, packs, price_year}));
        }
        context.result_json({{"parameters", list}});
        return ExitCode::ok;
    }
    std::string text;
    for (const ParameterSpec* spec : specs) {
        text += parameter_text({spec, packs, price_year}, context.language(), context.layout());
    }
    context.result(text);
    return ExitCode::ok;
}

Action declare_params(CLI::App& app) {
    const auto arguments = std::make_shared<ParamsArguments>();
    app.add_option("WORD", arguments->word, "part of a key or of its text")->type_name("");
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
        "JSON: {parameters: [{key, home, lever, acts, type, unit, low, high, default, price_year,\n"
        "shipped: [{pack, kind, value, low, high, quality, sources}], text_en, text_it}]}.",
        "cantiere params internship",
        declare_params};
}

}  // namespace cantiere
