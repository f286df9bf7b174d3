// `<details data-map-picker="…">`: the map at that address is fetched when somebody opens it, and a spot is picked by a
// press, or by the arrow keys and the four buttons. The spot stands in the field beside it, which works without any of this.
for (const picker of document.querySelectorAll('details[data-map-picker]')) {
  let isDrawn = false
  const draw = () => {
    if (!picker.open || isDrawn) return
    isDrawn = true
    void drawMap(picker).catch(() => (isDrawn = false))
  }
  picker.addEventListener('toggle', draw)
  draw()
}

const step = 20

async function drawMap(picker) {
  const answer = await fetch(picker.dataset.mapPicker, { headers: { accept: 'text/html' } })
  const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-ward-map]')
  if (!drawn) return
  const map = document.importNode(drawn, true)
  const field = picker.querySelector(`[name="${picker.dataset.mapSpot}"]`)
  const said = Object.assign(document.createElement('p'), { className: 'govuk-body' })
  said.setAttribute('role', 'status')
  map.removeAttribute('role')
  map.setAttribute('role', 'application')
  map.setAttribute('aria-label', 'Map of the wards. Move the mark with the arrow keys')
  map.setAttribute('tabindex', '0')
  const mark = document.createElementNS('http://www.w3.org/2000/svg', 'circle')
  mark.setAttribute('class', 'os-ward-map-mark')
  mark.setAttribute('r', '13')
  const { width, height } = map.viewBox.baseVal
  const scale = Object.fromEntries(['west', 'north', 'x', 'y'].map(name => [name, Number(map.dataset[name])]))
  let at = spotIn(field.value, scale)

  const put = (x, y) => {
    at = { x: Math.min(Math.max(x, 0), width), y: Math.min(Math.max(y, 0), height) }
    show()
    field.value = `${(scale.north - at.y / scale.y).toFixed(5)}, ${(scale.west + at.x / scale.x).toFixed(5)}`
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const show = () => {
    mark.setAttribute('cx', at.x)
    mark.setAttribute('cy', at.y)
    if (!mark.isConnected) map.append(mark)
    const ward = wardAt(map, at)
    said.textContent = ward ? `The mark is in ${ward} ward.` : 'The mark is outside the wards.'
  }
  const move = (east, south) => put((at?.x ?? width / 2) + east * step, (at?.y ?? height / 2) + south * step)

  map.addEventListener('click', ({ clientX, clientY }) => {
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(map.getScreenCTM().inverse())
    put(x, y)
  })
  map.addEventListener('keydown', event => {
    const way = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key]
    if (!way) return
    event.preventDefault()
    move(...way)
  })
  field.addEventListener('change', () => {
    at = spotIn(field.value, scale)
    if (at) show()
    else mark.remove()
  })
  const here = picker.querySelector('[data-map-here]')
  here.append(map)
  here.after(buttons(move), said)
  if (at) show()
}

function buttons(move) {
  const group = Object.assign(document.createElement('div'), { className: 'govuk-button-group os-ward-map-ways' })
  for (const [text, east, south] of [
    ['North', 0, -1],
    ['South', 0, 1],
    ['West', -1, 0],
    ['East', 1, 0],
  ]) {
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'govuk-button govuk-button--secondary',
      textContent: text,
    })
    button.setAttribute('aria-label', `Move the mark ${text.toLowerCase()}`)
    button.addEventListener('click', () => move(east, south))
    group.append(button)
  }
  return group
}

function spotIn(text, { west, north, x, y }) {
  const [, latitude, longitude] = /^\s*(-?\d+(?:\.\d+)?)\s*[,; ]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text) ?? []
  return latitude === undefined ? undefined : { x: (Number(longitude) - west) * x, y: (north - Number(latitude)) * y }
}

function wardAt(map, { x, y }) {
  const point = Object.assign(map.createSVGPoint(), { x, y })
  return [...map.querySelectorAll('[data-ward]')].find(path => path.isPointInFill(point))?.dataset.ward
}
