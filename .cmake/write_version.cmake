# Writes HEADER from TEMPLATE. The commit is "unknown" outside the project's own git checkout, and ends in
# "-modified" when a file that is compiled differs from it.
set(CANTIERE_GIT_COMMIT "unknown")
find_program(git git)
if(git AND EXISTS "${SOURCE_DIR}/.git")
    execute_process(COMMAND "${git}" -C "${SOURCE_DIR}" rev-parse --verify HEAD
        OUTPUT_VARIABLE commit RESULT_VARIABLE failed ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
    if(NOT failed)
        set(CANTIERE_GIT_COMMIT "${commit}")
        execute_process(
            COMMAND "${git}" -C "${SOURCE_DIR}" diff --quiet HEAD --
                model outputs scenarios/*.h scenarios/*.cpp analysis CMakeLists.txt .cmake
                :!*.md
            RESULT_VARIABLE modified OUTPUT_QUIET ERROR_QUIET)
        if(modified)
            string(APPEND CANTIERE_GIT_COMMIT "-modified")
        endif()
    endif()
endif()
configure_file("${TEMPLATE}" "${HEADER}" @ONLY)
