# cantiere_precompile(TARGET [header...])
#
# Compiles once what most sources of the target include. A source still names what it uses and keeps to itself what
# is its own: the presets clang and coverage compile each apart, without precompiled headers.
function(cantiere_precompile target)
    target_precompile_headers(${target} PRIVATE
        <algorithm> <array> <bit> <cmath> <cstddef> <cstdint> <functional> <limits> <map> <memory> <optional> <span>
        <string> <string_view> <tuple> <utility> <vector> ${ARGN})
endfunction()

# cantiere_library(NAME [SOURCES file...] [DEPENDS target...] [PRIVATE_DEPENDS target...] [PRECOMPILE header...])
#
# Adds target cantiere_NAME, alias cantiere::NAME, compiled with cantiere_options. DEPENDS are what its
# headers use, PRIVATE_DEPENDS what only its sources use. Without sources it is an interface target.
function(cantiere_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS;PRECOMPILE")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "cantiere_library(${name}): unknown arguments ${arg_UNPARSED_ARGUMENTS}")
    endif()
    set(target cantiere_${name})
    if(arg_SOURCES)
        add_library(${target} STATIC ${arg_SOURCES})
        target_link_libraries(${target}
            PUBLIC cantiere_options ${arg_DEPENDS}
            PRIVATE ${arg_PRIVATE_DEPENDS})
        cantiere_precompile(${target} ${arg_PRECOMPILE})
        set_target_properties(${target} PROPERTIES UNITY_BUILD ${CANTIERE_UNITY})
    else()
        add_library(${target} INTERFACE)
        target_link_libraries(${target} INTERFACE cantiere_options ${arg_DEPENDS})
    endif()
    add_library(cantiere::${name} ALIAS ${target})
endfunction()
