# Libraries of Debian 12. Nothing is downloaded; .cmake/setup.sh installs the packages.
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Eigen3 REQUIRED)

# Processes that work together (mpirun cantiere run): where MPI is found, unless it is switched off.
option(CANTIERE_MPI "Build with MPI where it is found" ON)
set(boost_mpi)
if(CANTIERE_MPI)
    find_package(MPI COMPONENTS CXX)
    if(MPI_CXX_FOUND)
        set(boost_mpi OPTIONAL_COMPONENTS mpi)
    endif()
endif()
find_package(Boost REQUIRED ${boost_mpi})
if(CANTIERE_MPI AND NOT TARGET Boost::mpi)
    message(STATUS "MPI: not found (libboost-mpi-dev, libopenmpi-dev); the program runs in one process")
endif()

find_package(HDF5 REQUIRED COMPONENTS C HL)
find_package(PkgConfig REQUIRED)
find_package(lemon REQUIRED)
pkg_check_modules(cbc REQUIRED IMPORTED_TARGET cbc)
pkg_check_modules(httplib REQUIRED IMPORTED_TARGET cpp-httplib)
find_path(RANDOM123_INCLUDE_DIR Random123/philox.h REQUIRED)
find_path(TOMLPLUSPLUS_INCLUDE_DIR toml++/toml.h REQUIRED)

add_library(cantiere_hdf5 INTERFACE)
add_library(cantiere::hdf5 ALIAS cantiere_hdf5)
target_link_libraries(cantiere_hdf5 INTERFACE hdf5::hdf5_hl hdf5::hdf5)

add_library(cantiere_toml INTERFACE)  # header only: Debian's shared library has another ABI
add_library(cantiere::toml ALIAS cantiere_toml)
target_include_directories(cantiere_toml SYSTEM INTERFACE "${TOMLPLUSPLUS_INCLUDE_DIR}")

add_library(cantiere_lemon INTERFACE)  # minimum cost flow and its duals
add_library(cantiere::lemon ALIAS cantiere_lemon)
target_include_directories(cantiere_lemon SYSTEM INTERFACE "${LEMON_INCLUDE_DIRS}")
target_link_libraries(cantiere_lemon INTERFACE "${LEMON_LIBRARIES}")

add_library(cantiere_cbc INTERFACE)  # integer programmes: group floors
add_library(cantiere::cbc ALIAS cantiere_cbc)
target_link_libraries(cantiere_cbc INTERFACE PkgConfig::cbc)

add_library(cantiere_httplib INTERFACE)  # HTTP of `serve`: one source alone includes it
add_library(cantiere::httplib ALIAS cantiere_httplib)
target_link_libraries(cantiere_httplib INTERFACE PkgConfig::httplib)
