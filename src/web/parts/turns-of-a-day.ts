/** Hours of a day in turns of so many hours, from one time of day to another; the last one may be shorter. */
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export const turnsOf = (from: string, to: string, hours: number): { from: string; to: string }[] => {
  if (!from || !to || to <= from) return []
  const [start, end, step] = [minutesOf(from), minutesOf(to), hours * 60]
  return Array.from({ length: Math.ceil((end - start) / step) }, (_, nth) => ({
    from: clock(start + nth * step),
    to: clock(Math.min(end, start + (nth + 1) * step)),
  }))
}
