const day = 86_400_000

/** Plain dates as `YYYY-MM-DD`, counted in UTC: the demo world has no hours, so no daylight-saving change either. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * day).toISOString().slice(0, 10)

export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / day

/** The Monday of the ISO week that `date` lies in. */
export const mondayOf = (date: string): string => {
  const weekday = new Date(date).getUTCDay()
  return daysAfter(date, weekday === 0 ? -6 : 1 - weekday)
}

/** Christmas (20 December to 3 January) and July: no school in the region starts a class then. */
export const isHoliday = (date: string): boolean => {
  const monthDay = date.slice(5)
  return monthDay >= '12-20' || monthDay <= '01-03' || monthDay.startsWith('07')
}
