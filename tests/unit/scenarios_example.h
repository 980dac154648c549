#pragma once
/// A small study in memory for tests, changed by replacing text.

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "scenarios/study_reader.h"

namespace cantiere {

using Texts = std::map<std::string, std::string>;

/// Returns a study with a territory of two municipalities, a law, a behaviour and a policy.
inline Texts example_files() {
    return {
        {"studies/small.toml",
         "schema = 1\n"
         "kind = \"study\"\n"
         "id = \"small\"\n"
         "title = { it = \"Piccolo\", en = \"Small\" }\n"
         "territory = \"../territories/valley.toml\"\n"
         "law = \"../laws/italy-2024-adi.toml\"\n"
         "behaviour = \"../behaviour/default.toml\"\n"
         "[horizon]\n"
         "start = \"2015-01\"\n"
         "burn_in_months = 3\n"
         "months = 6\n"
         "[experiment]\n"
         "draws = 4\n"
         "replicates = 2\n"
         "seed = 7\n"
         "base = \"as-usual\"\n"
         "[[scenario]]\n"
         "id = \"as-usual\"\n"
         "[[scenario]]\n"
         "id = \"seats\"\n"
         "policies = [\"../policies/seats.toml\"]\n"
         "[[scenario]]\n"
         "id = \"seats-null-twin\"\n"
         "policies = [\"../policies/seats.toml\"]\n"
         "null_twin = true\n"},
        {"territories/valley.toml",
         "schema = 1\n"
         "kind = \"territory\"\n"
         "id = \"valley\"\n"
         "[[municipality]]\n"
         "istat = \"047014\"\n"
         "name = \"Pistoia\"\n"
         "population = 89101\n"
         "latitude = 43.93\n"
         "longitude = 10.92\n"
         "[[municipality]]\n"
         "istat = \"047002\"\n"
         "name = \"Agliana\"\n"
         "population = 16792\n"
         "latitude = 43.90\n"
         "longitude = 11.00\n"
         "residents = false\n"
         "[population]\n"
         "residents_in_need = 200\n"},
        {"laws/italy-2024-adi.toml",
         "schema = 1\nkind = \"law\"\nid = \"adi\"\n"
         "title = { it = \"ADI\", en = \"ADI law\" }\n"
         "[benefit]\n"
         "base_eur = { value = 500, unit = \"EUR/month\", price_year = 2016, source = \"ben.x\", "
         "quality = \"found\" }\n"},
        {"behaviour/default.toml",
         "schema = 1\nkind = \"behaviour\"\nid = \"default\"\n"
         "[population]\n"
         "frailty_sd = { value = 0.5, unit = \"1\", dist = \"uniform\", low = 0.3, high = 0.7, "
         "quality = \"assumed\" }\n"},
        {"policies/seats.toml",
         "schema = 1\nkind = \"policy\"\nid = \"seats\"\n"
         "[internship]\n"
         "slots = { value = 10, unit = \"slots\", source = \"ben.x\", quality = \"found\" }\n"},
        {"shipped:evidence/model.csv", "key,value\nben.x,1\nben.y,2\n"},
        {"shipped:evidence/price_index.csv", "year,index\n2004,0.5\n2016,0.8\n2024,1.0\n"},
    };
}

/// Replaces the first `before` in one of the files; the test is wrong when there is none.
inline void replace_in(Texts& files,
                       const std::string& path,
                       const std::string& before,
                       const std::string& after) {
    std::string& text = files.at(path);
    text.replace(text.find(before), before.size(), after);
}

/// Reads the example study from files in memory.
inline StudyReading read_example(Texts files, StudyOptions options = {}) {
    options.files = memory_files(std::move(files));
    return read_study("studies/small.toml", options);
}

/// Returns the problem of a code; an empty one when there is none.
inline Problem problem_of(const Problems& problems, const std::string& code) {
    const auto found = std::find_if(problems.list().begin(),
                                    problems.list().end(),
                                    [&code](const Problem& one) { return one.code == code; });
    return found == problems.list().end() ? Problem{} : *found;
}

/// Returns the text of the only error of a reading; empty when there is not exactly one.
inline std::string only_error(const StudyReading& reading) {
    std::vector<std::string> errors;
    for (const Problem& problem : reading.problems.list()) {
        if (problem.severity == Severity::error) {
            errors.push_back(text(problem));
        }
    }
    return errors.size() == 1 ? errors.front() : "";
}

}  // namespace cantiere
