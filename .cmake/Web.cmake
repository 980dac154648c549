# cantiere::web: the charts of the report and the app of `serve`, bundled by npm from analysis/web and compiled in. Without npm, or with
# CANTIERE_WEB=OFF, the bundle is empty: reports then have their tables alone, and `serve` a plain page; both say so.
option(CANTIERE_WEB "Bundle the charts of the report and the app with npm" ON)
set(web_source "${PROJECT_SOURCE_DIR}/analysis/web")
set(web_build "${PROJECT_BINARY_DIR}/web")
set(web_bundle "${web_build}/build/figures.js" "${web_build}/build/figures.css")

find_program(CANTIERE_NPM npm)
find_program(CANTIERE_NODE node)
if(CANTIERE_WEB AND NOT (CANTIERE_NPM AND CANTIERE_NODE))
    message(WARNING "There is no npm: reports will have tables and no charts, and `serve` no app. Install npm (Debian: apt-get install npm), "
        "or say -DCANTIERE_WEB=OFF.")
endif()

set(web_embedded "${PROJECT_BINARY_DIR}/generated/web_bundle.cpp")
if(CANTIERE_WEB AND CANTIERE_NPM AND CANTIERE_NODE)
    file(GLOB_RECURSE web_files CONFIGURE_DEPENDS "${web_source}/*.ts" "${web_source}/*.tsx" "${web_source}/*.css" "${web_source}/*.mjs" "${web_source}/*.json")
    list(FILTER web_files EXCLUDE REGEX "/(node_modules|build)/")
    add_custom_command(OUTPUT ${web_bundle}
        COMMAND bash "${PROJECT_SOURCE_DIR}/.cmake/web.sh" "${web_source}" "${web_build}"
        DEPENDS ${web_files} "${PROJECT_SOURCE_DIR}/.cmake/web.sh"
        COMMENT "Bundling the charts and the app"
        VERBATIM)
    set(embed_depends ${web_bundle})
    set(embed_files "-DFOLDER=${web_build}/build")
endif()
add_custom_command(OUTPUT "${web_embedded}"
    COMMAND "${CMAKE_COMMAND}" ${embed_files} "-DOUTPUT=${web_embedded}" -P "${PROJECT_SOURCE_DIR}/.cmake/embed_web.cmake"
    DEPENDS ${embed_depends} "${PROJECT_SOURCE_DIR}/.cmake/embed_web.cmake"
    COMMENT "Embedding the charts and the app"
    VERBATIM)
add_library(cantiere_web STATIC "${web_embedded}")
add_library(cantiere::web ALIAS cantiere_web)
target_link_libraries(cantiere_web PUBLIC cantiere_options)
