#pragma once
/// Words of command lines that the program tells.

#include <string>

namespace cantiere {

/// Writes a word as a POSIX shell takes it: quoted where it holds more than letters, digits and
/// `/._,=-`.
std::string shell_word(const std::string& text);

}  // namespace cantiere
