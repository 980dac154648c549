# cantiere_options: what every translation unit of the project is compiled with.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_FLAGS_RELEASE "-O3 -DNDEBUG")

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

set(CANTIERE_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize=; empty for none")
option(CANTIERE_SANITIZE_POINTERS "Check pointers twice: by UndefinedBehaviorSanitizer too" OFF)
option(CANTIERE_COVERAGE "Count executed lines (gcov)" OFF)
option(CANTIERE_UNITY "Compile the sources of a folder eight at a time" ON)

include(FindOpenMPOfLLVM)

add_library(cantiere_options INTERFACE)
add_library(cantiere::options ALIAS cantiere_options)
target_include_directories(cantiere_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_link_libraries(cantiere_options INTERFACE OpenMP::OpenMP_CXX)
target_compile_options(cantiere_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
    # Equal inputs give equal bytes: no fused multiply-add, no reordered arithmetic.
    -ffp-contract=off -fno-fast-math
    # The width of lanes.h is wider than the baseline registers; the ABI note says nothing useful.
    -Wno-psabi)

# Sources compiled together see each other's anonymous names, and g++ 12 then finds impossible copies of strings
# (its bug 105651); the preset clang compiles each apart with these warnings.
if(CANTIERE_UNITY)
    target_compile_options(cantiere_options INTERFACE -Wno-shadow
        $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds
            -Wno-restrict>)
endif()

# g++ 12 sees uninitialised or impossible copies inside the standard library once sanitizers are in (its bugs
# 105562 and 105651); our own sources are compiled without these two under clang and without sanitizers with them.
if(CANTIERE_SANITIZE)
    target_compile_options(cantiere_options INTERFACE
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized -Wno-restrict>)
    set(sanitize -fsanitize=${CANTIERE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    # Of pointers: AddressSanitizer stops at a null or a wild one as well, and these checks are a quarter of what
    # compiling under the sanitizers takes. CANTIERE_SANITIZE_POINTERS keeps them in the program's libraries.
    set(of_pointers -fno-sanitize=null,alignment,vptr,object-size)
    set(without_these $<OR:$<NOT:$<BOOL:${CANTIERE_SANITIZE_POINTERS}>>,$<BOOL:$<TARGET_PROPERTY:CANTIERE_TEST>>>)
    target_compile_options(cantiere_options INTERFACE ${sanitize} $<${without_these}:${of_pointers}> -D_GLIBCXX_ASSERTIONS)
    target_link_options(cantiere_options INTERFACE ${sanitize})
endif()
if(CANTIERE_COVERAGE)
    target_compile_options(cantiere_options INTERFACE --coverage -fprofile-update=atomic)
    target_link_options(cantiere_options INTERFACE --coverage)
endif()
