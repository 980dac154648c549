#include "analysis/expression.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>
#include <variant>

#include <fmt/format.h>

namespace cantiere {

namespace {

using Operand = std::variant<double, std::string>;

enum class Comparator { less, less_equal, greater, greater_equal, equal, different };

struct Comparing {
    Operand left;
    Comparator comparator = Comparator::less;
    Operand right;
};
struct Both {
    std::unique_ptr<Expression::Node> left, right;
};
struct Either {
    std::unique_ptr<Expression::Node> left, right;
};
struct Negation {
    std::unique_ptr<Expression::Node> inner;
};

}  // namespace

struct Expression::Node {
    std::variant<Comparing, Both, Either, Negation> content;
};

namespace {

using NodePointer = std::unique_ptr<Expression::Node>;

template <class Content>
NodePointer node(Content content) {
    return std::make_unique<Expression::Node>(Expression::Node{std::move(content)});
}

struct Token {
    std::string_view text;  // empty at the end
    std::size_t column = 0;
};

bool is_symbol(char c) { return std::string_view("<>=!()").find(c) != std::string_view::npos; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t symbol_length(std::string_view text) {
    const bool with_equals = text.size() > 1 && text[1] == '=' && text[0] != '(' && text[0] != ')';
    return with_equals ? 2 : 1;
}

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    std::size_t place = 0;
    while (place < text.size()) {
        if (is_space(text[place])) {
            ++place;
            continue;
        }
        const std::size_t begin = place;
        if (is_symbol(text[place])) {
            place += symbol_length(text.substr(place));
        } else {
            while (place < text.size() && !is_symbol(text[place]) && !is_space(text[place])) {
                ++place;
            }
        }
        tokens.push_back({text.substr(begin, place - begin), begin + 1});
    }
    tokens.push_back({{}, text.size() + 1});
    return tokens;
}

constexpr std::array<std::pair<std::string_view, Comparator>, 6> comparators{{
    {"<", Comparator::less},
    {"<=", Comparator::less_equal},
    {">", Comparator::greater},
    {">=", Comparator::greater_equal},
    {"==", Comparator::equal},
    {"!=", Comparator::different},
}};

std::optional<Comparator> comparator_of(std::string_view text) {
    const auto* const found = std::find_if(comparators.begin(),
                                           comparators.end(),
                                           [&](const auto& pair) { return pair.first == text; });
    return found == comparators.end() ? std::nullopt : std::optional(found->second);
}

std::optional<double> number_of(std::string_view text) {
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    double number = 0.0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = failure == std::errc{} && end == text.data() + text.size();
    return whole && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

bool is_name(std::string_view text) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("_-.:/").find(c) != std::string_view::npos;
    };
    const bool signed_start = text.starts_with('-') || text.starts_with('.');
    return !text.empty() && !signed_start && std::all_of(text.begin(), text.end(), allowed);
}

bool is_word(const Token& token, std::string_view word) { return token.text == word; }

/// Recursive descent over the tokens.
class Parser {
  public:
    Parser(std::string_view text, std::vector<std::string>& names)
        : tokens_(tokens_of(text)), names_(names) {}

    NodePointer parse() {
        NodePointer all = either();
        if (!next().text.empty()) {
            fail_after_comparison();
        }
        return all;
    }

  private:
    const Token& next() const { return tokens_[place_]; }

    bool take(std::string_view word) {
        if (!is_word(next(), word)) {
            return false;
        }
        ++place_;
        return true;
    }

    [[noreturn]] void fail(std::string_view expected, std::string fix) const {
        const std::string found =
            next().text.empty() ? "the end" : fmt::format("\"{}\"", next().text);
        throw ExpressionError(next().column,
                              fmt::format("{} is expected, not {}", expected, found),
                              std::move(fix));
    }

    [[noreturn]] void fail_after_comparison() const {
        if (comparator_of(next().text)) {
            fail(R"("and" or "or")", "write a < b < c as a < b and b < c");
        }
        fail(R"("and", "or" or the end)", "join comparisons by and, or, not and parentheses");
    }

    NodePointer either() {
        NodePointer left = both();
        while (take("or")) {
            left = node(Either{std::move(left), both()});
        }
        return left;
    }

    NodePointer both() {
        NodePointer left = unary();
        while (take("and")) {
            left = node(Both{std::move(left), unary()});
        }
        return left;
    }

    NodePointer unary() {
        constexpr std::size_t deepest = 200;
        if (++depth_ > deepest) {
            fail("a condition with fewer parentheses", "split the condition in several");
        }
        NodePointer result = unary_inside();
        --depth_;
        return result;
    }

    NodePointer unary_inside() {
        if (take("not")) {
            return node(Negation{unary()});
        }
        if (!take("(")) {
            return comparison();
        }
        NodePointer inner = either();
        if (!take(")")) {
            if (comparator_of(next().text)) {
                fail_after_comparison();
            }
            fail("\")\"", "close the parenthesis");
        }
        return inner;
    }

    NodePointer comparison() {
        Operand left = operand();
        const std::optional<Comparator> comparator = comparator_of(next().text);
        if (!comparator) {
            fail("a comparison",
                 is_word(next(), "=") ? "write == for equal" : "use < <= > >= == or !=");
        }
        ++place_;
        return node(Comparing{std::move(left), *comparator, operand()});
    }

    Operand operand() {
        const std::string_view text = next().text;
        if (const std::optional<double> number = number_of(text)) {
            ++place_;
            return *number;
        }
        const bool reserved = text == "and" || text == "or" || text == "not";
        if (reserved || !is_name(text)) {
            fail("a name or a number",
                 text.find(',') != std::string_view::npos
                     ? "write decimals with a point and thousands without a sign"
                     : "a name is written SCENARIO:VARIABLE, a number 12.5 or -3e4");
        }
        ++place_;
        std::string name(text);
        if (std::find(names_.begin(), names_.end(), name) == names_.end()) {
            names_.push_back(name);
        }
        return name;
    }

    std::vector<Token> tokens_;
    std::vector<std::string>& names_;
    std::size_t place_ = 0;
    std::size_t depth_ = 0;
};

double value_of(const Operand& operand, const NameValues& values) {
    const double* number = std::get_if<double>(&operand);
    return number != nullptr ? *number : values(std::get<std::string>(operand));
}

bool compares(double left, Comparator comparator, double right) {
    switch (comparator) {
        case Comparator::less:
            return left < right;
        case Comparator::less_equal:
            return left <= right;
        case Comparator::greater:
            return left > right;
        case Comparator::greater_equal:
            return left >= right;
        case Comparator::equal:
            return left == right;
        case Comparator::different:
            break;
    }
    return left != right;
}

bool holds_at(const Expression::Node& at, const NameValues& values) {
    if (const auto* comparing = std::get_if<Comparing>(&at.content)) {
        return compares(value_of(comparing->left, values),
                        comparing->comparator,
                        value_of(comparing->right, values));
    }
    if (const auto* both = std::get_if<Both>(&at.content)) {
        return holds_at(*both->left, values) && holds_at(*both->right, values);
    }
    if (const auto* either = std::get_if<Either>(&at.content)) {
        return holds_at(*either->left, values) || holds_at(*either->right, values);
    }
    return !holds_at(*std::get<Negation>(at.content).inner, values);
}

}  // namespace

ExpressionError::ExpressionError(std::size_t column, const std::string& what, std::string fix)
    : std::runtime_error(what), column_(column), fix_(std::move(fix)) {}

Expression::Expression(std::string_view text) : root_(Parser(text, names_).parse()) {}
Expression::~Expression() = default;
Expression::Expression(Expression&& other) noexcept = default;
Expression& Expression::operator=(Expression&& other) noexcept = default;

bool Expression::holds(const NameValues& values) const { return holds_at(*root_, values); }

}  // namespace cantiere
