#pragma once
/// The page of the app and what it loads, compiled into the program.

#include <optional>
#include <string_view>

namespace cantiere {

struct StaticFile {
    std::string_view type;
    std::string_view text;
};

/// Returns the file of a path: `/`, `/app.js`, `/app.css`; nothing for any other. In a program
/// that was built without the app, `/` says so.
std::optional<StaticFile> static_file(std::string_view path);

}  // namespace cantiere
