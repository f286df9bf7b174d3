/** A stretch of a message: what its author wrote now, what they quote, or the signature under it. */
export type Stretch = { readonly kind: 'own' | 'quoted' | 'signature'; readonly text: string }

/**
 * Splits a message into own words, quotes and signature, to fold and never to delete: the stretches put together are
 * the message again. Looks at each line a fixed number of times, whatever the sender made of it. A message without own
 * words, such as a bare forward, is own words as a whole.
 */
export function ownWords(text: string): Stretch[] {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const stretches = joined(lines, kindsOf(lines))
  const says = stretches.some(it => it.kind === 'own' && it.text.trim() !== '')
  return says || text === '' ? stretches : [{ kind: 'own', text }]
}

/** Only what the author wrote now, without the space around it. */
export const ownText = (text: string): string =>
  ownWords(text)
    .filter(it => it.kind === 'own')
    .map(it => it.text)
    .join('')
    .trim()

function kindsOf(lines: readonly string[]): Stretch['kind'][] {
  const kinds: Stretch['kind'][] = []
  let section: Stretch['kind'] = 'own'
  while (kinds.length < lines.length) {
    const at = kinds.length
    if (restIsQuoted(lines, at)) return [...kinds, ...Array<'quoted'>(lines.length - at).fill('quoted')]
    const attribution = attributionLines(lines, at)
    if (attribution > 0) {
      kinds.push(...Array<'quoted'>(attribution).fill('quoted'))
      section = 'own'
      // some programs mark the quoted lines, some do not: then nothing tells where the quote would end
      if (!isMarked(nextWritten(lines, kinds.length))) section = 'quoted'
      continue
    }
    const line = beginning(lines[at])
    if (section === 'own' && (/^--\s*$/.test(line) || /^Sent from my \S/.test(line))) section = 'signature'
    kinds.push(isMarked(line) ? 'quoted' : section)
  }
  return kinds
}

/** No rule looks further into a line than this: a line may be 30 MB long. */
const beginning = (line: string | undefined): string => (line ?? '').slice(0, 300).trim()

const isMarked = (line: string): boolean => line.startsWith('>')

function nextWritten(lines: readonly string[], from: number): string {
  for (let at = from; at < lines.length; at++) {
    const line = beginning(lines[at])
    if (line) return line
  }
  return ''
}

/** From here on everything is somebody's earlier message. */
function restIsQuoted(lines: readonly string[], at: number): boolean {
  const line = beginning(lines[at])
  if (/^-{2,}\s*(Original Message|Forwarded message)\s*-{2,}$/i.test(line)) return true
  if (/^Begin forwarded message:$/i.test(line)) return true
  if (/^_{10,}$/.test(line)) return isHeaderBlock(lines, at + 1)
  return isHeaderBlock(lines, at)
}

/** `From:` with `Sent:` or `Date:` soon after, as some programs put above what they quote. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (!/^\*?From:\*?\s*\S/i.test(beginning(lines[at]))) return false
  const following = [1, 2, 3, 4].map(step => beginning(lines[at + step]))
  return (
    following.some(line => /^\*?(Sent|Date):/i.test(line)) && following.some(line => /^\*?(To|Subject):/i.test(line))
  )
}

/** How many lines "On … wrote:" takes from here; mail programs break it at up to three. 0 when it is none. */
function attributionLines(lines: readonly string[], at: number): number {
  if (!/^On\s\S/.test(beginning(lines[at]))) return 0
  for (let count = 1; count <= 3 && at + count <= lines.length; count++) {
    const line = beginning(lines[at + count - 1])
    if (line === '' || isMarked(line)) return 0
    if (/\bwrote:$/.test(line)) return count
  }
  return 0
}

function joined(lines: readonly string[], kinds: readonly Stretch['kind'][]): Stretch[] {
  const stretches: { kind: Stretch['kind']; lines: string[] }[] = []
  for (const [at, line] of lines.entries()) {
    const last = stretches.at(-1)
    if (last?.kind === kinds[at]) last!.lines.push(line)
    else stretches.push({ kind: kinds[at]!, lines: [line] })
  }
  return stretches.map(it => ({ kind: it.kind, text: it.lines.join('') }))
}
