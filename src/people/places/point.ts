/** A spot on the earth, in degrees (WGS 84, what maps on phones tell). */
export type Point = { readonly latitude: number; readonly longitude: number }

/** A closed line of [longitude, latitude], as GeoJSON has it. */
export type Ring = readonly (readonly [number, number])[]

/** The outer ring, then its holes. */
export type Polygon = readonly Ring[]

/** What belongs to a ward: one piece or several. */
export type Shape = readonly Polygon[]

export type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number }

/** Whether a spot lies in a shape. What lies on an edge lies in it, so that no spot of the town is in no ward. */
export const isIn = ({ longitude: x, latitude: y }: Point, shape: Shape): boolean =>
  shape.some(rings => isOnEdge(x, y, rings) || rings.reduce((inside, ring) => inside !== crosses(x, y, ring), false))

/** Whether a line from the spot eastwards leaves the ring an odd number of times. */
function crosses(x: number, y: number, ring: Ring): boolean {
  let odd = false
  for (const [[ax, ay], [bx, by]] of sides(ring))
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd
  return odd
}

const isOnEdge = (x: number, y: number, rings: Polygon): boolean =>
  rings.some(ring =>
    sides(ring).some(
      ([[ax, ay], [bx, by]]) =>
        (bx - ax) * (y - ay) === (by - ay) * (x - ax) &&
        Math.min(ax, bx) <= x &&
        x <= Math.max(ax, bx) &&
        Math.min(ay, by) <= y &&
        y <= Math.max(ay, by),
    ),
  )

/** Each side of a ring with its two ends; the last leads back to the first. */
const sides = (ring: Ring) => ring.map((at, i) => [at, ring[(i + 1) % ring.length]!] as const)

export function boxOf(shape: Shape): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const [x, y] of shape.flat(2)) {
    box.west = Math.min(box.west, x)
    box.east = Math.max(box.east, x)
    box.south = Math.min(box.south, y)
    box.north = Math.max(box.north, y)
  }
  return box
}

export const boxAround = (boxes: readonly Box[]): Box => ({
  west: Math.min(...boxes.map(it => it.west)),
  south: Math.min(...boxes.map(it => it.south)),
  east: Math.max(...boxes.map(it => it.east)),
  north: Math.max(...boxes.map(it => it.north)),
})

/** A spot as somebody types or copies it, latitude first: `53.90123, -3.91234`. Undefined: it is none. */
export function pointIn(typed: string): Point | undefined {
  const [, north, east] = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*°?\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*°?\s*$/.exec(typed) ?? []
  const point = { latitude: Number(north), longitude: Number(east) }
  return north !== undefined && isPoint(point) ? point : undefined
}

export const isPoint = ({ latitude, longitude }: Point): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180

/** To a metre, latitude first: `53.90123, -3.91234`. */
export const pointInWords = ({ latitude, longitude }: Point): string =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
