#include "outputs/hdf5_writer.h"

#include <hdf5_hl.h>

#include <limits>

#include "model/core/contracts.h"

namespace cantiere {
namespace {

constexpr unsigned in_order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;

// No times in the objects: equal inputs must give equal bytes. Creation order as netCDF-4 wants it.
Hdf5Id quiet_properties(hid_t kind) {
    Hdf5Id list(H5Pcreate(kind), H5Pclose, "make a property list");
    check_hdf5(H5Pset_obj_track_times(list.get(), false), "switch off times");
    check_hdf5(H5Pset_attr_creation_order(list.get(), in_order), "track the order of attributes");
    if (kind != H5P_DATASET_CREATE) {
        check_hdf5(H5Pset_link_creation_order(list.get(), in_order), "track the order of objects");
    }
    return list;
}

Hdf5Id create_file(const std::string& name, const Hdf5Id& access) {
    // Not V18 as the lower bound: HDF5 1.10 copies the superblock of that format with a checksum
    // that does not fit it (H5Fget_file_image).
    check_hdf5(H5Pset_libver_bounds(access.get(), H5F_LIBVER_EARLIEST, H5F_LIBVER_V18),
               "fix the format");
    const Hdf5Id creation = quiet_properties(H5P_FILE_CREATE);
    return {H5Fcreate(name.c_str(), H5F_ACC_TRUNC, creation.get(), access.get()),
            H5Fclose,
            "create the file"};
}

Hdf5Id file_access() {
    silence_hdf5();
    return {H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "make a property list"};
}

Hdf5Id create_in_memory() {
    constexpr std::size_t growth = std::size_t{1} << 20U;
    const Hdf5Id access = file_access();
    check_hdf5(H5Pset_fapl_core(access.get(), growth, false), "build in memory");
    return create_file("results in memory", access);
}

hid_t hdf5_type_of(NumberKind kind) {
    switch (kind) {
        case NumberKind::int8:
            return H5T_STD_I8LE;
        case NumberKind::int16:
            return H5T_STD_I16LE;
        case NumberKind::int32:
            return H5T_STD_I32LE;
        case NumberKind::uint64:
            return H5T_STD_U64LE;
        case NumberKind::float32:
            return H5T_IEEE_F32LE;
        case NumberKind::float64:
            return H5T_IEEE_F64LE;
    }
    return H5I_INVALID_HID;
}

void write_attribute(hid_t object,
                     const char* name,
                     hid_t type,
                     const Hdf5Id& space,
                     const void* value) {
    const Hdf5Id attribute(H5Acreate2(object, name, type, space.get(), H5P_DEFAULT, H5P_DEFAULT),
                           H5Aclose,
                           "create an attribute");
    check_hdf5(H5Awrite(attribute.get(), type, value), "write an attribute");
}

std::vector<const char*> pointers(std::span<const std::string> texts) {
    std::vector<const char*> list;
    list.reserve(texts.size());
    for (const std::string& text : texts) {
        list.push_back(text.c_str());
    }
    return list;
}

std::string last_part(const std::string& path) { return path.substr(path.rfind('/') + 1); }

Hdf5Id open_object(const Hdf5Id& file, const std::string& path) {
    return {H5Oopen(file.get(), path.c_str(), H5P_DEFAULT), H5Oclose, "open " + path};
}

}  // namespace

Hdf5Writer::Hdf5Writer() : file_(create_in_memory()) {}

Hdf5Writer::Hdf5Writer(const std::filesystem::path& on_disk)
    : file_(create_file(on_disk.string(), file_access())) {}

void Hdf5Writer::create_group(const std::string& path) {
    const Hdf5Id creation = quiet_properties(H5P_GROUP_CREATE);
    const Hdf5Id group(
        H5Gcreate2(file_.get(), path.c_str(), H5P_DEFAULT, creation.get(), H5P_DEFAULT),
        H5Gclose,
        "create " + path);
}

Hdf5Id Hdf5Writer::create_dataset(const std::string& path,
                                  hid_t type,
                                  const std::vector<hsize_t>& lengths,
                                  bool is_number) {
    constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    const Hdf5Id creation = quiet_properties(H5P_DATASET_CREATE);
    check_hdf5(H5Pset_layout(creation.get(), H5D_CONTIGUOUS), "lay out " + path);
    check_hdf5(H5Pset_alloc_time(creation.get(), H5D_ALLOC_TIME_EARLY), "lay out " + path);
    if (is_number) {
        check_hdf5(H5Pset_fill_value(creation.get(), H5T_NATIVE_DOUBLE, &missing), "fill " + path);
    }
    const Hdf5Id space = simple_space(lengths);
    return {H5Dcreate2(file_.get(),
                       path.c_str(),
                       type,
                       space.get(),
                       H5P_DEFAULT,
                       creation.get(),
                       H5P_DEFAULT),
            H5Dclose,
            "create " + path};
}

void Hdf5Writer::make_scale(const Hdf5Id& dataset, const std::string& path, std::size_t length) {
    const auto number = static_cast<std::int32_t>(scale_lengths_.size());
    check_hdf5(H5DSset_scale(dataset.get(), last_part(path).c_str()), "make a scale of " + path);
    write_attribute(dataset.get(), "_Netcdf4Dimid", H5T_NATIVE_INT32, simple_space({}), &number);
    scale_lengths_[path] = length;
}

void Hdf5Writer::write_scale(const std::string& path, std::span<const std::string> values) {
    const Hdf5Id type = text_type();
    const Hdf5Id dataset = create_dataset(path, type.get(), {values.size()}, false);
    const std::vector<const char*> texts = pointers(values);
    check_hdf5(H5Dwrite(dataset.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, texts.data()),
               "write " + path);
    make_scale(dataset, path, values.size());
}

void Hdf5Writer::write_scale(const std::string& path, std::span<const std::int32_t> values) {
    const Hdf5Id dataset = create_dataset(path, H5T_STD_I32LE, {values.size()}, false);
    check_hdf5(
        H5Dwrite(dataset.get(), H5T_NATIVE_INT32, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()),
        "write " + path);
    make_scale(dataset, path, values.size());
}

void Hdf5Writer::create_scale(const std::string& path, std::uint64_t length) {
    make_scale(create_dataset(path, H5T_STD_I32LE, {length}, false), path, length);
}

void Hdf5Writer::write_texts(const std::string& path,
                             const std::vector<std::string>& scales,
                             std::span<const std::string> values) {
    const Hdf5Id type = text_type();
    {
        const Hdf5Id dataset = create_dataset(path, type.get(), lengths_along(scales), false);
        const std::vector<const char*> texts = pointers(values);
        check_hdf5(H5Dwrite(dataset.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, texts.data()),
                   "write " + path);
    }
    attach_scales(path, scales);
}

void Hdf5Writer::create_numbers(const std::string& path, const std::vector<std::string>& scales) {
    { const Hdf5Id dataset = create_dataset(path, H5T_IEEE_F64LE, lengths_along(scales), true); }
    attach_scales(path, scales);
    set_attribute(path, "_FillValue", std::numeric_limits<double>::quiet_NaN());
}

void Hdf5Writer::write_part(const std::string& path,
                            std::vector<hsize_t> start,
                            std::vector<hsize_t> lengths,
                            const std::vector<hsize_t>& whole,
                            std::span<const double> values) {
    lengths.insert(lengths.end(), whole.begin(), whole.end());
    start.resize(lengths.size(), 0);
    hsize_t places = 1;
    for (const hsize_t length : lengths) places *= length;
    expects(places == values.size(), "as many values as the part has places");
    write_values(path, start, lengths, H5T_NATIVE_DOUBLE, values.data());
}

void Hdf5Writer::create_column(const std::string& path,
                               const std::vector<std::string>& scales,
                               NumberKind kind) {
    {
        const Hdf5Id dataset =
            create_dataset(path, hdf5_type_of(kind), lengths_along(scales), false);
    }
    attach_scales(path, scales);
}

void Hdf5Writer::write_rows(const std::string& path,
                            std::uint64_t first,
                            std::span<const std::uint64_t> values) {
    write_values(path, {first}, {values.size()}, H5T_NATIVE_UINT64, values.data());
}

void Hdf5Writer::write_values(const std::string& path,
                              const std::vector<hsize_t>& start,
                              const std::vector<hsize_t>& lengths,
                              hid_t memory_type,
                              const void* values) {
    const Hdf5Id dataset = open_object(file_, path);
    const Hdf5Id all(H5Dget_space(dataset.get()), H5Sclose, "read the shape of " + path);
    const Hdf5Id part = simple_space(lengths);
    check_hdf5(H5Sselect_hyperslab(all.get(),
                                   H5S_SELECT_SET,
                                   start.data(),
                                   nullptr,
                                   lengths.data(),
                                   nullptr),
               "select a part of " + path);
    check_hdf5(H5Dwrite(dataset.get(), memory_type, part.get(), all.get(), H5P_DEFAULT, values),
               "write " + path);
}

void Hdf5Writer::set_attribute(const std::string& path,
                               const std::string& name,
                               const std::string& text) {
    const char* const pointer = text.c_str();
    write_attribute(open_object(file_, path).get(),
                    name.c_str(),
                    text_type().get(),
                    simple_space({}),
                    &pointer);
}

void Hdf5Writer::set_attribute(const std::string& path, const std::string& name, double number) {
    write_attribute(open_object(file_, path).get(),
                    name.c_str(),
                    H5T_NATIVE_DOUBLE,
                    simple_space({}),
                    &number);
}

void Hdf5Writer::set_attribute(const std::string& path,
                               const std::string& name,
                               std::int64_t number) {
    write_attribute(open_object(file_, path).get(),
                    name.c_str(),
                    H5T_NATIVE_INT64,
                    simple_space({}),
                    &number);
}

void Hdf5Writer::set_attribute(const std::string& path,
                               const std::string& name,
                               std::uint64_t number) {
    write_attribute(open_object(file_, path).get(),
                    name.c_str(),
                    H5T_NATIVE_UINT64,
                    simple_space({}),
                    &number);
}

std::vector<hsize_t> Hdf5Writer::lengths_along(const std::vector<std::string>& scales) const {
    std::vector<hsize_t> lengths;
    for (const std::string& scale : scales) {
        lengths.push_back(scale_lengths_.at(scale));
    }
    return lengths;
}

void Hdf5Writer::attach_scales(const std::string& path, const std::vector<std::string>& scales) {
    const Hdf5Id dataset = open_object(file_, path);
    for (unsigned axis = 0; axis < scales.size(); ++axis) {
        const Hdf5Id scale = open_object(file_, scales[axis]);
        check_hdf5(H5DSattach_scale(dataset.get(), scale.get(), axis), "attach a scale to " + path);
    }
}

void Hdf5Writer::flush() { check_hdf5(H5Fflush(file_.get(), H5F_SCOPE_GLOBAL), "write the file"); }

std::vector<std::uint8_t> Hdf5Writer::finish() {
    check_hdf5(H5Fflush(file_.get(), H5F_SCOPE_GLOBAL), "flush the file");
    const ssize_t size = check_hdf5(H5Fget_file_image(file_.get(), nullptr, 0), "size the file");
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(size));
    check_hdf5(H5Fget_file_image(file_.get(), bytes.data(), bytes.size()), "copy the file");
    return bytes;
}

}  // namespace cantiere
