#pragma once
/// Builds a netCDF-4 compatible HDF5 file, the same bytes for the same calls.

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "outputs/hdf5.h"

namespace cantiere {

/// How the numbers of a column are stored.
enum class NumberKind : std::uint8_t { int8, int16, int32, uint64, float32, float64 };

/// Builds the file in memory, so that a full disk never meets a half-written HDF5 file: the library
/// cannot recover from one. A file that memory may not hold is written on the disk at once.
class Hdf5Writer {
  public:
    Hdf5Writer();
    explicit Hdf5Writer(const std::filesystem::path& on_disk);

    void create_group(const std::string& path);

    /// Writes a coordinate: a dataset that is the scale of the axis of its name.
    void write_scale(const std::string& path, std::span<const std::string> values);
    void write_scale(const std::string& path, std::span<const std::int32_t> values);

    /// Creates a scale of whole numbers, to be filled by write_rows.
    void create_scale(const std::string& path, std::uint64_t length);

    /// Writes texts along scales given by their paths; one text along none.
    void write_texts(const std::string& path,
                     const std::vector<std::string>& scales,
                     std::span<const std::string> values);

    /// Creates an array of doubles along scales given by their paths, not a number everywhere.
    void create_numbers(const std::string& path, const std::vector<std::string>& scales);

    /// Creates an array of numbers of a kind along scales given by their paths, zero everywhere.
    void create_column(const std::string& path,
                       const std::vector<std::string>& scales,
                       NumberKind kind);

    /// Fills rows of an array or scale of one axis with whole numbers, from row `first` on.
    void write_rows(const std::string& path,
                    std::uint64_t first,
                    std::span<const std::uint64_t> values);

    /// Fills a part of an array: from `start` for `lengths` along its first axes, all of the
    /// others, which are `whole` long; row major.
    void write_part(const std::string& path,
                    std::vector<hsize_t> start,
                    std::vector<hsize_t> lengths,
                    const std::vector<hsize_t>& whole,
                    std::span<const double> values);

    /// Sets an attribute of the object at a path; "/" is the file itself.
    void set_attribute(const std::string& path, const std::string& name, const std::string& text);
    void set_attribute(const std::string& path, const std::string& name, double number);
    void set_attribute(const std::string& path, const std::string& name, std::int64_t number);
    void set_attribute(const std::string& path, const std::string& name, std::uint64_t number);

    /// Ends a file in memory and returns its bytes; the writer is used up.
    std::vector<std::uint8_t> finish();

    /// Ends a file on the disk; the writer is used up.
    void flush();

  private:
    void write_values(const std::string& path,
                      const std::vector<hsize_t>& start,
                      const std::vector<hsize_t>& lengths,
                      hid_t memory_type,
                      const void* values);
    Hdf5Id create_dataset(const std::string& path,
                          hid_t type,
                          const std::vector<hsize_t>& lengths,
                          bool is_number);
    void make_scale(const Hdf5Id& dataset, const std::string& path, std::size_t length);
    std::vector<hsize_t> lengths_along(const std::vector<std::string>& scales) const;
    void attach_scales(const std::string& path, const std::vector<std::string>& scales);

    Hdf5Id file_;
    std::map<std::string, hsize_t> scale_lengths_;
};

}  // namespace cantiere
