import type { Random } from './random.ts'
import { tradeOf } from './said.ts'
import { dateAt, isWorkday } from './seed-calendar.ts'
import type { Cast } from './seed-people.ts'

/** Thisted and Mors: Fatima has them for whatever is general. */
export const northWest: ReadonlySet<number | null> = new Set([787, 773])
/** Trades where only those of the trade are let in. */
const ownTrade = new Set('plejehjem bosted hjemmepleje dagcenter børnehus klinik fodterapeut skole vognmand'.split(' '))

/** Who of ours may visit a company: those of its trade; in the north-west Fatima too, where general education is to the point. */
export const ableToVisit = (industry: string | null, municipality: number | null): readonly string[] => {
  const { name, who } = tradeOf(industry)
  return northWest.has(municipality) && !ownTrade.has(name) ? [...who, 'Fatima Haddad'] : who
}

type Slot = { personId: number; startsAt: string; endsAt: string }
export type Diaries = {
  cast: Cast
  /** Jens Toft takes nothing new that would lie after this. */
  lastOfJens: number
  /** Times that a story needs. */
  kept: { name: string; from: number; to: number }[]
}

const free = ({ cast, lastOfJens, kept }: Diaries, { personId, startsAt, endsAt }: Slot) => {
  const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)]
  const left = personId === cast.as('Jens Toft').personId && from > lastOfJens
  const taken = kept.some((one) => cast.as(one.name).personId === personId && one.from < to && from < one.to)
  return isWorkday(dateAt(from)) && !left && !taken
}

/** The first time that is really free. */
export const firstSlot = <S extends Slot>(diaries: Diaries, rows: readonly S[]): S | undefined =>
  rows.find((slot) => free(diaries, slot))

/** A time a company would choose among those offered: with someone who knows the trade, seldom tomorrow, mostly within ten days. */
export const chooseSlot = <S extends Slot>(
  diaries: Diaries,
  dice: Random,
  rows: readonly S[],
  { industry, municipality }: { industry: string | null; municipality: number | null },
): S | undefined => {
  const able = ableToVisit(industry, municipality)
  // The first of them knows the trade best.
  const wished = dice.chance(0.4) ? able[0] : dice.pick(able)
  const times = (name: string) => {
    const { personId } = diaries.cast.as(name)
    return rows.filter((slot) => slot.personId === personId && free(diaries, slot))
  }
  const theirs = wished === undefined ? [] : times(wished)
  const from = theirs.length > 0 ? theirs : able.flatMap(times)
  const days = [...Map.groupBy(from, ({ startsAt }) => startsAt.slice(0, 10)).values()]
  const day = days[Math.min(days.length - 1, dice.int(1, 8))]
  return day && dice.pick(day)
}
