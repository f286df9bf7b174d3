import { html } from '#platform/views/html.ts'
import { stylesheet } from '#platform/views/assets/build.ts'
import { trusted } from '#platform/views/html.ts'
import type { PackDocument } from './document.ts'
import { drawnDocument } from './drawn.ts'

/** A pack as one file for a browser, with its styles in it: to be kept, sent or printed where nobody signs in. */
export const packPageText = (it: PackDocument, council: string): string =>
  `<!doctype html>\n${
    html`<html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>${it.title} – ${council}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>
          ${trusted(stylesheet())}
        </style>
      </head>
      <body class="govuk-template__body">
        <div class="govuk-width-container">
          <main class="govuk-main-wrapper">
            <p class="govuk-body">${council}</p>
            <h1 class="govuk-heading-l">${it.title}</h1>
            ${drawnDocument(it)}
          </main>
        </div>
      </body>
    </html>`.text
  }\n`
