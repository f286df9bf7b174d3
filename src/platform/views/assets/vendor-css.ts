/**
 * What we change in the prebuilt style sheets: their fonts and their crests are not ours to use, their colours become
 * the tokens' ones, and their few icons move into the sheet itself.
 */
export function recoloured(css: string, icon: (name: string) => Buffer): string {
  return withIcons(withoutCrests(withoutFonts(css)), icon)
    .replace(/#[0-9a-f]{3,6}\b/gi, colour => colours[colour.toLowerCase()] ?? colour)
    .replace(/@charset "UTF-8";/g, '')
    .replace(/\/\*# sourceMappingURL=.*?\*\//g, '')
}

/** Comments and indentation are for readers of the source. */
export const tidied = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')

/** Only where the sheets name a colour outright; what they take from a custom property is set in tokens.css. */
const colours: Record<string, string> = {
  '#1d70b8': '#0f5e66',
  '#1a65a6': '#0c5a64',
  '#0f385c': '#083b42',
  '#0b0c0c': '#14282d',
  '#484949': '#45575c',
  '#f4f8fb': '#f6f1e8',
  '#8eb8dc': '#cfc6b6',
  '#cecece': '#d9d1c4',
  '#f3f3f3': '#f4efe6',
  '#858686': '#8b8375',
  '#d2e2f1': '#d5e6e7',
  '#005ea5': '#0c5a64',
  '#0f7a52': '#1a6546',
  '#ca3535': '#a8231c',
  '#eb611c': '#a86200',
  '#c75228': '#8a5000',
  '#8b391c': '#704000',
}

const withoutFonts = (css: string): string =>
  css
    .replace(/\/\*! Copyright \(c\) 2011[\s\S]*?\*\//g, '')
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/GDS Transport,arial,sans-serif/g, 'var(--os-font)')

/** Rules of the GOV.UK and MoJ headers and footers with their crests, which no page of ours has. */
const withoutCrests = (css: string): string =>
  css.replace(/[^{}]*\.(?:govuk-header|govuk-footer|moj-header)[^{}]*\{[^{}]*\}/g, '').replace(/@[a-z][^{}]*\{\}/g, '')

const withIcons = (css: string, icon: (name: string) => Buffer): string =>
  css.replace(/url\(\/assets\/images\/([\w-]+\.svg)\)/g, (_, name: string) => {
    return `url(data:image/svg+xml;base64,${icon(name).toString('base64')})`
  })
