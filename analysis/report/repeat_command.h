#pragma once
/// The command that makes a results file again.

#include <string>

#include "outputs/results_reader.h"

namespace cantiere {

/// Returns the command line of `cantiere run` for a POSIX shell, from what the file says of its
/// own: every change of the study stands in it, so that the same inputs end in the same bytes, in
/// STUDY.h5. A study is named by its id where it comes with the program, else by its file.
std::string repeat_command(const Results& results);

}  // namespace cantiere
