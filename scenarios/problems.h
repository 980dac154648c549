#pragma once
/// What is wrong with an input: where, what, why it matters, and what to do.

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace cantiere {

/// A text that was read, kept so that problems can show its lines.
struct SourceFile {
    std::string path;  // as shown to the user
    std::string text;
};

/// A position in a file; lines and columns count from 1, 0 stands for the whole file. Columns
/// count characters, not bytes.
struct Place {
    std::shared_ptr<const SourceFile> file;
    int line = 0;
    int column = 0;
};

/// Makes the place of a whole file that may not exist.
Place place_of(std::string path);

enum class Severity { error, warning, note };

struct Problem {
    std::string code;  // stable, for scripts: "unknown-key"
    Severity severity = Severity::error;
    Place place;
    std::string what;
    std::string why;  // may be empty
    std::string fix;
};

/// Collects problems, so that all those of a file are told in one go.
class Problems {
  public:
    /// Adds an error: the input cannot be used.
    void error(std::string code, Place place, std::string what, std::string why, std::string fix);

    /// Adds a warning: usable, but an error under `--strict`.
    void warning(std::string code, Place place, std::string what, std::string why, std::string fix);

    /// Adds a note: worth knowing, never an error.
    void note(std::string code, Place place, std::string what, std::string why, std::string fix);

    /// Turns warnings into errors (`--strict`).
    void promote_warnings();

    /// Sorts by file in the order first met, then by line and column, and drops repeats.
    void sort();

    bool has_errors() const;
    const std::vector<Problem>& list() const { return list_; }

  private:
    std::vector<Problem> list_;
};

/// Reports that an input cannot be used; carries all its problems.
class InputError : public std::runtime_error {
  public:
    explicit InputError(Problems problems);
    const Problems& problems() const { return problems_; }

  private:
    Problems problems_;
};

/// Writes `file:line:column`, shorter where there is no line.
std::string text(const Place& place);

/// Writes a problem in the contract's grammar: place, what (why); fix; then the line and a caret.
std::string text(const Problem& problem);

/// Writes all problems, one after the other.
std::string text(const Problems& problems);

/// Writes `{"ok", "problems": [...]}` as contract section 6 says.
std::string json(const Problems& problems);

}  // namespace cantiere
