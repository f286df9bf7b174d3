/**
 * The look of a mail. One column, the reader's own sans-serif, colours with a contrast above 7:1 by day and by night. A
 * mail program that drops it all still shows headings, paragraphs and underlined links.
 */
export const style = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 0; background: #faf7f1; color: #14282d; font: 17px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; -webkit-text-size-adjust: 100%; }
.preview { display: none; }
.sheet { max-width: 600px; margin: 0 auto; padding: 24px 20px 32px; background: #ffffff; overflow-wrap: anywhere; }
.from { margin: 0 0 24px; padding: 0 0 12px; border-bottom: 3px solid #0f5e66; font-weight: 700; color: #0f5e66; }
h1 { margin: 0 0 16px; font-size: 25px; line-height: 1.25; }
h2 { margin: 32px 0 8px; font-size: 19px; line-height: 1.3; }
p { margin: 0 0 16px; }
a { color: #0f5e66; }
.facts { padding: 14px 16px; border-radius: 6px; background: #e3efee; line-height: 1.75; }
.name { color: #45575c; }
blockquote { margin: 0 0 16px; padding: 2px 0 2px 16px; border-left: 4px solid #b9cfcd; }
blockquote p:last-child, li p:last-child { margin-bottom: 0; }
ol, ul { margin: 0 0 16px; padding-left: 26px; }
li { margin: 0 0 16px; }
.lead { margin-bottom: 6px; font-weight: 700; }
.action { margin: 24px 0; }
.action a { display: inline-block; padding: 12px 20px; border-radius: 6px; background: #0f5e66; color: #ffffff; font-weight: 700; text-decoration: none; }
.choice { margin: 0 0 12px; }
.choice a { display: block; padding: 11px 18px; border: 2px solid #0f5e66; border-radius: 6px; font-weight: 700; text-decoration: none; }
.note { color: #45575c; font-size: 15px; }
.end { margin-top: 32px; padding-top: 14px; border-top: 1px solid #e2dacd; }
.end p { margin-bottom: 8px; color: #45575c; font-size: 14px; }
@media (max-width: 480px) { .facts { line-height: 1.4; } .name { display: block; margin-top: 8px; font-size: 15px; } .name:first-child { margin-top: 0; } }
@media (max-width: 380px) { body { font-size: 16px; } .sheet { padding: 18px 14px 26px; } h1 { font-size: 22px; } }
@media (prefers-color-scheme: dark) {
  body { background: #0c1519; color: #e7eef0; }
  .sheet { background: #14242b; }
  .from, a { color: #8fd3e3; }
  .from { border-color: #8fd3e3; }
  .facts { background: #1d343d; }
  .name, .note, .end p { color: #b7c8ce; }
  blockquote { border-color: #4a6670; }
  .action a { background: #8fd3e3; color: #0c1519; }
  .choice a { border-color: #8fd3e3; }
  .end { border-color: #38525c; }
}
`
