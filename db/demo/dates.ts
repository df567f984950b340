const day = 86_400_000

/** Plain dates as `YYYY-MM-DD`, counted in UTC: the demo world has no hours, so no daylight-saving change either. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * day).toISOString().slice(0, 10)

/** The Monday of the ISO week that `date` lies in. */
export const mondayOf = (date: string): string => {
  const weekday = new Date(date).getUTCDay()
  return daysAfter(date, weekday === 0 ? -6 : 1 - weekday)
}
