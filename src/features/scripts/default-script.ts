import { houseLanguage, type Language } from '#platform/text/language'
import * as m from '#texts'
import { type MeetingForm, meetingForms } from '../diaries/diaries.schema.ts'

const ask = {
  visit: m.scripts_default_ask_visit,
  online: m.scripts_default_ask_online,
  phone: m.scripts_default_ask_phone,
}
const meeting = {
  visit: m.scripts_default_meeting_visit,
  online: m.scripts_default_meeting_online,
  phone: m.scripts_default_meeting_phone,
}
/**
 * What a new list's callers say until someone writes something better: it asks for what the list is called for. `{caller}` and `{centre}` are filled in at
 * the call; `**bold**` is what matters most; a line that begins with `? ` is a question companies ask, the lines after it the answer.
 */
export const houseScript = (form: MeetingForm, locale: Language = houseLanguage): string => {
  const asks = { ask: ask[form]({}, { locale }), meeting: meeting[form]({}, { locale }) }
  return m.scripts_default_script({ ...asks, caller: '{caller}', centre: '{centre}' }, { locale })
}
/** For which kind of meeting the house's own words ask; undefined: these are somebody's. */
export const houseAsksFor = (body: string): MeetingForm | undefined =>
  meetingForms.find((form) => houseScript(form) === body)
