#include "outputs/hdf5_reader.h"

#include <functional>
#include <numeric>

namespace cantiere {
namespace {

Hdf5Id open_file(const std::filesystem::path& path) {
    silence_hdf5();
    const Hdf5Id access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "make a property list");
    // A folder that cannot be written or locked (an archive, a network disk) can still be read.
    check_hdf5(H5Pset_file_locking(access.get(), false, true), "do without locks");
    return {H5Fopen(path.c_str(), H5F_ACC_RDONLY, access.get()), H5Fclose, "open the file"};
}

std::size_t places_of(const Hdf5Id& space) {
    const std::vector<hsize_t> lengths = lengths_of(space);
    return static_cast<std::size_t>(
        std::accumulate(lengths.begin(), lengths.end(), hsize_t{1}, std::multiplies<>()));
}

bool is_text(const Hdf5Id& type) { return H5Tis_variable_str(type.get()) > 0; }

// The library allocates the texts it reads; this hands them back however the copy ends.
std::vector<std::string> copy_texts(std::vector<char*>& texts,
                                    const Hdf5Id& type,
                                    const Hdf5Id& space) {
    std::vector<std::string> copies;
    copies.reserve(texts.size());
    for (const char* const text : texts) {
        copies.emplace_back(text == nullptr ? "" : text);
    }
    check_hdf5(H5Dvlen_reclaim(type.get(), space.get(), H5P_DEFAULT, texts.data()), "free texts");
    return copies;
}

}  // namespace

Hdf5Reader::Hdf5Reader(const std::filesystem::path& path) : file_(open_file(path)) {}

std::uint64_t Hdf5Reader::end() const {
    haddr_t end = 0;
    check_hdf5(H5Fget_eoa(file_.get(), &end), "find the end of the file");
    return end;
}

bool Hdf5Reader::has(const std::string& path) const {
    silence_hdf5();
    return H5Lexists(file_.get(), path.c_str(), H5P_DEFAULT) > 0;
}

std::vector<std::string> Hdf5Reader::texts(const std::string& path) const {
    silence_hdf5();
    const Hdf5Id dataset(H5Dopen2(file_.get(), path.c_str(), H5P_DEFAULT),
                         H5Dclose,
                         "open " + path);
    const Hdf5Id stored(H5Dget_type(dataset.get()), H5Tclose, "read the type of " + path);
    if (!is_text(stored)) {
        throw Hdf5Error("cannot read " + path + ": it holds no texts");
    }
    const Hdf5Id type = text_type();
    const Hdf5Id space(H5Dget_space(dataset.get()), H5Sclose, "read the shape of " + path);
    std::vector<char*> texts(places_of(space), nullptr);
    check_hdf5(H5Dread(dataset.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, texts.data()),
               "read " + path);
    return copy_texts(texts, type, space);
}

Hdf5Numbers Hdf5Reader::numbers(const std::string& path) const {
    silence_hdf5();
    const Hdf5Id dataset(H5Dopen2(file_.get(), path.c_str(), H5P_DEFAULT),
                         H5Dclose,
                         "open " + path);
    const Hdf5Id space(H5Dget_space(dataset.get()), H5Sclose, "read the shape of " + path);
    const std::vector<hsize_t> lengths = lengths_of(space);
    Hdf5Numbers numbers{{lengths.begin(), lengths.end()}, std::vector<double>(places_of(space))};
    check_hdf5(H5Dread(dataset.get(),
                       H5T_NATIVE_DOUBLE,
                       H5S_ALL,
                       H5S_ALL,
                       H5P_DEFAULT,
                       numbers.values.data()),
               "read " + path);
    return numbers;
}

Hdf5Id Hdf5Reader::open_attribute(const std::string& path, const std::string& name) const {
    silence_hdf5();
    return {H5Aopen_by_name(file_.get(), path.c_str(), name.c_str(), H5P_DEFAULT, H5P_DEFAULT),
            H5Aclose,
            "open the attribute " + name + " of " + path};
}

std::string Hdf5Reader::text_attribute(const std::string& path, const std::string& name) const {
    const Hdf5Id attribute = open_attribute(path, name);
    const Hdf5Id stored(H5Aget_type(attribute.get()), H5Tclose, "read the type of " + name);
    if (!is_text(stored)) {
        throw Hdf5Error("cannot read the attribute " + name + ": it is no text");
    }
    const Hdf5Id type = text_type();
    const Hdf5Id space(H5Aget_space(attribute.get()), H5Sclose, "read the shape of " + name);
    std::vector<char*> texts(places_of(space), nullptr);
    check_hdf5(H5Aread(attribute.get(), type.get(), texts.data()), "read the attribute " + name);
    const std::vector<std::string> copies = copy_texts(texts, type, space);
    return copies.empty() ? std::string() : copies.front();
}

double Hdf5Reader::number_attribute(const std::string& path, const std::string& name) const {
    double number = 0.0;
    check_hdf5(H5Aread(open_attribute(path, name).get(), H5T_NATIVE_DOUBLE, &number),
               "read the attribute " + name);
    return number;
}

std::uint64_t Hdf5Reader::count_attribute(const std::string& path, const std::string& name) const {
    std::uint64_t number = 0;
    check_hdf5(H5Aread(open_attribute(path, name).get(), H5T_NATIVE_UINT64, &number),
               "read the attribute " + name);
    return number;
}

std::optional<std::string> Hdf5Reader::find_text(const std::string& path,
                                                 const std::string& name) const {
    try {
        return text_attribute(path, name);
    } catch (const Hdf5Error&) {
        return std::nullopt;
    }
}

}  // namespace cantiere
