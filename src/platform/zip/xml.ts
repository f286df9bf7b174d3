/**
 * Just enough of XML for the parts of office documents: which elements stand there, with which attributes, and their
 * text. Every pattern runs in linear time and nothing is ever expanded or fetched.
 */

/** The text of a part: UTF-8, or UTF-16 where its first two bytes say so. */
export function textOfPart(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2)
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le')
  return bytes.toString('utf8')
}

/** The opening tags of elements with one of these names, whatever their prefix: `sheet` finds `<x:sheet …>`. */
export const tags = (xml: string, ...names: string[]): string[] =>
  [...xml.matchAll(new RegExp(`<(?:[\\w-]+:)?(?:${names.join('|')})(?=[\\s/>])[^<>]*>`, 'g'))].map(([tag]) => tag)

/** An attribute of a tag, whatever its prefix; undefined where there is none. */
export function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s(?:[\\w-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found ? decoded(found[1] ?? found[2] ?? '') : undefined
}

/** `1`, `true`, `on`: what XML Schema and old writers take for yes. */
export const isOn = (value: string | undefined): boolean => ['1', 'true', 'on'].includes(value ?? '')

/** The text inside the elements of a name, each for itself, without their own tags. They are not looked for inside each other. */
export function texts(xml: string, name: string): string[] {
  const found: string[] = []
  const opening = new RegExp(`<(?:[\\w-]+:)?${name}(?=[\\s>])[^<>]*>`, 'g')
  for (let it = opening.exec(xml); it; it = opening.exec(xml)) {
    if (it[0].endsWith('/>')) continue
    const closing = new RegExp(`</(?:[\\w-]+:)?${name}\\s*>`, 'g')
    closing.lastIndex = opening.lastIndex
    const end = closing.exec(xml)
    if (!end) break
    found.push(decoded(xml.slice(opening.lastIndex, end.index).replace(/<[^<>]*>/g, '')))
    opening.lastIndex = closing.lastIndex
  }
  return found
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with its five named and its numbered characters put in; others stay as they are. */
export const decoded = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
    (whole, hex?: string, number?: string, name?: string) => {
      if (name) return entities[name] ?? whole
      const point = hex ? parseInt(hex, 16) : Number(number)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
    },
  )
