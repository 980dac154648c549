#pragma once
/// A thin layer over the C interface of HDF5: handles that close themselves, failures that throw.

#include <hdf5.h>

#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cantiere {

/// Reports that a call of HDF5 failed: what was tried, and the library's own reason.
class Hdf5Error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Reports that the library had no memory for what was tried: no fault of a file.
class Hdf5OutOfMemory : public std::bad_alloc {
  public:
    explicit Hdf5OutOfMemory(std::string what) : what_(std::move(what)) {}
    const char* what() const noexcept override { return what_.c_str(); }

  private:
    std::string what_;
};

/// Keeps the library from printing; needed once in each thread that calls it.
void silence_hdf5();

/// Throws Hdf5Error for what was tried, with the reason the library has noted; Hdf5OutOfMemory
/// where that is a lack of memory.
[[noreturn]] void throw_hdf5(std::string_view action);

/// Throws Hdf5Error when a call returned a failure.
template <class Status>
Status check_hdf5(Status status, std::string_view action) {
    if (status < 0) {
        throw_hdf5(action);
    }
    return status;
}

/// Owns an HDF5 identifier.
class Hdf5Id {
  public:
    using Closer = herr_t (*)(hid_t);

    /// Takes over an identifier; throws Hdf5Error when it says that `action` failed.
    Hdf5Id(hid_t id, Closer closer, std::string_view action);
    ~Hdf5Id();
    Hdf5Id(Hdf5Id&& other) noexcept;
    Hdf5Id& operator=(Hdf5Id&& other) noexcept;

    hid_t get() const { return id_; }

  private:
    hid_t id_;
    Closer closer_;
};

/// Returns the type of UTF-8 texts of any length, as files and programs share it.
Hdf5Id text_type();

/// Makes a space of the given lengths; a scalar one without any.
Hdf5Id simple_space(const std::vector<hsize_t>& lengths);

/// Returns the lengths of a space.
std::vector<hsize_t> lengths_of(const Hdf5Id& space);

}  // namespace cantiere
