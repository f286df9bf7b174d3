import { instantInWords } from '#kernel/day.ts'
import type { Page } from '#platform/http/answer.ts'
import { details } from '#platform/views/components/details.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { tabs } from '#platform/views/components/tabs.ts'
import { html, type Html } from '#platform/views/html.ts'
import { stateInWords } from '../delivery.ts'
import type { OutboxMail } from '../outbox-mail.ts'
import { messageOf } from '../transport.ts'
import { stateTag } from './list-page.ts'

/** One mail as its recipient would read it: drawn, as plain text, and with its headers. */
export function mailPage(mail: OutboxMail): Page {
  return {
    title: mail.subject || 'Withdrawn mail',
    wide: true,
    current: '/outbox',
    back: { href: '/outbox', text: 'Outbox' },
    body: html`${facts(mail)} ${mail.text ? content(mail) : gone}`,
  }
}

const gone = html`<p class="govuk-body">The words of this mail have been erased.</p>`

function facts(mail: OutboxMail): Html {
  return summaryList({
    rows: [
      { key: { text: 'To' }, value: { html: address(mail.toName, mail.toAddress) } },
      { key: { text: 'From' }, value: { html: address(mail.fromName, mail.fromAddress) } },
      mail.reference !== null && {
        key: { text: 'About' },
        value: { html: html`<a class="govuk-link" href="/enquiries/${mail.reference}">${mail.reference}</a>` },
      },
      { key: { text: 'Written' }, value: { text: instantInWords(mail.createdAt) } },
      {
        key: { text: 'State' },
        value: {
          html: html`${stateTag(mail.state)}
            <p class="govuk-hint">${stateInWords(mail)}</p>`,
        },
      },
    ],
  })
}

const address = (name: string, at: string): Html => (name ? html`<bdi>${name}</bdi> &lt;${at}&gt;` : html`${at}`)

function content(mail: OutboxMail): Html {
  return html`
    ${tabs({
      idPrefix: 'mail',
      title: 'Ways to read this mail',
      items: [
        { id: 'drawn', label: 'As drawn', panel: { html: frame(mail) } },
        {
          id: 'text',
          label: 'As text',
          panel: { html: html`<pre class="os-mail-text" dir="auto" tabindex="0">${withLinks(mail.text)}</pre>` },
        },
      ],
    })}
    ${details({
      summaryText: 'Headers',
      html: html`<pre class="os-mail-text" tabindex="0">${headerLines(mail).join('\n')}</pre>`,
    })}
  `
}

/** The frame may open pages in a new tab and nothing else: no scripts, no forms, no requests to other servers. */
const frame = (mail: OutboxMail): Html =>
  html`<iframe
    class="os-mail-frame"
    title="The mail as drawn"
    src="/outbox/${mail.id}/drawn"
    width="100%"
    height="760"
    sandbox="allow-popups allow-popups-to-escape-sandbox"
  ></iframe>`

export const framePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"

/** The mail's own HTML; its links open in a new tab, because the frame is too small a place for a page. */
export const framedMail = (mail: OutboxMail): string => mail.html.replace('<head>', '<head><base target="_blank">')

/** Written text with its web addresses as links, as mail programs show it. */
const withLinks = (text: string): Html[] =>
  text
    .split(/(https?:\/\/[^\s<>()]+)/)
    .map((part, at) => (at % 2 === 1 ? html`<a class="govuk-link" href="${part}">${part}</a>` : html`${part}`))

/** The headers as they go out, from the same message as the sender's. */
export function headerLines(mail: OutboxMail): string[] {
  const it = messageOf(mail)
  const named = ({ name, address }: { name: string; address: string }) => (name ? `${name} <${address}>` : address)
  return [
    `Date: ${it.date.toUTCString()}`,
    `From: ${named(it.from)}`,
    `To: ${named(it.to)}`,
    `Subject: ${it.subject}`,
    `Message-ID: ${it.messageId}`,
    ...(it.replyTo ? [`Reply-To: ${it.replyTo}`] : []),
    ...(it.inReplyTo ? [`In-Reply-To: ${it.inReplyTo}`] : []),
    ...(it.references.length > 0 ? [`References: ${it.references.join(' ')}`] : []),
    ...Object.entries(it.headers).map(([name, value]) => `${name}: ${value}`),
  ]
}
