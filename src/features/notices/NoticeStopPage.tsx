import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { sentenceOf } from '#web/data/problem.ts'
import { LanguageChoice } from '#web/frame/LanguageChoice.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { PlainFrame } from '#web/parts/PlainFrame.tsx'
import { showNoticeStop, stopNotices } from './notices.schema.ts'

/** Where the link at the foot of a mail leads: nothing stops before it is pressed, for mail programs open links by themselves. */
export default () => {
  const params = useParams({ from: '/besked/$token' })
  const { data, error, isPending } = useAnswer(showNoticeStop, { params })
  const [stopped, setStopped] = useState(false)
  const stop = useAct(stopNotices, { onDone: () => setStopped(true) })
  if (isPending) return null
  const gone = error?.code === 'link-revoked'
  const title = gone ? m.notices_stop_gone() : m.notices_stop_title()
  return (
    <PlainFrame name={data?.centre ?? 'Tovholder'} right={<LanguageChoice />} title={title}>
      {!data && (
        <EmptyState title={title}>{gone ? m.notices_stop_gone_text() : sentenceOf(error, m.web_failed())}</EmptyState>
      )}
      {data && stopped && <p role="status">{m.notices_stopped()}</p>}
      {data && !stopped && (
        <>
          <p>{m.notices_stop_text({ centre: data.centre })}</p>
          <Button onClick={() => void stop.run({ params })}>{m.notices_stop_button()}</Button>
        </>
      )}
    </PlainFrame>
  )
}
