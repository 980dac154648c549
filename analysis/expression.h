#pragma once
/// Conditions on named numbers: `a:net_cost_public < 0 and not (b > 3 or c >= 1e6)`.

#include <cstddef>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace cantiere {

/// Reports a condition that cannot be read, and where.
class ExpressionError : public std::runtime_error {
  public:
    ExpressionError(std::size_t column, const std::string& what, std::string fix);

    std::size_t column() const { return column_; }  // counts bytes from 1
    const std::string& fix() const { return fix_; }

  private:
    std::size_t column_;
    std::string fix_;
};

/// Gives the value of a name.
using NameValues = std::function<double(const std::string& name)>;

/// A condition: comparisons (< <= > >= == !=) of names and numbers, joined by `not`, `and`, `or`
/// (in this order of strength) and parentheses. Hyphens, colons, dots and slashes are parts of
/// names: there is no arithmetic.
class Expression {
  public:
    /// Reads a condition; throws ExpressionError.
    explicit Expression(std::string_view text);
    ~Expression();
    Expression(Expression&& other) noexcept;
    Expression& operator=(Expression&& other) noexcept;

    /// Tells whether the condition holds.
    bool holds(const NameValues& values) const;

    /// Lists the names of the condition, each once, in the order of the text.
    const std::vector<std::string>& names() const { return names_; }

    struct Node;

  private:
    std::vector<std::string> names_;  // filled while the root is read
    std::unique_ptr<Node> root_;
};

}  // namespace cantiere
