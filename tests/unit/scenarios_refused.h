#pragma once
/// What is said of the small study once something in it is wrong.

#include "tests/unit/scenarios_example.h"

namespace cantiere {

/// Reads the example with one replacement and returns the text of its only error.
inline std::string error_after(const std::string& path,
                               const std::string& before,
                               const std::string& after) {
    Texts files = example_files();
    replace_in(files, path, before, after);
    return only_error(read_example(std::move(files)));
}

}  // namespace cantiere
