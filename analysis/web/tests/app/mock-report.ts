/// A report as short as can be, built like the program's: own style, own script, data of a figure.

import type { Language } from "./mock-answers";
import { figures } from "./mock-comparison";

const words = {
  en: { title: "Report of Bari", answer: "The answer", back: "Back to the answer" },
  it: { title: "Rapporto di Bari", answer: "La risposta", back: "Torna alla risposta" },
};

export function reportPage(language: Language): string {
  const said = words[language];
  const plane = figures(language).find((one) => one.kind === "plane");
  const data = JSON.stringify(plane).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-x'; style-src 'sha256-y'">
<title>${said.title}</title>
<style>h1 { color: rgb(0, 75, 116); font-family: sans-serif; } body { margin: 2rem; }</style>
</head>
<body>
<main>
<h1>${said.title}</h1>
<h2 id="answer">${said.answer}</h2>
<figure data-figure="plane" id="f1"><figcaption>${plane?.title ?? ""}</figcaption>
<details open><summary>Data</summary><table><tbody><tr><th scope="row">a</th><td>1</td></tr></tbody></table></details>
</figure>
<p><a href="#answer">${said.back}</a></p>
</main>
<script type="application/json" data-figure-data="f1">${data}</script>
<script>document.title = "ran";</script>
</body>
</html>`;
}
