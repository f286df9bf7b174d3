import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { json, problem } from '#platform/http/answer.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import { givenAs } from '#platform/http/given.ts'
import type { Asked } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { dimensions, type Within } from '../dimension.ts'
import type { Figure, FigureRow, Wanted } from '../figure.ts'
import { figuresWithAll } from '../figures.ts'
import { measures } from '../measures.ts'
import { periodNamed, periodOf } from '../page/chosen-period.ts'
import { figuresExample } from './example.ts'

const keys = (of: string) =>
  z
    .string()
    .regex(/^[a-z0-9-]+(,[a-z0-9-]+)*$/, 'Use keys with commas between them')
    .optional()
    .describe(`Only these: keys of ${of}, or none, with commas between them`)

const query = z.strictObject({
  from: z.iso.date('Use a real date, like 2026-06-01').optional().describe('Received from this day on'),
  to: z.iso.date('Use a real date, like 2026-06-30').optional().describe('Received until this day'),
  by: z
    .enum(dimensions, `Use ${dimensions.join(', ')}`)
    .optional()
    .describe('A row for each of these'),
  service: keys('services'),
  mailbox: keys('mailboxes'),
  ward: keys('wards'),
  member: keys('members, as ids'),
  topic: keys('topics'),
  kind: keys('kinds'),
  channel: keys('channels'),
})

type Query = z.infer<typeof query>

const figureShape = z.strictObject({
  n: z.int().describe('How many enquiries it rests on'),
  value: z.number().nullable().describe('Empty: too few to say'),
  count: z.int().optional().describe('How many of them it counts, where it counts some'),
})

const rowShape = z.strictObject({
  key: z.string(),
  label: z.string(),
  n: z.int().describe('How many were received'),
  values: z.record(z.string(), figureShape).describe('Each measure by its key'),
})

const answerShape = z.strictObject({
  from: z.string(),
  to: z.string(),
  by: z.string().nullable(),
  measures: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      definition: z.string(),
      unit: z.string(),
      better: z.string(),
    }),
  ),
  all: rowShape,
  rows: z.array(rowShape),
})

/** `GET /api/v1/figures` (contract, “API”): the reported measures, with n and their definitions. */
export const figureEndpoints: Endpoint[] = [
  {
    method: 'GET',
    path: '/api/v1/figures',
    may: 'reports.view',
    group: 'Figures',
    id: 'readFigures',
    title: 'Read figures',
    means:
      'Every measure of what was received in a period, of what you may count, with how many enquiries each rests on. Without days: the last 12 months.',
    query,
    answers: [{ status: 200, means: 'The figures', shape: answerShape }],
    problems: [401, 403, 422],
    example: figuresExample,
    handle: async asked => {
      const given = givenAs(query, asked.query)
      if (!given.ok) return problem(given.refusal)
      const wanted = wantedOf(given.value, asked)
      if (!wanted.ok) return problem(wanted.refusal)
      const told = await asked.transact(tx => figuresWithAll(tx, wanted.value, asked.now.today))
      const { from, to, by = null } = wanted.value
      return json({ from, to, by, measures: shownMeasures, all: shown(told.all), rows: told.rows.map(shown) })
    },
  },
]

const shownMeasures = measures.map(({ key, label, definition, unit, better }) => ({
  key,
  label,
  definition,
  unit,
  better,
}))

function wantedOf({ from, to, by, ...within }: Query, { viewer, now }: Asked): Result<Wanted> {
  if ((by === 'member' || within.member) && !mayDo(viewer, 'reports.members'))
    return refuse('not-allowed', 'Figures of single members are for member services')
  const usual = periodNamed('year', now.today)
  const period = periodOf(from ?? usual.from, to ?? (from && from > now.today ? from : now.today))
  if (!period.ok) return period
  const narrowed = Object.entries(within).flatMap(([dimension, some]) => (some ? [[dimension, some.split(',')]] : []))
  return allow({ ...period.value, ...(by && { by }), within: Object.fromEntries(narrowed) as Within })
}

const shown = ({ key, label, n, values }: FigureRow) => ({
  key,
  label,
  n,
  values: Object.fromEntries(Object.entries(values).map(([name, it]) => [name, shownFigure(it)])),
})

const shownFigure = (it: Figure) => ('tooFew' in it ? { n: it.n, value: null } : it)
