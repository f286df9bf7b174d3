import { post, say, show, clockTime } from './writing.js'

// Who else is at an enquiry, and what is new there: a small request while somebody is at the page, nothing while they are not.

const everySeconds = 15
const awayAfterMinutes = 5

/**
 * `<div data-company-url data-doing data-version data-csrf>`: says there who else looks or writes. When the enquiry
 * changed, `[data-changes-with-enquiry]` is read anew by `freshen`; a form is left alone and `#news` shows what is new.
 */
export function keepCompany(place, freshen) {
  const { companyUrl, csrf, doing, version } = place.dataset
  let told = Number(version)
  let seenAt = Date.now()
  const here = () => (seenAt = Date.now())
  for (const event of ['keydown', 'pointerdown', 'scroll', 'focus']) addEventListener(event, here, { passive: true })
  const body = now => new URLSearchParams({ _csrf: csrf, doing: now, version, told }).toString()

  const beat = async () => {
    if (document.hidden || Date.now() - seenAt > awayAfterMinutes * 60000) return
    try {
      const answer = await post(companyUrl, body(doing))
      say(place.querySelector('.os-company__words'), answer.words)
      if (answer.version > told) await changed(answer)
    } catch {
      // the next beat tries again
    }
  }
  const changed = async answer => {
    if (answer.news) show(document.getElementById('news'), answer.news)
    else if (!(await freshen())) return
    else say(document.getElementById('news'), `Brought up to date at ${clockTime()}`)
    told = answer.version
  }
  void beat()
  setInterval(beat, everySeconds * 1000)
  document.addEventListener('visibilitychange', beat)
  addEventListener('pagehide', () => post(companyUrl, body('gone'), true).catch(() => {}))
}
