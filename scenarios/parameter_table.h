#pragma once

#include "model/parameters.h"

#include <string>
#include <string_view>
#include <vector>

namespace cantiere {

/// The kind of pack in which a key is written.
enum class PackKind { territory, law, behaviour, policy };

/// What a key holds. Names (placement policy, payer) are stored as the number of the name.
enum class ValueType { number, integer, flag, placement_policy, payer };

/// When a value is read: in every month, or once, when residents, employers and ways are made for
/// the start of the burn-in. All scenarios share that, so that no scenario may set the latter.
enum class Acts { monthly, at_start };

/// One key of the packs: where it belongs, what it accepts and where its value goes.
struct ParameterSpec {
    std::string key;  // dotted: "internship.slots"
    PackKind home = PackKind::behaviour;
    ValueType type = ValueType::number;
    std::string unit;  // "1", "1/month", "months", "EUR/month", "people", "share", ...
    double low = 0.0;  // valid range, inclusive
    double high = 0.0;
    double default_value = 0.0;
    std::string text_en;
    std::string text_it;
    double& (*field)(Parameters&, int index) = nullptr;
    int index = 0;
    /// Where the number's `payer` attribute goes; null when the number names no payer.
    double& (*payer_field)(Parameters&, int index) = nullptr;
    bool amount = false;  // EUR: converted to the study's price year
    Acts acts = Acts::monthly;
    bool lever = false;  // a policy may set it too; every key at home in a policy is a lever
};

/// Every key of the packs, sorted by key.
const std::vector<ParameterSpec>& parameter_table();

/// The entry of a key, or null when no key has that name.
const ParameterSpec* find_parameter(std::string_view key);

}  // namespace cantiere
