#pragma once
/// Tables for terminals: aligned columns, headers and texts wrapped where the width is short, in
/// several panels where even that does not fit.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cantiere {

/// Counts the columns that a UTF-8 text takes on a terminal: one a character.
std::size_t display_width(std::string_view text);

/// Cuts a text into lines no wider than `width`: between words where it can, or after the points,
/// underscores, hyphens and slashes of keys and paths.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// Writes text in lines no wider than `width`, each after `indent` spaces, ended by a newline.
std::string paragraph(std::string_view text, std::size_t width, std::size_t indent = 0);

/// Escape sequences, or nothing where the output takes no colour.
struct Style {
    bool colour = false;

    std::string bold(std::string_view text) const { return styled("\x1b[1m", text); }
    std::string dim(std::string_view text) const { return styled("\x1b[2m", text); }
    std::string red(std::string_view text) const { return styled("\x1b[31m", text); }

  private:
    std::string styled(std::string_view code, std::string_view text) const;
};

/// How texts are laid out: columns of the terminal, and colours; or Markdown, for files.
struct Layout {
    std::size_t width = 100;
    Style style;
    bool markdown = false;

    /// Writes the title of a section.
    std::string heading(std::string_view text) const;
};

/// Rows of cells; the first column is text, the others are numbers unless said otherwise.
class TextTable {
  public:
    explicit TextTable(std::vector<std::string> header) : header_(std::move(header)) {}

    /// Makes a column flush left, as the first one is.
    void flush_left(std::size_t column);

    /// Adds a row; short rows end in empty cells.
    void add(std::vector<std::string> row);

    bool empty() const { return rows_.empty(); }

    /// Writes the table, indented; in Markdown with pipes, whatever its width.
    std::string text(const Layout& layout, std::size_t indent = 2) const;

  private:
    enum class Kind { text, number, header };

    std::string markdown() const;

    std::size_t narrowest(std::size_t column) const;
    std::optional<std::size_t> widest_to_shrink(const std::vector<std::size_t>& widths,
                                                Kind kind) const;
    std::vector<std::size_t> widths(std::size_t room) const;
    void shrink(std::vector<std::size_t>& widths, Kind kind, std::size_t room) const;
    static std::vector<std::vector<std::size_t>> panels(const std::vector<std::size_t>& widths,
                                                        std::size_t room);
    std::string line(const std::vector<std::string>& cells,
                     const std::vector<std::size_t>& widths,
                     const std::vector<std::size_t>& panel,
                     Kind kind) const;
    bool is_left(std::size_t column) const;

    std::vector<std::string> header_;
    std::vector<std::vector<std::string>> rows_;
    std::vector<std::size_t> left_;
};

}  // namespace cantiere
