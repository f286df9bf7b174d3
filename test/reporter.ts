import { relative } from 'node:path'

type Told = {
  type: string
  data: {
    name: string
    nesting: number
    file?: string
    line?: number
    message?: string
    duration_ms?: number
    details?: { duration_ms?: number; type?: string; error?: unknown }
  }
}

/** One line a file while it goes well (tests passed, seconds), everything about what fails, and the count last. */
export default async function* reporter(source: AsyncIterable<Told>): AsyncGenerator<string> {
  let passed = 0
  let failed = 0
  const files = new Map<string, number>()
  const seconds = new Map<string, number>()
  for await (const { type, data } of source) {
    if (data?.details?.type === 'suite') continue
    if (type === 'test:pass') {
      passed++
      if (data.file) files.set(data.file, (files.get(data.file) ?? 0) + 1)
    } else if (type === 'test:fail') {
      failed++
      yield `\n✗ ${data.name}  (${data.file ? relative(process.cwd(), data.file) : ''}:${data.line ?? ''})\n${reason(data.details?.error)}\n`
    } else if (type === 'test:summary') {
      if (data.file) seconds.set(data.file, Math.round((data.duration_ms ?? 0) / 1000))
    } else if (type === 'test:stdout' || type === 'test:stderr') {
      yield data.message ?? ''
    }
  }
  for (const [file, n] of files)
    yield `${String(n).padStart(5)} ${String(seconds.get(file) ?? '').padStart(4)} s  ${relative(process.cwd(), file)}\n`
  yield `${passed} passed, ${failed} failed\n`
}

function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error
    ? (cause.stack ?? cause.message)
    : String(error instanceof Error ? error.message : error)
}
