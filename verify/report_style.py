"""The style sheet of `verify.html_report`: light and dark, narrow screens, paper."""

from __future__ import annotations

__all__ = ["STYLE"]

STYLE = """
:root{--paper:#fff;--ink:#1c1b22;--soft:#5a5868;--line:#d5d3de;--box:#f5f4f8;--ok:#0b6b3a;--bad:#a3122b;--blue:#2a4b8d;
--orange:#a04a00;--green:#23734d;--violet:#6b3f9e}
@media (prefers-color-scheme:dark){:root{--paper:#16151b;--ink:#eceaf2;--soft:#b3b0c0;--line:#3c3a47;--box:#211f29;
--ok:#6fd6a0;--bad:#ff8f9f;--blue:#9db9f5;--orange:#ffb26b;--green:#85d8ae;--violet:#cfaef5}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
main{max-width:52rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.6rem;line-height:1.25;overflow-wrap:anywhere}
h2{font-size:1.2rem;margin:2.2rem 0 .6rem;border-bottom:1px solid var(--line);padding-bottom:.2rem}
code,pre{font-family:ui-monospace,monospace;font-size:.88rem}
pre,.target{background:var(--box);padding:.7rem .9rem;border-radius:.4rem;white-space:pre-wrap;overflow-wrap:anywhere}
.claim{font-size:1.1rem}
.verdict{padding:.5rem .9rem;border-left:.35rem solid var(--soft);background:var(--box);overflow-wrap:anywhere}
.verdict.ok{border-color:var(--ok);color:var(--ok)}
.verdict.bad{border-color:var(--bad);color:var(--bad);font-weight:700}
dl{display:grid;gap:.1rem;margin:.6rem 0}
dl div{display:grid;grid-template-columns:11rem 1fr;gap:.8rem;border-bottom:1px solid var(--line);padding:.15rem 0}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:.88rem;min-width:100%}
caption{text-align:left;color:var(--soft);padding:.4rem 0}
th,td{text-align:left;vertical-align:top;padding:.25rem .7rem .25rem 0;border-bottom:1px solid var(--line)}
td:nth-child(-n+3){white-space:nowrap}
figure{margin:1rem 0}
figcaption{color:var(--soft);font-size:.88rem}
svg{width:100%;height:auto;display:block}
.ink,.label{fill:var(--ink);font:12px system-ui,sans-serif}
.label{paint-order:stroke;stroke:var(--paper);stroke-width:3px;font-weight:600}
.frame{fill:none;stroke:var(--line)}
.grid{stroke:var(--line);stroke-width:.7}
.bound{stroke:var(--bad);stroke-width:1.5;stroke-dasharray:10 4}
.outline{fill:none;stroke:var(--soft)}
.mark{fill:var(--paper);stroke:var(--ink);stroke-width:2}
.curve{fill:none;stroke-width:1.8}
.c0{stroke:var(--blue)}.c1{stroke:var(--orange)}.c2{stroke:var(--green)}.c3{stroke:var(--violet)}
@media (max-width:34rem){dl div{grid-template-columns:1fr;gap:0}}
@media print{:root{--paper:#fff;--ink:#000;--soft:#333;--line:#aaa;--box:#f3f3f3;--ok:#064d28;--bad:#7d0018;
--blue:#1d3b77;--orange:#7a3800;--green:#0f5535;--violet:#4e2a7c}
body{font-size:11pt}main{max-width:none;padding:0}section{break-inside:auto}figure,dl div,tr,pre{break-inside:avoid}
h2{break-after:avoid}.wide{overflow:visible}polygon,rect{print-color-adjust:exact}}
"""
