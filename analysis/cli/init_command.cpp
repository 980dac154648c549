#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/study_files.h"
#include "analysis/shell_word.h"
#include "analysis/text_files.h"

namespace cantiere {
namespace {

namespace fs = std::filesystem;

struct InitArguments {
    std::string folder = "my-cantiere";
};

constexpr std::string_view starter_study =
    R"(# A study of your own: your place and your programme, small enough to run in seconds.
schema = 1
kind = "study"
id = "my-study"
title = { it = "Il mio studio", en = "My study" }
territory = "territories/my-place.toml"
law = "shipped:laws/italy-2024-adi.toml"             # shipped: is the folder of the program's packs
behaviour = "shipped:behaviour/default.toml"

[horizon]
start = "2024-01"
burn_in_months = 24
months = 60

[evaluation]
discount_rate_per_year = 0.03
price_year = 2024
wtp_eur_per_autonomy_year = 20000

[experiment]
draws = 6          # draws of the uncertain parameters: more for narrower intervals, as 100
replicates = 2     # luck, within each draw
seed = 1
base = "as-usual"

[[scenario]]
id = "as-usual"
title = { it = "Servizi come di consueto", en = "Services as usual" }

[[scenario]]
id = "my-programme"
title = { it = "Il mio programma", en = "My programme" }
policies = ["policies/my-programme.toml"]

[[scenario]]       # the same planned money without coordination: standard services
id = "my-programme-null-twin"
title = { it = "La spesa prevista in pacchetti ordinari", en = "The planned outlay in standard bundles" }
policies = ["policies/my-programme.toml"]
null_twin = true
)";

constexpr std::string_view territory =
    R"(# A place of your own. Numbers that are not here are those of the file it extends, all of them guesses
# for an Italian place: state again, with their source, those that you know.
schema = 1
kind = "territory"
id = "my-place"
title = { it = "Il mio territorio", en = "My place" }
extends = ["shipped:territories/common/italy.toml"]

[population]       # people at risk or in care; without dist it is not drawn
residents_in_need = { value = 400, unit = "people", dist = "gamma", low = 300, high = 520, quality = "assumed" }

[[municipality]]   # at least one; roads are estimated from the coordinates
istat = "000001"
name = "Town"
population = 24000
latitude = 43.90
longitude = 10.90

[[municipality]]
istat = "000002"
name = "Village"
population = 7000
latitude = 43.98
longitude = 10.85
)";

constexpr std::string_view policy = R"(# A programme of your own: a shipped one with other levers.
schema = 1
kind = "policy"
id = "my-programme"
title = { it = "Il mio programma", en = "My programme" }
extends = ["shipped:policies/pisola.toml"]

[internship]       # cantiere params internship explains every key
slots = { value = 20, unit = "slots", dist = "fixed", low = 10, high = 30, quality = "assumed" }
)";

constexpr std::string_view calibration =
    R"(# A calibration of your own: which values of a number meet what was observed.
schema = 1
kind = "calibration"
id = "my-calibration"
title = { it = "La mia calibrazione", en = "My calibration" }

[history_matching]
rows = 8           # of each wave; the first also runs the values as they are stated
waves = 2
samples = 200

[simulator]
study = "my-study.toml"
scenario = "as-usual"
months = 24
replicates = 2
set = { "horizon.burn_in_months" = 6, "population.residents_in_need" = 1000 }   # it takes seconds

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

| file | what to change |
|---|---|
| `my-study.toml` | horizon, prices, draws, scenarios |
| `territories/my-place.toml` | your municipalities, how many people are in need, all that you know better |
| `policies/my-programme.toml` | the levers of your programme |
| `my-calibration.toml` | what was observed, and which numbers may move to meet it |

```
cantiere check my-study.toml                     # finds every mistake, with its line
cantiere run my-study.toml                       # results in my-study.h5, and the comparison
cantiere compare my-study.h5 --by group
cantiere show my-study.toml --origin             # every value, and the line that states it
cantiere sensitivity --study my-study.toml --scenario my-programme --parameters internship --replicates 5
cantiere calibrate my-calibration.toml           # values that meet targets
```
`cantiere params WORD` explains the keys; every number states its unit, its source or `assumed` with a range.
The results of the starter mean nothing: its place is invented, and six draws leave wide intervals.
)";

ExitCode init(const InitArguments& arguments, const Context& context) {
    const fs::path folder(arguments.folder);
    const std::vector<std::pair<fs::path, std::string_view>> files{
        {folder / "my-study.toml", starter_study},
        {folder / "my-calibration.toml", calibration},
        {folder / "territories" / "my-place.toml", territory},
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
    make_folder(folder / "territories");
    make_folder(folder / "policies");
    PendingFiles pending;
    for (const auto& [path, content] : files) {
        pending.add(path, content);
    }
    pending.finish();
    if (shipped_studies().empty()) {
        context.warn(
            "warning: the program's packs were not found, and the study extends them; set "
            "CANTIERE_DATA to the folder that holds studies, territories, laws ...");
    }
    if (context.json()) {
        context.result_json({{"folder", folder.string()}, {"files", list}});
    } else {
        context.result(text);
        context.note(
            fmt::format("next: cd {} && cantiere run my-study.toml", shell_word(folder.string())));
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
    return {
        "init",
        "make a starter folder with a study that runs",
        "A place and a programme of your own on the shipped packs: a study of seconds. Nothing is\n"
        "overwritten.\nJSON: {folder, files}.",
        "cantiere init /tmp/my-cantiere",
        declare_init};
}

}  // namespace cantiere
