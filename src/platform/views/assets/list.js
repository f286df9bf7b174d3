// The work list by keyboard, and kept fresh while somebody works in it. Everything works without this file.
const list = document.querySelector('[data-list]')
if (list) {
  document.addEventListener('keydown', onKey)
  list.addEventListener('change', sayTicked)
  list.addEventListener('click', tickPage)
  sayTicked()
}
for (const region of document.querySelectorAll('[data-live][id]')) keepLive(region)

/**
 * `<div id="…" data-live="30">`: that part of the page is read anew every so many seconds while it is seen. What is
 * ticked stays ticked and what has the focus keeps it. When what comes says no more `data-live`, the page is loaded once
 * more: what was waited for has ended.
 */
function keepLive(region) {
  let shown = region.innerHTML
  const look = async () => {
    const fresh = document.hidden ? null : await partOfPage(region.id)
    if (fresh && !fresh.dataset.live) return location.reload()
    if (fresh && fresh.innerHTML !== shown && !region.matches(':active')) {
      shown = fresh.innerHTML
      exchange(region, fresh)
    }
    setTimeout(look, Number(region.dataset.live) * 1000)
  }
  setTimeout(look, Number(region.dataset.live) * 1000)
}

/** That part of this page as it is now; nothing when the network or the sign-in is gone. */
async function partOfPage(id) {
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
    if (!answer.ok || answer.redirected) return null
    return new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(id)
  } catch {
    return null
  }
}

function exchange(region, fresh) {
  const ticked = new Set([...region.querySelectorAll('[name=pick]:checked')].map(box => box.value))
  const focused = region.contains(document.activeElement) ? nameOf(document.activeElement) : null
  region.replaceChildren(...fresh.childNodes)
  for (const box of region.querySelectorAll('[name=pick]')) box.checked = ticked.has(box.value)
  const again = focused && [...region.querySelectorAll('a, button, input')].find(it => nameOf(it) === focused)
  if (again) again.focus({ preventScroll: true })
  sayTicked()
}

/** What stays the same about a link, a button or a box while the list around it changes. */
const nameOf = it => `${it.tagName} ${it.getAttribute('href') ?? it.getAttribute('formaction') ?? it.name + it.value}`

/** How many are ticked stands where the hint stood. */
function sayTicked() {
  const words = list?.querySelector('[data-ticked]')
  if (!words) return
  words.dataset.hint ??= words.textContent
  const n = list.querySelectorAll('[name=pick]:checked').length
  const said = n === 0 ? words.dataset.hint : `${n} ticked`
  if (words.textContent !== said) words.textContent = said
  list.querySelector('[data-tick-page]').hidden = false
}

/** Ticks every row of the page; when all are ticked, takes the ticks off again. */
function tickPage(event) {
  if (!event.target.closest('[data-tick-page]')) return
  const boxes = [...list.querySelectorAll('[name=pick]')]
  const ticks = boxes.some(box => !box.checked)
  for (const box of boxes) box.checked = ticks
  sayTicked()
}

let going = false

/** One key, by itself, and never where somebody types. */
function onKey(event) {
  if (list.dataset.keys !== 'on' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]')) return
  const act = going ? wayTo(event.key) : acts[event.key]
  going = event.key === 'g' && !going
  if (going || !act) return
  event.preventDefault()
  act()
}

const acts = {
  j: () => step(1),
  k: () => step(-1),
  o: () => rowAt()?.querySelector('a[href]').click(),
  x: () => rowAt()?.querySelector('[name=pick]')?.click(),
  t: () => rowAt()?.querySelector('button[formaction]')?.click(),
  b: () => list.querySelector('#pick button')?.focus(),
  f: () => document.querySelector('[data-filters]')?.click(),
  '/': () => document.querySelector('input[type=search]')?.focus(),
  '?': () => location.assign('/enquiries/keys'),
}

/** After g: `data-ways` names the addresses. */
function wayTo(letter) {
  const to = JSON.parse(list.dataset.ways)[letter]
  return to && (() => location.assign(to))
}

const rows = () => [...list.querySelectorAll('tbody tr')]

/** The row that has the focus. */
const rowAt = () => rows().find(row => row.contains(document.activeElement))

/** To the next row or the one before; the list has no edge to fall over. */
function step(way) {
  const all = rows()
  const at = all.indexOf(rowAt())
  const to = at < 0 ? (way > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + way, 0), all.length - 1)
  const link = all[to]?.querySelector('a[href]')
  if (!link) return
  link.focus({ preventScroll: true })
  all[to].scrollIntoView({ block: 'nearest' })
}
