# Helpers of tests/. A kind of test is a folder, an executable (tests_KIND) and a CTest label (KIND).
find_package(Catch2 REQUIRED)
find_package(rapidcheck REQUIRED)
include(Catch)

# cantiere_tests(KIND SOURCES file... [DEPENDS target...])
#
# Builds the sources and registers each TEST_CASE with CTest by its own name. It runs in the project's
# root, so that a test opens "scenarios/studies/bari.toml" as it is. An empty list is skipped.
# It does not name the program, which the sanitized tests would then have to wait for.
function(cantiere_tests kind)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS")
    if(NOT arg_SOURCES)
        return()
    endif()
    set(target tests_${kind})
    add_executable(${target} ${arg_SOURCES})
    target_link_libraries(${target} PRIVATE
        ${arg_DEPENDS} cantiere_test_support Catch2::Catch2WithMain rapidcheck)
    # Catch2 is most of what a small test compiles.
    cantiere_precompile(${target} "${PROJECT_SOURCE_DIR}/tests/support/catch.h")
    # Compiling a test takes longer than running it: the program's own libraries alone are worth -O3.
    if(kind MATCHES "^(unit|golden|architecture)$")
        target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O0>)
    else()
        target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
    endif()
    set_target_properties(${target} PROPERTIES CANTIERE_TEST ON)
    catch_discover_tests(${target}
        WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
        EXTRA_ARGS --warn NoTests  # a name that matches nothing must not pass
        PROPERTIES LABELS ${kind} TIMEOUT 900 ENVIRONMENT "UBSAN_OPTIONS=print_stacktrace=1")
endfunction()

# cantiere_script_test(KIND "sentence" COMMAND word...)
#
# Registers a script as one test of that kind; it passes when it exits 0. It finds the program in CANTIERE_BINARY.
function(cantiere_script_test kind name)
    cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "COMMAND")
    add_test(NAME "${name}" COMMAND ${arg_COMMAND} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
    # Scripts are the longest tests: begun first (COST), they leave no processor idle at the end.
    set_tests_properties("${name}" PROPERTIES LABELS ${kind} TIMEOUT 900 SKIP_RETURN_CODE 77 COST 10)
    if(TARGET cantiere)
        set_tests_properties("${name}" PROPERTIES
            ENVIRONMENT "CANTIERE_BINARY=$<TARGET_FILE:cantiere>")
    endif()
endfunction()
