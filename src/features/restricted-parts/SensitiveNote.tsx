import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { listCompanyPeople } from '../company-people/company-people.schema.ts'
import { type Sensitive, sensitiveIn } from './sensitive.shared.ts'
import './restricted-parts.css'

const keyOf = (found: Sensitive) => (found.kind === 'number' ? found.kind : `${found.word} ${found.name}`)

/**
 * What stands there that should make whoever writes think again, asked about before it is saved. `stops`: something is not answered yet, and the
 * question has the focus now. A personal number is refused by the server itself.
 */
const useSensitive = (texts: readonly string[], names: readonly string[] = []) => {
  const [fine, setFine] = useState<readonly string[]>([])
  const button = useRef<HTMLButtonElement>(null)
  const all = texts.flatMap((text) => sensitiveIn(text, names))
  const found = all.find(({ kind }) => kind === 'number') ?? all.find((one) => !fine.includes(keyOf(one)))
  const pass = () => found && setFine([...fine, keyOf(found)])
  const stops = () => {
    if (found?.kind !== 'health') return false
    button.current?.focus()
    return true
  }
  return { found, pass, stops, button }
}
/** The same of what is written of a company: whoever is known there is looked for by his own name. */
export const useSensitiveAt = (companyId: number, texts: readonly string[], names: readonly string[]) => {
  const { data } = useAnswer(listCompanyPeople, { params: { companyId } })
  return useSensitive(texts, [...(data?.rows.map(({ name }) => name) ?? []), ...names])
}
export type SensitiveFound = ReturnType<typeof useSensitive>

/** Says so beside the field, while there is time: what it is, why it matters here, and that it may be meant so. */
export const SensitiveNote = ({ of: { found, pass, button }, who }: { of: SensitiveFound; who: 'all' | 'named' }) => (
  <div role="status">
    {found && (
      <div className="restricted-parts-sensitive">
        {found.kind === 'number'
          ? m.restricted_parts_number()
          : who === 'all'
            ? m.restricted_parts_health({ word: found.word, name: found.name })
            : m.restricted_parts_health_named({ word: found.word, name: found.name })}{' '}
        {found.kind === 'health' && (
          <Button ref={button} size="compact-sm" onClick={pass}>
            {m.restricted_parts_fine()}
          </Button>
        )}
      </div>
    )}
  </div>
)
