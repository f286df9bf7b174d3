import { foundAt, type Finding } from './finding.ts'
import { placesOf } from './stretch.ts'

// Prefixes never given out are left out, so that most order numbers and postcodes are not taken for one.
const niNumbers =
  /\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[\s.\u2010-\u2015-]{0,2}\d){6}[\s.\u2010-\u2015-]{0,2}[A-D]\b/gi

const ibans = /\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}/gi

/** Codes of letters and digits: National Insurance numbers, bank accounts in their international form. */
export const codesIn = (text: string): Finding[] => [
  ...placesOf(text, niNumbers).map(({ start, end }) => foundAt('ni-number', start, end)),
  ...placesOf(text, ibans).flatMap(({ start, written }) => {
    const iban = withoutWordsBehind(written).find(isIban)
    return iban ? [foundAt('bank-account', start, start + iban.length)] : []
  }),
]

/** Short words behind a number look like parts of it: the whole, then each shorter beginning that ends at a space. */
const withoutWordsBehind = (written: string): string[] => [
  written,
  ...Array.from(written.matchAll(/ /g), ({ index }) => written.slice(0, index)).toReversed(),
]

/** The two digits behind the country check the rest, modulo 97 (ISO 13616). */
function isIban(written: string): boolean {
  const plain = written.replace(/[ -]/g, '').toUpperCase()
  const number = `${plain.slice(4)}${plain.slice(0, 4)}`
  let rest = 0
  for (const sign of number) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return plain.length >= 15 && plain.length <= 34 && rest === 1
}
