/** One word of a text: how it counts, and where it stands in what was written. */
export type Token = { readonly stem: string; readonly from: number; readonly to: number }

/** Beyond this many characters a text is about too much to say more. */
const enough = 20_000

const accents = /\p{Mn}/gu
const word = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu

/** The words of a text in order, each reduced so that case, accents and plurals make no difference. */
export function tokensOf(text: string): Token[] {
  return Array.from(text.slice(0, enough).matchAll(word), found => ({
    stem: stemOf(found[0]),
    from: found.index,
    to: found.index + found[0].length,
  }))
}

export const stemsOf = (text: string): string[] => tokensOf(text).map(token => token.stem)

/** The plain singular: `Potholes` → `pothole`, `bodies` → `body`, `branches` → `branch`, `dog's` → `dog`. */
export function stemOf(word: string): string {
  const plain = word
    .normalize('NFD')
    .replace(accents, '')
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/['’]/g, '')
  if (plain.length < 4) return plain
  if (plain.endsWith('ies')) return `${plain.slice(0, -3)}y`
  if (/(?:ch|sh|ss|x|z)es$/.test(plain)) return plain.slice(0, -2)
  return plain.endsWith('s') && !/(?:ss|us|is)$/.test(plain) ? plain.slice(0, -1) : plain
}

/** Words that say nothing about a topic on their own. */
export const emptyWords = new Set(
  'a about after again all an and any are as at be by can cannot complain complaint constituent council for from have has help in is it its my new no not of off on or other our out over own people please put resident shared so the their them there they this to up was we were what when where which who will with you your'.split(
    ' ',
  ),
)
