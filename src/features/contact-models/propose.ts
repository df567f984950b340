/**
 * Which contact models fit a target group, from facts alone. The questions are the booklet's (domain.md, A6): how many small companies there are, how strong the
 * consultants' existing contacts are, whether a broad overview or knowledge of the trade is wanted, and how the consultants themselves feel about making
 * first contact; beside them what companies like these answered last. Points are ours, and few: each is one sentence that people can disagree with.
 */
import type { z } from '#platform/endpoint'
import type { reasons, TargetGroup } from './models.schema.ts'
import { enoughTalks, type Mix, mixBy, type Model, models, sharedOut, sumOf } from './models.shared.ts'

type Group = z.infer<typeof TargetGroup>
export type Facts = Pick<Group, 'fits' | 'reachable' | 'small' | 'visited' | 'talks' | 'wanted' | 'atEase'> & {
  out: Pick<Group['out'], 'protected' | 'numberless'>
  /** How many networks of companies are written down; whom they reach nobody knows. */
  networks: number
}
type Reason = (typeof reasons)[number]
type Because = { reason: Reason; values: Record<string, number> }
type Proposed = NonNullable<Group['proposal']>[number]
type Weight = Because & { points: number }

/** A broad effort pays from about so many; fewer than the lower number one knows by name. */
const [many, few] = [100, 40]
const share = (part: number, all: number) => (all === 0 ? 0 : part / all)

/** What of the phone is remembered: refused by three of five, welcomed when fewer than two of five said no. */
const onThePhone = ({ talks: { talked, no } }: Facts) =>
  talked < enoughTalks
    ? 'unknown'
    : share(no, talked) >= 0.6
      ? 'refused'
      : share(no, talked) < 0.4
        ? 'welcomed'
        : 'mixed'

const weigh = (facts: Facts, target: 'companies' | 'employees'): Record<Model, Weight[]> => {
  const { reachable, small, visited, talks, wanted, atEase, fits, out } = facts
  const phone = onThePhone(facts)
  const say = (reason: Reason, points: number, values: Record<string, number> = {}): Weight => ({
    reason,
    points,
    values,
  })
  const when = (holds: boolean, one: () => Weight) => (holds ? [one()] : [])
  const beyond = out.protected + out.numberless
  const known = share(visited, reachable)
  const refused = (points: number) => say('refused', points, { no: talks.no, talked: talks.talked })
  return {
    'own-consultants': [
      ...when(phone === 'refused', () => refused(3)),
      ...when(known >= 0.1, () => say('known', known >= 0.25 ? 4 : 2, { visited, reachable })),
      ...when(wanted === 'trade', () => say('trade-wanted', 2)),
      ...when(atEase === 'yes', () => say('at-ease', 1)),
      ...when(atEase === 'no', () => say('not-at-ease', -1)),
      ...when(reachable < few, () => say('few', 2, { reachable })),
      say('always-there', 2),
    ],
    partners: [
      ...when(phone === 'refused', () => refused(2)),
      ...when(share(beyond, fits) >= 0.1, () =>
        say('out-of-reach', 2, { protected: out.protected, numberless: out.numberless }),
      ),
      ...when(target === 'employees', () => say('employees', 2)),
      say('nothing-known', 0),
    ],
    'call-centre': [
      ...when(phone === 'refused', () => refused(-3)),
      ...when(phone === 'welcomed', () => say('welcomed', 2, { no: talks.no, talked: talks.talked })),
      ...when(reachable >= many && share(small, reachable) >= 0.5, () => say('many-small', 4, { small, reachable })),
      ...when(reachable >= few && !(reachable >= many && share(small, reachable) >= 0.5), () =>
        say('many', 2, { reachable }),
      ),
      ...when(wanted === 'overview', () => say('overview-wanted', 2)),
      ...when(atEase === 'no', () => say('not-at-ease', 1)),
      say('always-there', 1),
    ],
    networks: [facts.networks === 0 ? say('none-known', 0) : say('networks-known', 0, { networks: facts.networks })],
  }
}

/** Twentieths by largest remainders, so that a proposal is in steps of 5 %. */
const inFives = (points: Mix): Mix => {
  const all = sumOf(points)
  const twentieths = sharedOut(
    20,
    mixBy((model) => (100 * points[model]) / all),
  )
  return mixBy((model) => 5 * twentieths[model])
}
/** What is said anyway is left out where something else is. */
const tellsLittle: readonly Reason[] = ['always-there', 'nothing-known']

/** A share of each contact model, 100 in all, with what spoke for and against it, the heaviest first; null when there is nobody to reach. */
export const proposeMix = (facts: Facts, target: 'companies' | 'employees'): Proposed[] | null => {
  if (facts.reachable === 0) return null
  const weighed = weigh(facts, target)
  const percents = inFives(
    mixBy((model) =>
      Math.max(
        0,
        weighed[model].reduce((sum, { points }) => sum + points, 0),
      ),
    ),
  )
  return models.map((model) => {
    const heaviest = weighed[model].toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
    const telling = heaviest.filter(({ reason }) => !tellsLittle.includes(reason))
    const because = (telling.length > 0 ? telling : heaviest).slice(0, 2)
    return { model, percent: percents[model], because: because.map(({ reason, values }) => ({ reason, values })) }
  })
}
