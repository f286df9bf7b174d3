import { record } from '#audit/door.ts'
import { allow, type Result } from '#kernel/result.ts'
import { namesInRegister } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { file, missing, page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { setting } from '#platform/settings.ts'
import { sheetFile, type SheetFormat } from '#platform/spreadsheet.ts'
import { dimensions } from '../dimension.ts'
import { countDrilled, drilled, parts, talliesOf, type Drill, type DrillPart } from '../drill.sql.ts'
import { figuresWithAll, withinOf } from '../figures.ts'
import { lastMending } from '../mending.sql.ts'
import { dimensionsIn, registersFor } from '../registers.ts'
import { addressOf, askingIn, figuresPath, measureIn, pathOf, wantedOf, type Asking } from './asking.ts'
import { drillPage } from './drill-page.ts'
import { figureSheet } from './figure-sheet.ts'
import { figuresPage } from './figures-page.ts'

const may = 'reports.view'

/** Figures of how the council answers, and the way from each to its enquiries. */
export const figureRoutes: Route[] = [
  { method: 'GET', path: figuresPath, may, handle: show },
  {
    // members are told apart for member services alone (domain, section 10): their way in asks for that permission
    method: 'GET',
    path: '/reports/members',
    may: 'reports.members',
    handle: () => redirect(`${figuresPath}?by=member`),
  },
  { method: 'GET', path: '/reports/figures.csv', may, handle: asked => save(asked, 'csv') },
  { method: 'GET', path: '/reports/figures.xlsx', may, handle: asked => save(asked, 'xlsx') },
  { method: 'GET', path: '/reports/enquiries', may, handle: drill },
]

const askedFor = ({ query, now, viewer }: Asked): Asking => askingIn(query, now.today, mayDo(viewer, 'reports.members'))

async function show(asked: Asked): Promise<Answer> {
  const asking = askedFor(asked)
  const mayMembers = mayDo(asked.viewer, 'reports.members')
  const view = await asked.transact(async tx => {
    const [told, registers, limits, fewest, compared] = await Promise.all([
      figuresWithAll(tx, wantedOf(asking), asked.now.today),
      registersFor(
        tx,
        dimensions.filter(it => it !== 'member' || mayMembers),
      ),
      limitsIn(tx),
      setting(tx, 'reports.fewest'),
      lastMending(tx),
    ])
    return { asking, told, registers, limits, fewest, compared, mayMembers, today: asked.now.today }
  })
  return asking.refusal ? pageAgain(figuresPage(view)) : page(figuresPage(view))
}

const limitsIn = async (tx: Tx) => ({
  green: await setting(tx, 'reports.green-percent'),
  amber: await setting(tx, 'reports.amber-percent'),
})

async function save(asked: Asked, format: SheetFormat): Promise<Answer> {
  const asking = askedFor(asked)
  if (asking.refusal) return show(asked)
  const { from, to } = asking.period
  const told = await asked.transact(async tx => {
    const subject = { kind: 'list', id: 'figures' }
    const details = { format, from, to }
    await record(tx, { at: asked.now.at, actor: asked.viewer.person, act: 'reports.exported', subject, details })
    return figuresWithAll(tx, wantedOf(asking), asked.now.today)
  })
  const saveAs = `Figures ${asking.period.from} to ${asking.period.to}.${format}`
  return file({ ...(await sheetFile(figureSheet(told, asking.by), format)), saveAs })
}

const pageLength = 50

/** The enquiries behind one figure. What names no measure or no days leads nowhere. */
async function drill(asked: Asked): Promise<Answer> {
  const asking = askedFor(asked)
  const measure = measureIn(asked.query)
  const part = parts.find(it => it === asked.query.part) ?? 'all'
  if (!measure || asking.refusal || asking.name !== 'own') return missing
  return asked.transact(async tx => {
    const registers = await registersFor(tx, dimensionsIn(asking.within))
    const behind: Drill = { period: asking.period, within: withinOf(asking.within, registers), measure, part }
    const after = placeIn(asked.query.after)
    if (!after.ok) return missing
    const [n, rows, mailboxName] = await Promise.all([
      countDrilled(tx, behind, asked.now.today),
      drilled(tx, behind, asked.now.today, pageLength + 1, after.value),
      namesInRegister(tx),
    ])
    const shown = rows.slice(0, pageLength)
    const next = rows.length > pageLength ? changed(asked, { after: shown.at(-1)!.reference }) : undefined
    const view = { measure, part, ...asking, registers, n, rows: shown, mailboxName, next }
    const back = pathOf(figuresPath, addressOf(asking, { sort: '' }))
    return page(drillPage({ ...view, back, others: othersOf(asked, measure, part) }))
  })
}

const placeIn = (after: string | undefined): Result<Drilled | undefined> =>
  after === undefined || /^ME-\d{4}-\d{6,}$/.test(after)
    ? allow(after as Drilled | undefined)
    : { ok: false, refusal: { code: 'no-such-place', words: 'There is no such place' } }

type Drilled = Parameters<typeof drilled>[4]

const changed = ({ query }: Asked, words: Record<string, string>): string =>
  `/reports/enquiries?${new URLSearchParams({ ...query, ...words })}`

/** A share leads to what it counts, to what it does not, and to both. */
function othersOf(asked: Asked, measure: Drill['measure'], part: DrillPart) {
  const { of, counts } = talliesOf(measure)
  if (of === counts) return []
  const words: Record<DrillPart, string> = {
    counted: 'Those it counts',
    rest: 'Those it does not count',
    all: 'All it rests on',
  }
  return parts
    .filter(it => it !== part)
    .map(it => ({ text: words[it], href: changed(withoutPlace(asked), { part: it }) }))
}

function withoutPlace(asked: Asked): Asked {
  const { after: _, ...query } = asked.query
  return { ...asked, query: query as Record<string, string> }
}
