import type { Random } from './random.ts'
import { dateAt, isWorkday } from './seed-calendar.ts'
import type { Cast } from './seed-people.ts'

/** What a company is to the schools, by its industry. */
export const groups = ['metal', 'care', 'build', 'food', 'service', 'transport', 'trade', 'industry', 'any'] as const
export type Group = (typeof groups)[number]

const divisions: readonly (readonly [Group, readonly string[]])[] = [
  ['metal', ['24', '25', '27', '28', '29', '30', '33']],
  ['care', ['86', '87', '88']],
  ['build', ['41', '42', '43']],
  ['food', ['10', '11', '55', '56']],
  ['service', ['81', '82', '96']],
  ['transport', ['49', '50', '52', '53']],
  ['trade', ['45', '46', '47', '62', '69', '70', '77', '78']],
  ['industry', ['16', '17', '20', '22', '23', '31', '32']],
]
export const groupOf = (industry: string | null): Group =>
  divisions.find(([, codes]) => codes.includes((industry ?? '').slice(0, 2)))?.[0] ?? 'any'

/** Who visits what: the school with the trade, generalists, and someone for general education. */
const visitors: Record<Group, readonly string[]> = {
  metal: ['Peter Vang', 'Peter Vang', 'Anne Skov', 'Sofie Holst'],
  care: ['Pia Winther', 'Pia Winther', 'Amir Rahimi', 'Jens Toft', 'Ali Demir'],
  build: ['Lone Krag', 'Anne Skov', 'Peter Vang'],
  food: ['Karen Mølgaard', 'Karen Mølgaard', 'Sofie Holst'],
  service: ['Amir Rahimi', 'Anne Skov', 'Ali Demir'],
  transport: ['Ivan Kowalski', 'Ivan Kowalski', 'Peter Vang'],
  trade: ['Lone Krag', 'Lone Krag', 'Sofie Holst', 'Ali Demir'],
  industry: ['Anne Skov', 'Peter Vang', 'Ali Demir', 'Sofie Holst'],
  any: ['Anne Skov', 'Sofie Holst'],
}
/** Skive and Thisted are Fatima's, whatever the trade. */
const west = new Set([779, 787])

type Slot = { personId: number; startsAt: string; endsAt: string }
export type Diaries = {
  cast: Cast
  /** Jens Toft takes nothing new that would lie after this. */
  lastOfJens: number
  /** Times that a story needs. */
  kept: { name: string; from: number; to: number }[]
}

const free = ({ cast, lastOfJens, kept }: Diaries, slot: Slot) => {
  const [from, to] = [Date.parse(slot.startsAt), Date.parse(slot.endsAt)]
  if (!isWorkday(dateAt(from))) return false
  if (slot.personId === cast.as('Jens Toft').personId && from > lastOfJens) return false
  return !kept.some((one) => cast.as(one.name).personId === slot.personId && one.from < to && from < one.to)
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
  const wished =
    west.has(municipality ?? 0) && dice.chance(0.8) ? 'Fatima Haddad' : dice.pick(visitors[groupOf(industry)])
  const wanted = diaries.cast.as(wished).personId
  const theirs = rows.filter((slot) => slot.personId === wanted && free(diaries, slot))
  const from = theirs.length > 0 ? theirs : rows.filter((slot) => free(diaries, slot))
  const days = [...Map.groupBy(from, ({ startsAt }) => startsAt.slice(0, 10)).values()]
  const day = days[Math.min(days.length - 1, dice.int(1, 8))]
  return day && dice.pick(day)
}
