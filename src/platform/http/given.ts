import type { z } from 'zod'
import { allow, type Refusal, type Result } from '../../kernel/result.ts'

/** What was given, in the shape it must have. A request without a body is an empty object. */
export function givenAs<T>(shape: z.ZodType<T>, given: unknown): Result<T> {
  const parsed = shape.safeParse(given ?? {})
  return parsed.success ? allow(parsed.data) : { ok: false, refusal: refusalOfZod(parsed.error) }
}

/**
 * A failed parse as a refusal: the first thing wrong in front, the others beside it, each with the field it belongs to
 * (`answers/0/excuse` for something deep inside, so that it is a JSON pointer without its first slash).
 */
export function refusalOfZod(error: z.ZodError): Refusal {
  const [first, ...also] = firstOfEachField(error.issues.map(refusalOf))
  if (!first) return { code: 'invalid', words: 'Check what you entered' }
  return also.length > 0 ? { ...first, also } : first
}

function refusalOf(issue: z.core.$ZodIssue): Refusal {
  const { path, message } = issue
  // a misspelt field would otherwise be dropped without a word
  if (issue.code === 'unrecognized_keys') return unknownField([...path, issue.keys[0]!])
  return path.length > 0
    ? { code: 'invalid', words: message, field: path.map(String).join('/') }
    : { code: 'invalid', words: message }
}

const unknownField = (path: readonly PropertyKey[]): Refusal => ({
  code: 'unknown-field',
  words: `There is no field “${String(path.at(-1))}” here`,
  field: path.map(String).join('/'),
})

/** One mistake at a field is enough to mend it. */
const firstOfEachField = (refusals: readonly Refusal[]): Refusal[] =>
  refusals.filter((it, at) => refusals.findIndex(other => other.field === it.field) === at)
