#include "analysis/catalogue/local_numbers.h"

#include <algorithm>

namespace cantiere {

std::string local_decimals(std::string number, Language language) {
    if (language == Language::italian) std::replace(number.begin(), number.end(), '.', ',');
    return number;
}

}  // namespace cantiere
