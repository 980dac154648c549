#include "analysis/perspective.h"

namespace cantiere {

std::string_view name(const Perspective& perspective) {
    if (const Payer* payer = std::get_if<Payer>(&perspective)) {
        return name(*payer);
    }
    return std::holds_alternative<PublicPayers>(perspective) ? "public" : "societal";
}

std::optional<Perspective> find_perspective(std::string_view text) {
    if (text == "public") {
        return PublicPayers{};
    }
    if (text == "societal") {
        return Society{};
    }
    if (const std::optional<Payer> payer = parse<Payer>(text)) {
        return *payer;
    }
    return std::nullopt;
}

std::vector<std::string> perspective_names() {
    std::vector<std::string> names{"public", "societal"};
    for (const Label& label : labels(Payer{})) {
        names.emplace_back(label.name);
    }
    return names;
}

}  // namespace cantiere
