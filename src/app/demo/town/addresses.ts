/** Where the council's own mail lives. */
export const domain = 'tessbridge.example'

/** The addresses of the council that belong to nobody in particular. */
export const oneStopAddress = `onestop@${domain}`
export const recordAddress = `record@${domain}`

/** `siobhan.obrien@tessbridge.example` from `Siobhán O'Brien`; middle names and hyphens keep their place. */
export function addressOf(name: string, at = domain): string {
  const words = plain(name).split(' ')
  return `${words[0]}.${words.slice(1).join('')}@${at}`
}

/** A name in the letters that stand in an address: no accents, no apostrophes. */
export const plain = (name: string): string =>
  name
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/[^\p{Letter}\s-]/gu, '')
    .toLowerCase()

/** A number from the range kept for stories (01632 960000 to 960999). */
export const phoneOf = (last: number): string => `01632 960${String(last).padStart(3, '0')}`
