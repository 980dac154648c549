/// Bundles into build/: script and style of the report, the web app, and the gallery of examples;
/// with --tests the tests too.
import { build } from "esbuild";
import { copyFileSync, readdirSync, rmSync } from "node:fs";

const withTests = process.argv.includes("--tests");
rmSync("build", { recursive: true, force: true });

const forPages = {
  bundle: true,
  minify: true,
  target: "es2022",
  charset: "utf8",
  legalComments: "eof",
  logLevel: "warning",
  define: { "process.env.NODE_ENV": '"production"' },
};
await build({
  ...forPages,
  entryPoints: ["figures/bundle.ts"],
  format: "iife",
  outfile: "build/figures.js",
});
await build({ ...forPages, entryPoints: ["figures/figures.css"], outfile: "build/figures.css" });
await build({
  ...forPages,
  entryPoints: ["app/main.tsx"],
  format: "iife",
  outfile: "build/app.js",
});
await build({ ...forPages, entryPoints: ["app/app.css"], outfile: "build/app.css" });
copyFileSync("app/index.html", "build/app.html");

if (withTests) {
  await build({
    ...forPages,
    entryPoints: ["tests/browser/framed.ts"],
    format: "iife",
    outfile: "build/tests/framed.js",
  });
  const files = (folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => `${folder}/${name}`);
  await build({
    entryPoints: [...files("tests/unit"), ...files("tests/browser")],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    outbase: "tests",
    outdir: "build/tests",
    outExtension: { ".js": ".mjs" },
    logLevel: "warning",
  });
}

await build({
  entryPoints: ["gallery/write.ts"],
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  outfile: "build/write-gallery.mjs",
  logLevel: "warning",
});
await import("./build/write-gallery.mjs");
