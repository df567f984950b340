/**
 * A staffing made better by trying: a visit takes another of its choices, whoever stands in the way gives up and takes the best that is left. What is worse is
 * taken too, the seldomer the more it loses and the later it is (simulated annealing over ejections; Kirkpatrick, Gelatt, Vecchi 1983).
 */
import { none } from './attendance.ts'
import type { Choices } from './choices.ts'
import type { Roster } from './roster.ts'

/** Points that a trial may well lose, at first and at last. */
const heat = { first: 3, last: 0.4 }
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

/** `howFar` tells, of so many trials, how much of the work is done: 1 ends it, and so does a worth of `enough`. Leaves the best that was met. */
export const improve = (
  roster: Roster,
  choices: Choices,
  chance: () => number,
  { howFar, enough }: { howFar: (trials: number) => number; enough: number },
) => {
  const { from } = choices
  const visits = roster.chosen.length
  const journal = journalOf(roster)
  let worth = roster.worth()
  let best = worth
  const met = Int32Array.from(roster.chosen)
  let warm = heat.first
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
      if (done >= 1 || best >= enough) break
      warm = heat.first * (heat.last / heat.first) ** done
    }
    const visit = Math.floor(chance() * visits)
    const first = from[visit] ?? 0
    const near = chance()
    const choice = first + Math.floor(near * near * ((from[visit + 1] ?? 0) - first))
    if (choice < (from[visit + 1] ?? 0) && choice !== roster.chosen[visit]) once(visit, choice)
  }
  for (let visit = 0; visit < visits; visit += 1) if (roster.chosen[visit] !== none) roster.giveUp(visit)
  for (const choice of met) if (choice !== none) roster.take(choice)
}
