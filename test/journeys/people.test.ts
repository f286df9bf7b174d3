import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { looksRight, openBrowser, phone } from './browser.ts'
import { choose, fillDay, notSensitive, press } from './forms.ts'
import { addressOf, openJourneyHouse, type Seat } from './house.ts'
import { inOrder, soon, stands, wordsOn } from './reading.ts'

const browser = await openBrowser()
const house = await openJourneyHouse(browser)
const councillor = addressOf('demo.member')

async function raised({ page, go }: Seat, subject: string, text: string): Promise<string> {
  await go('/enquiries/new')
  const whose = page.getByRole('radio', { name: /Aoife/ })
  if (await whose.count()) await whose.check()
  await notSensitive(page)
  await page.getByLabel('What is it about?').fill(subject)
  await page.getByLabel('What do you want to ask').fill(text)
  await press(page, 'Continue')
  await press(page, 'Send this enquiry')
  await stands(page, 'Enquiry sent')
  return /ME-2026-\d{6}/.exec(await wordsOn(page))![0]
}

test('an assistant raises for the member; taken back, everything is gone at once', async () => {
  const assistant = await house.as('demo.assistant')
  const reference = await raised(assistant, 'Pothole at the crossing', 'When is it filled?')
  await looksRight(assistant)
  await assistant.go(`/enquiries/${reference}/track`)
  await stands(assistant.page, 'Pothole at the crossing')
  await looksRight(assistant)
  await assistant.go('/enquiries/mine')
  await stands(assistant.page, 'Pothole at the crossing')
  const receipt = await house.post.next(councillor, /We have your enquiry/)
  assert.ok(receipt.subject.includes(reference), 'the member hears of it')

  const member = await house.as('demo.member')
  await member.go('/people/me')
  await looksRight(member)
  await press(member.page, /^Take back now/)
  const seen = await assistant.page.goto(`/enquiries/${reference}/track`)
  assert.equal(seen?.status(), 404)
  assert.ok(!(await assistant.page.content()).includes('Pothole at the crossing'))
  await assistant.go('/enquiries/mine')
  assert.ok(!(await wordsOn(assistant.page)).includes('Pothole at the crossing'))
  await looksRight(assistant)
})

test('a restricted matter: the proper officer has it, others learn nothing', async () => {
  const member = await house.as('demo.member', { screen: phone })
  const { page } = member
  await member.go('/enquiries/new')
  await choose(page, /at risk of harm/, /adult/i)
  await choose(page, /particular council employee/, 'No')
  await choose(page, /health, immigration/, 'No')
  await page.getByLabel('What is it about?').fill('Mrs Canaryword alone on the third floor')
  await page.getByLabel('What do you want to ask').fill('Nobody has seen her for days. Canaryword needs a visit.')
  await press(page, 'Continue')
  inOrder(await wordsOn(page), ['straight to the proper officer'])
  await looksRight(member)
  await press(page, 'Send this enquiry')
  await stands(page, 'Enquiry sent')
  const [reference = ''] = /ME-2026-\d{6}/.exec(await wordsOn(page)) ?? []

  const receipt = await house.post.next(councillor, /We have your enquiry: Your enquiry/)
  assert.equal(receipt.subject, `[${reference}] Your enquiry`)
  assert.ok(!/canaryword/i.test(receipt.text + receipt.html))

  const officer = await house.as('demo.proper-officer')
  await officer.go('/enquiries')
  await stands(officer.page, 'Mrs Canaryword alone on the third floor')
  await officer.go(`/enquiries/${reference}`)
  await stands(officer.page, 'Nobody has seen her for days')
  await looksRight(officer)

  for (const who of [
    'demo.responder',
    'demo.one-stop',
    'demo.admin',
    'demo.head',
    'demo.director',
    'demo.auditor',
    'demo.dpo',
    'demo.other-member',
  ]) {
    const other = await house.as(who)
    for (const path of [
      `/enquiries/${reference}`,
      `/enquiries/${reference}/track`,
      `/enquiries/${reference}/clock`,
      '/enquiries?q=canaryword',
      '/enquiries/mine?q=canaryword',
      '/mail/quarantine',
      '/outbox',
    ]) {
      const answer = await other.page.request.get(path)
      // what was searched for, in small letters, stands about an empty result; what was written has a capital
      const canary = path.includes('q=') ? /Canaryword/ : /canaryword/i
      assert.ok(!canary.test(await answer.text()), `${who} reads it at ${path}`)
      if (path.includes(reference))
        assert.ok([403, 404].includes(answer.status()), `${who} gets ${answer.status()} at ${path}`)
    }
    await other.page.context().close()
  }
})

test("an administrator's first five minutes; a closure day moves open dates and members hear of it", async () => {
  const member = await house.as('demo.other-member')
  const reference = await raised(member, 'Worn white lines', 'Who paints them, and when?')
  const receipt = await house.post.next(addressOf('demo.other-member'), /We have your enquiry/)
  assert.match(receipt.says, /Answer due by: Monday 15 June 2026/)

  const admin = await house.as('demo.admin')
  const { page } = admin
  await looksRight(admin)
  await page.getByRole('link', { name: 'People', exact: true }).first().click()
  await looksRight(admin)
  await page.getByRole('button', { name: 'Add a person' }).click()
  await page.getByLabel('Full name').fill('Seán O’Brien-Ní Mhurchú')
  await page.getByLabel('Email address').fill('sean@tessbridge.example')
  await page.getByRole('checkbox', { name: 'Member', exact: true }).check()
  await page.getByLabel('Ward', { exact: true }).selectOption({ index: 1 })
  await fillDay(page, 'Took office on', '2026-05-11')
  await looksRight(admin)
  await press(page, 'Add this person')
  await stands(page, 'Seán O’Brien-Ní Mhurchú is added')
  await looksRight(admin)

  await page.getByRole('link', { name: 'Mailboxes', exact: true }).first().click()
  await press(page, 'Add a mailbox')
  await page.getByLabel('Name', { exact: true }).fill('Markets and fairs')
  await page.getByLabel('Short name').fill('markets')
  await page.getByLabel('Email address').fill('markets@tessbridge.example')
  await page.getByLabel('What it is for').fill('Stalls, pitches and the fairs of the year')
  await page.getByLabel('Who runs it').selectOption({ index: 1 })
  await looksRight(admin)
  await press(page, 'Add mailbox')
  await stands(page, 'Mailbox added')
  await looksRight(admin)
  await press(page, 'Name somebody')
  await page
    .getByLabel('Person')
    .selectOption({ label: 'Kwame Asante, Highways inspector' })
    .catch(() => page.getByLabel('Person').selectOption({ index: 1 }))
  await press(page, 'Name this person')
  await stands(page, 'Person named')

  await admin.go('/topics/add')
  await page.getByLabel('Name', { exact: true }).fill('Market stalls')
  await page.getByLabel('Short name').fill('market-stalls')
  await page.getByLabel('Words people use for it').fill('market stall, Saturday market')
  await page.getByLabel('Kind').selectOption({ label: 'Enquiry' })
  await press(page, 'Add topic')
  await stands(page, 'Topic added')
  await looksRight(admin)

  await page.getByRole('link', { name: 'Calendar' }).first().click()
  await looksRight(admin)
  await press(page, 'Add a day')
  await choose(page, 'Why does nobody work?', 'The council is closed')
  await fillDay(page, 'First day', '2026-06-09')
  await page.getByLabel('Name of the day').fill('Mourning for the Mayor')
  await page.getByLabel('Why is the calendar changing?').fill('Agreed by the cabinet')
  await looksRight(admin)
  await press(page, 'Add to the calendar')
  await stands(page, '1 day added')
  const told = await house.post.next(addressOf('demo.other-member'), /new date for our answer/)
  assert.match(told.says, /Answer due by: Tuesday 16 June 2026/)
  await member.go(`/enquiries/${reference}/clock`)
  inOrder(await wordsOn(member.page), [
    'Tuesday 9 June 2026',
    'Mourning for the Mayor',
    'Tuesday 16 June 2026',
    'Day 10',
  ])
  await looksRight(member)
})

test('disabled, somebody is out at once', async () => {
  const responder = await house.as('demo.other-responder')
  await responder.go('/enquiries')
  house.turnTo(day('2026-06-01'), 11)
  const admin = await house.as('demo.admin')
  await admin.go('/people?q=Leila')
  await admin.page
    .getByRole('link', { name: /Leila Haddad/ })
    .first()
    .click()
  await looksRight(admin)
  await admin.page.getByRole('link', { name: 'Stop them signing in' }).click()
  await looksRight(admin)
  await admin.page.locator('main form').getByRole('button').first().click()
  await soon(async () => {
    await responder.page.goto('/enquiries')
    return responder.page.url().includes('/sign-in')
  }, 'the session of a disabled person ends')
})
