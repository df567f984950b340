/** The front door: what other features, the commands and the demo world may ask of lists and hearings. */
export { importContacts } from './contacts.ts'
export { answerHearing, showHearing } from './heard.ts'
export { endHearing, endHearings, remindSchools, startHearing } from './hearing.ts'
export { callableLists, changeList, closeList, freezeDraw, makeList, showList } from './lists.ts'
export { countList } from './criteria.ts'
export { keep, strike, strikeCertain, undoStrikes } from './strikes.ts'
export { hearingsWaiting } from './waiting.ts'
