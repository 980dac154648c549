#include "outputs/provenance.h"

#include <utility>

namespace cantiere {

ProvenanceFile provenance_file(std::string path, std::string text) {
    std::string checksum = hex(sha256(text));
    return {std::move(path), std::move(text), std::move(checksum)};
}

}  // namespace cantiere
