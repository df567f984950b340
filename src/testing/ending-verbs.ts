/** Every verb that ends something, as people press it: for the orphan test. */
import { linkFor } from './company-link.ts'
import { cancelBooking, showBooking } from '../features/bookings/bookings.schema.ts'
import { cancelCaseMeeting } from '../features/company-page/company-page.schema.ts'
import { closeList, showListLooseEnds } from '../features/lists/lists.schema.ts'
import {
  changeMember,
  endMembership,
  listMembers,
  showMemberChange,
  showMemberLooseEnds,
} from '../features/members/members.schema.ts'
import { openThings } from './open-things.ts'
import type { OpenedWorld } from './world.ts'

type Row = { id: number }
/** How many its event counted, by kind. */
const counter = (world: OpenedWorld) => async (verb: string, subjectId: number) => {
  const [event] = await world.sql<{ after: { open: unknown } }>(
    'select after from event where verb = $1 and subject_id = $2 order by id desc limit 1',
    [verb, subjectId],
  )
  return event?.after.open
}

/** Those that end a person's place, or change it. */
const ofPeople = (world: OpenedWorld) => {
  const birgit = world.as('birgit')
  const counted = counter(world)
  return {
    endMembership: {
      ended: async (id: number) => {
        const [member] = await world.sql<Row>('select person_id as id from membership where id = $1', [id])
        return { personId: member?.id ?? 0 }
      },
      preview: (id: number) => birgit.call(showMemberLooseEnds, { params: { id } }),
      run: async (id: number) => {
        await birgit.call(endMembership, { params: { id } })
        return counted('left', id)
      },
    },
    changeMember: {
      ended: async (id: number) => {
        const [member] = await world.sql<Row>('select person_id as id from membership where id = $1', [id])
        return { personId: member?.id ?? 0 }
      },
      preview: (id: number) => birgit.call(showMemberChange, { params: { id }, query: { role: 'council' } }),
      run: async (id: number) => {
        const member = (await birgit.call(listMembers, { query: {} })).rows.find((row) => row.id === id)
        const seen = { name: member?.name ?? '', role: 'consultant', schoolId: member?.school?.id ?? null } as const
        await birgit.call(changeMember, { params: { id }, body: { name: seen.name, role: 'council', seen } })
        return counted('changed', id)
      },
    },
  }
}

export const endingVerbs = (world: OpenedWorld) => {
  const { previewOf, takePlace } = openThings(world)
  const birgit = world.as('birgit')
  const counted = counter(world)
  let heir: { id: number; cvr: string } | undefined
  const linkOf = async (meetingId: number) => {
    const { companyId } = await birgit.call(showBooking, { params: { id: meetingId } })
    const { token } = await linkFor(world, companyId, 'birgit')
    return { token }
  }

  /** Each verb with what it ends, its preview, and how many its event counted; the number is that of the member, the list, the meeting, the company. */
  const verbs = {
    ...ofPeople(world),
    closeList: {
      ended: (listId: number) => ({ listId }),
      preview: (id: number) => birgit.call(showListLooseEnds, { params: { id } }),
      run: async (id: number) => {
        await birgit.call(closeList, { params: { id } })
        return counted('closed', id)
      },
    },
    cancelBooking: {
      ended: (meetingId: number) => ({ meetingId }),
      preview: (meetingId: number) => previewOf({ meetingId }),
      run: async (id: number) => {
        await birgit.call(cancelBooking, { params: { id }, body: { why: 'Syg' } })
        return counted('cancelled', id)
      },
    },
    cancelCaseMeeting: {
      ended: (meetingId: number) => ({ meetingId }),
      preview: (meetingId: number) => previewOf({ meetingId }),
      run: async (id: number) => {
        await world.visitor.call(cancelCaseMeeting, { params: await linkOf(id), body: { meetingId: id, why: '' } })
        return counted('cancelled', id)
      },
    },
    // No endpoint ends a company yet.
    takePlace: {
      ended: (id: number) => ({ companyIds: [id] }),
      preview: (id: number) => previewOf({ companyIds: [id] }),
      run: async (id: number) => {
        heir = await world.company()
        return takePlace([id], heir.id)
      },
    },
  }
  return {
    verbs,
    /** Who took the last one's place. */
    heir: () => {
      if (!heir) throw new Error('nobody took a place yet')
      return heir
    },
  }
}
