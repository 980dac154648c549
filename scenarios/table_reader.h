#pragma once
/// Reading the keys of a TOML table one by one, with every mistake told at its place.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/toml_tree.h"

namespace cantiere {

enum class Need { required, optional };

/// A text in both languages; a plain string stands for both.
struct Title {
    std::string en, it;
};

/// Reads one table; `finish` reports the keys that nobody asked for.
class TableReader {
  public:
    /// Makes a reader; `name` is how messages call the table: "[horizon]", "the study".
    TableReader(const TomlTable& table, Place place, std::string name, Problems& problems);

    /// Returns the value of a key, told as known, whatever its type; null when absent.
    const TomlValue* any(std::string_view key, Need need = Need::optional);

    std::optional<std::string> text(std::string_view key, Need need = Need::optional);
    /// Reads the required `id`: lower-case letters, digits, hyphens, underscores. `use` says what
    /// it is for; empty when absent.
    std::string id(std::string_view use);
    std::optional<bool> flag(std::string_view key, Need need = Need::optional);
    std::optional<std::int64_t> integer(std::string_view key,
                                        std::int64_t low,
                                        std::int64_t high,
                                        Need need = Need::optional);
    std::optional<double> number(std::string_view key,
                                 double low,
                                 double high,
                                 Need need = Need::optional);
    /// Reads a text, or `{ en = "...", it = "..." }`.
    std::optional<Title> title(std::string_view key, Need need = Need::optional);
    const TomlTable* table(std::string_view key, Need need = Need::optional);
    const TomlList* list(std::string_view key, Need need = Need::optional);
    /// Reads a list of texts; those that are not texts are told.
    std::vector<std::string> texts(std::string_view key);

    /// Returns the place of a key's value, or of the table when the key is absent.
    Place place(std::string_view key) const;

    /// Reports unknown keys, with the nearest known one.
    void finish();

    /// Reports that a value is of the wrong type.
    void wrong_type(std::string_view key, const TomlValue& value, std::string_view wanted);

  private:
    template <class T>
    const T* typed(std::string_view key, Need need, std::string_view wanted);
    void out_of_range(std::string_view key,
                      const TomlValue& value,
                      const std::string& low,
                      const std::string& high);

    const TomlTable& table_;
    Place place_;
    std::string name_;
    Problems& problems_;
    std::vector<std::string> known_;
};

/// Returns the remedy of a value of the wrong type: what to write, in the words of the line.
std::string how_to_write(std::string_view key, const TomlValue& value, std::string_view wanted);

}  // namespace cantiere
