// `@` and the first letters of a name offer the colleagues whose boxes stand below; choosing one writes the name and ticks it.

const mostOffered = 6

/** For a textarea in a form with `[data-mention]` boxes. Without scripts the boxes do the same. */
export function offerMentions(box) {
  const people = [...(box.form?.querySelectorAll('[data-mention]') ?? [])]
  if (people.length === 0) return
  const list = listUnder(box)
  let chosen = 0
  const offer = () => {
    const begun = begunIn(box)
    const fitting =
      begun === undefined ? [] : people.filter(it => fits(it.dataset.mention, begun)).slice(0, mostOffered)
    chosen = 0
    list.replaceChildren(...fitting.map((it, at) => choiceOf(it, at, list.id)))
    mark()
  }
  const mark = () => {
    list.hidden = list.children.length === 0
    ;[...list.children].forEach((it, at) => it.setAttribute('aria-selected', String(at === chosen)))
    if (list.hidden) box.removeAttribute('aria-activedescendant')
    else box.setAttribute('aria-activedescendant', list.children[chosen].id)
  }
  const take = at => {
    const person = people.find(it => it.id === list.children[at].dataset.for)
    person.checked = true
    const before = box.value.slice(0, box.selectionStart).replace(/@[^@\n]*$/, `@${person.dataset.mention} `)
    box.setRangeText(before, 0, box.selectionStart, 'end')
    list.replaceChildren()
    mark()
    box.focus()
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }
  box.addEventListener('input', offer)
  box.addEventListener('blur', () => setTimeout(() => (list.hidden = true), 150))
  box.addEventListener('keydown', event => {
    if (list.hidden) return
    const steps = { ArrowDown: 1, ArrowUp: -1 }
    if (event.key in steps) chosen = (chosen + steps[event.key] + list.children.length) % list.children.length
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen)
    else if (event.key === 'Escape') list.replaceChildren()
    else return
    event.preventDefault()
    mark()
  })
  list.addEventListener('mousedown', event => {
    event.preventDefault()
    const at = [...list.children].indexOf(event.target.closest('li'))
    if (at >= 0) take(at)
  })
}

/** What stands between the last @ and the cursor; a name written in full and a space end it. */
function begunIn(box) {
  const found = /(?:^|\s)@([^@\n]{0,40})$/.exec(box.value.slice(0, box.selectionStart))
  return found && !found[1].endsWith(' ') ? found[1].toLowerCase() : undefined
}

const fits = (name, begun) => [name, ...name.split(' ')].some(part => part.toLowerCase().startsWith(begun))

function listUnder(box) {
  const list = document.createElement('ul')
  Object.assign(list, { id: `${box.id}-mentions`, className: 'os-mentions', hidden: true })
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Colleagues to tell')
  box.setAttribute('aria-autocomplete', 'list')
  box.setAttribute('aria-controls', list.id)
  box.after(list)
  return list
}

function choiceOf(person, at, id) {
  const choice = document.createElement('li')
  Object.assign(choice, { id: `${id}-${at}`, className: 'os-mentions__item', textContent: person.dataset.mention })
  choice.dataset.for = person.id
  choice.setAttribute('role', 'option')
  return choice
}
