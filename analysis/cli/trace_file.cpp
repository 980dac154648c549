#include "analysis/cli/trace_file.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "analysis/cli/usage_error.h"
#include "analysis/text_files.h"
#include "outputs/trace_csv.h"
#include "scenarios/block_run.h"

namespace cantiere {
namespace {

constexpr const char* where_ids_are =
    "ids are in the column resident of /microdata: keep it with --microdata 1 and read for example "
    "ncdump -v microdata/resident RESULT.h5";

void refuse_unknown(const std::vector<EntityKey>& ids, const std::set<EntityKey>& seen) {
    for (const EntityKey id : ids) {
        if (seen.contains(id)) continue;
        throw UsageError(fmt::format("--trace: no resident of the study has the id {}", id.value),
                         where_ids_are);
    }
}

}  // namespace

std::vector<EntityKey> trace_ids(const std::vector<std::string>& words) {
    std::vector<EntityKey> ids;
    for (const std::string& word : words) {
        std::uint64_t value = 0;
        const char* const end = word.data() + word.size();
        const auto [stop, error] = std::from_chars(word.data(), end, value);
        if (error != std::errc{} || stop != end) {
            throw UsageError(fmt::format("--trace: \"{}\" is no id of a resident", word),
                             where_ids_are);
        }
        ids.push_back(EntityKey{value});
    }
    return ids;
}

std::string trace_of(const Study& study, const std::vector<EntityKey>& ids, std::size_t draws) {
    std::string text = trace_header();
    std::set<EntityKey> seen;
    for (std::size_t draw = 0; draw < draws; ++draw) {
        for (std::size_t replicate = 0; replicate < study.experiment.replicates; ++replicate) {
            const BlockId id{static_cast<std::uint32_t>(draw),
                             static_cast<std::uint32_t>(replicate)};
            const BlockRun done = run_block(study, id, Observation{false, ids});
            for (std::size_t i = 0; i < done.trace.size(); ++i) {
                for (const TraceMonth& month : done.trace[i]) seen.insert(month.key);
                text += trace_lines(study.scenarios[i].id, draw, replicate, done.trace[i]);
            }
        }
        if (draw == 0) refuse_unknown(ids, seen);
    }
    return text;
}

void write_trace(const std::filesystem::path& results, const std::string& text, bool overwrite) {
    const std::filesystem::path path = trace_path(results);
    std::ifstream there(path, std::ios::binary);
    if (there && std::string(std::istreambuf_iterator<char>(there), {}) == text) return;
    if (!overwrite) refuse_existing({path}, "add --overwrite, or move it away");
    PendingFiles files;
    files.add(path, text);
    files.finish();
}

}  // namespace cantiere
