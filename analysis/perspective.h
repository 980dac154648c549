#pragma once
/// Whose costs count: all public payers, society, or one payer.

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/names.h"

namespace cantiere {

struct PublicPayers {};
struct Society {};
using Perspective = std::variant<PublicPayers, Society, Payer>;

/// Returns the name of a perspective: `public`, `societal`, or the payer's.
std::string_view name(const Perspective& perspective);

/// Finds a perspective by its exact name; nothing when there is none.
std::optional<Perspective> find_perspective(std::string_view text);

/// Lists the names of all perspectives.
std::vector<std::string> perspective_names();

}  // namespace cantiere
