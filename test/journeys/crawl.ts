import type { Page, Request } from 'playwright-core'
import { axeFinds, builtWrong, type Screen } from './browser.ts'
import type { Seat } from './house.ts'

/** One page as one person met it. */
export type Visit = {
  readonly path: string
  readonly route: string
  readonly status: number
  readonly kilobytes: number
  readonly wrong: readonly string[]
}

/** At most so many pages for one person, and so many among them of a kind that somebody else has met already. */
export const most = { all: 60, again: 6 }
const heaviest = 150

/** The kinds of pages anybody has met in this file. */
const met = new Set<string>()

/**
 * Visits the pages somebody can reach by links, nearest first, one of each kind, and looks at each at every width. What
 * nobody has met yet goes first.
 */
export async function crawl(seat: Seat, screens: readonly Screen[]): Promise<Visit[]> {
  const visits: Visit[] = []
  const seen = new Set<string>()
  const queue = ['/', '/help']
  let again = 0
  while (queue.length > 0 && visits.length < most.all) {
    const unmet = queue.findIndex(path => !met.has(routeOf(path)))
    const [path] = queue.splice(Math.max(0, unmet), 1)
    const route = routeOf(path!)
    if (seen.has(route) || (unmet < 0 && again++ >= most.again)) continue
    seen.add(route)
    visits.push(await look(seat, path!, screens))
    met.add(route)
    queue.push(...(await linksOn(seat.page)).filter(link => !seen.has(routeOf(link))))
  }
  return visits
}

async function look({ page, troubles }: Seat, path: string, screens: readonly Screen[]): Promise<Visit> {
  const before = troubles.length
  await page.setViewportSize(screens[0]!)
  const { status, bytes } = await loadCold(page, path)
  const wrong = status === 200 ? [] : [`status ${status}`]
  const kilobytes = Math.round(bytes / 1000)
  if (kilobytes > heaviest) wrong.push(`${kilobytes} kB`)
  if (await isPage(page)) {
    const isNew = await firstOfItsBuild(page, routeOf(path))
    for (const [n, screen] of screens.entries()) {
      await page.setViewportSize(screen)
      // what depends on the width is the same for everybody who meets this kind of page
      const forAxe = n === 0 ? isNew : n === screens.length - 1 && !met.has(routeOf(path))
      const found = [...(await builtWrong(page)), ...(forAxe ? await axeFinds(page) : [])]
      wrong.push(...found.map(it => `${it} (at ${screen.width})`))
    }
  }
  wrong.push(...troubles.slice(before))
  return { path, route: routeOf(path), status, kilobytes, wrong: [...new Set(wrong)] }
}

const builds = new Map<string, Set<string>>()
const mostBuilds = 2

/**
 * Whether a page of this kind, made of these very elements, has not been looked at by axe for somebody else already. A few
 * such builds of each kind are looked at: what differs between further ones is which rows a list has.
 */
async function firstOfItsBuild(page: Page, route: string): Promise<boolean> {
  const build = await page.evaluate<string>(
    `[...new Set([...document.querySelectorAll('body *')].map(it => it.tagName + '.' + it.className + (it.getAttribute('role') ?? '')))].sort().join(' ')`,
  )
  const known = builds.getOrInsert(route, new Set())
  if (known.has(build) || known.size >= mostBuilds) return false
  known.add(build)
  return true
}

/** Loads with nothing in the cache and adds up what came over the wire. */
async function loadCold(page: Page, path: string): Promise<{ status: number; bytes: number }> {
  const client = await page.context().newCDPSession(page)
  await client.send('Network.clearBrowserCache')
  const requests: Request[] = []
  const note = (request: Request) => requests.push(request)
  page.on('requestfinished', note)
  const answer = await page.goto(path, { waitUntil: 'load' })
  page.off('requestfinished', note)
  await client.detach()
  const sizes = await Promise.all(requests.map(request => request.sizes().catch(() => undefined)))
  return {
    status: answer?.status() ?? 0,
    bytes: sizes.reduce((sum, it) => sum + (it ? it.responseBodySize + it.responseHeadersSize : 0), 0),
  }
}

const isPage = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`document.contentType === 'text/html' && document.querySelector('main') !== null`)

/** Addresses of the same house that a link on the page leads to; files and exports are not pages. */
async function linksOn(page: Page): Promise<string[]> {
  const links = await page.evaluate<string[]>(
    `[...document.querySelectorAll('a[href]')].filter(it => !it.hasAttribute('download')).map(it => it.href)`,
  )
  const own = new URL(page.url()).origin
  return links
    .filter(link => link.startsWith(own))
    .map(link => link.slice(own.length).replace(/#.*$/, ''))
    .filter(
      link =>
        !/\/attachments\/|\/raw$|\.(csv|json|ics|txt|xml|xlsx|pdf)(\?|$)|^\/(metrics|readyz|healthz|api\/v1\/)/.test(
          link,
        ),
    )
}

/** The kind of page: its path without the names of things, and the names of what it is asked. */
export function routeOf(link: string): string {
  const [path = '', query = ''] = link.split('?')
  const plain = path
    .replace(/ME-\d{4}-\d{6}/gi, ':reference')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/^\/mailboxes\/sensitive-words\/.+/, '/mailboxes/sensitive-words/:list')
    .replace(/^\/(mailboxes|topics)\/(?!add$|absences$|sensitive-words)[^/]+/, '/$1/:key')
    .replace(/^\/privacy\/(disclosures|incidents)\/\d+/, '/privacy/$1/:number')
    .replace(/^\/enquiries\/board\/(?!risk$)[^/]+/, '/enquiries/board/:key')
    .replace(/^\/escalation\/ladders\/.+/, '/escalation/ladders/:service')
    .replace(/^\/review\/packs\/[^/]+/, '/review/packs/:period')
    .replace(/^\/settings\/.+/, '/settings/:key')
    .replace(/^\/help\/(?!what-happens$|words$|signing-in$|api$).+/, '/help/:guide')
    .replace(/\/[0-9a-f]{64}/, '/:sha256')
  const asked = [...new URLSearchParams(query).keys()].filter(
    name => !['year', 'after', 'page', 'mailbox', 'status', 'view', 'sort', 'topic', 'ward', 'kind'].includes(name),
  )
  return [plain, ...(asked.length > 0 ? [[...new Set(asked)].toSorted().join('&')] : [])].join('?')
}
