import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { generate } from 'lean-qr'
import { toSvgDataURL } from 'lean-qr/extras/svg'
import { useState } from 'react'
import * as m from '#texts'
import type { AnswerOf } from '#platform/endpoint'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { Page } from '#web/parts/Page.tsx'
import { ShownOnce } from '#web/parts/ShownOnce.tsx'
import { fewestLeads, makeStandLink, showStandLink } from './stands.schema.ts'
import './stands.css'

type Shown = AnswerOf<typeof showStandLink>

const saysLeads = (leads: number | null) =>
  leads === null ? m.stands_few({ fewest: fewestLeads }) : m.stands_leads({ count: leads })
/** The code for a phone's camera, and the same in letters. */
const Code = ({ url }: { url: string }) => (
  <>
    <img className="stands-code" src={toSvgDataURL(generate(url))} alt={m.stands_code()} />
    <ShownOnce title={m.stands_once()} secret={url} copy={m.stands_copy()} copied={m.stands_copied()} />
  </>
)
const MakeCode = ({ id, works }: { id: number; works: boolean }) => {
  const [url, setUrl] = useState('')
  const make = useAct(makeStandLink, { onDone: (made) => setUrl(made.url) })
  if (url !== '') return <Code url={url} />
  return (
    <>
      {works && <p className="tov-dim">{m.stands_anew_text()}</p>}
      <Button variant={works ? 'default' : 'filled'} onClick={() => void make.run({ params: { id } })}>
        {works ? m.stands_anew() : m.stands_make()}
      </Button>
    </>
  )
}
const About = ({ id, shown }: { id: number; shown: Shown }) => (
  <section className="stands-about">
    <p>{shown.works || shown.can.make ? m.stands_text() : m.stands_none_text()}</p>
    <p>
      <b>{saysLeads(shown.leads)}</b>
    </p>
    {shown.can.make && <MakeCode id={id} works={shown.works} />}
  </section>
)

/** The stand's own address, for a phone's camera, told this once; and how many companies have written there. */
export default function StandCodePage() {
  const id = Number(useParams({ from: '/signed-in/framed/arrangementer/$id/stand' }).id)
  const { data, error } = useAnswer(showStandLink, { params: { id } })
  return (
    <Page
      title={m.stands_title()}
      subtitle={data?.title}
      up={{ to: `/arrangementer?nr=${id}`, text: m.stands_to_gathering() }}
    >
      {!data && (error ? <p>{error.title}</p> : <GreyRows count={3} />)}
      {data && <About id={id} shown={data} />}
    </Page>
  )
}
