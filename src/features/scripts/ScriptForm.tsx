import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import * as m from '#texts'
import { useKeys } from '#web/data/keys.ts'
import { BothVersions } from '#web/parts/BothVersions.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { AllParts } from './ScriptQuestions.tsx'
import type { ScriptParts } from './script-parts.shared.ts'

type Writing<Theirs> = {
  parts: ScriptParts
  body: string
  /** What somebody else saved meanwhile. */
  theirs: Theirs | undefined
  running: boolean
  begin: (theirs: Theirs) => void
  send: (seen?: Theirs) => void
  put: (change: Partial<ScriptParts>) => void
}
type Props<Theirs> = {
  writing: Writing<Theirs>
  says: string
  above?: ReactNode
  beside?: ReactNode
  children: ReactNode
}
/** A script written part by part, Danish or another language; `above` the parts what it is, `beside` the button what else can be done, then what it is held against. */
export const ScriptForm = <Theirs extends { body: string }>({
  writing,
  says,
  above,
  beside,
  children,
}: Props<Theirs>) => {
  const { parts, body, theirs, running, begin, send, put } = writing
  useKeys([{ key: 'ctrl+enter', says, run: () => send(), inField: true }])
  return (
    <form
      className="scripts-writing"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {theirs && (
        <BothVersions
          theirs={<pre className="scripts-plain">{theirs.body}</pre>}
          mine={<pre className="scripts-plain">{body}</pre>}
          onTake={() => begin(theirs)}
          onKeep={() => send(theirs)}
        />
      )}
      <div className="scripts-parts">
        {above}
        <AllParts parts={parts} put={put} />
        <div className="scripts-foot">
          <Button type="submit" variant="filled" disabled={body === ''} aria-disabled={running || undefined}>
            {says} <KeyCap>Ctrl ↵</KeyCap>
          </Button>
          {beside}
          <span className="tov-dim tov-small">{m.scripts_save_text()}</span>
        </div>
      </div>
      {children}
    </form>
  )
}
