import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { z } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { useMe } from '#web/frame/me.ts'
import { BothVersions } from '#web/parts/BothVersions.tsx'
import { Choices } from '#web/parts/Choices.tsx'
import { dayOf, first, saysMoment } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { meetingForms } from '../diaries/diaries.schema.ts'
import { type FreeSlotRow, SlotPick } from '../free-slots/SlotPick.tsx'
import { ChosenWhy } from '../free-slots/SlotWhy.tsx'
import { formName, type Meeting, whoGoes } from './booking-words.tsx'
import {
  bringAlong,
  inviteAgain,
  leaveAtHome,
  listCompanions,
  moveBooking,
  MovedMeanwhile,
  tellNotMet,
} from './bookings.schema.ts'
import './bookings.css'

type Shown = { meeting: Meeting; onClose: () => void }

type Version = { at: string; who: string; form: Meeting['form'] }
const AsItIs = ({ at, who, form }: Version) => (
  <>
    <b>{first(saysMoment(at))}</b>
    <br />
    {formName[form]()} · {who}
  </>
)

/** What empty means. */
const whereUsually = { visit: m.bookings_where_visit, online: undefined, phone: m.bookings_where_phone }
type Kinds = {
  was: Meeting['form']
  form: Meeting['form']
  place: string
  onForm: (form: Meeting['form']) => void
  onPlace: (place: string) => void
}
/** How people meet; of another kind than it was, also where. */
const Kind = ({ was, form, place, onForm, onPlace }: Kinds) => (
  <div className="bookings-form">
    <Choices
      label={m.bookings_form()}
      value={form}
      options={meetingForms.map((value) => ({ value, label: formName[value]() }))}
      onChange={onForm}
    />
    {form !== was && (
      <TextInput
        label={m.bookings_where()}
        description={whereUsually[form]?.()}
        maxLength={200}
        value={place}
        onChange={(event) => onPlace(event.currentTarget.value)}
      />
    )}
  </div>
)

const useMoving = (meeting: Meeting, onClose: () => void) => {
  const [meanwhile, setMeanwhile] = useState<z.infer<typeof MovedMeanwhile>>()
  const move = useAct(moveBooking, {
    says: (moved) =>
      moved.form === meeting.form
        ? m.bookings_moved({ when: saysMoment(moved.startsAt) })
        : m.bookings_made({ what: formName[moved.form](), when: saysMoment(moved.startsAt) }),
    onDone: onClose,
    onProblem: (problem) => {
      const theirs = z.safeParse(MovedMeanwhile, problem.more['theirs'])
      if (problem.code !== 'changed-meanwhile' || !theirs.success) return false
      setMeanwhile(theirs.data)
      return true
    },
  })
  return { move, meanwhile, forget: () => setMeanwhile(undefined) }
}

const moveSays = (slot: FreeSlotRow | undefined, other: Meeting['form'] | null) => {
  if (slot) return m.bookings_move_to({ when: saysMoment(slot.startsAt) })
  return other === null ? m.bookings_choose_time() : m.bookings_make({ what: formName[other]() })
}
/** The way to move a meeting or to meet in another way, with mouse, finger or keyboard; the time may stay. One that somebody else moved meanwhile is not overwritten. */
export const MoveDialog = ({ meeting, onClose }: Shown) => {
  const [slot, setSlot] = useState<FreeSlotRow>()
  const [form, setForm] = useState(meeting.form)
  const [place, setPlace] = useState('')
  const [why, setWhy] = useState('')
  const { move, meanwhile, forget } = useMoving(meeting, onClose)
  // Live updates change the meeting behind the dialog; the choice was made on this version.
  const [seen] = useState(meeting)
  const isOther = form !== seen.form
  const to = slot ?? (isOther ? { startsAt: seen.startsAt, personId: seen.personId, name: seen.consultant } : undefined)
  const run = (sequence = seen.sequence) =>
    to &&
    void move.run({
      params: { id: meeting.id },
      body: {
        ...{ startsAt: to.startsAt, personId: to.personId, sequence, chosenWhy: why.trim() || null },
        // Also where it is the one that was seen: kept against another's version it is this one again.
        form,
        ...(isOther && { place: place.trim() }),
      },
    })
  return (
    <Dialog onClose={onClose} wide title={m.bookings_move_title({ company: meeting.company })}>
      <p className="bookings-now">{m.bookings_is_now({ when: saysMoment(meeting.startsAt), who: whoGoes(meeting) })}</p>
      {meanwhile && to && (
        <BothVersions
          theirs={<AsItIs at={meanwhile.startsAt} who={meanwhile.consultant} form={meanwhile.form} />}
          mine={<AsItIs at={to.startsAt} who={to.name} form={form} />}
          onTake={onClose}
          onKeep={() => {
            forget()
            run(meanwhile.sequence)
          }}
        />
      )}
      <Kind
        {...{ was: seen.form, form, place }}
        onForm={(other) => {
          setForm(other)
          setPlace(seen.ownPlaces[other] ?? '')
          setSlot(undefined)
        }}
        onPlace={setPlace}
      />
      <SlotPick
        companyId={meeting.companyId}
        bookingId={meeting.id}
        from={dayOf(meeting.startsAt)}
        personId={meeting.personId}
        form={form}
        chosen={slot}
        onChoose={setSlot}
      />
      {slot?.personId !== meeting.personId && <ChosenWhy slot={slot} value={why} onChange={setWhy} />}
      <div className="tov-dialog-foot">
        <Button variant="filled" disabled={!to || meanwhile !== undefined} onClick={() => run()}>
          {moveSays(slot, isOther ? form : null)}
        </Button>
      </div>
    </Dialog>
  )
}

/** They went there, and nobody was met. */
export const NotMetDialog = ({ meeting, onClose }: Shown) => {
  const [note, setNote] = useState('')
  const tell = useAct(tellNotMet, { says: () => m.bookings_not_met_told(), onDone: onClose })
  return (
    <Dialog onClose={onClose} title={m.bookings_not_met_title({ company: meeting.company })}>
      <p>{m.bookings_not_met_text()}</p>
      <TextInput
        label={m.bookings_not_met_note()}
        value={note}
        maxLength={300}
        data-autofocus
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className="tov-dialog-foot">
        <Button
          variant="filled"
          disabled={tell.running}
          onClick={() => void tell.run({ params: { id: meeting.id }, body: { note: note.trim() } })}
        >
          {m.bookings_not_met()}
        </Button>
      </div>
    </Dialog>
  )
}

/** The invitation did not arrive: another address, or somebody has called. */
export const LostDialog = ({ meeting, onClose }: Shown) => {
  const [email, setEmail] = useState(meeting.contactEmail ?? '')
  const { mails } = useMe()
  const again = useAct(inviteAgain, {
    says: ({ mail }) => {
      if (mail === 'lost' || !email) return m.bookings_lost_is_told()
      return mails ? m.bookings_lost_sent({ email }) : m.bookings_lost_waits({ email })
    },
    onDone: onClose,
  })
  const run = (to: string | null) => void again.run({ params: { id: meeting.id }, body: { email: to } })
  return (
    <Dialog onClose={onClose} title={m.bookings_lost_title({ company: meeting.company })}>
      <p>{m.bookings_lost_text({ email: meeting.contactEmail ?? '' })}</p>
      <TextInput
        label={m.bookings_lost_address()}
        inputMode="email"
        value={email}
        maxLength={200}
        data-autofocus
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <div className="tov-dialog-foot">
        <Button
          onClick={() => {
            setEmail('')
            run(null)
          }}
        >
          {m.bookings_lost_told()}
        </Button>
        <Button
          variant="filled"
          disabled={again.running || !email.includes('@') || email === meeting.contactEmail}
          onClick={() => run(email.trim())}
        >
          {m.bookings_lost_send()}
        </Button>
      </div>
    </Dialog>
  )
}

/** A second one comes along to the meeting as it stands. */
export const AlongDialog = ({ meeting, onClose }: Shown) => {
  const free = useAnswer(listCompanions, { params: { id: meeting.id } }).data?.rows
  const [personId, setPerson] = useState<number>()
  const [why, setWhy] = useState('')
  const [sequence] = useState(meeting.sequence)
  const act = useAct(bringAlong, { says: () => m.bookings_along_done(), onDone: onClose })
  const slot = free?.find((one) => one.personId === personId)
  const run = () =>
    slot &&
    void act.run({
      params: { id: meeting.id },
      body: { personId: slot.personId, sequence, chosenWhy: why.trim() || null },
    })
  return (
    <Dialog onClose={onClose} title={m.bookings_along_title({ company: meeting.company })}>
      <form
        className="tov-form"
        onSubmit={(event) => {
          event.preventDefault()
          run()
        }}
      >
        <p>{m.bookings_along_text()}</p>
        {free?.length === 0 && <p role="status">{m.bookings_along_none()}</p>}
        {free && free.length > 0 && (
          <NativeSelect
            label={m.bookings_along_who()}
            data-autofocus
            value={String(personId ?? '')}
            data={[
              { value: '', label: m.bookings_along_choose() },
              ...free.map(({ personId: id, name, school }) => ({
                value: String(id),
                label: [name, school].filter(Boolean).join(', '),
              })),
            ]}
            onChange={(event) => setPerson(Number(event.currentTarget.value) || undefined)}
          />
        )}
        <ChosenWhy slot={slot} value={why} onChange={setWhy} />
        <div className="tov-dialog-foot">
          <Button type="submit" variant="filled" disabled={!slot} loading={act.running}>
            {m.bookings_along_yes()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Whoever comes along may stay at home. */
export const StayHome = ({ meeting }: { meeting: Meeting }) => {
  const [, second] = meeting.visitors
  const act = useAct(leaveAtHome, { says: () => m.bookings_home_done({ name: second?.name ?? '' }) })
  if (!second || !meeting.can.move) return null
  return (
    <Button
      loading={act.running}
      onClick={() =>
        void act.run({ params: { id: meeting.id, personId: second.personId }, query: { sequence: meeting.sequence } })
      }
    >
      {m.bookings_home({ name: second.name })}
    </Button>
  )
}
