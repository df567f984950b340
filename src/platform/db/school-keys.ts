/** The key that a school's marks are made with, for the transactions of that school and no other: neither the coordinator's nor the system's. */
import type { Asker } from '../context.ts'
import type { Sealing } from '../sealing.ts'

type OfSchool = { centreId: number; schoolId: number }
export type SchoolKeys = {
  /** In hex; empty: of no school, or there is no key to derive one from. */
  of: (asker: Partial<Asker>) => string
  /** Of which school a proof was when it was last used. */
  guess: (proof: string) => OfSchool | undefined
  learn: (proof: string, asker: Asker) => void
}

/** Proofs that are remembered; when there are more, all are learnt again. */
const most = 20_000

export const schoolKeys = (sealing: () => Sealing | null): SchoolKeys => {
  const known = new Map<string, OfSchool>()
  return {
    of: ({ centreId, schoolId }) =>
      centreId && schoolId ? (sealing()?.ofSchool(centreId, schoolId).markKey ?? '') : '',
    guess: (proof) => known.get(proof),
    learn: (proof, { centreId, schoolId }) => {
      if (schoolId === null) return
      if (known.size >= most) known.clear()
      known.set(proof, { centreId, schoolId })
    },
  }
}
