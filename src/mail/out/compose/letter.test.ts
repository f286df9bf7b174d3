import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { asHtml } from './as-html.ts'
import { asText } from './as-text.ts'
import { action, choice, facts, heading, note, numbered, paragraph, points, prose, words, type Block } from './block.ts'
import { compose } from './letter.ts'
import { plainNames, sampleLetters, type Names } from './sample-letters.ts'

type Node = DefaultTreeAdapterTypes.Node

const hostile: Names = {
  member: "<script>alert('x')</script> O'Brien & \"Söns\"",
  officer: 'דנה \u202Eכהן',
  subject: `Fence </title><img src="https://tracker.example/x.gif"> ${'very '.repeat(2000)}long`,
  said: '<iframe src=//evil.example></iframe>\n\n\n<b onclick=x>bold</b> 👩‍👩‍👧 ‏مرحبا‏\n> quoted\u0000',
}

test('every mail has a subject line, both parts, the council and no leftovers', () => {
  for (const [name, mail] of Object.entries(sampleLetters())) {
    assert.ok(mail.subject.length > 10 && mail.subject.length < 200 && !/[\r\n]/.test(mail.subject), name)
    for (const part of [mail.text, mail.html]) {
      assert.match(part, /Tessbridge Borough Council/, name)
      assert.doesNotMatch(part, /undefined|null|\[object|NaN|false/, name)
    }
  }
})

test('the subject begins with the reference, and a restricted one says nothing else about the matter', () => {
  const letters = sampleLetters()
  assert.equal(letters.receipt?.subject, `[ME-2026-000123] ${plainNames.subject}`)
  assert.equal(letters['assigned-restricted']?.subject, '[ME-2026-000123] Your enquiry')
  const restricted = Object.entries(letters).filter(([name]) => name.endsWith('-restricted'))
  assert.ok(restricted.length >= 4)
  for (const [name, mail] of restricted) {
    assert.doesNotMatch(`${mail.subject} ${mail.text} ${mail.html}`, /Mill Lane|lamp|Whitlow|Mhurch/i, name)
  }
})

test('what people are called and write is never markup, and nothing is loaded from elsewhere', () => {
  for (const names of [plainNames, hostile]) {
    for (const [name, mail] of Object.entries(sampleLetters(names))) {
      for (const element of elementsOf(parse(mail.html))) {
        const about = `${name}: ${element.nodeName}`
        assert.ok(
          !['script', 'img', 'iframe', 'form', 'link', 'object', 'table', 'b', 'base'].includes(element.nodeName),
          about,
        )
        for (const attribute of element.attrs) {
          assert.ok(
            ['href', 'class', 'dir', 'lang', 'name', 'content', 'charset', 'style'].includes(attribute.name),
            `${about} ${attribute.name}`,
          )
          if (attribute.name === 'href') assert.match(attribute.value, /^https:\/\/onestop\.tessbridge\.example\//)
        }
      }
      assert.doesNotMatch(mail.html, /url\(|@import/, name)
    }
  }
})

test('every mail about one enquiry has one subject, and says in its preview what happened', () => {
  const letters = Object.entries(sampleLetters()).filter(([, it]) => it.subject.includes('ME-'))
  const subjects = new Set(letters.filter(([name]) => !name.endsWith('-restricted')).map(([, it]) => it.subject))
  assert.equal(subjects.size, 1)
  for (const [name, mail] of Object.entries(sampleLetters())) {
    const [, preview = ''] = /<div class="preview"[^>]*>([^<]*)</.exec(mail.html) ?? []
    const [, heading = ''] = /<h1>([^<]*)</.exec(mail.html) ?? []
    assert.ok(preview.trim().startsWith(heading) && preview.trim().length > heading.length + 10, `${name}: ${preview}`)
  }
})

test('a mail links only to web, mail and telephone addresses', () => {
  const bad = [action('Look', 'javascript:alert(1)')]
  assert.throws(() => asHtml(bad), /may not link/)
})

test('the text part keeps within 72 columns but never breaks a link', () => {
  const text = sampleLetters()['sign-in']?.text ?? ''
  assert.match(text, /^https:\/\/onestop\.tessbridge\.example\/sign-in\/link\/\w+$/m)
  for (const [name, mail] of Object.entries(sampleLetters())) {
    for (const line of mail.text.split('\n')) assert.ok(line.length <= 72 || /^\s*\S+$/.test(line), `${name}: ${line}`)
  }
})

test('names that run right to left are fenced in, and stray direction marks are taken out', () => {
  const { text, html } = sampleLetters(hostile).acknowledgement ?? { text: '', html: '' }
  assert.ok(text.includes('\u2068דנה כהן\u2069') && html.includes('\u2068דנה כהן\u2069'))
  assert.ok(!text.includes('\u202e') && !html.includes('\u202e'))
})

// sentences as people type them: words, quotes, markup, right-to-left, line ends
const word = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9'"<>&.,]{1,14}$/),
  fc.constantFrom('O’Brien', '<script>', '&amp;', 'مرحبا', 'Ní', '👩‍👧'),
)
const sentence = fc.array(word, { minLength: 1, maxLength: 30 }).map(all => all.join(' '))
const passage = fc
  .array(sentence, { minLength: 1, maxLength: 4 })
  .chain(all => fc.constantFrom('\n', '\n\n', '\r\n').map(end => all.join(end)))
const href = fc.webUrl()
const point = fc.record({ lead: sentence, body: fc.option(passage, { nil: undefined }) })
const block: fc.Arbitrary<Block> = fc.oneof(
  sentence.map(it => paragraph(it)),
  fc.tuple(sentence, sentence, href).map(([before, label, to]) => paragraph(`${before} `, { words: label, href: to })),
  sentence.map(heading),
  passage.map(words),
  passage.map(prose),
  sentence.map(it => note(it)),
  fc.array(fc.record({ name: sentence, value: sentence }), { minLength: 1, maxLength: 4 }).map(all => facts(...all)),
  fc.array(point, { minLength: 1, maxLength: 4 }).map(all => points(...all)),
  fc.array(point, { minLength: 1, maxLength: 4 }).map(all => numbered(...all)),
  fc.tuple(sentence, href).map(([label, to]) => action(label, to)),
  fc.tuple(sentence, href).map(([label, to]) => choice(label, to)),
)

test('text and HTML say the same sentences in the same order', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), blocks => {
      const html = bare(textOf(parse(asHtml(blocks).text)))
      let [inText, inHtml] = [bare(asText(blocks)), html]
      for (const said of blocks.flatMap(saidIn).map(bare)) {
        const [atText, atHtml] = [inText.indexOf(said), inHtml.indexOf(said)]
        assert.ok(atText >= 0, `the text lacks ${said}`)
        assert.ok(atHtml >= 0, `the HTML lacks ${said}`)
        inText = inText.slice(atText + said.length)
        inHtml = inHtml.slice(atHtml + said.length)
      }
      assert.equal(html, bare(blocks.flatMap(saidIn).join(' ')), 'the HTML says more than the blocks')
    }),
  )
})

test('both parts of a whole letter begin with the same heading', () => {
  const mail = compose({ council: { name: 'C', team: 'T' }, says: 'It is <done>', blocks: [], because: 'B' })
  assert.match(mail.text, /^It is <done>\n-{12}\n/)
  assert.match(mail.html, /<h1>It is &lt;done&gt;<\/h1>/)
})

/** Every sentence of a block, in the order it is read. */
function saidIn(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return block.parts.map(part => (typeof part === 'string' ? part : part.words))
    case 'facts':
      return block.facts.flatMap(fact => [`${fact.name}:`, fact.value])
    case 'points':
      return block.points.flatMap(({ lead, body }) => [lead, ...(body?.split(/\r?\n/) ?? [])])
    case 'action':
      return [block.link.words]
    case 'words':
      return block.text.split(/\r?\n/)
    case 'heading':
      return [block.text]
  }
}

/** Without anything the two drawings may differ in: spaces, line ends and the fences around right-to-left text. */
const bare = (text: string): string => text.replace(/[\s\u2068\u2069]+/g, '')

function elementsOf(node: Node): DefaultTreeAdapterTypes.Element[] {
  const inside = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : []
  return 'attrs' in node ? [node, ...inside] : inside
}

function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}
