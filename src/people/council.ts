/** A ward elects members. */
export type Ward = { readonly id: string; readonly key: string; readonly name: string }

export type Group = { readonly id: string; readonly name: string }

/** A partner outside the council that answers for it. */
export type Organisation = { readonly id: string; readonly key: string; readonly name: string }

export type Directorate = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly directorId: string | null
  readonly director: string | null
}

/** A service of the council, inside a directorate. */
export type Service = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly directorateId: string
  readonly directorate: string
  readonly headId: string | null
  readonly head: string | null
}

/** The key that stands in addresses and imports for a name: `Abbot's Cross` → `abbots-cross`. Never empty. */
export function keyOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'unnamed'
}
