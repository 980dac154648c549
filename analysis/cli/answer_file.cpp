#include "analysis/cli/answer_file.h"

#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "analysis/comparison_json.h"
#include "analysis/text_files.h"
#include "outputs/results_error.h"

namespace cantiere {

void declare_answer_file(CLI::App& app, AnswerFile& file) {
    app.add_option("-o,--output", file.path, "write the JSON to a file too, whole or not at all")
        ->type_name("FILE");
    app.add_flag("--overwrite", file.overwrite, "replace a file that is there");
}

void check_answer_file(const AnswerFile& file) {
    if (file.path.empty()) return;
    const std::filesystem::path path(file.path);
    std::error_code ignored;
    if (path.has_parent_path() && !std::filesystem::is_directory(path.parent_path(), ignored)) {
        throw ResultsError(file.path,
                           "it cannot be written",
                           fmt::format("there is no folder {}", path.parent_path().string()),
                           "make the folder, or give another file with -o FILE");
    }
    if (file.overwrite && std::filesystem::is_directory(path, ignored)) {
        throw ResultsError(file.path,
                           "it cannot be written",
                           "it is a folder",
                           "give a file with -o FILE");
    }
    if (!file.overwrite) {
        refuse_existing({path}, "give another file with -o FILE, or add --overwrite");
    }
}

void tell_answer(const AnswerFile& file,
                 const nlohmann::ordered_json& json,
                 std::string_view text,
                 const Context& context) {
    if (!file.path.empty()) {
        PendingFiles pending;
        pending.add(file.path, dumped(json) + "\n");
        pending.finish();
        context.note(file.path);
    }
    if (context.json()) {
        context.result_json(json);
    } else {
        context.result(text);
    }
}

}  // namespace cantiere
