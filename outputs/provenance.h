#pragma once
/// Where results come from: the input files, the resolved study and the program.

#include <string>
#include <string_view>
#include <vector>

#include "outputs/sha256.h"

namespace cantiere {

/// Identifies the inputs of a results file.
using Fingerprint = Sha256Digest;

struct ProvenanceFile {
    std::string path;  // relative to the study
    std::string text;
    std::string sha256;
};

struct Provenance {
    std::vector<ProvenanceFile> files;
    std::string resolved_study;
    std::string version;
    std::string git_commit;
    std::string build_flags;
};

/// Records an input file with its text and checksum.
ProvenanceFile provenance_file(std::string path, std::string text);

}  // namespace cantiere
