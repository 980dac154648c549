# cantiere_kernels(NAME)
#
# NAME_portable.cpp, NAME_avx2.cpp and NAME_avx512.cpp of this folder are the kernels of one instruction set
# each, chosen at run time (model/core/instruction_set.h). They stand apart: nothing compiled here with wider
# instructions may be what a unit without them links, so no unity build and no precompiled header of templates.
function(cantiere_kernels name)
    set(avx2 -mavx2)
    set(avx512 -mavx2 -mavx512f -mavx512bw -mavx512dq -mavx512vl)
    foreach(set IN ITEMS portable avx2 avx512)
        set(source ${name}_${set}.cpp)
        set_source_files_properties(${source} PROPERTIES
            SKIP_UNITY_BUILD_INCLUSION ON
            SKIP_PRECOMPILE_HEADERS ON)
        if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
            set_source_files_properties(${source} PROPERTIES COMPILE_OPTIONS "${${set}}")
        endif()
    endforeach()
endfunction()
