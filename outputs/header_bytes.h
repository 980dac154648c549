#pragma once
/// The header of results as bytes, for shards.

#include "outputs/byte_stream.h"
#include "outputs/results_header.h"

namespace cantiere {

/// Appends a header.
void append_header(ByteWriter& bytes, const ResultsHeader& header);

/// Reads a header back, equal in every field; throws BytesCutShort.
ResultsHeader header_from(ByteReader& bytes);

}  // namespace cantiere
