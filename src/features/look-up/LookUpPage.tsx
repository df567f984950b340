import { Button } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { Card } from '#web/parts/Card.tsx'
import { GreyRows } from '#web/parts/DataTable.tsx'
import { first, saysMoment, saysNear } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { SearchField } from '#web/parts/Filters.tsx'
import { Page } from '#web/parts/Page.tsx'
import { saysLength, saysPrice } from './class-words.tsx'
import { find } from './find.shared.ts'
import { type LookUp, type OfferedClass, type OfferedCourse, showLookUp } from './look-up.schema.ts'
import { StateOf } from './StateOf.tsx'
import { TakeAlong } from './TakeAlong.tsx'
import { whoToAsk } from './who-to-ask.shared.ts'
import './look-up.css'

/** So much is read on a phone while somebody waits; the rest is found by a word more. */
const mostCourses = 20
const mostOfCourse = 4

type Of = { course: OfferedCourse; lookUp: LookUp }
type Chosen = { chosen: number | undefined; choose: ((id: number) => void) | undefined }

const AskButton = ({
  one,
  kind,
  provider,
}: {
  one: OfferedClass
  kind: string
  provider: LookUp['providers'][number]
}) => {
  const who = whoToAsk(provider.people, kind)
  if (!who) return <span className="look-up-ask tov-dim tov-small">{m.look_up_ask_school()}</span>
  if (who.phone === null)
    return <span className="look-up-ask tov-dim tov-small">{m.look_up_ask({ who: who.name })}</span>
  return (
    <a
      className="look-up-call"
      href={`tel:${who.phone.replace(/\s/g, '')}`}
      aria-label={m.look_up_call({ who: who.name, day: saysNear(one.startsOn) })}
    >
      <IconPhone size={20} aria-hidden />
    </a>
  )
}

const ClassRow = ({ one, course, lookUp, chosen, choose }: Of & Chosen & { one: OfferedClass }) => {
  const provider = lookUp.providers[one.provider]
  const words = (
    <>
      <span className="look-up-first">
        <b>{first(saysNear(one.startsOn))}</b>
        <b>{saysPrice(one.price)}</b>
      </span>
      <span className="tov-dim tov-small">{[provider?.name, one.town].filter(Boolean).join(' · ')}</span>
      <StateOf one={one} />
    </>
  )
  return (
    <li data-chosen={chosen === one.id || undefined}>
      {choose ? (
        <button type="button" className="look-up-words" aria-pressed={chosen === one.id} onClick={() => choose(one.id)}>
          {words}
        </button>
      ) : (
        <div className="look-up-words">{words}</div>
      )}
      {provider && <AskButton one={one} kind={course.kind} provider={provider} />}
    </li>
  )
}

const CourseCard = ({ course, ...of }: Of & Chosen) => {
  const [open, setOpen] = useState(false)
  const shown = open ? course.classes : course.classes.slice(0, mostOfCourse)
  const rest = course.classes.length - shown.length
  return (
    <Card
      title={course.title}
      right={
        <span className="tov-dim">
          {[course.kind, saysLength(course.classes[0]?.days ?? null)].filter(Boolean).join(', ')}
        </span>
      }
      padded={false}
    >
      <ul className="look-up-classes">
        {shown.map((one) => (
          <ClassRow key={one.id} one={one} course={course} {...of} />
        ))}
      </ul>
      {rest > 0 && (
        <Button variant="subtle" onClick={() => setOpen(true)}>
          {m.look_up_more({ count: rest })}
        </Button>
      )}
    </Card>
  )
}

const Found = ({ lookUp, q, ...of }: { lookUp: LookUp; q: string } & Chosen) => {
  const { courses, apart } = find(lookUp, q)
  if (courses.length === 0) return <EmptyState title={m.look_up_none({ words: q })}>{m.look_up_none_text()}</EmptyState>
  return (
    <>
      {apart && <p className="tov-dim">{m.look_up_apart()}</p>}
      {courses.slice(0, mostCourses).map((course) => (
        <CourseCard key={`${course.kind} ${course.code}`} course={course} lookUp={lookUp} {...of} />
      ))}
      {courses.length > mostCourses && (
        <p className="tov-dim">{m.look_up_narrow({ count: courses.length - mostCourses })}</p>
      )}
    </>
  )
}

const asOf = ({ importedAt, cut }: LookUp) =>
  [importedAt ? m.look_up_as_of({ when: saysMoment(importedAt) }) : m.look_up_as_of_unknown(), cut && m.look_up_cut()]
    .filter(Boolean)
    .join(' ')

/** All schools' classes at hand, by what the company says. `besoeg`: during which visit; what is chosen goes into its report. */
export default function LookUpPage() {
  const { q = '', besoeg } = useSearch({ from: '/signed-in/framed/opslag' })
  const change = useChangeSearch<{ q: string }>()
  const { data, error } = useAnswer(showLookUp)
  const [chosen, setChosen] = useState<number>()
  const course = data?.courses.find(({ classes }) => classes.some(({ id }) => id === chosen))
  const one = course?.classes.find(({ id }) => id === chosen)
  return (
    <Page
      title={m.look_up_title()}
      {...(besoeg && { up: { to: `/besoeg/${besoeg}/foer`, text: m.look_up_back() } })}
      {...(besoeg &&
        data &&
        course &&
        one && {
          foot: (
            <TakeAlong
              bookingId={besoeg}
              says={m.look_up_line({
                course: course.title,
                day: saysNear(one.startsOn),
                school: data.providers[one.provider]?.name ?? '',
              })}
            />
          ),
        })}
    >
      <SearchField label={m.look_up_search()} value={q} onChange={(words) => change({ q: words })} />
      {error && !data && <EmptyState title={error.title}>{error.detail}</EmptyState>}
      {!data && !error && <GreyRows />}
      {data?.courses.length === 0 && <EmptyState title={m.look_up_empty()}>{m.look_up_empty_text()}</EmptyState>}
      {data && data.courses.length > 0 && (
        <>
          <p className="tov-dim tov-small">{asOf(data)}</p>
          <Found lookUp={data} q={q} chosen={chosen} choose={besoeg ? setChosen : undefined} />
        </>
      )}
    </Page>
  )
}
