import { parse } from 'csv-parse/sync'

/** One line below the heading: where it stands in the file, and its cells by the heading's names in small letters. */
export type CsvLine = { readonly line: number; readonly cells: Readonly<Record<string, string>> }

/** What is wrong with a file, on which line and, where it is one cell, in which column. */
export type WrongLine = { readonly line: number; readonly words: string; readonly column?: string }

export type Csv = {
  readonly lines: readonly CsvLine[]
  /** the names of the heading, in small letters */
  readonly columns: readonly string[]
  /** why it cannot be read; then there are no lines */
  readonly broken?: WrongLine
}

/**
 * The text of a file as spreadsheets save it: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252, which is
 * what Excel on a British computer writes when it is not told otherwise.
 */
export function textOfCsv(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Reads CSV with a heading line; cells stand between commas, semicolons or tabs, whichever the heading has most of. */
export function readCsv(text: string): Csv {
  let columns: string[] = []
  try {
    const read: { info: { lines: number }; record: Record<string, string> }[] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      columns: (heading: string[]) => (columns = heading.map(name => name.trim().toLowerCase())),
      info: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    })
    return { columns, lines: read.map(it => ({ line: it.info.lines, cells: it.record })) }
  } catch (error) {
    const { lines = 1, message } = error as Error & { lines?: number }
    return { columns, lines: [], broken: { line: lines, words: `This is not a CSV file we can read: ${message}` } }
  }
}

function delimiterOf(text: string): string {
  const heading = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const count = (delimiter: string): number => heading.split(delimiter).length
  return [',', ';', '\t'].reduce((best, it) => (count(it) > count(best) ? it : best))
}
