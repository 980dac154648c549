/// Writes build/gallery-en.html and build/gallery-it.html from the bundle.

import { readFileSync, writeFileSync } from "node:fs";
import { galleryHtml } from "./page";

const script = readFileSync("build/figures.js", "utf8").replaceAll("</script", "<\\/script");
const style = readFileSync("build/figures.css", "utf8");
for (const language of ["en", "it"] as const) {
  writeFileSync(`build/gallery-${language}.html`, galleryHtml(language, script, style));
}
