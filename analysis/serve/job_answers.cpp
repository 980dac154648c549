#include "analysis/serve/job_answers.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/serve/body.h"
#include "analysis/serve/own_study.h"
#include "analysis/shell_word.h"
#include "analysis/text_files.h"

namespace cantiere {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view h5 = ".h5";
constexpr std::int64_t most_draws = 10'000;
constexpr std::int64_t most_replicates = 1'000;
constexpr std::int64_t most_months = 1'200;

/// What a request asks for.
struct Asked {
    std::string stem;  // of the results file, and of the study file beside it
    std::string study;
    std::vector<std::string> scenarios;
    std::optional<OwnScenario> own;
    std::optional<std::int64_t> draws, replicates, months;

    std::string results_name() const { return stem + std::string(h5); }
    std::string study_name() const { return stem + ".toml"; }
};

std::string stem_of(std::string name) {
    if (name.ends_with(h5)) name.resize(name.size() - h5.size());
    if (is_run_name(name)) return name;
    throw ApiError(400,
                   "bad-name",
                   "this is no name of a run",
                   "its results file is called so",
                   "use letters, digits, points, spaces and hyphens, a letter or digit first");
}

OwnScenario own_of(const Body& body) {
    const Body own(ApiJson(body.values("own")), {"id", "title", "from", "set"});
    return {own.text("id"),
            own.has("title") ? own.text("title") : own.text("id"),
            own.text("from"),
            own.values("set")};
}

Asked asked_of(const std::string& text) {
    const Body body(text, {"name", "study", "scenarios", "own", "draws", "replicates", "months"});
    Asked asked;
    asked.stem = stem_of(body.text("name"));
    asked.study = body.text("study");
    asked.scenarios = body.texts("scenarios");
    if (body.has("own")) asked.own = own_of(body);
    asked.draws = body.count("draws", most_draws);
    asked.replicates = body.count("replicates", most_replicates);
    asked.months = body.count("months", most_months);
    return asked;
}

/// The id of a study named like a file: other letters than those of ids become hyphens.
std::string id_of(const std::string& stem) {
    std::string id;
    for (const char letter : stem) {
        const auto low = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        const bool fits = std::isalnum(static_cast<unsigned char>(low)) != 0 || low == '_';
        id += fits ? low : '-';
    }
    return id;
}

StudyOptions options_of(const Asked& asked) {
    StudyOptions options;
    options.files = remembering(disk_files());
    if (asked.own) return options;
    options.overrides.draws = asked.draws;
    options.overrides.replicates = asked.replicates;
    options.overrides.months = asked.months;
    options.overrides.only = asked.scenarios;
    return options;
}

/// A command as a shell takes it.
std::string shell_line(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words) line += (line.empty() ? "" : " ") + shell_word(word);
    return line;
}

/// The command that does the same run.
std::vector<std::string> command_of(const Asked& asked, const StudyShelf& shelf) {
    const std::string results = shelf.folder().place(asked.results_name()).string();
    if (asked.own) {
        return {"cantiere",
                "run",
                shelf.folder().place(asked.study_name()).string(),
                "-o",
                results};
    }
    const bool is_shipped = shelf.reference(asked.study).starts_with(shipped_prefix);
    std::vector<std::string> words{"cantiere",
                                   "run",
                                   is_shipped ? asked.study : shelf.path(asked.study)};
    const auto add = [&words](const char* option, const std::optional<std::int64_t>& value) {
        if (value) words.insert(words.end(), {option, std::to_string(*value)});
    };
    add("--draws", asked.draws);
    add("--replicates", asked.replicates);
    add("--months", asked.months);
    if (!asked.scenarios.empty()) {
        words.insert(words.end(), {"--only", fmt::format("{}", fmt::join(asked.scenarios, ","))});
    }
    words.insert(words.end(), {"-o", results});
    return words;
}

std::string text_at(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// What stands at a path: nothing, a file, or what is neither, links and pipes.
enum class FoundThere : std::uint8_t { nothing, file, other };

FoundThere found_at(const fs::path& path) {
    std::error_code ignored;
    const fs::file_status status = fs::symlink_status(path, ignored);
    if (!fs::exists(status)) return FoundThere::nothing;
    return fs::is_regular_file(status) ? FoundThere::file : FoundThere::other;
}

/// The study file of a run with a scenario of its own; one of another text is not replaced.
std::string own_text(const Asked& asked, const StudyShelf& shelf) {
    OwnStudy own;
    own.name = id_of(asked.stem);
    own.study = asked.study;
    own.scenario = *asked.own;
    own.others = asked.scenarios;
    own.draws = asked.draws;
    own.replicates = asked.replicates;
    own.months = asked.months;
    std::string text = own_study_text(own, shelf);
    const fs::path path = shelf.folder().place(asked.study_name());
    const FoundThere found = found_at(path);
    if (found == FoundThere::other || (found == FoundThere::file && text_at(path) != text)) {
        throw ApiError(409,
                       "already-there",
                       fmt::format("there is a study {} of another text", asked.study_name()),
                       "the run could no longer be done again from its file",
                       "give the run another name");
    }
    return text;
}

void refuse_other_results(const JobOrder& order) {
    const FoundThere found = found_at(order.results);
    if (found == FoundThere::nothing) return;
    const Held held = found == FoundThere::file ? held_results(order.results, *order.study)
                                                : Held::of_other_inputs;
    if (held == Held::all || held == Held::with_failed_runs) return;
    throw ApiError(409,
                   "already-there",
                   fmt::format("there is a file {} of other inputs", order.name),
                   "a finished file is never replaced from here",
                   "give the run another name");
}

}  // namespace

ApiJson order_answer(const StudyShelf& shelf, Jobs& jobs, const std::string& body) {
    const Asked asked = asked_of(body);
    StudyOptions options = options_of(asked);
    std::string path;
    std::string text;
    if (asked.own) {
        text = own_text(asked, shelf);
        path = shelf.folder().place(asked.study_name()).string();
        options.files = with_text(options.files, path, text);
    } else {
        path = shelf.path(asked.study);
    }
    JobOrder order;
    order.name = asked.results_name();
    order.results = shelf.folder().place(order.name);
    order.contrast = asked.own ? asked.own->id : "";
    order.command_line = command_of(asked, shelf);
    order.study_file = asked.own ? asked.study_name() : "";
    order.study = std::make_shared<const Study>(StudyShelf::read(path, options));
    refuse_other_results(order);
    if (asked.own && found_at(path) == FoundThere::nothing) {
        PendingFiles pending;
        pending.add(path, text);
        pending.finish();
    }
    ApiJson answer{{"job", nullptr},
                   {"name", order.name},
                   {"study_file", asked.own ? ApiJson(asked.study_name()) : ApiJson(nullptr)},
                   {"command", shell_line(order.command_line)}};
    answer["job"] = jobs.add(std::move(order));
    return answer;
}

}  // namespace cantiere
