/**
 * A staffing made better by trying: a visit takes another of its choices, whoever stands in the way gives up and takes the best that is left. What is worse is
 * taken too, the seldomer the more it loses and the later it is (simulated annealing over ejections; Kirkpatrick, Gelatt, Vecchi 1983).
 */
import { none } from './attendance.ts'
import type { Choices } from './choices.ts'
import type { Roster } from './roster.ts'

/** Points that a trial may well lose, at first and at last; colder from the first where most trials are upwards. */
const heat = { first: 6, last: 0.4 }
/** Who moves more than so many visits is put back at once. */
const mostMoved = 5

/** Every visit takes the best that fits, in order. */
export const begin = (roster: Roster, choices: Choices) => {
  for (let visit = 0; visit < roster.chosen.length; visit += 1) takeBest(roster, choices, visit)
}
const takeBest = (roster: Roster, { from }: Choices, visit: number) => {
  const end = from[visit + 1] ?? 0
  for (let choice = from[visit] ?? 0; choice < end; choice += 1) if (roster.fits(choice)) return roster.take(choice)
}

/** What a trial has moved, and where it stood before. */
const journalOf = (roster: Roster) => {
  const moved: number[] = []
  const before: number[] = []
  return {
    moved,
    open: () => {
      moved.length = before.length = 0
    },
    note: (visit: number) => {
      moved.push(visit)
      const choice = roster.chosen[visit] ?? none
      before.push(choice)
      if (choice !== none) roster.giveUp(visit)
    },
    takeBack: () => {
      for (const visit of moved) if (roster.chosen[visit] !== none) roster.giveUp(visit)
      for (const choice of before) if (choice !== none) roster.take(choice)
    },
  }
}

/** Of each visit's choices those that a staffing better than ours by the bound can have: what one loses at the prices, the whole loses at least. */
const withinReach = ({ from, behind }: Choices, loss: number) =>
  Int32Array.from({ length: from.length - 1 }, (_, visit) => {
    let end = from[visit] ?? 0
    while (end < (from[visit + 1] ?? 0) && (behind[end] ?? 0) <= loss) end += 1
    return end
  })

/** Where there are many visits, most trials are for better choices of one; where there are few, for any, so that nothing is missed. */
const upwards = (visits: number) => Math.max(0, 1 - 200 / visits)

type Work = {
  chance: () => number
  /** Of so many trials, how much of the work is done: 1 ends it. */
  howFar: (trials: number) => number
  /** No staffing is worth more. */
  bound: number
}

/** Leaves the best that was met. */
export const improve = (roster: Roster, choices: Choices, { chance, howFar, bound }: Work) => {
  const { from } = choices
  const visits = roster.chosen.length
  const ends = withinReach(choices, bound - roster.worth())
  const better = upwards(visits)
  const journal = journalOf(roster)
  let worth = roster.worth()
  let best = worth
  const met = Int32Array.from(roster.chosen)
  const hottest = heat.first * (1 - better / 2)
  let warm = hottest
  const once = (visit: number, choice: number) => {
    journal.open()
    journal.note(visit)
    roster.inTheWay(choice, chance, journal.note)
    roster.take(choice)
    const few = journal.moved.length <= mostMoved
    if (few) for (let at = journal.moved.length - 1; at > 0; at -= 1) takeBest(roster, choices, journal.moved[at] ?? 0)
    const now = roster.worth()
    if (!(now >= worth || (few && Math.exp((now - worth) / warm) > chance()))) return journal.takeBack()
    worth = now
    if (worth <= best + 1e-9) return
    best = worth
    met.set(roster.chosen)
  }
  for (let trials = 0; ; trials += 1) {
    if (trials % 128 === 0) {
      const done = howFar(trials)
      if (done >= 1 || best >= bound - 1e-6) break
      warm = hottest * (heat.last / hottest) ** done
    }
    const visit = Math.floor(chance() * visits)
    const first = from[visit] ?? 0
    const stands = roster.chosen[visit] ?? none
    const up = stands !== none && chance() < better
    const near = chance()
    const choice = first + Math.floor(up ? near * (stands - first) : near * near * ((ends[visit] ?? 0) - first))
    if (choice !== stands && choice < (ends[visit] ?? 0)) once(visit, choice)
  }
  for (let visit = 0; visit < visits; visit += 1) if (roster.chosen[visit] !== none) roster.giveUp(visit)
  for (const choice of met) if (choice !== none) roster.take(choice)
}
