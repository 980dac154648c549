#pragma once

// The one place that knows which Catch2 is installed: Debian 12 has 2.13, later systems have 3.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <string>

#if __has_include(<catch2/catch_all.hpp>)
using Catch::Approx;
#endif

namespace cantiere {

/// Matches a text that contains `part`, whatever Catch2 calls the matcher.
inline auto contains_text(const std::string& part) {
#if __has_include(<catch2/catch_all.hpp>)
    return Catch::Matchers::ContainsSubstring(part);
#else
    return Catch::Matchers::Contains(part);
#endif
}

}  // namespace cantiere
