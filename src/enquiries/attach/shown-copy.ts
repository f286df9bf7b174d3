import type { Sharp } from 'sharp'
import { withoutCameraData } from './without-camera-data.ts'

const again = ['image/jpeg', 'image/png', 'image/gif', 'image/webp']
const blotted = ['image/heic', 'video/mp4', 'video/quicktime', 'audio/mp4']

/** A picture larger than this would cost more memory than one photo is worth. */
const mostPixels = 80_000_000

/** Its native code takes some 20 MB: it is loaded with the first picture, and most processes never see one. */
async function openSharp() {
  const { default: sharp } = await import('sharp')
  // every picture is read once: what sharp would remember is never asked for again
  sharp.cache(false)
  return sharp
}

/**
 * A picture as it is shown: turned the way it was held and without what the camera wrote into it, such as where
 * somebody lives. Moving pictures keep moving. What we cannot draw again, photos of phones and films, keeps its bytes with
 * that blotted out. Undefined for anything else, and for what cannot be read as what it is.
 */
export async function shownCopy(bytes: Uint8Array, type: string): Promise<Buffer | undefined> {
  if (blotted.includes(type)) return withoutCameraData(bytes)
  if (!again.includes(type)) return undefined
  const animated = type === 'image/gif' || type === 'image/webp'
  const sharp = await openSharp()
  try {
    const picture = sharp(bytes, { animated, failOn: 'error', limitInputPixels: mostPixels })
    const upright = animated ? picture : picture.autoOrient()
    return await written(upright, type).toBuffer()
  } catch {
    return undefined
  }
}

function written(picture: Sharp, type: string): Sharp {
  switch (type) {
    case 'image/jpeg':
      return picture.jpeg({ quality: 88 })
    case 'image/png':
      return picture.png()
    case 'image/gif':
      return picture.gif()
    default:
      return picture.webp({ quality: 88 })
  }
}
