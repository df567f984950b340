/**
 * When a wait ends, reckoned a second time and otherwise than the product does: by day numbers and the European rule of daylight saving
 * (directive 2000/84/EC: from the last Sunday of March to the last of October, 01:00 UTC), without Temporal, Intl or Date.
 */
export type Day = readonly [year: number, month: number, day: number]

const daysIn = (year: number, month: number) => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
/** Days since 1 January 1970. */
export const dayNumber = ([year, month, day]: Day): number => {
  let days = day - 1
  for (let one = 1970; one < year; one++) days += daysIn(one, 2) + 337
  for (let one = 1; one < month; one++) days += daysIn(year, one)
  return days
}
const dayOf = (number: number): Day => {
  let [year, left] = [1970, number]
  for (; left >= daysIn(year, 2) + 337; year++) left -= daysIn(year, 2) + 337
  let month = 1
  for (; left >= daysIn(year, month); month++) left -= daysIn(year, month)
  return [year, month, left + 1]
}
/** The last Sunday of a month at 01:00 UTC, in seconds; 1 January 1970 was a Thursday. */
const change = (year: number, month: number) => {
  const last = dayNumber([year, month, daysIn(year, month)])
  return (last - ((last + 4) % 7)) * 86_400 + 3600
}
const hoursAhead = (at: number) => {
  const [year] = dayOf(Math.floor(at / 86_400))
  return at >= change(year, 3) && at < change(year, 10) ? 2 : 1
}

/** The day in Denmark at a moment, in seconds since 1970. */
export const danishDay = (at: number): Day => dayOf(Math.floor((at + hoursAhead(at) * 3600) / 86_400))
/** The second in which a day begins in Denmark: daylight saving never changes at midnight. */
export const beginsAt = (day: Day): number => {
  const midnight = dayNumber(day) * 86_400
  return midnight - hoursAhead(midnight - 3600) * 3600
}
/** The first day after a wait of whole months: the 31st becomes the last day of a shorter month. */
export const endOfWait = ([year, month, day]: Day, months: number): Day => {
  const [to, at] = [year + Math.floor((month - 1 + months) / 12), ((month - 1 + months) % 12) + 1]
  return [to, at, Math.min(day, daysIn(to, at))]
}
export const written = ([year, month, day]: Day) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
