#pragma once
/// What every command knows: the global options and where its output goes.

#include <chrono>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/language.h"
#include "analysis/text_table.h"

namespace cantiere {

enum class Colour : std::uint8_t { automatic, always, never };

struct GlobalOptions {
    bool help = false;
    bool version = false;
    bool quiet = false;
    bool verbose = false;
    bool json = false;
    bool silent = false;  // another process of the same command speaks
    Colour colour = Colour::automatic;
    std::optional<Language> language;
};

/// Returns the language of LC_ALL, LC_MESSAGES or LANG; English for any but Italian.
Language language_of_environment();

/// Results go to standard output, all else to standard error.
class Context {
  public:
    Context(const GlobalOptions& options, std::vector<std::string> command_line);

    bool json() const { return options_.json; }
    bool is_verbose() const { return options_.verbose; }
    Language language() const { return language_; }
    const Layout& layout() const { return layout_; }
    const std::vector<std::string>& command_line() const { return command_line_; }

    /// Tells whether progress can be drawn over itself.
    bool draws_progress() const { return draws_progress_; }
    std::size_t error_width() const { return error_width_; }

    /// Returns when the program began, and the seconds since.
    std::chrono::steady_clock::time_point start() const { return start_; }
    double seconds() const;

    /// Tells a text of the catalogue in the reader's language; remarks are told so by themselves.
    std::string told(std::string_view english) const;

    /// Writes a result, ended by a newline.
    void result(std::string_view text) const;
    void result_json(const nlohmann::ordered_json& json) const;

    /// Writes a remark to standard error; nothing under --quiet, or under --json without --verbose,
    /// so that errors are all that is there.
    void note(std::string_view text) const;

    /// Writes a remark to standard error under --verbose.
    void detail(std::string_view text) const;

    /// Writes to standard error whatever the options say; as it is: what was told already.
    void warn(std::string_view text) const;
    void warn_as_is(std::string_view text) const;

    /// Writes a line of progress to standard error; nothing under --quiet.
    void progress(std::string_view text) const;

    /// Writes to standard error as it is, at once, without a newline; nothing under --quiet.
    void draw(std::string_view text) const;

  private:
    GlobalOptions options_;
    Language language_;
    Layout layout_;
    bool draws_progress_;
    std::size_t error_width_;
    std::vector<std::string> command_line_;
    std::ostream nowhere_{nullptr};
    std::ostream& out_;
    std::ostream& errors_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace cantiere
