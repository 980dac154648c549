# OpenMP::OpenMP_CXX. g++ has its own; for clang, Debian keeps one libomp-N-dev at a time, which may be of
# another release than the compiler: its header and library are then named to clang explicitly.
find_package(OpenMP COMPONENTS CXX QUIET)
if(TARGET OpenMP::OpenMP_CXX)
    return()
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    file(GLOB openmp_folders "/usr/lib/llvm-*/lib")
    find_library(LLVM_OPENMP_LIBRARY omp PATHS ${openmp_folders})
    file(GLOB openmp_headers "/usr/lib/llvm-*/lib/clang/*/include/omp.h")
endif()
if(NOT LLVM_OPENMP_LIBRARY OR NOT openmp_headers)
    message(FATAL_ERROR "OpenMP is missing: install libomp-16-dev, or the libomp-dev of any LLVM")
endif()

# The header alone: the rest of that folder belongs to the other compiler.
list(GET openmp_headers 0 openmp_header)
file(COPY "${openmp_header}" DESTINATION "${PROJECT_BINARY_DIR}/generated/openmp")
add_library(OpenMP::OpenMP_CXX INTERFACE IMPORTED)
target_compile_options(OpenMP::OpenMP_CXX INTERFACE -fopenmp)
target_include_directories(OpenMP::OpenMP_CXX INTERFACE "${PROJECT_BINARY_DIR}/generated/openmp")
target_link_libraries(OpenMP::OpenMP_CXX INTERFACE "${LLVM_OPENMP_LIBRARY}")
