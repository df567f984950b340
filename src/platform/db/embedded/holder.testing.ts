/*
 * A process of its own for the tests: holder.testing.ts <data folder> <server|command>. Prints one JSON line per thing
 * that happens; gives its lease back and ends when its standard input ends.
 */
import { useEmbedded } from './embedded.ts'

const [dataDir = '', lease] = process.argv.slice(2)
const tell = (thing: object) => process.stdout.write(`${JSON.stringify(thing)}\n`)
try {
  const say = (said: string) => tell({ said })
  const { release, onDeath, ...urls } = await useEmbedded({
    dataDir,
    lease: lease === 'server' ? 'server' : 'command',
    say,
  })
  onDeath((died) => tell({ died }))
  tell({ ready: urls })
  for await (const _ of process.stdin);
  await release()
  tell({ released: true })
} catch (error) {
  tell({ refused: error instanceof Error ? error.message : String(error) })
  process.exitCode = 1
}
