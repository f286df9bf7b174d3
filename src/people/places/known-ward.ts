import { keyOf } from '../council.ts'

/** A ward as files may name it: by its name, by our key, or by the code of the statistics office. */
export type KnownWard = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly code: string | null
}

/** How a file names a ward; either may be empty. */
export type NamedWard = { readonly name: string; readonly code: string }

/** What a file tells of the wards it names, beside what it is about. */
export type WardsTold = {
  /** lines or shapes of wards that are not ours */
  readonly passedOver: number
  /** some of those wards, as the file names them */
  readonly strangers: readonly string[]
  /** codes that the file gives to wards of ours, by the ward's id */
  readonly codes: Readonly<Record<string, string>>
}

const mostStrangers = 20

/** Finds wards by whatever a file calls them, and keeps count of those that are not ours. */
export function wardFinder(wards: readonly KnownWard[]) {
  const byName = new Map(
    wards.flatMap(ward => [ward.key, ward.name, ...(ward.code ? [ward.code] : [])].map(it => [plain(it), ward])),
  )
  const strangers = new Set<string>()
  const codes: Record<string, string> = {}
  let passedOver = 0
  return {
    find({ name, code }: NamedWard): KnownWard | undefined {
      const ward = byName.get(plain(code)) ?? byName.get(plain(name))
      if (!ward) {
        passedOver++
        if (strangers.size < mostStrangers) strangers.add(name || code || 'without a name')
      } else if (isCode(code) && code !== ward.code) codes[ward.id] = code
      return ward
    },
    told: (): WardsTold => ({ passedOver, strangers: [...strangers], codes }),
  }
}

/** `Abbot’s Cross Ward` and `abbots-cross` are one. */
const plain = (name: string): string => keyOf(name.replace(/\s+ward\s*$/i, ''))

const isCode = (text: string): boolean => /^[A-Z]\d{8}$/.test(text)
