#pragma once
/// The keys of the evidence catalogue, against which the source of every number is checked.

#include <set>
#include <string>
#include <vector>

#include "scenarios/toml_reader.h"

namespace cantiere {

/// Knows which source keys exist: the column `key` of every CSV file of the evidence folders.
class EvidenceCatalogue {
  public:
    EvidenceCatalogue() = default;
    explicit EvidenceCatalogue(std::set<std::string> keys) : keys_(std::move(keys)) {}

    bool knows(const std::string& key) const { return keys_.contains(key); }
    bool empty() const { return keys_.empty(); }
    std::vector<std::string> keys() const { return {keys_.begin(), keys_.end()}; }

  private:
    std::set<std::string> keys_;
};

/// Reads the catalogue of the program's own packs and those of a study: `evidence` beside it, and
/// `../evidence`.
EvidenceCatalogue read_evidence(const std::string& study_path, const FileSource& source);

}  // namespace cantiere
