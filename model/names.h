#pragma once
/// The closed lists of names that users, files and results share, in their fixed order.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "model/core/columns.h"

namespace cantiere {

// One paragraph a list; the formatter would take a line for every member.
// clang-format off
enum class Payer : std::uint8_t {
    municipality, health_authority, province_region, state, european_union, employer, third_sector,
    resident, count
};

enum class Group : std::uint8_t {
    long_term_unemployed, disability, detained_or_ex, violence_survivor, migrant, homeless,
    addiction, care_leaver, mental_health, count
};

enum class Domain : std::uint8_t {
    income, work, housing, health, relations, skills, safety, administration, count
};

enum class CareState : std::uint8_t {
    unknown, known, referred, assessed_waiting, in_project, follow_up, tapering, exited, excluded,
    out, count
};

enum class WorkState : std::uint8_t {
    inactive, seeking, internship, subsidised, coop_b, fixed_term, open_ended, self_employed,
    detained, count
};

enum class Instrument : std::uint8_t {
    orientation, counselling, skills_assessment, relational_training, vocational_training, language,
    internship, subsidised_hire, coop_b_placement, job_tutor, supported_housing, rent_guarantee,
    transport_voucher, microcredit, aids, safety_refuge, health_path, childcare, count
};

enum class PlacementPolicy : std::uint8_t {
    first_come, need_first, commission_score, employability, uplift, lottery, serial_dictatorship,
    deferred_acceptance, deferred_acceptance_employer, top_trading_cycles, optimal,
    optimal_with_floors, bid_price, count
};

enum class Module : std::uint8_t {
    demography, households, frailty, outreach, network, commission, services, travel, desks, aids,
    housing, transport, microcredit, employers, displacement, contacts, justice, violence, benefits,
    trust, exclusion, learning, count
};

enum class Category : std::uint8_t {
    assessment, orientation, training, internship, tutoring, hiring_incentive, cooperative, housing,
    transport, microcredit, aids, refuge, health, childcare, desk, coordination, benefit, detention,
    wage, tax_and_contributions, in_kind, count
};
// clang-format on

/// Holds how one member of a list is written in files and shown to readers.
struct Label {
    std::string_view name, text_en, text_it;
};

/// Returns the labels of a list, in the order of its members.
std::span<const Label> labels(Payer);
std::span<const Label> labels(Group);
std::span<const Label> labels(Domain);
std::span<const Label> labels(CareState);
std::span<const Label> labels(WorkState);
std::span<const Label> labels(Instrument);
std::span<const Label> labels(PlacementPolicy);
std::span<const Label> labels(Module);
std::span<const Label> labels(Category);

template <class E>
concept NamedList = CountedEnum<E> && requires(E member) {
    labels(member).front().name;
};

/// Counts the members of a list.
template <NamedList E>
inline constexpr std::size_t count_of = static_cast<std::size_t>(E::count);

/// Returns the name of a member as files and results write it.
template <NamedList E>
std::string_view name(E member) {
    return labels(member)[static_cast<std::size_t>(member)].name;
}

/// Returns the English text shown to readers for a member.
template <NamedList E>
std::string_view text_en(E member) {
    return labels(member)[static_cast<std::size_t>(member)].text_en;
}

/// Returns the Italian text shown to readers for a member.
template <NamedList E>
std::string_view text_it(E member) {
    return labels(member)[static_cast<std::size_t>(member)].text_it;
}

/// Finds the member of a list by its exact name; nothing when there is none.
template <NamedList E>
std::optional<E> parse(std::string_view text) {
    for (std::size_t i = 0; i < count_of<E>; ++i) {
        if (labels(E{})[i].name == text) {
            return static_cast<E>(i);
        }
    }
    return std::nullopt;
}

}  // namespace cantiere
