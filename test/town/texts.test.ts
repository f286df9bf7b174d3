import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Random } from '#app/demo/town/random.ts'
import { randomFrom } from '#app/demo/town/random.ts'
import type { Scene } from '#app/demo/town/scene.ts'
import { saying, sayings } from '#app/demo/town/act-texts.ts'
import { everyTopic } from '#app/demo/town/texts/every-topic.ts'
import { town } from '#app/demo/town/town.ts'
import { addDays, day, weekday } from '#kernel/day.ts'

const texts = town.texts
const receivedOn = day('2026-06-10')

function sceneFor(random: Random, topic: string, questions?: number): Scene {
  const member = random.pick(town.members)
  const ward = town.wards.find(candidate => candidate.key === member.ward)
  assert.ok(ward)
  return texts.sceneOf(random, { topic, member, ward, receivedOn, questions })
}

/** Everything that can be written in one conversation. */
function conversation(seed: number): string[] {
  const random = randomFrom(seed)
  const topic = random.pick(town.topics)
  const mailbox = town.mailboxes.find(box => box.key === topic.mailbox)
  assert.ok(mailbox)
  const officer = random.pick(mailbox.responders)
  const scene = sceneFor(random, topic.key)
  const first = texts.enquiryText(random, scene, random.pick(town.volumes.channelMix).channel)
  const answeredOn = addDays(receivedOn, random.int(0, 30))
  const answers = (['good', 'plain', 'poor'] as const).map(
    quality => texts.answerText(random, scene, { officer, answeredOn, quality, round: random.int(1, 2) }).body,
  )
  const part = texts.contributionText(random, scene)
  return [
    first.subject,
    first.body,
    ...first.questions,
    ...answers,
    part.asked,
    part.given,
    texts.questionText(random, scene, officer),
    texts.replyText(random, scene),
    texts.chaseText(random, scene, { dueOn: answeredOn }),
    texts.disagreementText(random, scene, { after: random.pick(['good', 'poor'] as const) }),
    texts.agreementText(random, scene),
    texts.withdrawalText(random, scene),
    texts.holdingText(random, scene, officer, { nextOn: answeredOn }),
    texts.internalNote(random, scene),
    texts.spokenAnswer(random, scene, officer),
    texts.handOverText(random, scene),
    ...sayings
      .filter(it => it !== 'mention')
      .map(it => saying(random, scene, it, { mailbox: mailbox.name, colleague: officer.name })),
  ]
}

test('every topic has texts, and every text a topic', () => {
  assert.deepEqual([...everyTopic.keys()].toSorted(), town.topics.map(topic => topic.key).toSorted())
})

test('whatever is wrong, there is a subject, a question, an answer and a promise that fit it', () => {
  for (const { topic, family, plots } of everyTopic.values()) {
    assert.ok(plots.length >= 2, topic)
    for (const plot of plots) {
      for (const part of ['subjects', 'asks', 'answers', 'promises'] as const)
        assert.ok(plot[part].length > 0, `${topic}: no ${part} for "${plot.issue}"`)
    }
    for (const part of ['details', 'voices', 'notes'] as const)
      assert.ok(family[part].length > 0, `${topic}: no ${part}`)
  }
})

test('the same seed tells the same story', () => {
  for (let seed = 0; seed < 40; seed++) assert.deepEqual(conversation(seed), conversation(seed))
  assert.notDeepEqual(conversation(1), conversation(2))
})

test('in more than 10,000 texts no hole, no slip of the pen and no real address', () => {
  let count = 0
  for (let seed = 0; seed < 1000; seed++) {
    for (const text of conversation(seed)) {
      count++
      assert.notEqual(text.trim(), '')
      assert.equal(text, text.trim())
      assert.doesNotMatch(text, /[{}|]|undefined|NaN|\[object|Invalid|null/, text)
      assert.doesNotMatch(text, / {2}| [.,;:?!](?!\.)|\.\.|\n{3}|,,| \n/, text)
      assert.doesNotMatch(text, /(?:[.?!] )\p{Ll}/u, text)
      for (const [, host = ''] of text.matchAll(/@([\w.-]+\w)/g)) assert.match(host, /\.example$/, text)
    }
  }
  assert.ok(count > 10_000, `${count} texts`)
})

test('4,000 enquiries read as 4,000 enquiries', () => {
  const random = randomFrom('variety')
  const bodies = Array.from({ length: 4000 }, () => {
    const scene = sceneFor(random, random.weighted(town.topics, topic => topic.weight).key)
    return texts.enquiryText(random, scene, random.weighted(town.volumes.channelMix, mix => mix.share).channel).body
  })
  assert.ok(new Set(bodies).size > 3980, `${new Set(bodies).size} different ones`)
  const lengths = bodies.map(body => body.length).toSorted((a, b) => a - b)
  assert.ok((lengths[200] ?? 0) < 200 && (lengths[3800] ?? 0) > 500, 'some short, some long')
})

test('every question of an enquiry is answered, one by one, in a good answer', () => {
  const random = randomFrom('questions')
  const officer = { name: 'Kwame Asante', title: 'Inspector', phone: '01632 960100' }
  for (const topic of town.topics) {
    const scene = sceneFor(random, topic.key, 2)
    const { questions } = texts.enquiryText(random, scene, 'web')
    const { body, answered } = texts.answerText(random, scene, {
      officer,
      answeredOn: addDays(receivedOn, 6),
      quality: 'good',
    })
    if (questions.length < 2) continue
    assert.deepEqual(
      answered.map(ask => ask.question),
      questions,
    )
    for (const ask of answered) assert.ok(body.includes(ask.answer), topic.key)
  }
})

test('a promise names a weekday after the answer, and the day that was asked for', () => {
  const random = randomFrom('promises')
  const officer = { name: 'Kwame Asante', title: 'Inspector', phone: '01632 960100' }
  const answeredOn = day('2026-12-15')
  for (let n = 0; n < 300; n++) {
    const scene = sceneFor(random, 'pothole', 2)
    const wish = { officer, answeredOn, quality: 'good' as const }
    const [promise] = texts.answerText(random, scene, wish).promises
    assert.ok(promise && promise.on > answeredOn && weekday(promise.on) < 6, JSON.stringify(promise))
    assert.ok(!(promise.on >= '2026-12-24' && promise.on <= '2027-01-01'), promise.on)
    const asked = texts.answerText(random, scene, { ...wish, promisedOn: day('2027-01-20') })
    assert.equal(asked.promises[0]?.on, '2027-01-20')
    assert.ok(asked.body.includes('20 January 2027'))
    assert.deepEqual(texts.answerText(random, scene, { ...wish, withoutPromise: true }).promises, [])
  }
})

test('what is confidential is never a forwarded email', () => {
  const random = randomFrom('discreet')
  for (const topic of town.topics.filter(each => each.kind === 'restricted')) {
    for (let n = 0; n < 100; n++) {
      const scene = sceneFor(random, topic.key)
      assert.doesNotMatch(texts.enquiryText(random, scene, 'email').body, /^From: /m)
      const answer = texts.answerText(random, scene, {
        officer: town.corporate.auditor,
        answeredOn: receivedOn,
        quality: 'good',
      })
      assert.doesNotMatch(answer.body, /welcome to share|may share|may be shared/)
    }
  }
})
