#include "scenarios/toml_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/did_you_mean.h"

namespace cantiere {
namespace {

std::vector<std::string> neighbours(const std::string& path, const FileSource& source) {
    std::vector<std::string> names = source.list(folder_of(path));
    std::erase_if(names, [](const std::string& name) {
        return !name.ends_with(".toml") && !name.ends_with(".csv");
    });
    return names;
}

/// Lists the shipped laws where a law is asked for, since there are few.
std::string laws_to_name(const std::string& role, const FileSource& source) {
    if (role != "the law pack") return "";
    const std::string folder = std::string(shipped_prefix) + "laws/";
    std::vector<std::string> laws = neighbours(folder, source);
    if (laws.empty()) return "";
    for (std::string& law : laws) law.insert(0, folder);
    return fmt::format("; the shipped laws are {}", fmt::join(laws, ", "));
}

void report_missing(const std::string& path,
                    const std::string& role,
                    const Place& place,
                    ReadingContext context) {
    const std::string name = path.substr(folder_of(path).size());
    const std::vector<std::string> names = neighbours(path, context.source);
    const bool without_packs = path.starts_with(shipped_prefix) && names.empty();
    const std::string alternative =
        without_packs   ? without_packs_text()
        : names.empty() ? std::string("check the path: its folder is missing or has no such files")
                        : fmt::format("there are {}", one_of(names, 12));
    context.problems.error(
        "missing-file",
        place,
        fmt::format("there is no file {}", path),
        fmt::format("it is {}", role),
        did_you_mean(name, names, alternative) + laws_to_name(role, context.source));
}

/// Bytes of the character that begins with `lead`; 0 when none does.
std::size_t utf8_length(unsigned char lead) {
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xc2 || lead > 0xf4) {
        return 0;
    }
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

bool is_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = utf8_length(lead);
        if (length == 0 || i + length > text.size()) {
            return false;
        }
        for (std::size_t k = 1; k < length; ++k) {
            if ((static_cast<unsigned char>(text[i + k]) & 0xc0u) != 0x80u) {
                return false;
            }
        }
        i += length;
    }
    return true;
}

/// The reason why a text cannot be an input; empty when it can.
std::string_view unusable(std::string_view text) {
    if (text.starts_with("\x89HDF\r\n\x1a\n")) {
        return "it is an HDF5 file, perhaps a results file, not a text";
    }
    if (text.find('\0') != std::string_view::npos) {
        return "it holds zero bytes: a binary file, or a text in UTF-16";
    }
    return is_utf8(text) ? "" : "it is not UTF-8: a binary file, or a text in another encoding";
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool report_state(FileState state,
                  const std::string& path,
                  const std::string& role,
                  const Place& place,
                  ReadingContext context) {
    const std::string why = fmt::format("it is {}", role);
    switch (state) {
        case FileState::read:
            return false;
        case FileState::missing:
            report_missing(path, role, place, context);
            break;
        case FileState::folder:
            context.problems.error("is-a-folder",
                                   place,
                                   fmt::format("{} is a folder", path),
                                   why,
                                   "name a file in it");
            break;
        case FileState::unreadable:
            context.problems.error("unreadable-file",
                                   place,
                                   fmt::format("{} cannot be read", path),
                                   why,
                                   "check the permissions of the file and of its folders");
            break;
        case FileState::too_large:
            context.problems.error(
                "too-large",
                place,
                fmt::format("{} is larger than 64 MiB", path),
                why,
                "name a TOML file; results files are read by compare and inspect");
            break;
    }
    return true;
}

/// Joins one file with those it extends; `chain` are the files that led here.
class Extender {
  public:
    explicit Extender(ReadingContext context) : context_(context) {}

    std::optional<TomlTable> read(const std::string& path,
                                  const std::string& role,
                                  const std::optional<Place>& asked_by) {
        const auto file = read_source(path, role, asked_by, context_);
        if (!file) {
            return std::nullopt;
        }
        std::optional<TomlTable> own = parse_toml(file, context_.problems);
        if (!own) {
            return std::nullopt;
        }
        check_names_once(*own, context_.problems);
        chain_.push_back(path);
        std::optional<TomlTable> joined = join(path, *own);
        chain_.pop_back();
        return joined;
    }

  private:
    std::optional<TomlTable> join(const std::string& path, const TomlTable& own) {
        const TomlValue* extends = own.find("extends");
        if (extends == nullptr) {
            return own;
        }
        const auto* list = extends->as<TomlList>();
        if (list == nullptr) {
            context_.problems.error("wrong-type",
                                    extends->place,
                                    fmt::format("extends is {}", kind_of(*extends)),
                                    "it is a list of files to build on",
                                    "write extends = [\"other.toml\"]");
            return std::nullopt;
        }
        TomlTable joined;
        bool complete = true;
        for (const TomlValue& item : *list) {
            complete = add_base(path, own, item, joined) && complete;
        }
        if (!complete) {
            return std::nullopt;
        }
        note_added_municipalities(joined, own, context_.problems);
        merge_over(joined, own);
        return joined;
    }

    bool add_base(const std::string& path,
                  const TomlTable& own,
                  const TomlValue& item,
                  TomlTable& joined) {
        const auto* named = item.as<std::string>();
        if (named == nullptr) {
            context_.problems.error("wrong-type",
                                    item.place,
                                    fmt::format("extends holds {}", kind_of(item)),
                                    "it is a list of files to build on",
                                    "write the file's name between double quotes");
            return false;
        }
        const std::string base_path = path_from(path, *named);
        if (std::find(chain_.begin(), chain_.end(), base_path) != chain_.end()) {
            context_.problems.error("extends-cycle",
                                    item.place,
                                    fmt::format("extends comes back to {}", base_path),
                                    fmt::format("the way is {}", way_to(base_path)),
                                    "remove one of these links");
            return false;
        }
        std::optional<TomlTable> base = read(base_path, "a file to build on", item.place);
        if (!base || !same_kind(own, *base, item.place, base_path)) {
            return false;
        }
        std::erase_if(base->entries, [](const TomlEntry& entry) { return entry.key == "extends"; });
        merge_over(joined, *base);
        return true;
    }

    bool same_kind(const TomlTable& own,
                   const TomlTable& base,
                   const Place& place,
                   const std::string& base_path) {
        const TomlValue* a = own.find("kind");
        const TomlValue* b = base.find("kind");
        if (a == nullptr || b == nullptr || same_value(*a, *b)) {
            return true;
        }
        context_.problems.error(
            "wrong-kind",
            place,
            fmt::format("{} is of kind {}", base_path, toml_text(*b)),
            fmt::format("this file is of kind {}, and files of one kind extend each other",
                        toml_text(*a)),
            "extend a file of the same kind");
        return false;
    }

    std::string way_to(const std::string& path) const {
        std::string way;
        const auto first = std::find(chain_.begin(), chain_.end(), path);
        for (auto link = first; link != chain_.end(); ++link) {
            way += *link + " > ";
        }
        return way + path;
    }

    ReadingContext context_;
    std::vector<std::string> chain_;
};

}  // namespace

std::shared_ptr<const SourceFile> read_source(const std::string& path,
                                              const std::string& role,
                                              const std::optional<Place>& asked_by,
                                              ReadingContext context) {
    if (const auto known = context.files.find(path); known != context.files.end()) {
        return known->second;
    }
    FileText read = context.source.read(path);
    const Place place = asked_by ? *asked_by : place_of(path);
    if (report_state(read.state, path, role, place, context)) {
        return nullptr;
    }
    auto file = std::make_shared<const SourceFile>(SourceFile{path, std::move(read.text)});
    if (const std::string_view reason = unusable(file->text); !reason.empty()) {
        context.problems.error("not-text",
                               place_of(path),
                               "this is not a text file",
                               std::string(reason),
                               "name a TOML file, or save it again as UTF-8");
        return nullptr;
    }
    if (is_blank(file->text)) {
        context.problems.error("empty-file",
                               place_of(path),
                               "this file is empty",
                               fmt::format("it is {}", role),
                               "start from a copy of a shipped file, or run: cantiere init");
        return nullptr;
    }
    context.files.emplace(path, file);
    return file;
}

std::optional<TomlTable> read_toml(const std::string& path,
                                   const std::string& role,
                                   const std::optional<Place>& asked_by,
                                   ReadingContext context) {
    return Extender(context).read(path, role, asked_by);
}

}  // namespace cantiere
