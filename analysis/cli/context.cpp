#include "analysis/cli/context.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <utility>

#include "analysis/catalogue/catalogue.h"
#include "analysis/comparison_json.h"

namespace cantiere {
namespace {

constexpr std::size_t usual_width = 100;
constexpr std::size_t narrowest = 40;

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

/// Columns of a terminal; those of $COLUMNS, or a hundred, where there is none.
std::size_t width_of(int descriptor) {
    winsize size{};
    if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return std::max<std::size_t>(size.ws_col, narrowest);
    }
    const std::string_view stated = environment("COLUMNS");
    std::size_t columns = 0;
    const auto* const end = stated.data() + stated.size();
    const bool read = std::from_chars(stated.data(), end, columns).ptr == end;
    return read && columns > 0 ? std::max(columns, narrowest) : usual_width;
}

bool is_terminal(int descriptor) {
    return ::isatty(descriptor) == 1 && environment("TERM") != "dumb";
}

bool wants_colour(Colour colour) {
    if (colour != Colour::automatic) {
        return colour == Colour::always;
    }
    return environment("NO_COLOR").empty() && is_terminal(STDOUT_FILENO);
}

}  // namespace

Language language_of_environment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const std::string_view value = environment(name); !value.empty()) {
            return value.starts_with("it") ? Language::italian : Language::english;
        }
    }
    return Language::english;
}

Context::Context(const GlobalOptions& options, std::vector<std::string> command_line)
    : options_(options),
      language_(options.language.value_or(language_of_environment())),
      layout_{width_of(STDOUT_FILENO), {wants_colour(options.colour)}},
      draws_progress_(!options.silent && is_terminal(STDERR_FILENO)),
      error_width_(width_of(STDERR_FILENO)),
      command_line_(std::move(command_line)),
      out_(options.silent ? nowhere_ : std::cout),
      errors_(options.silent ? nowhere_ : std::cerr) {}

double Context::seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

std::string Context::told(std::string_view english) const {
    return cantiere::told(english, language_);
}

void Context::result(std::string_view text) const {
    out_ << text;
    if (!text.ends_with('\n')) {
        out_ << '\n';
    }
}

void Context::result_json(const nlohmann::ordered_json& json) const { result(dumped(json)); }

void Context::note(std::string_view text) const {
    if (!options_.quiet && (!options_.json || options_.verbose)) {
        warn(text);
    }
}

void Context::progress(std::string_view text) const {
    if (!options_.quiet) {
        warn(text);
    }
}

void Context::detail(std::string_view text) const {
    if (options_.verbose) {
        warn(text);
    }
}

void Context::warn(std::string_view text) const { warn_as_is(told(text)); }

void Context::warn_as_is(std::string_view text) const {
    out_.flush();
    errors_ << text;
    if (!text.ends_with('\n')) {
        errors_ << '\n';
    }
}

void Context::draw(std::string_view text) const {
    if (!options_.quiet) {
        errors_ << text << std::flush;
    }
}

}  // namespace cantiere
