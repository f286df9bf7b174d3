import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { assetFiles, assetsPath, assetUrl } from '#platform/views/assets/build.ts'
import { launch } from '#test/journeys/browser.ts'

const posted: string[] = []
let news = 'old'
let draftsWork = true

const page = () => `<!doctype html><html lang="en"><body>
  <div id="live" data-refresh-seconds="30">${news}</div>
  <form method="post" action="/send" data-draft-url="/draft">
    <input name="subject"><input type="file" name="photo"><p data-draft-status></p><button>Send</button>
  </form><script type="module" src="${assetUrl('one-stop.js')}"></script></body></html>`

const server = createServer(async (request, response) => {
  const file = (await assetFiles()).get(request.url?.slice(assetsPath.length) ?? '')
  response.setHeader('content-security-policy', "default-src 'self'")
  response.setHeader('content-type', file?.type ?? 'text/html')
  if (file) return response.end(file.body)
  if (request.method === 'GET') return response.end(page())
  let body = ''
  for await (const part of request) body += part
  posted.push(`${request.url} ${body}`)
  // no content: the browser stays on the page, where it can be clicked again
  response.statusCode = request.url === '/draft' && !draftsWork ? 503 : 204
  return response.end()
})

suite('one-stop.js', () => {
  let browser: Awaited<ReturnType<typeof launch>>
  let tab: Page

  before(async () => {
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    browser = await launch()
    tab = await browser.browser.newPage()
    await tab.clock.install()
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await tab.waitForSelector('body.govuk-frontend-supported')
  })

  after(async () => {
    server.closeAllConnections()
    server.close()
    await browser.close()
  })

  test('keeps a draft of what is typed, without files, and says so', async () => {
    await tab.fill('[name=subject]', "O'Brien & é")
    await tab.clock.runFor(1300)
    await tab.getByText('Draft saved at').waitFor()
    assert.deepEqual(posted.splice(0), ['/draft subject=O%27Brien+%26+%C3%A9'])
  })

  test('owns up to a draft that could not be saved, and tries again', async () => {
    draftsWork = false
    await tab.fill('[name=subject]', 'second')
    await tab.clock.runFor(1300)
    await tab.getByText('Draft not saved').waitFor()
    draftsWork = true
    await tab.clock.runFor(15100)
    await tab.getByText('Draft saved').waitFor()
    assert.deepEqual(posted.splice(0), ['/draft subject=second', '/draft subject=second'])
  })

  test('reads a live part anew and leaves what was typed alone', async () => {
    news = 'new'
    await tab.clock.runFor(31000)
    await tab.locator('#live', { hasText: 'new' }).waitFor()
    assert.equal(await tab.inputValue('[name=subject]'), 'second')
  })

  test('sends a form once, however often it is clicked', async () => {
    const sent = tab.waitForResponse(/send/)
    await tab.click('button', { noWaitAfter: true })
    await sent
    await tab.click('button', { noWaitAfter: true })
    await tab.evaluate('fetch("/after", { method: "POST" })')
    assert.equal(posted.filter(line => line.startsWith('/send')).length, 1)
  })
})
