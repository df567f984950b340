import type { ReactNode } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { useMay } from '#web/frame/me.ts'
import { Card } from '#web/parts/Card.tsx'
import { MePage } from '../members/MePage.tsx'
import { LanguagePicks } from './LanguagePicks.tsx'
import { changeMyLanguages, showMyLanguages } from './languages.schema.ts'

/** A caller says in which languages he calls. */
const MyLanguages = () => {
  const may = useMay()
  const { data } = useAnswer(showMyLanguages, {}, { when: may(showMyLanguages) })
  const before = data?.languages ?? []
  const change = useAct(changeMyLanguages, {
    says: () => m.call_centres_mine_saved(),
    undo: () => () => call(changeMyLanguages, { body: { languages: before } }),
  })
  if (!data) return null
  return (
    <Card title={m.call_centres_mine()}>
      <p className="centre-lead">{m.call_centres_mine_text()}</p>
      <LanguagePicks
        label={m.call_centres_mine_more()}
        languages={data.languages}
        onChange={(languages) => void change.run({ body: { languages } })}
      />
    </Card>
  )
}

/** What is mine alone, with the languages of who calls. */
export const MyPage = ({ children }: { children: ReactNode }) => (
  <MePage>
    <MyLanguages />
    {children}
  </MePage>
)
