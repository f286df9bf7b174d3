import { oneLine, shortened } from '../../kernel/text.ts'

/** What an invitation says, in words ready to be shown. */
export type Invitation = {
  readonly what: string
  /** `12 June 2026, 10:00 to 11:00`; as it stands where it is no date */
  readonly when: string
  readonly where: string
  readonly organiser: string
  /** `request`, `reply`, `cancel` …: what the sender wants with it */
  readonly method: string
}

const readLimit = 128 * 1024
const mostEvents = 5

/** The events of a calendar file (RFC 5545), the first five; none when it is broken. */
export function invitationsIn(bytes: Uint8Array): Invitation[] {
  const lines = new TextDecoder()
    .decode(bytes.subarray(0, readLimit))
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .map(lineOf)
  const method = lines.find(it => it.name === 'METHOD')?.value.toLowerCase() ?? ''
  const found: Invitation[] = []
  let event: Line[] | undefined
  for (const line of lines) {
    if (line.name === 'BEGIN' && line.value.toUpperCase() === 'VEVENT') event = []
    else if (line.name === 'END' && line.value.toUpperCase() === 'VEVENT' && event) {
      found.push(invitationOf(event, method))
      event = undefined
      if (found.length === mostEvents) break
    } else event?.push(line)
  }
  return found
}

type Line = { readonly name: string; readonly value: string; readonly parameters: string }

function lineOf(line: string): Line {
  const [, name = '', parameters = '', value = ''] =
    /^([A-Za-z-]{1,40})((?:;[^:"]{0,300}(?:"[^"]{0,300}")?){0,10}):(.*)$/s.exec(line) ?? []
  return { name: name.toUpperCase(), parameters, value }
}

function invitationOf(lines: readonly Line[], method: string): Invitation {
  const line = (name: string) => lines.find(it => it.name === name)
  const [from, to] = [timeOf(line('DTSTART')), timeOf(line('DTEND'))]
  const repeats = line('RRULE') ? ', repeated' : ''
  const organiser = line('ORGANIZER')
  const name = /CN="?([^";:]+)/i.exec(organiser?.parameters ?? '')?.[1]
  return {
    what: wordsIn(line('SUMMARY')),
    when: from ? `${spanOf(from, to)}${repeats}` : '',
    where: wordsIn(line('LOCATION')),
    organiser: tidy(name ?? organiser?.value.replace(/^mailto:/i, '') ?? ''),
    method,
  }
}

const tidy = (text: string): string => shortened(oneLine(text), 300)

const wordsIn = (line: Line | undefined): string =>
  tidy((line?.value ?? '').replace(/\\n/gi, ' ').replace(/\\([,;\\])/g, '$1'))

type Time = { readonly day: string; readonly hour: string; readonly zone: string }

/** `20260612T090000Z` is turned into our time; one with another zone is shown as its sender wrote it, with the zone. */
function timeOf(line: Line | undefined): Time | undefined {
  const [, year, month, date, hour, minute, utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?$/.exec(line?.value.trim() ?? '') ?? []
  if (!line || !year || !month || !date) return undefined
  const at = new Date(Date.UTC(+year, +month - 1, +date, +(hour ?? 0), +(minute ?? 0)))
  const timeZone = utc ? 'Europe/London' : 'UTC'
  const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone })
  if (!hour) return { day, hour: '', zone: '' }
  const named = /TZID="?([^";:]{1,60})/i.exec(line.parameters)?.[1] ?? ''
  const zone = utc || /london|gmt standard|^$/i.test(named) ? '' : ` (${tidy(named)})`
  return { day, hour: at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }), zone }
}

function spanOf(from: Time, to: Time | undefined): string {
  const start = from.hour ? `${from.day}, ${from.hour}` : from.day
  if (!to || !to.hour) return `${start}${from.zone}`
  return `${start} to ${to.day === from.day ? '' : `${to.day}, `}${to.hour}${from.zone}`
}
