import { convert } from 'html-to-text'
import sanitize from 'sanitize-html'

/**
 * A sender's HTML made harmless: words, lists, tables and links stay; scripts, styles, forms, pictures and everything
 * fetched from elsewhere go. The original stays in the raw message.
 */
export const safeHtml = (given: string): string => sanitize(given, options)

/** The same words as plain text, for messages that came without. Give it only HTML that went through `safeHtml`. */
export function textOfHtml(safe: string): string {
  return convert(safe.slice(0, longest), {
    wordwrap: false,
    limits: { maxDepth: deepest + 10 },
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(selector => ({ selector, options: { uppercase: false } })),
    ],
  }).trim()
}

/** More than this nobody reads as text; the rest is in the HTML. */
const longest = 2_000_000

/** Tags nested deeper lose their markup, not their words: what walks the result later stays shallow. */
const deepest = 60

const words =
  'p br div span b strong i em u s sub sup small ul ol li dl dt dd blockquote pre code hr h1 h2 h3 h4 h5 h6 a'.split(
    ' ',
  )
const tables = 'table thead tbody tfoot tr th td caption'.split(' ')

const options: sanitize.IOptions = {
  allowedTags: [...words, ...tables],
  allowedAttributes: { a: ['href', 'rel'], th: ['colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  nestingLimit: deepest,
  transformTags: {
    a: (tagName, { href }) => ({ tagName, attribs: { ...(href && { href }), rel: 'noopener noreferrer nofollow' } }),
    // people refer to "the picture above": its place stays, with the words it has for those who cannot see it
    img: (_, { alt }) => ({ tagName: 'span', attribs: {}, text: alt ? `[picture: ${alt}]` : '[picture]' }),
  },
}
