#include "analysis/report/page_style.h"

namespace cantiere {

std::string_view page_style() {
    return R"css(
:root { --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --paper: #ffffff; --tint: #f6f8fa; --accent: #004b74; }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
body { margin: 0 auto; max-width: 62rem; padding: 0 1.25rem 4rem; color: var(--ink); background: var(--paper);
       font: 1.0625rem/1.55 "Source Serif 4", Georgia, "Times New Roman", serif; }
h1, h2, h3, h4, figcaption, table, nav, .band, .source, .remark, .references { font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 2rem; line-height: 1.2; margin: 2.5rem 0 .25rem; letter-spacing: -.01em; }
h2 { font-size: 1.4rem; line-height: 1.3; margin: 3.5rem 0 1rem; padding-top: .9rem; border-top: 3px solid var(--accent); }
h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 .4rem; }
p { margin: .6rem 0; max-width: 46rem; }
ul { max-width: 46rem; padding-left: 1.3rem; }
li { margin: .35rem 0; }
.references { max-width: none; padding-left: 2.2rem; font-size: .82rem; line-height: 1.4; overflow-wrap: anywhere; }
.references li { margin: .15rem 0; } .references li:target { background: #fff4ce; }
a { color: var(--accent); }
.subtitle { color: var(--soft); font-size: 1.05rem; }
.band { margin: 0 -1.25rem; max-width: none; padding: .6rem 1.25rem; background: #fff4ce; border-bottom: 1px solid #d4a72c; font-weight: 600; font-size: .95rem; }
.remark, .source { color: var(--soft); font-size: .88rem; line-height: 1.45; }
nav { margin: 1.5rem 0; font-size: .95rem; }
nav summary { cursor: pointer; font-weight: 600; }
.scroll { overflow-x: auto; margin: 1rem 0; }
.long { max-height: 34rem; overflow-y: auto; border: 1px solid var(--line); border-radius: 6px; padding: 0 .5rem; }
.long table { font-size: .82rem; width: 100%; min-width: 44rem; table-layout: fixed; }
.long th:nth-child(1) { width: 33%; } .long th:nth-child(2) { width: 25%; } .long th:nth-child(3) { width: 12%; }
.long th:nth-child(4) { width: 11%; } .long th:nth-child(5) { width: 9%; }
.long thead th { position: sticky; top: 0; background: var(--paper); }
.long td, .long th { overflow-wrap: anywhere; padding: .25rem .5rem; }
.long .n { overflow-wrap: normal; }
table { border-collapse: collapse; font-size: .9rem; line-height: 1.4; min-width: 60%; }
caption { text-align: left; font-weight: 600; padding: .25rem 0 .5rem; }
th, td { padding: .35rem .75rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
tbody th { font-weight: 400; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .n { white-space: normal; }
tr.sum th, tr.sum td { font-weight: 700; border-top: 1px solid var(--ink); }
figure, figure[data-figure] { margin: 1.5rem 0 2rem; padding: 1rem; background: var(--tint); border-radius: 6px; }
figcaption { font-weight: 600; max-width: 46rem; }
details.data > summary { cursor: pointer; font-family: system-ui, sans-serif; font-size: .9rem; margin-top: .6rem; }
figure .scroll { margin-bottom: 0; }
pre { overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; padding: .75rem 1rem; background: var(--tint); border-radius: 6px; font-size: .85rem; }
data { font-variant-numeric: tabular-nums; }
footer { margin-top: 4rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; }
:focus-visible { outline: 3px solid #e69f00; outline-offset: 2px; }
@media (max-width: 40rem) { body { font-size: 1rem; } h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; } figure, figure[data-figure] { padding: .6rem; margin-inline: -.6rem; } }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } nav { display: none; } h2 { break-after: avoid; }
  figure, figure[data-figure] { break-inside: avoid; padding: 0; background: none; } tr { break-inside: avoid; } thead { display: table-header-group; }
  .scroll { break-inside: avoid; } .long { break-inside: auto; } .long table { min-width: 0; }
  .scroll, .long { overflow: visible; max-height: none; border: 0; padding: 0; } table { font-size: 8pt; min-width: 0; } th, td { padding: .2rem .4rem; }
  .n { white-space: normal; } .long table { font-size: 6.5pt; line-height: 1.25; } .long thead th { position: static; } .long td, .long th { padding: .1rem .3rem; }
  .references { columns: 2; column-gap: 6mm; font-size: 6.5pt; line-height: 1.25; padding-left: 6mm; } .references li { margin: 0; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; } details.data:not([open]) { display: none; } h3, h4 { break-after: avoid; } .band { margin: 0; } @page { size: A4; margin: 18mm 16mm; } }
)css";
}

}  // namespace cantiere
