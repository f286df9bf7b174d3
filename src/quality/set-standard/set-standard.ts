import { record } from '#audit/door.ts'
import type { Now } from '#kernel/day.ts'
import { allow, refuse, refuseAll, type Refusal, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Form } from '#platform/http/form.ts'
import { typedDay } from '#platform/http/typed-day.ts'
import { checks, type Jargon, type Point, type Standard } from '../standard.ts'
import { addStandard, latestStandard } from '../standard.sql.ts'

/** A version of the standard before it has its number. */
export type NewStandard = Omit<Standard, 'version' | 'setAt' | 'setBy'>

const longest = 200

/** What the form says, or everything that is wrong with it. A point that is left empty is not part of the standard. */
export function readStandard(form: Form, { today }: Now): Result<NewStandard> {
  const fromOn = typedDay(form, 'fromOn', 'Day it begins')
  const points = pointsIn(form)
  const readingAge = Number(form.text('readingAge'))
  const longestSentenceWords = Number(form.text('longestSentenceWords'))
  const jargon = jargonIn(form.text('jargon'))
  const why = oneLine(form.text('why'))
  const wrong: Refusal[] = [
    ...(points.length === 0 ? [refusal('no-points', 'Enter what a good answer says', 'point-answers')] : []),
    ...(points.length > 20 ? [refusal('too-many', 'Enter 20 points or fewer', 'further')] : []),
    ...tooLong(form),
    ...(isWhole(readingAge, 8, 18) ? [] : [refusal('age', 'Reading age must be a number from 8 to 18', 'readingAge')]),
    ...(isWhole(longestSentenceWords, 10, 60)
      ? []
      : [refusal('words', 'Words in a sentence must be a number from 10 to 60', 'longestSentenceWords')]),
    ...(jargon.length > 300 ? [refusal('too-many', 'Enter 300 words to avoid or fewer', 'jargon')] : []),
    ...(jargon.some(it => it.say === '' || it.say.length + it.instead.length > longest)
      ? [refusal('jargon', 'Enter each word to avoid on a line of its own, such as “prior to = before”', 'jargon')]
      : []),
    ...(why === '' ? [refusal('missing', 'Enter why it changes', 'why')] : []),
    ...(fromOn.ok && fromOn.value < today
      ? [refusal('past', 'Day it begins must be today or later', 'fromOn')]
      : fromOn.ok
        ? []
        : [fromOn.refusal]),
  ]
  return (
    refuseAll(wrong) ??
    allow({ points, readingAge, longestSentenceWords, jargon, why, fromOn: fromOn.ok ? fromOn.value : today })
  )
}

const refusal = (code: string, words: string, field: string): Refusal => refuse(code, words, field).refusal

const isWhole = (n: number, least: number, most: number): boolean => Number.isInteger(n) && n >= least && n <= most

const linesOf = (text: string): string[] => text.split('\n').map(oneLine).filter(Boolean)

const pointsIn = (form: Form): Point[] => [
  ...checks.flatMap(check => {
    const words = oneLine(form.text(`point-${check}`))
    return words ? [{ check, words }] : []
  }),
  ...linesOf(form.text('further')).map(words => ({ check: null, words })),
]

const tooLong = (form: Form): Refusal[] => [
  ...checks
    .filter(check => form.text(`point-${check}`).length > longest)
    .map(check => refusal('long', `Point must be ${longest} characters or fewer`, `point-${check}`)),
  ...(linesOf(form.text('further')).some(it => it.length > longest)
    ? [refusal('long', `Each further point must be ${longest} characters or fewer`, 'further')]
    : []),
]

const jargonIn = (text: string): Jargon[] =>
  linesOf(text).map(line => {
    const [say = '', ...instead] = line.split('=')
    return { say: oneLine(say), instead: oneLine(instead.join('=')) }
  })

type Setting = { readonly actor: string; readonly now: Now; readonly seen: number }

/** Adds a version. `seen` is the version the form was drawn from. Refusal: `stale-version`. */
export async function setStandard(tx: Tx, it: NewStandard, { actor, now, seen }: Setting): Promise<Result<number>> {
  const latest = await latestStandard(tx)
  if (latest.version !== seen)
    return refuse(
      'stale-version',
      'Somebody else changed the standard meanwhile. Open it again to see what it says now',
    )
  const version = seen + 1
  if (!(await addStandard(tx, { ...it, version, setAt: now.at, setBy: actor })))
    return refuse(
      'stale-version',
      'Somebody else changed the standard meanwhile. Open it again to see what it says now',
    )
  await record(tx, {
    at: now.at,
    actor,
    act: 'quality.set-standard',
    subject: { kind: 'standard', id: String(version) },
  })
  return allow(version)
}
