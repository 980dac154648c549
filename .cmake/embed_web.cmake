# Writes the bundle of the charts as C++: cmake -DSCRIPT=figures.js -DSTYLE=figures.css -DOUTPUT=x.cpp -P embed_web.cmake
# Without files both texts are empty.
function(read_part name file)
    set(text "")
    if(file)
        file(READ "${file}" text)
        string(FIND "${text}" ")cantiere\"" ends)
        if(NOT ends EQUAL -1)
            message(FATAL_ERROR "${file} holds the end of a raw string")
        endif()
    endif()
    set(${name} "${text}" PARENT_SCOPE)
endfunction()

read_part(script "${SCRIPT}")
read_part(style "${STYLE}")
file(WRITE "${OUTPUT}" "#include \"analysis/report/web_bundle.h\"

namespace cantiere {

std::string_view figures_script() {
    return R\"cantiere(")
file(APPEND "${OUTPUT}" "${script}")
file(APPEND "${OUTPUT}" ")cantiere\";
}

std::string_view figures_style() {
    return R\"cantiere(")
file(APPEND "${OUTPUT}" "${style}")
file(APPEND "${OUTPUT}" ")cantiere\";
}

}  // namespace cantiere
")
