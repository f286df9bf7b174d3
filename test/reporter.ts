import { relative } from 'node:path'

/** What a file of tests came to. */
export type Outcome = { passed: number; seconds: number; readonly failures: string[] }

type Told = {
  type: string
  data: {
    name: string
    file?: string
    line?: number
    message?: string
    duration_ms?: number
    details?: { type?: string; error?: unknown }
  }
}

/** Tells each failure and each printed line as it comes, and keeps by file what came of it. */
export async function* reporting(source: AsyncIterable<Told>, outcomes: Map<string, Outcome>): AsyncGenerator<string> {
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message ?? ''
    if (!data?.file || data.details?.type === 'suite') continue
    const outcome = outcomes.getOrInsertComputed(data.file, () => ({ passed: 0, seconds: 0, failures: [] }))
    if (type === 'test:pass') outcome.passed++
    else if (type === 'test:summary') outcome.seconds = Math.round((data.duration_ms ?? 0) / 1000)
    else if (type === 'test:fail') {
      const failure = `\n✗ ${data.name}  (${named(data.file)}:${data.line ?? ''})\n${reason(data.details?.error)}\n`
      outcome.failures.push(failure)
      yield failure
    }
  }
}

/** A line a file, then once more everything that failed, since what comes last is read first, and the count. */
export function closing(outcomes: ReadonlyMap<string, Outcome>): string {
  const lines = [...outcomes].map(
    ([file, { passed, seconds }]) => `${String(passed).padStart(5)} ${String(seconds).padStart(4)} s  ${named(file)}\n`,
  )
  const all = [...outcomes.values()]
  const failures = all.flatMap(it => it.failures)
  const passed = all.reduce((sum, it) => sum + it.passed, 0)
  return `${[...lines, ...failures].join('')}${passed} passed, ${failures.length} failed\n`
}

export const named = (file: string): string => relative(process.cwd(), file)

function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error
    ? (cause.stack ?? cause.message)
    : String(error instanceof Error ? error.message : error)
}
