import { parse } from 'csv-parse/sync'

/** One line below the heading: where it stands in the file, and its cells by the heading's names in small letters. */
export type CsvLine = { readonly line: number; readonly cells: Readonly<Record<string, string>> }

/** What is wrong with a file, and on which line. */
export type WrongLine = { readonly line: number; readonly words: string }

/** Reads CSV with a heading line; `broken` says why it cannot be read, and then there are no lines. */
export function readCsv(text: string): { readonly lines: readonly CsvLine[]; readonly broken?: WrongLine } {
  try {
    const read: { info: { lines: number }; record: Record<string, string> }[] = parse(text, {
      bom: true,
      columns: (heading: string[]) => heading.map(name => name.trim().toLowerCase()),
      info: true,
      skip_empty_lines: true,
      trim: true,
    })
    return { lines: read.map(it => ({ line: it.info.lines, cells: it.record })) }
  } catch (error) {
    const { lines = 1, message } = error as Error & { lines?: number }
    return { lines: [], broken: { line: lines, words: `This is not a CSV file we can read: ${message}` } }
  }
}
