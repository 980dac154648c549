#pragma once

#include <rapidcheck.h>

#include <cstdlib>
#include <sstream>
#include <string>
#include <utility>

#include "tests/support/catch.h"

namespace cantiere {

/// Checks that `property` holds for generated inputs; prints the smallest counterexample if not.
/// The inputs are the same at every run unless RC_PARAMS="seed=N max_success=N" says otherwise.
template <class Property>
void for_all(const std::string& sentence, Property&& property) {
    rc::detail::TestParams params = rc::detail::configuration().testParams;
    if (std::getenv("RC_PARAMS") == nullptr) params.seed = 2004;
    rc::detail::TestMetadata metadata;
    metadata.description = sentence;
    const auto result =
        rc::detail::checkTestable(std::forward<Property>(property), metadata, params);
    std::ostringstream text;
    rc::detail::printResultMessage(result, text);
    INFO(sentence << ": " << text.str());
    CHECK(result.template is<rc::detail::SuccessResult>());
}

}  // namespace cantiere
