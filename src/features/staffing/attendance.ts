/** Who is where, and how much room people and schools have left in each week. Knows what stands in the way of one more visit. */
import type { Prospects } from './prospects.ts'
import { seatsOf } from './seats.ts'

/** Neither a visit nor a choice. */
export const none = -1

/** When people are where. */
const timesOf = ({ visits, consultants, slots, places, far, beside }: Prospects) => {
  const place = Int32Array.from(visits, (visit) => visit.place)
  const at = new Int32Array(consultants * slots).fill(none)
  const ifTooFar = (visit: number, other: number) =>
    other === none || far[(place[visit] ?? 0) * places + (place[other] ?? 0)] === 0 ? none : other
  return {
    set: (who: number, slot: number, visit: number) => {
      at[who * slots + slot] = visit
    },
    of: (who: number, slot: number) => at[who * slots + slot] ?? none,
    /** Tells `meet` of each visit beside this one that is too far away. */
    tooFar: (visit: number, who: number, slot: number, meet: (other: number) => void) => {
      for (const near of beside(who, slot)) {
        const there = ifTooFar(visit, at[who * slots + near] ?? none)
        if (there !== none) meet(there)
      }
    },
    nothingTooFar: (visit: number, who: number, slot: number) => {
      for (const near of beside(who, slot)) if (ifTooFar(visit, at[who * slots + near] ?? none) !== none) return false
      return true
    },
  }
}

export const attendanceOf = (prospects: Prospects) => {
  const { slots, weeks, school, cap, schoolCap } = prospects
  const aWeek = slots / weeks
  const times = timesOf(prospects)
  const ofPeople = seatsOf(cap)
  const ofSchools = seatsOf(schoolCap)
  const bench = (who: number, slot: number) => who * weeks + Math.floor(slot / aWeek)
  const schoolBench = (who: number, slot: number) => (school[who] ?? 0) * weeks + Math.floor(slot / aWeek)
  return {
    /** Whether someone can take one more visit, whatever his school can. */
    isFree: (visit: number, who: number, slot: number) =>
      times.of(who, slot) === none && ofPeople.left(bench(who, slot)) > 0 && times.nothingTooFar(visit, who, slot),
    leftAtSchool: (who: number, slot: number) => ofSchools.left(schoolBench(who, slot)),
    goes: (visit: number, who: number, slot: number) => {
      times.set(who, slot, visit)
      ofPeople.sit(bench(who, slot), visit)
      ofSchools.sit(schoolBench(who, slot), visit)
    },
    stays: (visit: number, who: number, slot: number) => {
      times.set(who, slot, none)
      ofPeople.rise(bench(who, slot), visit)
      ofSchools.rise(schoolBench(who, slot), visit)
    },
    /** Tells `meet` of each visit that keeps someone from this one, his school's aside; it gives up there and then. */
    inTheWay: (visit: number, who: number, slot: number, chance: () => number, meet: (other: number) => void) => {
      const there = times.of(who, slot)
      if (there !== none) meet(there)
      times.tooFar(visit, who, slot, meet)
      if (ofPeople.left(bench(who, slot)) === 0) meet(ofPeople.someone(bench(who, slot), chance()))
    },
    /** The same of his school's week, until there is room for so many. */
    inTheWayAtSchool: (
      who: number,
      slot: number,
      room: number,
      chance: () => number,
      meet: (other: number) => void,
    ) => {
      const at = schoolBench(who, slot)
      while (ofSchools.left(at) < room) meet(ofSchools.someone(at, chance()))
    },
  }
}
