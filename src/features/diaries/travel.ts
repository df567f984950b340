import { municipalityPlace } from '../official-codes/official-codes.ts'

const earthKm = 6371
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Kilometres between two places in degrees, as the crow flies (haversine). */
export const kilometresBetween = (a: readonly [number, number], b: readonly [number, number]) => {
  const [dLat, dLon] = [radians(b[0] - a[0]), radians(b[1] - a[1])]
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a[0])) * Math.cos(radians(b[0])) * Math.sin(dLon / 2) ** 2
  return 2 * earthKm * Math.asin(Math.sqrt(h))
}

/**
 * Minutes of driving one way, estimated between municipalities (by their codes): 15 inside one, else 10 and 1.2 a
 * kilometre, at most 120. 30 when a municipality is not known.
 */
export const travelMinutes = (from: number | null, to: number | null): number => {
  if (from === null || to === null) return 30
  if (from === to) return 15
  const [a, b] = [municipalityPlace(from), municipalityPlace(to)]
  if (!a || !b) return 30
  return Math.min(120, Math.max(15, Math.round(10 + 1.2 * kilometresBetween(a, b))))
}
