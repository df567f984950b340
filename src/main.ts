import { startTovholder } from './start.ts'
import { StartRefused } from '#platform/config'
import { codeOf, messageOf, stackOf } from '#platform/failure'

const refuse = (error: unknown): never => {
  const known = error instanceof StartRefused || codeOf(error) === 'EADDRINUSE'
  process.stderr.write(`${known ? messageOf(error) : stackOf(error)}\n`)
  process.exit(1)
}

const running = await startTovholder({
  env: process.env,
  demo: process.argv.includes('--demo'),
  say: (sentence) => void process.stdout.write(`${sentence}\n`),
}).catch(refuse)

let stopping = false
const stop = () => {
  if (stopping) return
  stopping = true
  // Whatever hangs, the process is gone within ten seconds.
  setTimeout(() => process.exit(1), 9500).unref()
  void running.stop().then(() => process.exit(0), refuse)
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop)
