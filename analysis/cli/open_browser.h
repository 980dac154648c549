#pragma once
/// Opening an address that holds a secret in the user's browser.

#include <filesystem>
#include <optional>
#include <string>

namespace cantiere {

/// A page of the user's own that leads to an address: on a command line every user of the machine
/// could read it. Deleted at the end.
class SecretPage {
  public:
    /// Writes it, readable for its owner alone, and opens it with xdg-open; where there is no
    /// screen or no xdg-open nothing happens.
    explicit SecretPage(const std::string& address);
    ~SecretPage();
    SecretPage(const SecretPage&) = delete;
    SecretPage& operator=(const SecretPage&) = delete;

  private:
    std::filesystem::path path_;
};

}  // namespace cantiere
