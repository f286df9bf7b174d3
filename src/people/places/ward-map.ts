import { html, type Html } from '#platform/views/html.ts'
import type { Boundary } from './place-list.sql.ts'
import { boxAround, type Point, type Polygon, type Ring } from './point.ts'

/** How wide the drawing is, in units of its own; finer than any screen shows it. */
const width = 1000
const margin = 12

/** Degrees to units of the drawing. East and west lie closer together the further north. */
type Scale = { readonly west: number; readonly north: number; readonly x: number; readonly y: number; height: number }

function scaleOf(boundaries: readonly Boundary[]): Scale {
  const { west, south, east, north } = boxAround(boundaries)
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const x = (width - 2 * margin) / (east - west)
  const y = x / narrowing
  return {
    x,
    y,
    west: west - margin / x,
    north: north + margin / y,
    height: Math.ceil((north - south) * y + 2 * margin),
  }
}

/**
 * The wards of the council, drawn from its own boundaries: nothing is asked of anybody outside. `at` is marked. The
 * scale stands on the drawing, so that a browser can tell which spot was picked.
 */
export function wardMap(boundaries: readonly Boundary[], at?: Point): Html {
  const scale = scaleOf(boundaries)
  return html`<svg
    class="os-ward-map"
    viewBox="0 0 ${width} ${scale.height}"
    role="img"
    aria-label="${at ? 'The place on a map of the wards' : 'A map of the wards'}"
    data-ward-map
    data-west="${scale.west}"
    data-north="${scale.north}"
    data-x="${scale.x}"
    data-y="${scale.y}"
  >
    ${boundaries.map(
      it =>
        html`<path class="os-ward-map-ward" data-ward="${it.ward}" fill-rule="evenodd" d="${pathOf(it, scale)}">
          <title>${it.ward}</title>
        </path>`,
    )}
    ${boundaries.map(it => nameOf(it, scale))} ${at && markOf(at, scale)}
  </svg>`
}

const pathOf = ({ shape }: Boundary, scale: Scale): string =>
  shape
    .flat()
    .map(ring => lineOf(ring, scale))
    .join('')

/** Whole units; corners that fall on the one before say nothing. */
function lineOf(ring: Ring, scale: Scale): string {
  const corners = ring.map(at => inUnits(at, scale).join(' '))
  return `M${corners.filter((it, i) => i === 0 || it !== corners[i - 1]).join('L')}Z`
}

const inUnits = ([longitude, latitude]: Ring[number], { west, north, x, y }: Scale): [number, number] => [
  Math.round((longitude - west) * x),
  Math.round((north - latitude) * y),
]

/** In the middle of its largest piece, in lines of one word so that it keeps within. */
function nameOf({ ward, shape }: Boundary, scale: Scale): Html {
  const [x, y] = inUnits(middleOf(largest(shape)), scale)
  const words = ward.split(' ')
  return html`<text class="os-ward-map-name" aria-hidden="true" x="${x}" y="${y - (words.length - 1) * 11}">
    ${words.map((word, i) => html`<tspan x="${x}" dy="${i === 0 ? 0 : 22}">${word}</tspan>`)}
  </text>`
}

const markOf = ({ latitude, longitude }: Point, scale: Scale): Html => {
  const [x, y] = inUnits([longitude, latitude], scale)
  return html`<circle class="os-ward-map-mark" cx="${x}" cy="${y}" r="13" />`
}

const largest = (shape: readonly Polygon[]): Ring =>
  shape.map(([outer]) => outer!).reduce((best, it) => (Math.abs(areaOf(it)) > Math.abs(areaOf(best)) ? it : best))

const turns = (ring: Ring) =>
  ring.map(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length]!
    return { ax, ay, bx, by, turn: ax * by - bx * ay }
  })

const areaOf = (ring: Ring): number => turns(ring).reduce((sum, { turn }) => sum + turn, 0) / 2

/** The middle of an area; measured from its first corner, for far from the origin digits are lost. */
function middleOf(ring: Ring): [number, number] {
  const [x0, y0] = ring[0]!
  const near = ring.map(([x, y]): [number, number] => [x - x0, y - y0])
  const area = areaOf(near)
  if (area === 0) return [x0, y0]
  const sum = (by: (it: ReturnType<typeof turns>[number]) => number) => turns(near).reduce((all, it) => all + by(it), 0)
  return [
    x0 + sum(({ ax, bx, turn }) => (ax + bx) * turn) / (6 * area),
    y0 + sum(({ ay, by, turn }) => (ay + by) * turn) / (6 * area),
  ]
}
