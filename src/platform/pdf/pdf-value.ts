/** The values that a PDF is made of (ISO 32000-1, section 7.3). */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfDict
  | PdfStream
  | readonly PdfValue[]
export type PdfName = { readonly is: 'name'; readonly name: string }
export type PdfString = { readonly is: 'string'; readonly bytes: Buffer }
export type PdfRef = { readonly is: 'ref'; readonly number: number }
export type PdfDict = { readonly is: 'dict'; readonly entries: ReadonlyMap<string, PdfValue> }
/** `bytes` as they stand in the file, packed as the dictionary says */
export type PdfStream = {
  readonly is: 'stream'
  readonly entries: ReadonlyMap<string, PdfValue>
  readonly bytes: Buffer
}

const isA =
  <K extends string>(kind: K) =>
  (it: PdfValue | undefined): it is Extract<PdfValue, { readonly is: K }> =>
    typeof it === 'object' && it !== null && 'is' in it && it.is === kind

export const isName = isA('name')
export const isString = isA('string')
export const isRef = isA('ref')
export const isStream = isA('stream')
const isPlainDict = isA('dict')
/** A dictionary, its own or a stream's. */
export const isDict = (it: PdfValue | undefined): it is PdfDict | PdfStream => isPlainDict(it) || isStream(it)
export const isArray = (it: PdfValue | undefined): it is readonly PdfValue[] => Array.isArray(it)

/** The name that stands under a key, `Page` for `/Type /Page`. */
export function nameUnder(it: PdfValue | undefined, key: string): string | undefined {
  const found = isDict(it) ? it.entries.get(key) : undefined
  return isName(found) ? found.name : undefined
}
