#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/text_files.h"

namespace cantiere {
namespace {

namespace fs = std::filesystem;

struct InitArguments {
    std::string folder = "my-cantiere";
};

constexpr std::string_view starter_study =
    R"(# A study of your own: a shipped one, smaller, with one scenario more.
schema = 1
kind = "study"
id = "my-study"
title = { it = "Il mio studio", en = "My study" }
extends = ["shipped:studies/bari.toml"]    # everything not said here is as there

[experiment]
draws = 8          # draws of the uncertain parameters
replicates = 2     # luck, within each draw

[[scenario]]
id = "more-seats"
title = { it = "Il doppio dei posti", en = "Twice the seats" }
policies = ["policies/my-programme.toml"]
)";

constexpr std::string_view policy = R"(# A programme of your own: a shipped one with other levers.
schema = 1
kind = "policy"
id = "my-programme"
title = { it = "Il mio programma", en = "My programme" }
extends = ["shipped:policies/bari-cantiere.toml"]

[internship]       # cantiere params internship explains every key
slots = { value = 60, unit = "slots", dist = "uniform", low = 50, high = 70, quality = "assumed" }
total_starts = { value = 60, unit = "starts", dist = "fixed", low = 60, high = 60, quality = "assumed" }
)";

constexpr std::string_view calibration =
    R"(# A calibration of your own: which values of a number meet what was observed.
schema = 1
kind = "calibration"
id = "my-calibration"
title = { it = "La mia calibrazione", en = "My calibration" }

[history_matching]
rows = 8           # of each wave
waves = 2
samples = 200

[simulator]
study = "my-study.toml"
scenario = "as-usual"
months = 24
replicates = 2
set = { "horizon.burn_in_months" = 6, "population.residents_in_need" = 1000 }   # small: it takes seconds

[[parameter]]      # its prior is what the study states, unless low, high and dist stand here
name = "job_search.contact_rate_per_month"
[[parameter]]
name = "job_search.duration_floor"

[[target]]
name = "hires of a resident in two years"
output = "hires"
per = "residents"  # the ratio of two outcomes
value = 0.2
standard_error = 0.01
discrepancy = 0.01 # what the model may get wrong at its best
)";

constexpr std::string_view readme = R"(# A study of your own

```
cantiere check my-study.toml                     # finds every mistake, with its line
cantiere show my-study.toml --diff bari          # what differs from the shipped study
cantiere run my-study.toml                       # results in my-study.h5, and the comparison
cantiere compare my-study.h5 --by group
cantiere sensitivity --study my-study.toml --parameters internship --replicates 5   # which numbers matter
cantiere calibrate my-calibration.toml           # values that meet targets
```
`cantiere params WORD` explains the keys; every number states its unit, its source or `assumed` with a range.
)";

ExitCode init(const InitArguments& arguments, const Context& context) {
    const fs::path folder(arguments.folder);
    const std::vector<std::pair<fs::path, std::string_view>> files{
        {folder / "my-study.toml", starter_study},
        {folder / "my-calibration.toml", calibration},
        {folder / "policies" / "my-programme.toml", policy},
        {folder / "README.md", readme}};
    std::vector<fs::path> paths;
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    std::string text;
    for (const auto& [path, content] : files) {
        paths.push_back(path);
        list.push_back(path.string());
        text += path.string() + "\n";
    }
    refuse_existing(paths, "give another folder: cantiere init DIR");
    make_folder(folder / "policies");
    PendingFiles pending;
    for (const auto& [path, content] : files) {
        pending.add(path, content);
    }
    pending.finish();
    if (context.json()) {
        context.result_json({{"folder", folder.string()}, {"files", list}});
    } else {
        context.result(text);
        context.note(fmt::format("next: cd {} && cantiere run my-study.toml", folder.string()));
    }
    return ExitCode::ok;
}

Action declare_init(CLI::App& app) {
    const auto arguments = std::make_shared<InitArguments>();
    app.add_option("DIR", arguments->folder, "the folder (default: my-cantiere)")->type_name("");
    return [arguments](const Context& context) { return init(*arguments, context); };
}

}  // namespace

Command init_command() {
    return {"init",
            "make a starter folder with a study that runs",
            "The study extends a shipped one. Nothing is overwritten.\nJSON: {folder, files}.",
            "cantiere init /tmp/my-cantiere",
            declare_init};
}

}  // namespace cantiere
