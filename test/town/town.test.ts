import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { town } from '#app/demo/town/town.ts'
import { addressOf } from '#app/demo/town/addresses.ts'
import { day } from '#kernel/day.ts'

const unique = (items: readonly string[], what: string) =>
  assert.deepEqual(
    items.filter((item, at) => items.indexOf(item) !== at),
    [],
    `${what} twice`,
  )

const officers = [
  ...town.mailboxes.flatMap(mailbox => [mailbox.owner, mailbox.deputy, ...mailbox.responders]),
  ...town.services.map(service => service.head),
  ...town.leadershipTeam,
  ...town.corporate.oneStop,
  ...town.corporate.performance,
  town.corporate.dataProtection,
  town.corporate.auditor,
  town.corporate.administrator,
]

test('wards: 20, each with 8 to 15 streets that lie in no other ward', () => {
  assert.equal(town.wards.length, 20)
  unique(
    town.wards.map(ward => ward.key),
    'ward',
  )
  unique(
    town.wards.flatMap(ward => ward.streets),
    'street',
  )
  for (const ward of town.wards) {
    assert.ok(ward.streets.length >= 8 && ward.streets.length <= 15, `${ward.name}: ${ward.streets.length} streets`)
    assert.ok(ward.landmarks.length > 0 && ward.parks.length > 0 && ward.schools.length > 0, ward.name)
  }
})

test('members: as many in each ward as it has seats, in five groups', () => {
  assert.equal(town.members.length, 46)
  assert.equal(town.groups.length, 5)
  for (const ward of town.wards)
    assert.equal(town.members.filter(member => member.ward === ward.key).length, ward.seats, ward.name)
  for (const member of town.members)
    assert.ok(
      town.groups.some(group => group.key === member.group),
      `${member.name} is in no group`,
    )
})

test('no two people share an address, and nobody is both member and officer', () => {
  const byEmail = new Map([...officers, ...town.assistants].map(person => [person.email, person.name]))
  unique([...byEmail.values()], 'name')
  const personal = town.members.flatMap(member => [member.email, ...member.otherEmails])
  unique([...personal, ...byEmail.keys(), ...town.mailboxes.map(mailbox => mailbox.address)], 'address')
})

test('names with accents and apostrophes have plain addresses', () => {
  assert.equal(addressOf("Siobhán O'Brien"), 'siobhan.obrien@tessbridge.example')
  assert.equal(addressOf('Søren Halvorsen'), 'soren.halvorsen@tessbridge.example')
  for (const person of [...town.members, ...officers, ...town.assistants])
    assert.match(person.email, /^[a-z.-]+@[a-z]+\.example$/)
})

test('every account of the demonstration belongs to somebody in their place', () => {
  const everybody = new Set([...town.members, ...officers, ...town.assistants].map(person => person.email))
  assert.equal(town.demoAccounts.length, 15)
  for (const account of town.demoAccounts) assert.ok(everybody.has(account.email), account.email)
  const streets = town.mailboxes.find(mailbox => mailbox.key === 'streets')
  assert.equal(streets?.owner.email, 'demo.owner@tessbridge.example')
  assert.ok(streets?.responders.some(person => person.email === 'demo.responder@tessbridge.example'))
  const advice = town.mailboxes.find(mailbox => mailbox.key === 'housing-advice')
  assert.ok(advice?.responders.some(person => person.email === 'demo.other-responder@tessbridge.example'))
  assert.ok(town.partner.people.some(person => person.email === 'demo.partner@tessbridge.example'))
  assert.ok(town.mailboxes.some(mailbox => mailbox.properOfficer?.email === 'demo.proper-officer@tessbridge.example'))
})

test('the two demonstration members are of different wards and groups, and the assistant is of the first', () => {
  const [one, other] = ['demo.member', 'demo.other-member'].map(key =>
    town.members.find(member => member.email === `${key}@tessbridge.example`),
  )
  assert.ok(one && other)
  assert.notEqual(one.ward, other.ward)
  assert.notEqual(one.group, other.group)
  const assistant = town.assistants.find(person => person.email === 'demo.assistant@tessbridge.example')
  assert.ok(assistant?.members.includes(one.name))
})

test('assistants work for members who exist', () => {
  const names = new Set(town.members.map(member => member.name))
  for (const assistant of town.assistants) for (const name of assistant.members) assert.ok(names.has(name), name)
})

test('every mailbox has an owner, another deputy, responders, a service and a profile', () => {
  unique(
    town.mailboxes.map(mailbox => mailbox.phone),
    'phone number',
  )
  for (const mailbox of town.mailboxes) {
    assert.notEqual(mailbox.owner.email, mailbox.deputy.email, mailbox.key)
    assert.ok(mailbox.responders.length >= 2 && mailbox.responders.length <= 6, mailbox.key)
    assert.ok(mailbox.standard.length > 20, mailbox.key)
    assert.equal(mailbox.restricted, mailbox.properOfficer !== undefined, mailbox.key)
    assert.ok(town.volumes.mailboxProfiles.has(mailbox.key), `${mailbox.key} has no profile`)
    assert.ok(
      mailbox.partner === town.partner.key || town.services.some(service => service.key === mailbox.service),
      mailbox.key,
    )
  }
  assert.equal(town.volumes.mailboxProfiles.size, town.mailboxes.length)
})

test('the mailboxes that outsiders rely on are there', () => {
  const promised =
    'streets waste housing-advice council-tax planning parking parks anti-social-behaviour safeguarding-adults safeguarding-children human-resources tess-valley-homes'
  const keys = new Set(town.mailboxes.map(mailbox => mailbox.key))
  for (const key of promised.split(' ')) assert.ok(keys.has(key), key)
  assert.deepEqual(
    town.mailboxes.filter(mailbox => mailbox.restricted).map(mailbox => mailbox.key),
    ['safeguarding-adults', 'safeguarding-children', 'human-resources'],
  )
})

test('every topic has its mailbox, every mailbox a topic, and restricted topics are in restricted mailboxes', () => {
  unique(
    town.topics.map(topic => topic.key),
    'topic',
  )
  assert.ok(town.topics.length >= 90, `${town.topics.length} topics`)
  for (const topic of town.topics) {
    const mailbox = town.mailboxes.find(box => box.key === topic.mailbox)
    assert.ok(mailbox, `${topic.key}: no mailbox ${topic.mailbox}`)
    assert.equal(topic.kind === 'restricted', mailbox.restricted, topic.key)
    assert.ok(topic.keywords.length >= 3, topic.key)
    assert.ok(topic.lgsl === undefined || topic.lgsl > 0, topic.key)
  }
  for (const mailbox of town.mailboxes)
    assert.ok(
      town.topics.some(topic => topic.mailbox === mailbox.key),
      mailbox.key,
    )
})

test('services belong to directorates, and shares are shares', () => {
  for (const service of town.services)
    assert.ok(
      town.directorates.some(unit => unit.key === service.directorate),
      service.key,
    )
  const shares = town.volumes.channelMix.reduce((sum, mix) => sum + mix.share, 0)
  assert.ok(Math.abs(shares - 1) < 1e-9, String(shares))
  for (const [key, { months, ...rates }] of town.volumes.mailboxProfiles) {
    assert.equal(months.length, 12, key)
    for (const rate of Object.values(rates).slice(1)) assert.ok(rate >= 0 && rate <= 1, key)
  }
})

test('homes are handed over on the first of a month within the last half year', () => {
  assert.equal(town.housingTransferOn(day('2026-11-21')), '2026-06-01')
  assert.equal(town.housingTransferOn(day('2026-03-31')), '2025-10-01')
})

test('the town knows no domain and no telephone number of the real world', () => {
  const folder = new URL('../../src/app/demo/town/', import.meta.url)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))) {
    const text = readFileSync(new URL(name, folder), 'utf8')
    assert.doesNotMatch(text, /\.(com|org|net|uk|gov|info|io)\b/, name)
    assert.doesNotMatch(text.replaceAll(/01632 960/g, ''), /\b0\d{4} ?\d{3}/, name)
  }
})
