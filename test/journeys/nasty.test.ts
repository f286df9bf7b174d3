import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { parseMail } from '#mail/parse/parse.ts'
import { scripts } from '#test/nasty/scripts.ts'
import { openBrowser } from './browser.ts'

const browser = await openBrowser()
const context = await browser.newContext()
after(() => context.close())
const page = await context.newPage()
/** Whatever a page asks of the outside world is written down, and not given. */
const asked: string[] = []
await context.route('**/*', route => {
  asked.push(route.request().url())
  return route.abort()
})

/** Runs in the page: what of it is or was active. */
const lookAround = `({
  ran: 'pwned' in window,
  active: document.querySelectorAll(
    'script,iframe,object,embed,form,input,button,style,link,meta,base,svg,img,video,audio'
  ).length,
  handlers: [...document.querySelectorAll('*')].flatMap(it => it.getAttributeNames())
    .filter(it => it.startsWith('on') || it === 'style' || it === 'id'),
  links: [...document.querySelectorAll('a')].map(it => it.protocol)
    .filter(it => !['http:', 'https:', 'mailto:', 'tel:', ':', 'about:'].includes(it)),
})`

test('no script of a nasty message runs, nothing is fetched, and nothing leads anywhere it should not', async () => {
  const all = scripts()
  assert.ok(all.length > 50)
  for (const { name, raw } of all) {
    const parsed = await parseMail(raw, 'a@b.example')
    assert.ok(parsed.ok, name)
    // without the sandbox and the content policy that stand around it in the house: the words alone must be harmless
    await page.setContent(`<!doctype html><html><body>${parsed.mail.html ?? ''}</body></html>`)
    const found = await page.evaluate(lookAround)
    assert.deepEqual(found, { ran: false, active: 0, handlers: [], links: [] }, name)
    for (const { type } of parsed.mail.attachments) assert.doesNotMatch(type, /html|svg|xml|javascript/, name)
  }
  assert.deepEqual(asked, [])
})
