/** INSTANCES.md once more, by itself and slowly: what a staffing of a file breaks, and what it is worth. Shares nothing with the engine. */
export type InstanceFile = {
  schools: { target: number; cap: number }[]
  cons: { school: number; kom: number; ex: number[]; learn: number[]; free: number[]; cap: number }[]
  visits: { kom: number; br: number; sv: number[]; two: boolean; slots: number[]; contact: number }[]
}
export type Answer = { visit: number; slot: number; lead: number; second: number | null }[]

const breachesOf = (file: InstanceFile, minutes: number[][], answer: Answer): string[] => {
  const found: string[] = []
  const say = (broken: boolean, what: string) => void (broken && found.push(what))
  const went = new Map<string, number>()
  const count = new Map<string, number>()
  const more = (key: string) => void count.set(key, (count.get(key) ?? 0) + 1)
  for (const { visit: at, slot, lead, second } of answer) {
    const visit = file.visits[at]
    const [first, along] = [file.cons[lead], second === null ? undefined : file.cons[second]]
    if (!visit || !first || (second !== null && !along)) return ['there is no such visit or consultant']
    more(`visit ${at}`)
    say(!visit.slots.includes(slot), `visit ${at}: the company cannot`)
    const ofService = (one: typeof first, least: number, from: number) =>
      visit.sv.some((service) => service >= from && (one.ex[8 + service] ?? 0) >= least)
    const trade = first.ex[visit.br] ?? 0
    const leads =
      visit.contact === lead || trade >= 2 || (trade >= 1 && ofService(first, 2, 0)) || ofService(first, 3, 1)
    say(!leads, `visit ${at}: ${lead} may not lead`)
    say(second === lead, `visit ${at}: comes along with himself`)
    if (along)
      say(!((along.ex[visit.br] ?? 0) >= 1 || ofService(along, 2, 1)), `visit ${at}: irrelevant second ${second}`)
    for (const who of second === null ? [lead] : [lead, second]) {
      const one = file.cons[who]
      say(!one?.free.includes(slot), `visit ${at}: ${who} is not free`)
      say(went.has(`${who} ${slot}`), `${who} is at two places in slot ${slot}`)
      went.set(`${who} ${slot}`, visit.kom)
      more(`person ${who} ${Math.floor(slot / 20)}`)
      more(`school ${one?.school} ${Math.floor(slot / 20)}`)
    }
  }
  for (const [key, kom] of went) {
    const [who, slot] = key.split(' ').map(Number)
    const next = (slot ?? 0) % 4 === 3 ? undefined : went.get(`${who} ${(slot ?? 0) + 1}`)
    say(next !== undefined && (minutes[kom]?.[next] ?? 0) > 30, `${who} drives too far after slot ${slot}`)
  }
  for (const [key, times] of count) {
    const [what, who] = key.split(' ')
    const rows = what === 'person' ? file.cons : file.schools
    say(times > (what === 'visit' ? 1 : (rows[Number(who)]?.cap ?? 0)), `${key}: ${times} times`)
  }
  return found
}

const worthOf = (file: InstanceFile, minutes: number[][], answer: Answer): number => {
  let points = 0
  const led = file.schools.map(() => 0)
  for (const { visit: at, lead, second } of answer) {
    const visit = file.visits[at]
    const first = file.cons[lead]
    if (!visit || !first) continue
    const cost = (kom: number) => Math.min(30, 0.25 * Math.max(0, (minutes[kom]?.[visit.kom] ?? 0) - 20))
    const mean =
      visit.sv.length === 0 ? 0 : visit.sv.reduce((sum, s) => sum + (first.ex[8 + s] ?? 0) / 3, 0) / visit.sv.length
    points += 100 + 40 * ((0.6 * (first.ex[visit.br] ?? 0)) / 3 + 0.4 * mean) + (visit.contact === lead ? 30 : 0)
    points -= cost(first.kom)
    led[first.school] = (led[first.school] ?? 0) + 1
    const along = second === null ? undefined : file.cons[second]
    if (!along) continue
    const learns = [visit.br, ...visit.sv.map((s) => 8 + s)].some((t) => first.ex[t] === 3 && along.learn.includes(t))
    points += 4 - 0.6 * cost(along.kom) + (learns ? 20 : 0) + (along.school === first.school ? 0 : 6)
  }
  for (const [school, { target }] of file.schools.entries()) {
    const fair = target * answer.length
    points -= 4 * Math.max(0, Math.abs((led[school] ?? 0) - fair) - 0.1 * fair - 0.5)
  }
  return points
}

export const check = (file: InstanceFile, minutes: number[][], answer: Answer) => ({
  breaches: breachesOf(file, minutes, answer),
  points: worthOf(file, minutes, answer),
})

/** The best there is, by trying everything: for a handful of visits. */
export const bestOf = (file: InstanceFile, minutes: number[][]): number => {
  let best = 0
  const tryFrom = (at: number, answer: Answer) => {
    best = Math.max(best, worthOf(file, minutes, answer))
    if (at === file.visits.length) return
    tryFrom(at + 1, answer)
    for (const slot of file.visits[at]?.slots ?? [])
      for (const lead of file.cons.keys())
        for (const second of [null, ...file.cons.keys()]) {
          const more = [...answer, { visit: at, slot, lead, second }]
          if (breachesOf(file, minutes, more).length === 0) tryFrom(at + 1, more)
        }
  }
  tryFrom(0, [])
  return best
}
