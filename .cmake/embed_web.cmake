# Writes the bundles of the charts and of the app as C++:
#   cmake -DFOLDER=build -DOUTPUT=x.cpp -P embed_web.cmake
# Texts of files that are not there are empty; without a folder all are.
function(write_part function file)
    set(text "")
    if(FOLDER AND EXISTS "${FOLDER}/${file}")
        file(READ "${FOLDER}/${file}" text)
        string(FIND "${text}" ")cantiere\"" ends)
        if(NOT ends EQUAL -1)
            message(FATAL_ERROR "${file} holds the end of a raw string")
        endif()
    endif()
    file(APPEND "${OUTPUT}" "
std::string_view ${function}() {
    return R\"cantiere(")
    file(APPEND "${OUTPUT}" "${text}")
    file(APPEND "${OUTPUT}" ")cantiere\";
}
")
endfunction()

file(WRITE "${OUTPUT}" "#include \"analysis/report/web_bundle.h\"

namespace cantiere {
")
write_part(figures_script figures.js)
write_part(figures_style figures.css)
write_part(app_script app.js)
write_part(app_style app.css)
file(APPEND "${OUTPUT}" "
}  // namespace cantiere
")
