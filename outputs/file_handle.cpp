#include "outputs/file_handle.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "outputs/results_error.h"

namespace cantiere {
namespace {

int flags_of(Access access) {
    switch (access) {
        case Access::read:
            return O_RDONLY;
        case Access::open_or_create:
            return O_RDWR | O_CREAT;
        case Access::create_or_truncate:
            return O_RDWR | O_CREAT | O_TRUNC;
    }
    return O_RDONLY;
}

struct stat status_of(int descriptor, const std::filesystem::path& path) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) {
        throw_system_error(path.string(), "read the size of the file", errno, Intent::reading);
    }
    return status;
}

}  // namespace

FileHandle::FileHandle(const std::filesystem::path& path, Access access) : path_(path) {
    constexpr mode_t permissions = 0666;  // less the user's umask
    descriptor_ = ::open(path.c_str(), flags_of(access) | O_CLOEXEC, permissions);
    if (descriptor_ < 0) {
        throw_system_error(path.string(),
                           access == Access::read ? "read the file" : "write the file",
                           errno,
                           access == Access::read ? Intent::reading : Intent::writing);
    }
}

FileHandle::~FileHandle() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

FileHandle::FileHandle(FileHandle&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

FileHandle& FileHandle::operator=(FileHandle&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

std::size_t FileHandle::read_at(std::uint64_t offset, std::span<std::uint8_t> bytes) const {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::pread(descriptor_,
                                    bytes.data() + done,
                                    bytes.size() - done,
                                    static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            throw_system_error(path_.string(), "read the file", errno, Intent::reading);
        }
        if (got == 0) {
            break;
        }
        done += static_cast<std::size_t>(got);
    }
    return done;
}

void FileHandle::write_at(std::uint64_t offset, std::span<const std::uint8_t> bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t put = ::pwrite(descriptor_,
                                     bytes.data() + done,
                                     bytes.size() - done,
                                     static_cast<off_t>(offset + done));
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put <= 0) {
            throw_system_error(path_.string(),
                               "write the file",
                               put < 0 ? errno : ENOSPC,
                               Intent::writing);
        }
        done += static_cast<std::size_t>(put);
    }
}

void FileHandle::truncate(std::uint64_t size) {
    if (::ftruncate(descriptor_, static_cast<off_t>(size)) != 0) {
        throw_system_error(path_.string(), "shorten the file", errno, Intent::writing);
    }
}

void FileHandle::sync() {
    // Pipes and devices cannot be synced; what was written to them is gone already.
    if (::fsync(descriptor_) != 0 && errno != EINVAL) {
        throw_system_error(path_.string(), "write the file", errno, Intent::writing);
    }
}

bool FileHandle::try_lock() {
    while (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) {
            return false;
        }
        if (errno != EINTR) {
            throw_system_error(path_.string(), "lock the file", errno, Intent::writing);
        }
    }
    return true;
}

bool FileHandle::is_still_at(const std::filesystem::path& path) const {
    struct stat there {};
    if (::stat(path.c_str(), &there) != 0) {
        return false;
    }
    const struct stat here = status_of(descriptor_, path_);
    return here.st_dev == there.st_dev && here.st_ino == there.st_ino;
}

std::uint64_t FileHandle::size() const {
    return static_cast<std::uint64_t>(status_of(descriptor_, path_).st_size);
}

void sync_folder(const std::filesystem::path& folder) {
    const std::filesystem::path place = folder.empty() ? std::filesystem::path(".") : folder;
    const int descriptor = ::open(place.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        throw_system_error(place.string(), "open the folder", errno, Intent::writing);
    }
    const int result = ::fsync(descriptor);
    const int error = errno;
    ::close(descriptor);
    if (result != 0 && error != EINVAL) {
        throw_system_error(place.string(), "sync the folder", error, Intent::writing);
    }
}

}  // namespace cantiere
