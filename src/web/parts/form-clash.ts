import { useRef, useState } from 'react'
import { z } from '#platform/endpoint'
import { type ApiProblem, saidIn } from '#web/data/problem.ts'

type Fields = Record<string, unknown>
/** A change of what others may change too: the fields as they stood, and both versions in words. */
export type Over = { seen: Fields; says: (values: Fields) => string }
type Held = { values: Fields; setValues: (values: Fields) => void }

const textOf = (value: unknown) => (typeof value === 'number' ? String(value) : (value ?? ''))
/** As the fields hold it: text where they hold text. */
const asHeld = (theirs: Fields, { values }: Held): Fields =>
  Object.fromEntries(
    Object.entries(theirs)
      .filter(([field]) => field in values)
      .map(([field, value]) => [field, typeof values[field] === 'string' ? textOf(value) : value]),
  )

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Somebody else has changed the same meanwhile: what stands, and the way on. */
export const useClash = (over: Over | undefined, form: Held) => {
  const seen = useRef(over?.seen)
  const [theirs, setTheirs] = useState<Fields>()
  const settle = (stands: Fields) => {
    seen.current = stands
    setTheirs(undefined)
  }
  return {
    seen: () => (seen.current ? { seen: seen.current } : {}),
    /** True: it was that, and both versions are shown. */
    met: (problem: ApiProblem) => {
      if (!over || problem.code !== 'changed-meanwhile') return false
      setTheirs(saidIn(problem, 'theirs', z.record(z.string(), z.unknown())))
      return true
    },
    both: over &&
      theirs && {
        theirs: over.says(theirs),
        mine: over.says(form.values),
        take: () => {
          form.setValues({ ...form.values, ...asHeld(theirs, form) })
          settle(theirs)
        },
        // Only where one has written oneself: what another changed beside it stays.
        keep: () => {
          const [was, now] = [asHeld(seen.current ?? {}, form), asHeld(theirs, form)]
          const others = Object.entries(now).filter(([field]) => isSame(form.values[field], was[field]))
          form.setValues({ ...form.values, ...Object.fromEntries(others) })
          settle(theirs)
        },
      },
  }
}
