#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/resolved_file.h"
#include "analysis/toml_diff.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

struct ShowArguments {
    std::string file;
    std::string other;
    bool origin = false;
};

std::string difference_text(const TomlDifference& difference) {
    const auto& [key, left, right] = difference;
    if (left && right) {
        return fmt::format("~ {} = {} -> {}\n", key, *left, *right);
    }
    return left ? fmt::format("- {} = {}\n", key, *left)
                : fmt::format("+ {} = {}\n", key, right.value_or(""));
}

Json text_or_null(const std::optional<std::string>& text) {
    return text ? Json(*text) : Json(nullptr);
}

void show_differences(const ShowArguments& arguments, const Context& context) {
    const std::vector<TomlDifference> differences =
        toml_differences(resolved_text(arguments.file, Origins::hide, context),
                         resolved_text(arguments.other, Origins::hide, context));
    Json list = Json::array();
    std::string text;
    for (const TomlDifference& difference : differences) {
        list.push_back({{"key", difference.key},
                        {"left", text_or_null(difference.left)},
                        {"right", text_or_null(difference.right)}});
        text += difference_text(difference);
    }
    if (context.json()) {
        context.result_json(
            {{"file", arguments.file}, {"other", arguments.other}, {"differences", list}});
    } else {
        context.result(differences.empty() ? context.told("no difference") : text);
    }
}

ExitCode show(const ShowArguments& arguments, const Context& context) {
    if (!arguments.other.empty()) {
        show_differences(arguments, context);
        return ExitCode::ok;
    }
    const std::string text =
        resolved_text(arguments.file, arguments.origin ? Origins::show : Origins::hide, context);
    if (context.json()) {
        context.result_json({{"file", arguments.file}, {"resolved", text}});
    } else {
        context.result(text);
    }
    return ExitCode::ok;
}

Action declare_show(CLI::App& app) {
    const auto arguments = std::make_shared<ShowArguments>();
    app.add_option("FILE", arguments->file, "a study (or its shipped id), a pack, a results file")
        ->required()
        ->type_name("");
    app.add_flag("--origin",
                 arguments->origin,
                 "beside each value, the file and line that state it");
    app.add_option("--diff", arguments->other, "only what differs from this file")
        ->type_name("OTHER");
    return [arguments](const Context& context) { return show(*arguments, context); };
}

}  // namespace

Command show_command() {
    return {"show",
            "print a study as it is resolved, with all defaults",
            "With --diff: - only in FILE, + only in OTHER, ~ in both with different values.\n"
            "JSON: {file, resolved}, or {file, other, differences: [{key, left, right}]}.",
            "cantiere show bari --origin",
            declare_show};
}

}  // namespace cantiere
