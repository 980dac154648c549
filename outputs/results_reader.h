#pragma once
/// Reading a results file with typed access to its variables.

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/outcomes.h"
#include "outputs/results_header.h"

namespace cantiere {

/// Holds the values of a variable, row major, over its axes in the order of the file.
struct ResultsArray {
    std::vector<Axis> axes;
    std::vector<std::size_t> shape;
    std::vector<double> values;

    /// Returns one value by as many positions as there are axes.
    double at(std::initializer_list<Position> places) const;
};

class Hdf5Reader;

/// An open results file; variables are read when they are asked for.
class Results {
  public:
    /// Opens a results file; throws ResultsError when it is missing, not HDF5, truncated, not of
    /// this program, or of a future format.
    explicit Results(const std::filesystem::path& path);
    ~Results();
    Results(Results&& other) noexcept;
    Results& operator=(Results&& other) noexcept;

    const std::filesystem::path& path() const { return path_; }
    const ResultsHeader& header() const { return header_; }

    /// Returns the SHA-256 of the inputs, as the file states it.
    const std::string& inputs_sha256() const { return inputs_sha256_; }

    /// Tells whether the file ends with the checksum of all its bytes. It has none when another
    /// program wrote it again, or when it was cut just there: then a changed byte goes unnoticed.
    bool is_sealed() const { return is_sealed_; }

    /// Tells whether the file holds a variable: earlier ones lack some.
    bool has(Variable variable) const;

    /// Returns of how many draws the file holds the people one by one.
    std::size_t microdata_draws() const;

    /// Reads a variable; throws ResultsError where the file lacks it or is damaged.
    ResultsArray array(Variable variable) const;

    /// Reads a variable by name; throws ResultsError where there is none of that name.
    ResultsArray array(std::string_view name) const;

  private:
    std::filesystem::path path_;
    std::unique_ptr<Hdf5Reader> file_;
    ResultsHeader header_;
    std::string inputs_sha256_;
    bool is_sealed_ = false;
};

/// Opens a results file; throws ResultsError as the constructor does.
Results read_results(const std::filesystem::path& path);

}  // namespace cantiere
