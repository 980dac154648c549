#pragma once
/// The file of an answer: its JSON whole, or no file.

#include <string>
#include <string_view>

#include <CLI/App.hpp>
#include <nlohmann/json.hpp>

#include "analysis/cli/context.h"

namespace cantiere {

struct AnswerFile {
    std::string path;  // empty where none is asked for
    bool overwrite = false;
};

/// Declares -o and --overwrite of a command that answers in JSON.
void declare_answer_file(CLI::App& app, AnswerFile& file);

/// Refuses a file that is there, or whose folder is not, before hours of runs; throws ResultsError.
void check_answer_file(const AnswerFile& file);

/// Tells an answer as text, or as JSON under --json; writes the JSON to the file asked for.
/// Throws ResultsError.
void tell_answer(const AnswerFile& file,
                 const nlohmann::ordered_json& json,
                 std::string_view text,
                 const Context& context);

}  // namespace cantiere
