#pragma once
/// A POSIX file that closes itself and reports failures with their place.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace cantiere {

enum class Access : std::uint8_t { read, open_or_create, create_or_truncate };

class FileHandle {
  public:
    FileHandle() = default;

    /// Opens a file; throws ResultsError.
    FileHandle(const std::filesystem::path& path, Access access);
    ~FileHandle();
    FileHandle(FileHandle&& other) noexcept;
    FileHandle& operator=(FileHandle&& other) noexcept;

    /// Reads at an offset as many bytes as there are, up to the span; returns how many.
    std::size_t read_at(std::uint64_t offset, std::span<std::uint8_t> bytes) const;

    /// Writes all bytes at an offset; throws ResultsError, on a full disk too.
    void write_at(std::uint64_t offset, std::span<const std::uint8_t> bytes);

    /// Cuts the file to a size.
    void truncate(std::uint64_t size);

    /// Waits until the contents have reached the disk.
    void sync();

    /// Takes the advisory lock; false when another process has it.
    bool try_lock();

    /// Tells whether the path still names this very file.
    bool is_still_at(const std::filesystem::path& path) const;

    std::uint64_t size() const;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
    int descriptor_ = -1;
};

/// Waits until the names in a folder (a rename) have reached the disk.
void sync_folder(const std::filesystem::path& folder);

}  // namespace cantiere
