import type { Point } from './point.ts'

/** The ellipsoids that the national grid (Airy 1830) and satellites (WGS 84) measure by: half axes in metres. */
const airy = { a: 6377563.396, b: 6356256.909 }
const wgs84 = { a: 6378137, b: 6356752.314245 }

/** The grid: scale on its middle line, its true origin, and where that lies in metres. */
const scale = 0.9996012717
const [latitude0, longitude0] = [radians(49), radians(-2)]
const [east0, north0] = [400_000, -100_000]

/**
 * Latitude and longitude of a place of the British national grid, given in metres (Ordnance Survey, “A guide to
 * coordinate systems in Great Britain”, annexes B and C). Right to about five metres, which tells wards apart.
 */
export function fromNationalGrid(easting: number, northing: number): Point {
  return toWgs84(onAiry(easting, northing))
}

type Angles = { readonly latitude: number; readonly longitude: number }

function onAiry(easting: number, northing: number): Angles {
  const { a, b } = airy
  const e2 = 1 - (b * b) / (a * a)
  let latitude = latitude0
  let arc = 0
  do {
    latitude += (northing - north0 - arc) / (a * scale)
    arc = meridianArc(latitude)
  } while (Math.abs(northing - north0 - arc) >= 0.00001)
  const [sin, cos, tan] = [Math.sin(latitude), Math.cos(latitude), Math.tan(latitude)]
  const nu = (a * scale) / Math.sqrt(1 - e2 * sin * sin)
  const rho = (a * scale * (1 - e2)) / (1 - e2 * sin * sin) ** 1.5
  const eta2 = nu / rho - 1
  const t2 = tan * tan
  const d = easting - east0
  const vii = tan / (2 * rho * nu)
  const viii = (tan / (24 * rho * nu ** 3)) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2)
  const ix = (tan / (720 * rho * nu ** 5)) * (61 + 90 * t2 + 45 * t2 * t2)
  const x = 1 / (cos * nu)
  const xi = (nu / rho + 2 * t2) / (6 * cos * nu ** 3)
  const xii = (5 + 28 * t2 + 24 * t2 * t2) / (120 * cos * nu ** 5)
  const xiia = (61 + 662 * t2 + 1320 * t2 * t2 + 720 * t2 ** 3) / (5040 * cos * nu ** 7)
  return {
    latitude: latitude - vii * d ** 2 + viii * d ** 4 - ix * d ** 6,
    longitude: longitude0 + x * d - xi * d ** 3 + xii * d ** 5 - xiia * d ** 7,
  }
}

/** How far it is along the middle line from the true origin to a latitude, in metres of the grid. */
function meridianArc(latitude: number): number {
  const n = (airy.a - airy.b) / (airy.a + airy.b)
  const [less, more] = [latitude - latitude0, latitude + latitude0]
  return (
    airy.b *
    scale *
    ((1 + n + 1.25 * n ** 2 + 1.25 * n ** 3) * less -
      (3 * n + 3 * n ** 2 + 2.625 * n ** 3) * Math.sin(less) * Math.cos(more) +
      (1.875 * n ** 2 + 1.875 * n ** 3) * Math.sin(2 * less) * Math.cos(2 * more) -
      (35 / 24) * n ** 3 * Math.sin(3 * less) * Math.cos(3 * more))
  )
}

/** The step from one ellipsoid to the other: shift in metres, turn in seconds of arc, scale in parts of a million. */
const shift = { x: 446.448, y: -125.157, z: 542.06 }
const turn = { x: seconds(0.1502), y: seconds(0.247), z: seconds(0.8421) }
const stretch = 1 - 20.4894e-6

function toWgs84({ latitude, longitude }: Angles): Point {
  const e2 = 1 - airy.b ** 2 / airy.a ** 2
  const nu = airy.a / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2)
  const [x, y, z] = [
    nu * Math.cos(latitude) * Math.cos(longitude),
    nu * Math.cos(latitude) * Math.sin(longitude),
    nu * (1 - e2) * Math.sin(latitude),
  ]
  return onEllipsoid(
    shift.x + stretch * x - turn.z * y + turn.y * z,
    shift.y + turn.z * x + stretch * y - turn.x * z,
    shift.z - turn.y * x + turn.x * y + stretch * z,
  )
}

function onEllipsoid(x: number, y: number, z: number): Point {
  const e2 = 1 - wgs84.b ** 2 / wgs84.a ** 2
  const flat = Math.hypot(x, y)
  let latitude = Math.atan2(z, flat * (1 - e2))
  for (let i = 0; i < 4; i++) {
    const nu = wgs84.a / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2)
    latitude = Math.atan2(z + e2 * nu * Math.sin(latitude), flat)
  }
  return { latitude: degrees(latitude), longitude: degrees(Math.atan2(y, x)) }
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI
}

function seconds(of: number): number {
  return radians(of / 3600)
}
