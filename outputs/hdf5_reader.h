#pragma once
/// Reads texts, numbers and attributes of an HDF5 file.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "outputs/hdf5.h"

namespace cantiere {

/// Holds an array of doubles with its lengths, row major.
struct Hdf5Numbers {
    std::vector<std::size_t> shape;
    std::vector<double> values;
};

/// Reads by path; every member throws Hdf5Error when the file does not hold what is asked for.
class Hdf5Reader {
  public:
    explicit Hdf5Reader(const std::filesystem::path& path);

    /// Returns where the file ends for HDF5; more bytes may follow.
    std::uint64_t end() const;

    /// Tells whether an object of the path exists; its parent must.
    bool has(const std::string& path) const;

    std::vector<std::string> texts(const std::string& path) const;
    Hdf5Numbers numbers(const std::string& path) const;

    /// Reads an attribute of the object at a path; "/" is the file itself.
    std::string text_attribute(const std::string& path, const std::string& name) const;
    double number_attribute(const std::string& path, const std::string& name) const;
    std::uint64_t count_attribute(const std::string& path, const std::string& name) const;

    /// Reads a text attribute; nothing when there is none or it is no text.
    std::optional<std::string> find_text(const std::string& path, const std::string& name) const;

  private:
    Hdf5Id open_attribute(const std::string& path, const std::string& name) const;

    Hdf5Id file_;
};

}  // namespace cantiere
