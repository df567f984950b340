import { Button } from '@mantine/core'
import { generate } from 'lean-qr'
import { toSvgDataURL } from 'lean-qr/extras/svg'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { ShownOnce } from '#web/parts/ShownOnce.tsx'
import { fewestLeads, makeStandLink, showStandLink } from './stand.schema.ts'

/** The stand's own address, for a phone's camera, told this once; and how many companies have written there. */
export const StandLink = ({ id }: { id: number }) => {
  const { data } = useAnswer(showStandLink, { params: { id } })
  const [url, setUrl] = useState('')
  const make = useAct(makeStandLink, { onDone: (made) => setUrl(made.url) })
  if (!data || !(data.works || data.can.make)) return null
  return (
    <section className="gatherings-time">
      <h3>{m.gatherings_stand_title()}</h3>
      <p>{m.gatherings_stand_text()}</p>
      {data.works && (
        <p className="tov-dim">
          {data.leads === null
            ? m.gatherings_stand_few({ fewest: fewestLeads })
            : m.gatherings_stand_leads({ count: data.leads })}
        </p>
      )}
      {url !== '' && (
        <>
          <img className="gatherings-code" src={toSvgDataURL(generate(url))} alt={m.gatherings_stand_code()} />
          <ShownOnce
            title={m.gatherings_stand_once()}
            secret={url}
            copy={m.gatherings_stand_copy()}
            copied={m.gatherings_stand_copied()}
          />
        </>
      )}
      {data.can.make && url === '' && (
        <Button onClick={() => void make.run({ params: { id } })}>
          {data.works ? m.gatherings_stand_anew() : m.gatherings_stand_make()}
        </Button>
      )}
      {data.works && url === '' && <p className="tov-dim tov-small">{m.gatherings_stand_anew_text()}</p>}
    </section>
  )
}
