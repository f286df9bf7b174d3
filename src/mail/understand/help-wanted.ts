import { referencesIn } from '../../kernel/reference.ts'
import type { HelpWanted } from './arrival.ts'

/**
 * What a message to the help address asks for: by its subject, or by its first line where the subject says nothing.
 * Undefined when it is anything else, which a person has to read.
 */
export function helpWanted(subject: string, own: string): HelpWanted | undefined {
  const line = own.trim().split('\n', 1)[0] ?? ''
  return (
    asked(subject) ??
    asked(withoutPrefix(subject) ? `${withoutPrefix(subject)} ${line}` : line) ??
    nothingSaid(subject, own)
  )
}

const nothingSaid = (subject: string, own: string): HelpWanted | undefined =>
  !withoutPrefix(subject) && !own.trim() ? { what: 'how-to' } : undefined

const withoutPrefix = (text: string): string =>
  text
    .slice(0, 200)
    .replace(/^\s*(?:(?:re|fwd?)\s*:\s*)+/i, '')
    .trim()

function asked(text: string): HelpWanted | undefined {
  const line = withoutPrefix(text).replace(/[\s.!?]+$/, '')
  if (
    /^(?:please )?(?:send )?(?:me )?(?:the |a |my )?(?:list|enquiries|list of my enquiries|open enquiries)(?: please)?$/i.test(
      line,
    )
  )
    return { what: 'list' }
  if (/^(?:help|how|how to|how does (?:this|it) work|instructions)(?: please)?$/i.test(line)) return { what: 'how-to' }
  const [reference] = referencesIn(line)
  const words = line.replace(/\[?ME-\d{4}-\d{6,}\]?/i, ' ').trim()
  return reference && /^(?:status|status of|where is|progress|news|any news)?[\s:?]*$/i.test(words)
    ? { what: 'status', reference }
    : undefined
}
