#include "analysis/serve/static_files.h"

#include "analysis/report/web_bundle.h"

namespace cantiere {
namespace {

constexpr std::string_view page = R"(<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light" />
    <title>Cantiere</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/app.css" />
    <script src="/app.js" defer></script>
  </head>
  <body>
    <div id="app"></div>
    <noscript>
      <p>This page needs JavaScript. Questa pagina ha bisogno di JavaScript.</p>
    </noscript>
  </body>
</html>
)";

constexpr std::string_view page_without_app = R"(<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Cantiere</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
    <h1>Cantiere</h1>
    <p>This program was built without the app: install npm and build it again. The interface under
    /api/v1/ answers.</p>
    <p lang="it">Questo programma è stato compilato senza l'app: installare npm e ricompilarlo.
    L'interfaccia sotto /api/v1/ risponde.</p>
  </body>
</html>
)";

}  // namespace

std::optional<StaticFile> static_file(std::string_view path) {
    const bool has_app = !app_script().empty();
    if (path == "/")
        return StaticFile{"text/html; charset=utf-8", has_app ? page : page_without_app};
    if (!has_app) return std::nullopt;
    if (path == "/app.js") return StaticFile{"text/javascript; charset=utf-8", app_script()};
    if (path == "/app.css") return StaticFile{"text/css; charset=utf-8", app_style()};
    return std::nullopt;
}

}  // namespace cantiere
