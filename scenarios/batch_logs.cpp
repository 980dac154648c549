#include "scenarios/batch_logs.h"

namespace cantiere {

BatchLogs::BatchLogs(const std::filesystem::path& results,
                     const Fingerprint& inputs,
                     const BlockShape& shape,
                     OtherInputs other_inputs,
                     std::size_t microdata_draws)
    : microdata_draws_(microdata_draws),
      blocks_(BlockLog::open_or_create(log_path(results), inputs, shape, other_inputs)) {
    if (microdata_draws > 0) lives_.emplace(lives_log_path(results), inputs);
}

bool BatchLogs::contains(BlockId id) const {
    return blocks_.contains(id) && (!keeps_people_of(id) || lives_->contains(id));
}

void BatchLogs::keep(BlockId id, const BlockRun& done) {
    if (keeps_people_of(id)) lives_->append(id, done.lives);
    if (!blocks_.contains(id)) blocks_.append(id, done.block);
}

ShardBlock BatchLogs::block_with_people(BlockId id) const {
    ShardBlock held{block(id), {}};
    if (keeps_people_of(id)) held.lives = lives_->read(id);
    return held;
}

std::optional<MicrodataSource> BatchLogs::microdata(const std::vector<BlockId>& blocks) const {
    if (!lives_) return std::nullopt;
    MicrodataSource source;
    source.draws = microdata_draws_;
    for (const BlockId id : blocks) {
        if (keeps_people_of(id)) source.rows += lives_->people(id);
    }
    source.lives = [this](std::size_t draw, std::size_t replicate) {
        return lives_->read(
            {static_cast<std::uint32_t>(draw), static_cast<std::uint32_t>(replicate)});
    };
    return source;
}

void BatchLogs::sync() {
    blocks_.sync();
    if (lives_) lives_->sync();
}

void BatchLogs::remove() {
    blocks_.remove();
    if (lives_) lives_->remove();
}

}  // namespace cantiere
