import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Seen } from '#test/web.ts'
import { actNamed } from '../door.ts'
import { officerActs } from './act-pages.ts'
import { kept, trials } from './trials-for-tests.ts'
import {
  act,
  as,
  council,
  dateTyped,
  db,
  did,
  files,
  onceIn,
  raised,
  stands,
  taken,
  versionIn,
  web,
} from './stage-for-tests.ts'

const { responder, secondResponder } = council.people

test('every act of the officers is tried here', () => {
  assert.deepEqual(Object.keys(trials).toSorted(), officerActs.map(it => it.act).toSorted())
})

for (const [name, { start, who, good, leaves, bad }] of Object.entries(trials)) {
  test(`${name}: done`, async () => {
    const reference = await start()
    const before = await stands(reference)
    const done = await act(who, reference, name, await good(reference))
    assert.equal(done.status, 303, done.words)
    assert.match(done.said, new RegExp(reference))
    const after = await stands(reference)
    assert.equal(after.status, leaves)
    assert.equal(after.version, before.version + 1)
  })

  test(`${name}: pressed twice, done once`, async () => {
    const reference = await start()
    const browser = await as(who)
    const form = await browser.get(`/enquiries/${reference}/${name}`)
    const typed = { version: versionIn(form), once: onceIn(form), ...(await good(reference)) }
    const both = [
      await browser.post(`/enquiries/${reference}/${name}`, typed),
      await browser.post(`/enquiries/${reference}/${name}`, typed),
    ]
    assert.deepEqual(
      both.map(it => [it.status, it.to]),
      [0, 1].map(() => [303, both[0]!.to]),
    )
    const [row] =
      await db.owner`select count(*)::int as n from enquiries.event v join enquiries.enquiry e on e.id = v.enquiry_id where e.reference = ${reference}`
    assert.equal(row!.n, (await stands(reference)).version)
    assert.equal((await stands(reference)).version, Number(typed.version) + 1)
  })

  test(`${name}: not for those outside, by page or by post`, async () => {
    const reference = await start()
    const before = await stands(reference)
    const stranger = await as('otherResponder')
    const path = `/enquiries/${reference}/${name}`
    const nowhere = await stranger.get(`/enquiries/ME-2026-999999/${name}`)
    const [opened, sent] = [await stranger.get(path), await stranger.post(path, await good(reference))]
    assert.deepEqual([opened.status, withoutNumbers(opened)], [404, withoutNumbers(nowhere)])
    if (!council.people.otherResponder.permissions.has(actNamed(name)!.may)) assert.equal(sent.status, 403)
    else assert.deepEqual([sent.status, withoutNumbers(sent)], [404, withoutNumbers(nowhere)])
    assert.match((await (await as('member')).get(path)).to, new RegExp(`^/enquiries/${reference}/track(/${name})?$`))
    // whoever sees it may put it out of sight; nothing else is for those who only read
    const readers =
      name === 'restrict' ? (['auditor', 'admin'] as const) : (['auditor', 'admin', 'performance'] as const)
    for (const other of readers) assert.equal((await (await as(other)).post(path, await good(reference))).status, 403)
    assert.equal((await web.nobody.post(path, await good(reference))).status, 401)
    assert.deepEqual(await stands(reference), before)
  })

  if (bad)
    test(`${name}: refused, the form comes back with everything typed`, async () => {
      const reference = await start()
      const before = await stands(reference)
      const [typed, words, field] = bad
      const refused = await act(who, reference, name, typed)
      assert.equal(refused.status, 422)
      assert.match(refused.words, words)
      assert.match(refused.html, new RegExp(`href="#${field}"`))
      assert.match(refused.html, new RegExp(` id="${field}"`))
      assert.match(refused.html, /<title>\s*Error: /)
      if (Object.values(typed).includes(kept))
        assert.ok(refused.html.includes('Ní Mhurchú &amp; O&#39;Brien &lt;b&gt; 🏮 شارع'))
      assert.deepEqual(await stands(reference), before)
    })
}

const withoutNumbers = ({ words }: Seen): string => words.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')

test('what somebody began before another wrote is kept, shown what is new, and sent with the next press', async () => {
  const reference = await taken()
  const browser = await as('responder')
  const version = versionIn(await browser.get(`/enquiries/${reference}/update`))
  await did('secondResponder', 'note', reference, { text: 'Dave has the key' })
  const typed = { text: kept, ...dateTyped('nextUpdateOn', '2026-06-16') }
  const stale = await browser.post(`/enquiries/${reference}/update`, { version, ...typed })
  assert.equal(stale.status, 409)
  assert.match(stale.words, /New since you began Added an internal note \(Jakub Nowak, .*\) Dave has the key/)
  assert.ok(stale.html.includes('Ní Mhurchú &amp; O&#39;Brien &lt;b&gt;'))
  const sent = await browser.post(`/enquiries/${reference}/update`, { ...typed, version: versionIn(stale) })
  assert.equal(sent.status, 303)
})

test('what cannot be done any more is not offered again, but what was typed is there to copy', async () => {
  const reference = await taken()
  const browser = await as('responder')
  const version = versionIn(await browser.get(`/enquiries/${reference}/update`))
  await did('owner', 'close', reference, { outcome: 'no-response', text: 'Nobody could be reached' })
  const typed = { text: kept, ...dateTyped('nextUpdateOn', '2026-06-16') }
  const over = await browser.post(`/enquiries/${reference}/update`, { version, ...typed })
  assert.equal(over.status, 422)
  assert.match(over.words, /This enquiry is closed .*to copy from\. It cannot be sent any more/)
  assert.ok(over.html.includes('Ní Mhurchú &amp; O&#39;Brien &lt;b&gt;'))
  assert.doesNotMatch(over.html, /<button[^>]*value="send"/)
})

test('a preview says what happened since the form was opened, for it takes the version of now', async () => {
  const reference = await taken()
  const browser = await as('responder')
  const path = `/enquiries/${reference}/answer`
  const version = versionIn(await browser.get(path))
  const typed = { text: kept, 'answer-1': 'In July', 'excuse-2': 'Nobody knows yet', do: 'preview' }
  assert.doesNotMatch((await browser.post(path, { ...typed, version })).words, /New since you began/)
  await did('secondResponder', 'note', reference, { text: 'Dave has the key' })
  assert.match(
    (await browser.post(path, { ...typed, version })).words,
    /New since you began .* What the member will get/,
  )
})

test('the answer is previewed, kept as a draft, taken up again and gone once it is sent', async () => {
  const reference = await taken()
  const browser = await as('responder')
  const path = `/enquiries/${reference}/answer`
  const version = versionIn(await browser.get(path))
  const typed = {
    version,
    text: kept,
    'answer-1': 'In July',
    'promises-3-words': 'The lamp is mended',
    'promises-3-who': 'Lumen',
    ...dateTyped('promises-3-dueOn', '2026-07-01'),
  }
  const preview = await browser.post(path, { ...typed, do: 'preview' })
  assert.equal(preview.status, 200)
  assert.match(
    preview.words,
    /What the member will get .* In July .* Not answered yet .* The lamp is mended \(Lumen\), by Wednesday 1 July 2026/,
  )
  assert.match(preview.html, /name="promises-0-words"[^>]*value="The lamp is mended"/)
  const late = await browser.post(path, {
    ...typed,
    ...dateTyped('promises-3-dueOn', '2026-06-01'),
    'answer-2': 'The council',
  })
  assert.match(late.html, /href="#promises-0-dueOn-day">A promise must not lie in the past/)
  const draft = await browser.post(path, { ...typed, do: 'keep' })
  assert.equal(draft.to, `/enquiries/${reference}`)
  const again = await browser.get(path)
  assert.ok(again.html.includes('Ní Mhurchú &amp; O&#39;Brien &lt;b&gt;'))
  assert.match(again.words, /Your draft of 9 June 2026 at 10:00am/)
  assert.doesNotMatch((await (await as('secondResponder')).get(`/enquiries/${reference}/note`)).html, /Mhurchú &amp;/)
  const sent = await browser.post(path, { ...typed, 'answer-2': 'The council' })
  assert.equal(sent.status, 303)
  const left = await db.owner`select about from enquiries.draft where about like ${`${reference}-%`}`
  assert.equal(left.length, 0)
  const page = await browser.get(`/enquiries/${reference}`)
  assert.match(page.words, /Promises The lamp is mended Lumen , by 1 July 2026 Due Promise kept/)
})

test('the page shows how it stands, what was said and what happened, and offers only what may be done', async () => {
  const reference = await taken()
  await did('responder', 'note', reference, { text: 'Only for us' })
  await did('responder', 'ask', reference, { text: 'Which lamp?' })
  const page = await (await as('responder')).get(`/enquiries/${reference.toLowerCase()}`)
  assert.equal(page.status, 200)
  assert.match(page.words, /Paused since Tuesday 9 June 2026/)
  assert.match(page.html, /os-note[^]*Only for us/)
  assert.match(
    page.words,
    /Asked the member a question by Priya Nair .* Taken by Priya Nair .* Received from Cllr Aoife Ní Mhurchú/,
  )
  assert.match(page.html, /O&#39;Brien&#39;s lamp 🏮 مصباح/)
  assert.match(page.words, /1\. When will it be mended\? Not answered yet/)
  const offered = (seen: Seen) =>
    [...seen.html.matchAll(new RegExp(`href="/enquiries/${reference}/([a-z-]+)"`, 'g'))]
      .map(it => it[1])
      .filter(it => it !== 'clock')
  assert.deepEqual(offered(page), [
    'note',
    'reassign',
    'release',
    'move',
    'set-topic',
    'set-place',
    'change-kind',
    'restrict',
    'join',
    'link',
    'add-to-set',
    'reroute',
    'transfer',
    'close',
  ])
  assert.deepEqual(offered(await (await as('auditor')).get(`/enquiries/${reference}`)), [])
  for (const name of offered(page))
    assert.equal((await (await as('responder')).get(`/enquiries/${reference}/${name}`)).status, 200)
  assert.equal((await (await as('responder')).get(`/enquiries/${reference}/answer`)).status, 409)
  assert.equal((await (await as('secondResponder')).get(`/enquiries/${reference}/ask`)).status, 403)
})

test('not visible and not existing look the same; members go to their own page', async () => {
  const reference = await raised()
  const stranger = await as('otherResponder')
  const [hidden, nowhere, odd] = [
    await stranger.get(`/enquiries/${reference}`),
    await stranger.get('/enquiries/ME-2026-999999'),
    await stranger.get("/enquiries/'%00%F0%9F%8F%AE"),
  ]
  assert.deepEqual([hidden.status, nowhere.status, odd.status], [404, 404, 404])
  assert.equal(withoutNumbers(hidden), withoutNumbers(nowhere))
  assert.equal((await (await as('member')).get(`/enquiries/${reference}`)).to, `/enquiries/${reference}/track`)
  assert.equal((await stranger.get(`/enquiries/${reference}/clock`)).status, 404)
})

test('a subject of 10,000 characters has its place on the page', async () => {
  const reference = await raised({ subject: `${'long '.repeat(1999)}🏮end` })
  const page = await (await as('responder')).get(`/enquiries/${reference}`)
  assert.match(page.html, /<title>(long ?){10,16}…/)
  assert.match(page.words, /The whole subject .*🏮end/)
})

test('how the date was worked out, for officers and for the member', async () => {
  const reference = await raised()
  for (const who of ['responder', 'member', 'assistant'] as const) {
    const page = await (await as(who)).get(`/enquiries/${reference}/clock`)
    assert.equal(page.status, 200)
    assert.match(page.words, /due within 10 working days, by the end of Tuesday 23 June 2026/)
    assert.match(page.words, /Saturday 13 June 2026 Not counted: Saturday/)
    assert.match(page.words, /Tuesday 23 June 2026 Day 10: due by the end of this day/)
  }
  assert.equal((await (await as('otherMember')).get(`/enquiries/${reference}/clock`)).status, 404)
})

test('each look at a restricted enquiry is written down', async () => {
  const reference = await raised({ topic: undefined, sensitive: 'adult-at-risk' })
  const officer = await as('properOfficer')
  assert.match((await officer.get(`/enquiries/${reference}`)).words, /Restricted/)
  await officer.get(`/enquiries/${reference}/clock`)
  assert.equal((await (await as('responder')).get(`/enquiries/${reference}`)).status, 404)
  const entries =
    await db.owner`select actor from audit.entry where act = 'enquiries.viewed' and subject_reference = ${reference}`
  assert.deepEqual(
    entries.map(it => it.actor),
    [council.people.properOfficer.person, council.people.properOfficer.person],
  )
})

test('files are shown or saved by their kind, and only to those who see the enquiry', async () => {
  const sha256 = await files.keep(Buffer.from('GIF89a'))
  const file = (name: string, type: string) => ({ name, type, size: 6, sha256, shownSha256: sha256 })
  const reference = await raised(
    {},
    {
      files: [
        file("O'Brien 🏮.gif", 'image/gif'),
        file('a.pdf', 'application/pdf'),
        file('b.html', 'text/html'),
        file('c.txt', 'text/plain'),
      ],
    },
  )
  const browser = await as('responder')
  const page = await browser.get(`/enquiries/${reference}`)
  const paths = [...page.html.matchAll(/href="(\/enquiries\/[^"]*\/attachments\/[^"]*)"/g)].map(it => it[1]!)
  const [gif, pdf, html, txt] = await Promise.all(paths.map(path => browser.get(path)))
  assert.deepEqual(
    [gif!.status, gif!.headers['content-type'], gif!.headers['content-disposition']],
    [200, 'image/gif', undefined],
  )
  assert.match(String(gif!.headers['content-security-policy']), /default-src 'none'; sandbox/)
  assert.match(String(pdf!.headers['content-security-policy']), /default-src 'none'/)
  assert.match(String(html!.headers['content-disposition']), /^attachment/)
  assert.equal(html!.headers['content-type'], 'application/octet-stream')
  assert.match(String(txt!.headers['content-disposition']), /filename="c\.txt"/)
  assert.equal((await (await as('member')).get(paths[0]!)).status, 200)
  assert.equal((await (await as('otherResponder')).get(paths[0]!)).status, 404)
  const other = await raised()
  assert.equal((await browser.get(paths[0]!.replace(reference, other))).status, 404)
  assert.equal((await browser.get(`/enquiries/${reference}/attachments/none`)).status, 404)
})

test('people to choose from come with their load and absence, the least loaded chosen', async () => {
  const reference = await raised()
  await db.owner`insert into mailboxes.absence (person_id, from_on, until_on) values (${secondResponder.person}, '2026-06-08', '2026-06-12')`
  const page = await (await as('owner')).get(`/enquiries/${reference}/allocate`)
  assert.match(page.words, /Priya Nair is the only responder present, with \d+ open enquiries\./)
  assert.match(page.words, /Jakub Nowak: .*Away until 12 June 2026/)
  assert.match(page.html, new RegExp(`value="${responder.person}" checked`))
  assert.ok(!page.html.includes(`value="${secondResponder.person}"`))
  await db.owner`delete from mailboxes.absence`
})

test('how far a message got to each recipient stands at the message, for officers', async () => {
  const reference = await taken()
  await did('responder', 'ask', reference, { text: 'Which lamp?' })
  const [said] = await db.owner`
    select m.id, m.enquiry_id from enquiries.message m join enquiries.enquiry e on e.id = m.enquiry_id
    where e.reference = ${reference} and m.kind = 'question'`
  await db.owner`
    insert into mail.outbox (once_key, kind, to_name, to_address, from_address, about_enquiry, reference, about_message,
      subject, text, html, message_id, automatic, state, attempts, last_error, next_attempt_at, created_at)
    values ('k', 'question', 'Cllr Aoife', 'aoife@tessbridge.example', 'streets@tessbridge.example', ${said!.enquiryId},
      ${reference}, ${said!.id}, 's', 't', 'h', '<k@tessbridge.example>', false, 'bounced', 1, 'mailbox full', now(), now())`
  const page = await (await as('responder')).get(`/enquiries/${reference}`)
  assert.match(page.words, /Which lamp\? To Cllr Aoife : Came back undelivered: mailbox full/)
})
