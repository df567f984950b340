import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { saysClock } from '#web/parts/read-dates.ts'
import { useMay } from '#web/frame/me.ts'
import { Card } from '#web/parts/Card.tsx'
import { Choices } from '#web/parts/Choices.tsx'
import { MyPage } from '../call-centres/MyPage.tsx'
import { everyMinutes, morning } from './hours.shared.ts'
import { changeMyNotices, choices, showMyNotices } from './notices.schema.ts'

const words = {
  'at-once': { label: m.notices_at_once, text: m.notices_at_once_text },
  morning: { label: m.notices_morning, text: m.notices_morning_text },
  never: { label: m.notices_never, text: m.notices_never_text },
} as const
const heldWords = { 'no-server': m.notices_no_server, refused: m.notices_refused } as const

/** How I am told by mail; that none is sent is said first. */
const MyNotices = () => {
  const may = useMay()
  const { data } = useAnswer(showMyNotices, {}, { when: may(showMyNotices) })
  const before = data?.choice ?? 'morning'
  const change = useAct(changeMyNotices, {
    says: () => m.notices_said(),
    undo: () => () => call(changeMyNotices, { body: { choice: before } }),
  })
  if (!data) return null
  const { choice, email, held } = data
  return (
    <Card title={m.notices_title()}>
      {held && <p role="status">{heldWords[held]()}</p>}
      <p className="centre-lead">{m.notices_text({ email })}</p>
      <Choices
        label={m.notices_choice()}
        value={choice}
        options={choices.map((value) => ({ value, label: words[value].label() }))}
        onChange={(value) => void change.run({ body: { choice: value } })}
      />
      <p className="tov-dim">{words[choice].text({ minutes: everyMinutes, time: saysClock(morning.from) })}</p>
    </Card>
  )
}

/** What is mine alone, with how I am told by mail. */
export default () => (
  <MyPage>
    <MyNotices />
  </MyPage>
)
