#pragma once
/// The coordinates of the results file and the texts that describe their members.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "model/variables.h"
#include "outputs/hdf5_writer.h"
#include "outputs/results_header.h"

namespace cantiere {

/// Describes the coordinate of an axis.
struct CoordinateText {
    Axis axis;
    std::string_view unit;
    std::string_view long_name_en;
    std::string_view long_name_it;
};

/// Describes a text that the file holds for every member of an axis.
struct MemberText {
    std::string_view name;
    Axis axis;
    std::string_view long_name_en;
    std::string_view long_name_it;
    std::string (*text)(const ResultsHeader& header, std::size_t member);
};

/// Lists the coordinates in the order of the axes.
std::span<const CoordinateText> coordinate_texts();

/// Lists the texts of members.
std::span<const MemberText> member_texts();

/// Counts the members of an axis in a study.
std::size_t members_of(Axis axis, const ResultsHeader& header);

/// Writes a dataset's unit and its name in both languages.
void describe(Hdf5Writer& file,
              const std::string& path,
              std::string_view unit,
              std::string_view long_name_en,
              std::string_view long_name_it);

/// Writes all coordinates and the texts of their members.
void write_coordinates(Hdf5Writer& file, const ResultsHeader& header);

}  // namespace cantiere
