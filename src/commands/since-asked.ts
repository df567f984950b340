import { readFileSync } from 'node:fs'

/** Of a process: who started it, what it calls itself, and when it began, in ticks since the machine did (proc(5)). */
const processOf = (pid: number) => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const title = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  return { parent: Number(fields[1]), began: Number(fields[19]), isNpm: title.startsWith('npm ') }
}
const ticksASecond = 100
/** npm, its shell, ourselves. */
const furthest = 4

/**
 * Milliseconds since somebody asked for this command: npm's own start counts too, where it was asked through npx. Where it cannot be known,
 * since this process began.
 */
export const sinceAsked = (): number => {
  if (process.env['npm_command'] === undefined) return performance.now()
  try {
    const up = Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0])
    let pid = process.pid
    for (let step = 0; step < furthest && pid > 1; step += 1) {
      const { parent, began, isNpm } = processOf(pid)
      if (isNpm) return Math.max(performance.now(), 1000 * (up - began / ticksASecond))
      pid = parent
    }
  } catch {
    // No /proc: another system than Linux.
  }
  return performance.now()
}
