# cantiere::version gives `#include "cantiere_version.h"`: version, git commit, build flags. The commit is
# read at every build; the header is rewritten only when it changes, and holds nothing of time or machine.
set(header_dir "${PROJECT_BINARY_DIR}/generated")
string(TOUPPER "${CMAKE_BUILD_TYPE}" build_type)
string(JOIN " " build_flags
    "${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}"
    "${CMAKE_BUILD_TYPE}"
    ${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${build_type}}
    "-std=c++20 -ffp-contract=off")
if(CANTIERE_SANITIZE)
    string(APPEND build_flags " -fsanitize=${CANTIERE_SANITIZE}")
endif()

set(write_version
    "${CMAKE_COMMAND}"
    -D "SOURCE_DIR=${PROJECT_SOURCE_DIR}"
    -D "TEMPLATE=${PROJECT_SOURCE_DIR}/.cmake/cantiere_version.h.in"
    -D "HEADER=${header_dir}/cantiere_version.h"
    -D "CANTIERE_VERSION=${PROJECT_VERSION}"
    -D "CANTIERE_BUILD_FLAGS=${build_flags}"
    -P "${PROJECT_SOURCE_DIR}/.cmake/write_version.cmake")
add_custom_target(cantiere_write_version
    COMMAND ${write_version}
    BYPRODUCTS "${header_dir}/cantiere_version.h"
    COMMENT "Checking the git commit"
    VERBATIM)

add_library(cantiere_version INTERFACE)
add_library(cantiere::version ALIAS cantiere_version)
target_include_directories(cantiere_version INTERFACE "${header_dir}")
add_dependencies(cantiere_version cantiere_write_version)
