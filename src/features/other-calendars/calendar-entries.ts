/** The events of calendar files, each read by itself: what is broken in one costs no other. */
import ICAL from 'ical.js'

/** Days, in milliseconds, between which something may count. */
type Around = { from: number; to: number }
type Entries = { events: ICAL.Component[]; zones: Map<string, ICAL.Timezone>; broken: number; name: string }

/** From one line to another; a line that goes on begins with a space, and is no line of its own. */
const blocks = (text: string, name: string): string[] => {
  const found: string[] = []
  const begins = new RegExp(`^BEGIN:${name}[ \\t]*\\r?$`, 'gim')
  const ends = new RegExp(`^END:${name}[ \\t]*\\r?$`, 'gim')
  for (let begin = begins.exec(text); begin; begin = begins.exec(text)) {
    ends.lastIndex = begins.lastIndex
    const end = ends.exec(text)
    if (!end) {
      found.push('')
      break
    }
    found.push(text.slice(begin.index, ends.lastIndex))
    begins.lastIndex = ends.lastIndex
  }
  return found
}

const componentOf = (block: string): ICAL.Component | null => {
  try {
    return block === '' ? null : ICAL.Component.fromString(block)
  } catch {
    return null
  }
}

const daysIn = (block: string) =>
  [...block.matchAll(/^DT(?:START|END)[^:\r\n]*:(\d{4})(\d\d)(\d\d)/gim)].map(([, year, month, date]) =>
    Date.UTC(Number(year), Number(month) - 1, Number(date)),
  )
/** Once, and long past or far ahead: most of what stands in an old calendar, and not worth the reading. */
const isElsewhen = (block: string, { from, to }: Around): boolean => {
  const days = daysIn(block)
  if (days.length < 2 || /^(?:RRULE|RDATE|RECURRENCE-ID)/im.test(block)) return false
  return Math.max(...days) < from || Math.min(...days) > to
}

/** With its end: what was cut off on its way would free all that stood behind the cut. */
const isCalendar = (text: string) =>
  /^BEGIN:VCALENDAR[ \t]*\r?$/im.test(text.slice(0, 2000)) && /^END:VCALENDAR/im.test(text.slice(-2000))

/** Null: not one of them is a calendar. */
export const entriesIn = (texts: readonly string[], around: Around): Entries | null => {
  const calendars = texts.map((text) => text.trimStart()).filter(isCalendar)
  if (calendars.length === 0 && texts.length > 0) return null
  const found: Entries = { events: [], zones: new Map(), broken: texts.length - calendars.length, name: '' }
  for (const text of calendars) {
    found.name ||=
      /^X-WR-CALNAME[^:\r\n]*:(.*)$/im
        .exec(text)?.[1]
        ?.replace(/\\([,;\\])/g, '$1')
        .trim()
        .slice(0, 100) ?? ''
    for (const block of blocks(text, 'VTIMEZONE')) {
      const component = componentOf(block)
      const zone = component && new ICAL.Timezone(component)
      if (zone) found.zones.set(zone.tzid, zone)
    }
    for (const block of blocks(text, 'VEVENT')) {
      if (isElsewhen(block, around)) continue
      const event = componentOf(block)
      if (event) found.events.push(event)
      else found.broken += 1
    }
  }
  return found
}

const ours = /[\w-]{10,80}@tovholder/
/** Outlook gives what it did not make a number of its own, with the first one inside (MS-OXCICAL, vCal-Uid). */
const outlooks = /^040000008200E00074C5B7101A82E008/i

/** The number of a meeting that may be one of ours; null: it is not. */
export const ownUid = (uid: string): string | null => {
  const text = outlooks.test(uid) ? Buffer.from(uid, 'hex').toString('latin1') : uid
  return ours.exec(text)?.[0] ?? null
}

/** Invited, and will not come, by whichever address. Who is asked by an address that is not known here is as busy as the calendar says. */
const hasDeclined = (event: ICAL.Component, owner: ReadonlySet<string>): boolean => {
  const invited = event.getAllProperties('attendee').filter((attendee) =>
    owner.has(
      String(attendee.getFirstValue() ?? '')
        .replace(/^mailto:/i, '')
        .toLowerCase(),
    ),
  )
  return (
    invited.length > 0 &&
    invited.every((attendee) => attendee.getFirstParameter('partstat')?.toUpperCase() === 'DECLINED')
  )
}

/** It takes no time of its owner: free, cancelled, declined. */
export const isFree = (event: ICAL.Component, owner: ReadonlySet<string>): boolean => {
  const says = (name: string) => String(event.getFirstPropertyValue(name) ?? '').toUpperCase()
  return (
    says('status') === 'CANCELLED' ||
    says('transp') === 'TRANSPARENT' ||
    ['FREE', 'WORKINGELSEWHERE'].includes(says('x-microsoft-cdo-busystatus')) ||
    hasDeclined(event, owner)
  )
}
