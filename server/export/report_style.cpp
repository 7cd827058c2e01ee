// The report's style sheet: calm paper as on the pages, in what a printer can do. Logical properties throughout, so that one sheet serves both directions.
#include "server/export/report_parts.hpp"

namespace sawt::exporting {

const std::string_view report_style = R"(
:root{--ink:#17212b;--soft:#55606b;--line:#d8d2c6;--strong:#8d8778;--act:#0b5d66;--act-soft:#e3efef;--lead:#b7791f;--bar:#2f8f8f;--track:#efeae1;--ground:#faf8f4;--warn:#8a3f00}
*{box-sizing:border-box}
html{color-scheme:light;print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{margin:0;background:var(--ground);color:var(--ink);font:400 15px/1.55 cairo,"Noto Sans Arabic","Noto Naskh Arabic","Segoe UI",Tahoma,system-ui,sans-serif;font-variant-numeric:tabular-nums lining-nums}
html[lang=ar] body{line-height:1.75}
main{max-width:820px;margin:0 auto;padding:32px 36px;background:#fff}
h1,h2,h3,h4,p,dl,dd,ul,ol{margin:0}
h1{font-size:30px;line-height:1.35;font-weight:700;text-wrap:balance}
h2{font-size:22px;line-height:1.4;font-weight:700;text-wrap:balance;break-after:avoid}
h3{font-size:13px;line-height:1.5;font-weight:700;color:var(--act);break-after:avoid}
h4{font-size:14px;line-height:1.5;break-after:avoid}
section{margin-block-start:34px}
section>h2{margin-block-end:10px}
.kind{font-size:13px;font-weight:700;color:var(--act)}
.soft{color:var(--soft);font-size:12px;font-weight:400}
th .soft,td .soft,dd .soft{display:block}
dd .soft{display:inline-block;margin-inline-start:6px}
.ltr{unicode-bidi:isolate;white-space:nowrap}
.cover{border-block-end:2px solid var(--act);padding-block-end:20px}
.logo{width:44px;height:44px;display:block;margin-block-end:14px}
.bubble{fill:var(--act)}
.voices{stroke:#fff;stroke-width:3.4;stroke-linecap:round;fill:none}
.sample,.warning{display:inline-block;margin-block-start:10px;padding:4px 12px;border:1px solid var(--warn);border-radius:6px;color:var(--warn);font-weight:700;font-size:13px}
.facts{display:grid;grid-template-columns:repeat(4,1fr);gap:10px 18px;margin-block-start:16px;padding:12px 0;border-block:1px solid var(--line);break-inside:avoid}
.cover .facts{border-block-end:0;padding-block-end:0}
.facts dt,.said dt{font-size:12px;color:var(--soft)}
.facts dd{font-weight:600}
.code{font-size:1.1em;letter-spacing:.04em}
.cover .facts{grid-template-columns:2.2fr 1fr 1fr 1fr}
table{width:100%;border-collapse:collapse;margin-block-start:12px;font-size:13px;line-height:1.45}
html[lang=ar] table{line-height:1.6}
caption{text-align:start;font-size:13px;font-weight:700;color:var(--act);padding-block-end:4px}
th,td{text-align:start;vertical-align:middle;padding:6px 8px;border-block-end:1px solid var(--line);font-weight:400}
thead th,thead td{font-size:12px;color:var(--soft);border-block-end:1px solid var(--strong);vertical-align:bottom;font-weight:600}
tbody th{font-weight:600}
tr{break-inside:avoid}
.num{text-align:right;white-space:nowrap}
td.num{direction:ltr}
thead .num{white-space:normal}
.narrow{width:auto;min-width:320px}
.n{display:inline-block;min-width:22px;padding:0 5px;margin-inline-end:7px;border:1px solid var(--line);border-radius:6px;font-size:12px;font-weight:700;text-align:center;background:#fff}
.star{color:var(--lead);margin-inline-start:6px}
.leads>th,.leads>td.num{font-weight:700}
.result th[scope=row]{min-width:150px}
.picture{width:34%;min-width:130px}
.strip{display:block;width:100%;height:12px}
.track{fill:var(--track)}.fill{fill:var(--bar)}.fill.leads{fill:var(--act)}.fill.other{fill:#4fa8a6}.axis{fill:var(--ink)}.middle{fill:var(--ink)}.box{fill:#a9d2d0}.median{fill:var(--act)}
.part{stroke:#fff;stroke-width:.3}
.t0{fill:#a8431c}.t1{fill:#bd6139}.t2{fill:#cf8159}.t3{fill:#dfa480}.t4{fill:#ecc9ad}.t5{fill:#e4e0d5}.t6{fill:#bcdcd8}.t7{fill:#8ec6c1}.t8{fill:#5dadaa}.t9{fill:#2f8f8f}.t10{fill:#0b5d66}
.key{display:flex;flex-wrap:wrap;gap:4px 14px;list-style:none;padding:0;margin-block-start:12px;font-size:12px}
.key li{display:flex;align-items:center;gap:5px}
.swatch{width:13px;height:13px;border-radius:3px}
.agenda{columns:2;column-gap:32px;padding-inline-start:24px}
.agenda li{break-inside:avoid}
.fields{display:grid;grid-template-columns:1fr 1fr;gap:12px;margin-block-start:10px}
.field{border:1px solid var(--line);border-radius:10px;padding:10px 14px;break-inside:avoid}
.field ul{padding-inline-start:18px}
.field li{margin-block-start:6px}
.answered,.unanswered{display:block;font-size:12px}
.answered{color:var(--act)}.unanswered{color:var(--warn)}
.answered::before{content:"✓ "}.unanswered::before{content:"– "}
.void{display:block;margin-block-start:6px;color:var(--warn);font-weight:600;font-size:13px}
s{text-decoration-thickness:2px}
.sheet header h2{margin-block-start:2px}
.note{color:var(--soft);margin-block-start:4px}
.rule{margin-block-start:14px}
.decided{margin-block-start:14px;padding:12px 16px;border-inline-start:4px solid var(--act);background:var(--act-soft);border-start-end-radius:8px;border-end-end-radius:8px;break-inside:avoid}
.decided p{font-size:17px;font-weight:600;line-height:1.55}
html[lang=ar] .decided p{line-height:1.7}
.earlier .decided{border-color:var(--strong);background:var(--ground)}
.said{margin-block-start:16px;display:grid;grid-template-columns:repeat(auto-fit,minmax(210px,1fr));gap:8px 22px}
.said dd{font-size:14px;line-height:1.5}
html[lang=ar] .said dd{line-height:1.65}
.said div{break-inside:avoid}
.remark{margin-block-start:6px;font-weight:600;font-size:13px}
.plane-frame{position:relative;width:380px;max-width:100%;margin:14px auto 0;break-inside:avoid;font-size:12px;font-weight:700;color:var(--soft)}
.plane{display:block;width:100%;height:auto}
.axis-along{text-align:end}
.ground{fill:var(--ground);stroke:var(--strong);stroke-width:1}.cut{stroke:var(--strong);stroke-width:1;stroke-dasharray:4 4}
.point{fill:var(--bar)}.point.leads{fill:var(--act);stroke:var(--lead);stroke-width:2}
.mark{font-size:11px;font-weight:700;fill:#fff;direction:ltr}
.money{display:block;width:100%;height:auto;margin-block-start:12px}
.money .mark{font-size:15px}
.duels .num{text-align:center}
.duels td.num{width:52px}
.won{background:#cfe6e4;font-weight:700}.lost{color:var(--soft)}.self{background:var(--track)}
.rounds .strip,.groups .strip{height:5px;margin-block-start:3px}
.rounds td.num{min-width:62px}
.lapsed th,.lapsed td{color:var(--soft);font-weight:400}
.by-group{margin-block-start:20px;break-inside:avoid}
.groups td{min-width:62px}
.groups td.leads{font-weight:700;color:var(--act)}
.by-group .soft,.overview .soft{display:block}
.appendix h3{margin-block-start:22px}
.appendix table{font-size:12px}
.steps{padding-inline-start:22px;display:grid;gap:6px;margin-block-start:6px}
.hash .ltr{white-space:normal;overflow-wrap:anywhere}
.hash{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:11px;overflow-wrap:anywhere}
pre{margin:4px 0 0;padding:8px 10px;background:var(--ground);border:1px solid var(--line);border-radius:6px;font:11px/1.5 ui-monospace,"DejaVu Sans Mono",monospace;white-space:pre-wrap;overflow-wrap:anywhere;text-align:left}
.parameters{margin-block-start:14px}
.options{break-inside:auto}
.together{break-inside:avoid}
.by-name th[scope=row]{min-width:11em}
@media (max-width:700px){main{padding:20px 16px}.facts,.cover .facts{grid-template-columns:1fr 1fr}.agenda{columns:1}.fields{grid-template-columns:1fr}}
@page{size:A4;margin:12mm 14mm 14mm;@bottom-center{font:9pt cairo,sans-serif;color:#55606b}}
@media print{body{background:#fff;font-size:10.5pt}main{max-width:none;padding:0}section.sheet,section.appendix{break-before:page;margin-block-start:0}section{margin-block-start:20px}.board{break-inside:avoid}h1{font-size:23pt}h2{font-size:15pt}.cover .facts{grid-template-columns:2.6fr 1fr 1fr 1fr}
.decided{padding:7px 13px;margin-block-start:9px}.decided p{font-size:12pt}.rule{margin-block-start:8px}.rule p,.said dd,.note{font-size:9.5pt;line-height:1.5}html[lang=ar] .rule p,html[lang=ar] .said dd{line-height:1.6}table{font-size:9.5pt;margin-block-start:9px}th,td{padding:3px 7px}.groups td,.groups tbody th{padding-block:2px}.facts{grid-template-columns:repeat(6,1fr);gap:5px 14px;padding:6px 0;margin-block-start:8px;font-size:9.5pt;line-height:1.45}[data-fact=opened],[data-fact=closed]{grid-column:span 2}.said{margin-block-start:10px}.by-group{margin-block-start:11px}.n{min-width:18px;padding:0 4px}.strip{height:10px}.plane-frame{width:300px}.appendix table{font-size:8.5pt}.facts dt,.said dt,.soft,thead th,caption,h3{font-size:9pt}p,li{orphans:2;widows:2}}
)";

}  // namespace sawt::exporting
