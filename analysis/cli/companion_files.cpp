#include "analysis/cli/companion_files.h"

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <optional>

#include <fmt/format.h>

#include "analysis/cli/usage_error.h"

namespace cantiere {
namespace {

namespace fs = std::filesystem;
using Answer = nlohmann::ordered_json;

/// What a command's answer looks like in a file.
struct AnswerKind {
    std::string option;
    std::string file;    // its usual name
    std::string key;     // of the list that it holds
    std::string remedy;  // the command that makes it
    bool (*is_whole)(const Answer& answer);
};

bool has_all(const Answer& object, std::initializer_list<const char*> keys) {
    return object.is_object() &&
           std::ranges::all_of(keys, [&](const char* key) { return object.contains(key); });
}

bool has_texts(const Answer& object, std::initializer_list<const char*> keys) {
    return has_all(object, keys) &&
           std::ranges::all_of(keys, [&](const char* key) { return object[key].is_string(); });
}

bool is_list_of(const Answer& list, bool (*is_one)(const Answer& one)) {
    return list.is_array() && std::ranges::all_of(list, is_one);
}

bool is_pattern(const Answer& one) {
    return has_texts(one, {"id", "text", "verdict"}) &&
           has_all(one, {"unit", "target", "low", "high", "simulated", "se"});
}

bool is_cell(const Answer& one) {
    return has_texts(one, {"verdict"}) && has_all(one, {"outputs", "overlap"}) &&
           has_all(one["outputs"], {"net_benefit"}) &&
           has_all(one["outputs"]["net_benefit"], {"effect"});
}

bool is_place(const Answer& one) { return has_texts(one, {"territory"}); }

bool is_programme(const Answer& one) {
    return has_texts(one, {"study", "scenario"}) && has_all(one, {"home", "cells"}) &&
           is_list_of(one["cells"], is_cell);
}

bool is_validation(const Answer& answer) { return is_list_of(answer["patterns"], is_pattern); }

bool is_matrix(const Answer& answer) {
    return answer.contains("places") && is_list_of(answer["places"], is_place) &&
           is_list_of(answer["programmes"], is_programme) &&
           std::ranges::all_of(answer["programmes"], [&](const Answer& programme) {
               return programme["cells"].size() == answer["places"].size();
           });
}

/// Why a file is not the answer that a report needs; nothing where it is.
std::optional<std::string> why_not(const Answer& answer,
                                   const AnswerKind& kind,
                                   Language language) {
    const auto in = [&](const char* english, const char* italian) {
        return std::string(in_language(language, english, italian));
    };
    if (answer.is_discarded()) {
        return in("which is cut short, or no JSON", "che è troncato, o non è JSON");
    }
    if (!answer.is_object() || !answer.contains(kind.key)) {
        return fmt::format("{} \"{}\"", in("which holds no", "che non contiene"), kind.key);
    }
    if (kind.is_whole(answer)) return std::nullopt;
    return fmt::format("{} \"{}\"",
                       in("which lacks something in", "a cui manca qualcosa in"),
                       kind.key);
}

void tell_left_out(const fs::path& path,
                   const std::string& why,
                   const AnswerKind& kind,
                   const Context& context) {
    context.warn(fmt::format(
        fmt::runtime(in_language(
            context.language(),
            "warning: {}: a file {}; the report goes without it; write it again with {}",
            "avviso: {}: un file {}; il rapporto ne fa a meno; riscriverlo con {}")),
        path.string(),
        why,
        kind.remedy));
}

/// The answer of another command: a file that was named, or the usual one of the folder.
Answer companion(const AnswerKind& kind,
                 const std::string& named,
                 const fs::path& folder,
                 const Context& context) {
    const fs::path path = named.empty() ? folder / kind.file : fs::path(named);
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) {
        if (named.empty()) return nullptr;
        throw UsageError(fmt::format("{}: there is no file {}", kind.option, named),
                         "name what the command wrote with -o FILE");
    }
    std::ifstream stream(path);
    Answer answer = Answer::parse(stream, nullptr, false);
    const auto why = why_not(answer, kind, named.empty() ? context.language() : Language::english);
    if (!why) return answer;
    if (!named.empty()) {
        throw UsageError(fmt::format("{} is {}, {}", kind.option, named, *why),
                         fmt::format("name what {} wrote", kind.remedy));
    }
    tell_left_out(path, *why, kind, context);
    return nullptr;
}

}  // namespace

Companions companions_of(const std::string& validation,
                         const std::string& transfer,
                         const fs::path& folder,
                         const Context& context) {
    const AnswerKind patterns{"--validation",
                              "validation.json",
                              "patterns",
                              "cantiere validate -o validation.json --overwrite",
                              is_validation};
    const AnswerKind matrix{"--transfer",
                            "transfer.json",
                            "programmes",
                            "cantiere transfer --matrix STUDY,STUDY -o transfer.json --overwrite",
                            is_matrix};
    return {companion(patterns, validation, folder, context),
            companion(matrix, transfer, folder, context),
            {}};
}

}  // namespace cantiere
