#include "outputs/hdf5.h"

#include "tests/support/catch.h"

using namespace cantiere;

namespace {

/// Leaves on the library's stack what a failed call leaves there: what it was doing, and why not.
void leave_error(hid_t major, hid_t minor, const char* reason) {
    silence_hdf5();
    H5Eclear2(H5E_DEFAULT);
    H5Epush2(H5E_DEFAULT, __FILE__, __func__, __LINE__, H5E_ERR_CLS, major, minor, "%s", reason);
    H5Epush2(H5E_DEFAULT,
             __FILE__,
             __func__,
             __LINE__,
             H5E_ERR_CLS,
             H5E_DATASET,
             H5E_WRITEERROR,
             "can't write data");
}

}  // namespace

TEST_CASE("A lack of memory in the library is no fault of the file") {
    leave_error(H5E_RESOURCE, H5E_NOSPACE, "memory allocation failed for chunk");
    CHECK_THROWS_AS(throw_hdf5("write starts"), Hdf5OutOfMemory);
    leave_error(H5E_FILE, H5E_CANTALLOC, "unable to allocate memory block of 4096 bytes");
    CHECK_THROWS_WITH(throw_hdf5("write starts"),
                      contains_text("write starts: unable to allocate"));
    CHECK_THROWS_AS(throw_hdf5("write starts"), std::bad_alloc);
}

TEST_CASE("Other failures of the library keep its innermost reason") {
    leave_error(H5E_IO, H5E_WRITEERROR, "file write failed: No space left on device");
    CHECK_THROWS_AS(throw_hdf5("write starts"), Hdf5Error);
    leave_error(H5E_IO, H5E_WRITEERROR, "file write failed: No space left on device");
    CHECK_THROWS_WITH(throw_hdf5("write starts"), contains_text("No space left on device"));
}
