/** The meetings that people, or schools, have room for in each week, and which visits have taken them. A *bench* is one's week: `who * weeks + week`. */
export const seatsOf = (caps: Int32Array) => {
  const start = new Int32Array(caps.length)
  const left = Int32Array.from(caps)
  let all = 0
  for (const [bench, cap] of caps.entries()) {
    start[bench] = all
    all += cap
  }
  const taken = new Int32Array(caps.length)
  const seats = new Int32Array(all)
  return {
    left: (bench: number) => left[bench] ?? 0,
    sit: (bench: number, visit: number) => {
      const count = taken[bench] ?? 0
      seats[(start[bench] ?? 0) + count] = visit
      taken[bench] = count + 1
      left[bench] = (left[bench] ?? 0) - 1
    },
    rise: (bench: number, visit: number) => {
      const from = start[bench] ?? 0
      const last = (taken[bench] ?? 0) - 1
      let seat = from
      while (seats[seat] !== visit) seat += 1
      seats[seat] = seats[from + last] ?? 0
      taken[bench] = last
      left[bench] = (left[bench] ?? 0) + 1
    },
    /** One of those who sit there, by chance. */
    someone: (bench: number, chance: number) =>
      seats[(start[bench] ?? 0) + Math.floor(chance * (taken[bench] ?? 0))] ?? 0,
  }
}
