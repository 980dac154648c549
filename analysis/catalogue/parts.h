#pragma once
/// The tables of the catalogue, one a subject.

#include "analysis/catalogue/catalogue.h"

namespace cantiere {

std::span<const TextPair> texts_of_options();
std::span<const TextPair> texts_of_remarks();
std::span<const TextPair> texts_of_command_lines();
std::span<const TextPair> texts_of_values();
std::span<const TextPair> texts_of_studies();
std::span<const TextPair> texts_of_packs();
std::span<const TextPair> texts_of_tables();
std::span<const TextPair> texts_of_results();
std::span<const TextPair> texts_of_columns();
std::span<const TextPair> texts_of_requests();

/// Words that are filled into texts, such as `3 warnings`; never texts of their own.
std::span<const TextPair> texts_of_words();

}  // namespace cantiere
