import { showMe } from '../members/members.schema.ts'
import { listWaiting } from './home.schema.ts'

/** What every page of someone signed in begins with: who is here, and what waits. */
export const firstQuestions = [showMe, listWaiting]
