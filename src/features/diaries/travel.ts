import { municipalityPlace } from '../official-codes/official-codes.ts'

const earthKm = 6371
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Kilometres between two places in degrees, as the crow flies (haversine). */
export const kilometresBetween = (a: readonly [number, number], b: readonly [number, number]) => {
  const [dLat, dLon] = [radians(b[0] - a[0]), radians(b[1] - a[1])]
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a[0])) * Math.cos(radians(b[0])) * Math.sin(dLon / 2) ** 2
  return 2 * earthKm * Math.asin(Math.sqrt(h))
}

/** Minutes kept free for driving each way; `known` false: nobody knows how long it takes, and nothing may be said of it. */
export type Driving = { minutes: number; known: boolean }
const unknown: Driving = { minutes: 30, known: false }

/**
 * Driving one way, estimated between municipalities (by their codes): 15 minutes inside one, else 10 and 1.2 a kilometre, at most 120.
 * Where a municipality, or its place, is not known half an hour is kept free.
 */
export const drivingBetween = (from: number | null, to: number | null): Driving => {
  const [a, b] = [from, to].map((code) => (code === null ? undefined : municipalityPlace(code)))
  if (!a || !b) return unknown
  if (from === to) return { minutes: 15, known: true }
  return { minutes: Math.min(120, Math.max(15, Math.round(10 + 1.2 * kilometresBetween(a, b)))), known: true }
}
