#include "outputs/hdf5.h"

#include <utility>

#include <fmt/format.h>

namespace cantiere {
namespace {

struct Reason {
    std::string text = "no reason given";
    bool is_memory = false;
};

// The outermost entry says what the library was doing, the innermost why it could not.
herr_t keep_innermost(unsigned /*depth*/, const H5E_error2_t* error, void* reason) {
    Reason& innermost = *static_cast<Reason*>(reason);
    if (error->desc != nullptr) innermost.text = error->desc;
    const bool has_no_room = error->maj_num == H5E_RESOURCE && error->min_num == H5E_NOSPACE;
    const bool of_file_in_memory =
        error->min_num == H5E_CANTALLOC && innermost.text.find("memory") != std::string::npos;
    innermost.is_memory = has_no_room || of_file_in_memory;
    return 0;
}

}  // namespace

void silence_hdf5() { H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr); }

void throw_hdf5(std::string_view action) {
    Reason reason;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_DOWNWARD, keep_innermost, &reason);
    const std::string what = fmt::format("cannot {}: {}", action, reason.text);
    if (reason.is_memory) throw Hdf5OutOfMemory(what);
    throw Hdf5Error(what);
}

Hdf5Id::Hdf5Id(hid_t id, Closer closer, std::string_view action) : id_(id), closer_(closer) {
    if (id_ < 0) {
        throw_hdf5(action);
    }
}

Hdf5Id::~Hdf5Id() {
    if (id_ >= 0) {
        closer_(id_);
    }
}

Hdf5Id::Hdf5Id(Hdf5Id&& other) noexcept
    : id_(std::exchange(other.id_, H5I_INVALID_HID)), closer_(other.closer_) {}

Hdf5Id& Hdf5Id::operator=(Hdf5Id&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(closer_, other.closer_);
    return *this;
}

Hdf5Id text_type() {
    Hdf5Id type(H5Tcopy(H5T_C_S1), H5Tclose, "make a text type");
    check_hdf5(H5Tset_size(type.get(), H5T_VARIABLE), "make a text type");
    check_hdf5(H5Tset_cset(type.get(), H5T_CSET_UTF8), "make a text type");
    return type;
}

Hdf5Id simple_space(const std::vector<hsize_t>& lengths) {
    if (lengths.empty()) {
        return {H5Screate(H5S_SCALAR), H5Sclose, "make a scalar space"};
    }
    const hid_t id = H5Screate_simple(static_cast<int>(lengths.size()), lengths.data(), nullptr);
    return {id, H5Sclose, "make a space"};
}

std::vector<hsize_t> lengths_of(const Hdf5Id& space) {
    const int rank = check_hdf5(H5Sget_simple_extent_ndims(space.get()), "read a shape");
    std::vector<hsize_t> lengths(static_cast<std::size_t>(rank));
    check_hdf5(H5Sget_simple_extent_dims(space.get(), lengths.data(), nullptr), "read a shape");
    return lengths;
}

}  // namespace cantiere
