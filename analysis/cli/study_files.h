#pragma once
/// Studies and packs named on a command line.

#include <string>
#include <vector>

#include "analysis/cli/context.h"
#include "scenarios/problems.h"
#include "scenarios/study_reader.h"

namespace cantiere {

/// Returns the path of a study named by path, or by the id of a shipped study ("pistoia").
std::string study_path(const std::string& named);

/// Lists the ids of the shipped studies.
std::vector<std::string> shipped_studies();

/// Writes a number of things: `1 error`, `2 errors`.
std::string counted(std::size_t number, std::string_view thing);

/// Tells remarks and warnings of a reading on standard error; throws InputError when it has errors.
Study study_or_throw(StudyReading reading, const Context& context);

/// Writes problems in the reader's language, as they stand on standard error.
std::string problems_text(const Problems& problems, const Context& context);

/// Writes problems where errors go: as text, or in the shape of `check` under --json.
void tell_problems(const Problems& problems, const Context& context);

/// Returns the one problem as a list, for errors that concern no line of a file.
Problems single_problem(const std::string& code,
                        const std::string& path,
                        const std::string& what,
                        const std::string& why,
                        const std::string& fix);

}  // namespace cantiere
