import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoAccounts } from '../../src/app/demo/town/demo-accounts.ts'
import { desktop, openBrowser, phone } from './browser.ts'
import { crawl, most } from './crawl.ts'
import { addressOf, openJourneyHouse, type JourneyHouse } from './house.ts'

const browser = await openBrowser()
const house = await openJourneyHouse(browser)
const screens = [desktop, { width: 1100, height: 800 }, phone]

await somethingToSee(house)

for (const { key } of demoAccounts) {
  test(`every page ${key} can reach is as pages must be`, async () => {
    const seat = await house.as(key)
    const visits = await crawl(seat, screens)
    await seat.page.context().close()
    const list = visits
      .map(it => `${it.status} ${it.kilobytes} kB ${it.path}${it.wrong.map(words => `\n    ${words}`).join('')}`)
      .join('\n')
    if (process.env.TEST_LOG) console.log(`${key}\n${list}`)
    assert.ok(visits.length >= most.again, `only ${visits.length} pages:\n${list}`)
    assert.deepEqual(
      visits.filter(it => it.wrong.length > 0).map(it => it.path),
      [],
      `${key}\n${list}`,
    )
  })
}

/** Mail of every kind, so that no list stands empty that could be full: an enquiry, a stranger's mail, a hostile subject. */
async function somethingToSee({ write, post }: JourneyHouse): Promise<void> {
  const member = addressOf('demo.member')
  await write({
    from: member,
    to: 'streets@tessbridge.example',
    subject: 'Pothole by the church',
    text: 'When is it filled?',
    attachments: [{ filename: 'where.txt', content: Buffer.from('By the church') }],
  })
  await write({
    from: addressOf('demo.other-member'),
    to: 'housing-advice@tessbridge.example',
    subject: `${'Unbreakable'.repeat(40)} <b>O'Brien</b> شارع الطاحونة 🗑️`,
    text: `https://www.example/${'a'.repeat(300)}`,
  })
  await write({
    from: 'somebody@stranger.example',
    to: 'streets@tessbridge.example',
    subject: 'Hello',
    text: 'Who are you?',
  })
  await post.next(member, /We have your enquiry/)
}
