# cantiere_library(NAME [SOURCES file...] [DEPENDS target...] [PRIVATE_DEPENDS target...])
#
# Adds target cantiere_NAME, alias cantiere::NAME, compiled with cantiere_options. DEPENDS are what its
# headers use, PRIVATE_DEPENDS what only its sources use. Without sources it is an interface target.
function(cantiere_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "cantiere_library(${name}): unknown arguments ${arg_UNPARSED_ARGUMENTS}")
    endif()
    set(target cantiere_${name})
    if(arg_SOURCES)
        add_library(${target} STATIC ${arg_SOURCES})
        target_link_libraries(${target}
            PUBLIC cantiere_options ${arg_DEPENDS}
            PRIVATE ${arg_PRIVATE_DEPENDS})
    else()
        add_library(${target} INTERFACE)
        target_link_libraries(${target} INTERFACE cantiere_options ${arg_DEPENDS})
    endif()
    add_library(cantiere::${name} ALIAS ${target})
endfunction()
