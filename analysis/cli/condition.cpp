#include "analysis/cli/condition.h"

#include <fmt/format.h>

#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"

namespace cantiere {

Expression read_condition(const std::string& option, const std::string& text) {
    try {
        return Expression(text);
    } catch (const ExpressionError& error) {
        throw UsageError(
            fmt::format("{} \"{}\", character {}: {}", option, text, error.column(), error.what()),
            error.fix());
    }
}

Expression read_condition(const std::string& option,
                          const std::string& text,
                          const std::vector<std::string>& names) {
    Expression condition = read_condition(option, text);
    for (const std::string& name : condition.names()) one_of_names(option, name, names);
    return condition;
}

}  // namespace cantiere
