#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/cli/command.h"
#include "analysis/cli/sensitivity_tables.h"
#include "analysis/cli/table_condition.h"
#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "analysis/exploration/prim.h"
#include "analysis/number_text.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

struct DiscoverArguments {
    std::string inputs, outputs, where;
    std::optional<double> peel, least_mass, least_density;
    std::optional<std::int64_t> most_boxes, seed;
};

double share_or(const std::optional<double>& given, double usual, const std::string& option) {
    if (!given) return usual;
    if (*given <= 0.0 || *given >= 1.0) {
        throw UsageError(fmt::format("{} is {:g}", option, *given), "give a share between 0 and 1");
    }
    return *given;
}

PrimSettings settings_of(const DiscoverArguments& arguments) {
    PrimSettings settings;
    settings.peel = share_or(arguments.peel, settings.peel, "--peel");
    settings.least_mass = share_or(arguments.least_mass, settings.least_mass, "--least-mass");
    if (arguments.least_density) {
        settings.least_density = share_or(arguments.least_density, 0.0, "--least-density");
    }
    settings.most_boxes = static_cast<std::size_t>(arguments.most_boxes.value_or(4));
    settings.seed = static_cast<std::uint64_t>(arguments.seed.value_or(1));
    return settings;
}

std::string number_in_words(double value, Language language) {
    std::string text = fmt::format("{:.4g}", value);
    if (language == Language::italian) std::ranges::replace(text, '.', ',');
    return text;
}

/// Writes `x is below 3`, `x lies between 1 and 3`.
std::string limit_in_words(const BoxLimit& limit, const std::string& name, Language language) {
    const auto say = [language](std::string_view english, std::string_view italian) {
        return in_language(language, english, italian);
    };
    if (limit.low && limit.high) {
        return fmt::format(fmt::runtime(say("{} lies between {} and {}", "{} sta fra {} e {}")),
                           name,
                           number_in_words(*limit.low, language),
                           number_in_words(*limit.high, language));
    }
    return limit.low ? fmt::format(fmt::runtime(say("{} is above {}", "{} è sopra {}")),
                                   name,
                                   number_in_words(*limit.low, language))
                     : fmt::format(fmt::runtime(say("{} is below {}", "{} è sotto {}")),
                                   name,
                                   number_in_words(*limit.high, language));
}

/// What a box says, in one sentence.
std::string sentence_of(const DiscoveredBox& box,
                        const std::string& where,
                        const std::vector<std::string>& names,
                        Language language) {
    std::vector<std::string> limits;
    for (const BoxLimit& limit : box.limits) {
        limits.push_back(limit_in_words(limit, names[limit.column], language));
    }
    return fmt::format(fmt::runtime(in_language(
                           language,
                           "{} when {}: {} of all such cases, and {} of the cases there.",
                           "{} quando {}: {} di tutti questi casi, e {} dei casi che vi stanno.")),
                       where,
                       fmt::join(limits, in_language(language, " and ", " e ")),
                       percent_text(box.quality.coverage, language),
                       percent_text(box.quality.density, language));
}

Json limits_json(const DiscoveredBox& box, const std::vector<std::string>& names) {
    Json limits = Json::object();
    for (const BoxLimit& limit : box.limits) {
        Json& one = limits[names[limit.column]];
        if (limit.low) one["low"] = *limit.low;
        if (limit.high) one["high"] = *limit.high;
        one["quasi_p"] = limit.quasi_p;
        one["reproduced"] = limit.reproduced;
    }
    return limits;
}

Json trajectory_json(const DiscoveredBox& box) {
    Json list = Json::array();
    for (const BoxQuality& step : box.trajectory) {
        list.push_back({{"coverage", step.coverage},
                        {"density", step.density},
                        {"mass", step.mass},
                        {"restricted", step.restricted}});
    }
    return list;
}

/// Why there is no box.
std::string no_box_text(std::size_t of_interest, std::size_t cases, Language language) {
    if (of_interest == 0) {
        return std::string(
            in_language(language,
                        "No case meets the condition: there is nothing to look for.\n",
                        "Nessun caso soddisfa la condizione: non c'è nulla da cercare.\n"));
    }
    if (of_interest == cases) {
        return std::string(in_language(
            language,
            "Every case meets the condition: no part holds more of them.\n",
            "Tutti i casi soddisfano la condizione: nessuna parte ne contiene di più.\n"));
    }
    return std::string(in_language(
        language,
        "No part of the inputs holds more of the cases of interest than the rest does.\n",
        "Nessuna parte degli ingressi contiene più casi di interesse del resto.\n"));
}

std::string boxes_text(const std::vector<DiscoveredBox>& boxes,
                       const std::vector<std::string>& sentences,
                       const std::vector<std::string>& names,
                       const Context& context) {
    const Language language = context.language();
    const auto say = [language](std::string_view english, std::string_view italian) {
        return std::string(in_language(language, english, italian));
    };
    std::string text;
    for (std::size_t b = 0; b < boxes.size(); ++b) {
        text += paragraph(fmt::format("{}. {}", b + 1, sentences[b]), context.layout().width);
        TextTable table({say("input", "ingresso"),
                         say("from", "da"),
                         say("to", "a"),
                         say("chance by luck (quasi-p)", "per caso (quasi-p)"),
                         say("in halves of the cases", "in metà dei casi")});
        for (const BoxLimit& limit : boxes[b].limits) {
            table.add({names[limit.column],
                       limit.low ? number_in_words(*limit.low, language) : "",
                       limit.high ? number_in_words(*limit.high, language) : "",
                       limit.quasi_p < 0.001 ? "<0.001" : number_in_words(limit.quasi_p, language),
                       percent_text(limit.reproduced, language)});
        }
        text += table.text(context.layout());
    }
    return text;
}

ExitCode discover(const DiscoverArguments& arguments, const Context& context) {
    if (arguments.inputs.empty() || arguments.outputs.empty()) {
        throw UsageError(arguments.inputs.empty() ? "no inputs are given" : "no outputs are given",
                         "write --inputs X.csv --outputs Y.csv");
    }
    const DesignTables tables = read_design_tables(arguments.inputs, arguments.outputs);
    const std::vector<bool> of_interest = rows_of_interest(tables.outputs, arguments.where);
    const auto boxes = discover_boxes(tables.design.rows, of_interest, settings_of(arguments));
    const std::vector<std::string>& names = tables.design.names;
    std::vector<std::string> sentences;
    Json list = Json::array();
    for (const DiscoveredBox& box : boxes) {
        sentences.push_back(sentence_of(box, arguments.where, names, context.language()));
        list.push_back({{"limits", limits_json(box, names)},
                        {"coverage", box.quality.coverage},
                        {"density", box.quality.density},
                        {"mass", box.quality.mass},
                        {"sentence", sentences.back()},
                        {"trajectory", trajectory_json(box)}});
    }
    if (context.json()) {
        context.result_json({{"cases", of_interest.size()},
                             {"of_interest", std::ranges::count(of_interest, true)},
                             {"boxes", list}});
    } else {
        const auto found = static_cast<std::size_t>(std::ranges::count(of_interest, true));
        context.result(boxes.empty() ? no_box_text(found, of_interest.size(), context.language())
                                     : boxes_text(boxes, sentences, names, context));
    }
    return ExitCode::ok;
}

Action declare_discover(CLI::App& app) {
    const auto arguments = std::make_shared<DiscoverArguments>();
    app.add_option("--inputs", arguments->inputs, "CSV, a row a case")->type_name("FILE");
    app.add_option("--outputs", arguments->outputs, "CSV, what came of each row")
        ->type_name("FILE");
    app.add_option("--where", arguments->where, "the cases of interest: a condition on the outputs")
        ->type_name("EXPR");
    add_amount(app,
               "--peel",
               arguments->peel,
               "share of the cases that a step takes (default: 0.05)");
    add_amount(app,
               "--least-mass",
               arguments->least_mass,
               "share of all cases that a box holds at least (default: 0.05)");
    add_amount(app,
               "--least-density",
               arguments->least_density,
               "take the widest box where so many of the cases are of interest (default: that of\n"
               "greatest coverage x density)");
    add_whole_number(app, "--boxes", arguments->most_boxes, {1, 20}, "boxes at most (default: 4)");
    add_whole_number(app,
                     "--seed",
                     arguments->seed,
                     {0, INT64_MAX},
                     "of the resamples (default: 1)");
    return [arguments](const Context& context) { return discover(*arguments, context); };
}

}  // namespace

Command discover_command() {
    return {"discover",
            "where the cases of interest lie, in plain sentences",
            "Patient rule induction (PRIM): boxes of the inputs, one a pass over the cases that "
            "those before\n"
            "leave. coverage: share of the cases of interest inside; density: share of the cases "
            "inside that\n"
            "are of interest; quasi_p: chance of so many were the input free; reproduced: share of "
            "ten\n"
            "halves of the cases whose box restricts the input too.\n"
            "JSON: {cases, of_interest, boxes: [{limits: {NAME: {low, high, quasi_p, reproduced}}, "
            "coverage,\n"
            "density, mass, sentence, trajectory: [{coverage, density, mass, restricted}]}]}.",
            "cantiere discover --inputs /tmp/x.csv --outputs /tmp/y.csv --where 'y > 0.5'",
            declare_discover};
}

}  // namespace cantiere
