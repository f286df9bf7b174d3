import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { unpackedChromium } from './chromium.ts'

export type Screen = { readonly width: number; readonly height: number }

export const phone: Screen = { width: 320, height: 640 }
export const desktop: Screen = { width: 1280, height: 900 }

/** Our own arguments: the package's own would switch web security off, and nothing here may ask the network. */
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

/** A real browser with a folder of its own, without the `after` of a test: for scripts, which close it themselves. */
export async function launch(): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const { program, env } = await unpackedChromium()
  const folder = await mkdtemp(join(tmpdir(), 'one-stop-browser-'))
  const browser = await chromium.launch({ executablePath: program, args, env: { ...env, TMPDIR: folder } })
  const close = async () => {
    await browser.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  return { browser, close }
}

/** A real browser for the tests of one file. */
export async function openBrowser(): Promise<Browser> {
  const { browser, close } = await launch()
  after(close)
  return browser
}

/** A page and everything that went wrong on it so far. */
export type Watched = { readonly page: Page; readonly troubles: string[] }

/** Opens a page that writes down console errors (a broken content policy among them), failed requests and exceptions. */
export async function watchedPage(context: BrowserContext): Promise<Watched> {
  const page = await context.newPage()
  // only what is broken takes this long; a busy machine is no fault
  page.setDefaultTimeout(45_000)
  const troubles: string[] = []
  page.on('console', message => {
    // a page that is meant to be missing or refused is asserted where it is asked for
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      troubles.push(`console: ${message.text()}`)
  })
  page.on('pageerror', error => troubles.push(`exception: ${error.message}`))
  page.on('response', response => response.status() >= 500 && troubles.push(`${response.status()} ${response.url()}`))
  return { page, troubles }
}

/** Rules of WCAG 2.2 AA that axe can check; the sandboxed frames of foreign mail are left out. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong, one line each with the first elements. */
export async function axeFinds(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).exclude('iframe[sandbox]').analyze()
  return violations.filter(isOurs).map(
    ({ id, help, nodes }) =>
      `axe ${id}: ${help} at ${nodes
        .slice(0, 3)
        .map(node => node.target.join(' '))
        .join(' | ')}`,
  )
}

/**
 * The design system's radios that open further questions say by `aria-expanded` whether those are open. ARIA does not know
 * that on a radio, screen readers do, and the design system keeps it on purpose.
 */
const isOurs = ({ id, nodes }: { id: string; nodes: readonly { html: string }[] }): boolean =>
  id !== 'aria-allowed-attr' ||
  nodes.some(({ html }) => !(html.includes('govuk-radios__input') && html.includes('aria-expanded')))

/** What is wrong with how a page is built: headings, title, language, width. Empty when all is well. */
export const builtWrong = (page: Page): Promise<string[]> => page.evaluate<string[]>(lookAtPage)

/** The same of a page without scripts. There nothing can be evaluated: now and then such a call never comes back. */
export async function builtWrongWithoutScripts(page: Page): Promise<string[]> {
  const headings = await page.locator('h1').count()
  const language = await page.locator('html').getAttribute('lang')
  return [
    headings === 1 ? '' : `${headings} h1`,
    (await page.title()).trim() ? '' : 'no title',
    language === 'en-GB' ? '' : 'no language',
  ].filter(Boolean)
}

/** Runs in the page. */
const lookAtPage = `(() => {
  const headings = document.querySelectorAll('h1').length
  const over = document.documentElement.scrollWidth - innerWidth
  const out = [...document.querySelectorAll('body *')].filter(it => it.getBoundingClientRect().right > innerWidth + 1)
  const widest = out.slice(-3).map(it => it.tagName.toLowerCase() + '.' + it.className).join(' | ')
  return [
    headings !== 1 && headings + ' h1',
    !document.title.trim() && 'no title',
    document.documentElement.lang !== 'en-GB' && 'no language',
    over > 0 && 'scrolls ' + over + ' px sideways: ' + widest,
  ].filter(Boolean)
})()`

/** Asserts that the page in front of somebody is as every page must be. */
export async function looksRight({ page, troubles }: Watched): Promise<void> {
  const found = [...(await builtWrong(page)), ...(await axeFinds(page)), ...troubles]
  assert.deepEqual(found, [], `${page.url()} at ${page.viewportSize()?.width} px`)
}
