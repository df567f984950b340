/** The choice that stands for each visit, and what they are worth together. Knows whether another fits, and which visits stand in its way. */
import { attendanceOf, none } from './attendance.ts'
import type { Choices } from './choices.ts'
import { nobody } from './company.ts'
import { beyondShare } from './points.ts'
import type { Prospects } from './prospects.ts'

export type Roster = ReturnType<typeof rosterOf>

export const rosterOf = (prospects: Prospects, choices: Choices) => {
  const { visits, school, target, shareCost } = prospects
  const attendance = attendanceOf(prospects)
  const led = new Int32Array(target.length)
  const chosen = new Int32Array(visits.length).fill(none)
  let points = 0
  let staffed = 0
  const visitOf = (choice: number) => choices.visit[choice] ?? 0
  const slotOf = (choice: number) => choices.slot[choice] ?? 0
  const leadOf = (choice: number) => choices.lead[choice] ?? 0
  const secondOf = (choice: number) => choices.second[choice] ?? nobody
  const change = (choice: number, by: 1 | -1, way: typeof attendance.goes) => {
    const visit = visitOf(choice)
    const lead = leadOf(choice)
    const second = secondOf(choice)
    const ofLead = school[lead] ?? 0
    chosen[visit] = by === 1 ? choice : none
    points += by * (choices.points[choice] ?? 0)
    staffed += by
    led[ofLead] = (led[ofLead] ?? 0) + by
    way(visit, lead, slotOf(choice))
    if (second !== nobody) way(visit, second, slotOf(choice))
  }
  return {
    chosen,
    fits: (choice: number) => {
      const visit = visitOf(choice)
      const slot = slotOf(choice)
      const lead = leadOf(choice)
      const second = secondOf(choice)
      if (!attendance.isFree(visit, lead, slot)) return false
      const left = attendance.leftAtSchool(lead, slot)
      if (second === nobody) return left > 0
      if (!attendance.isFree(visit, second, slot)) return false
      return school[lead] === school[second] ? left > 1 : left > 0 && attendance.leftAtSchool(second, slot) > 0
    },
    /** A choice that fits, of a visit that has none. */
    take: (choice: number) => change(choice, 1, attendance.goes),
    giveUp: (visit: number) => change(chosen[visit] ?? none, -1, attendance.stays),
    worth: () => {
      let beyond = 0
      for (let at = 0; at < led.length; at += 1) beyond += beyondShare(led[at] ?? 0, target[at] ?? 0, staffed)
      return points - shareCost * beyond
    },
    /** Tells `meet` of each visit that keeps a choice from fitting; where a week is full, of as many as must go, by chance. */
    inTheWay: (choice: number, chance: () => number, meet: (visit: number) => void) => {
      const slot = slotOf(choice)
      const lead = leadOf(choice)
      const second = secondOf(choice)
      attendance.inTheWay(visitOf(choice), lead, slot, chance, meet)
      if (second === nobody) return attendance.inTheWayAtSchool(lead, slot, 1, chance, meet)
      attendance.inTheWay(visitOf(choice), second, slot, chance, meet)
      const alike = school[lead] === school[second]
      attendance.inTheWayAtSchool(lead, slot, alike ? 2 : 1, chance, meet)
      if (!alike) attendance.inTheWayAtSchool(second, slot, 1, chance, meet)
    },
  }
}
