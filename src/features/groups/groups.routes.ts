import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as contract from './groups.schema.ts'
import * as groups from './groups.ts'
import * as joining from './joining.ts'
import { endGroup } from './one-group.ts'
import * as work from './work.ts'

const stateWords = { running: m.groups_state_running, ended: m.groups_state_ended } as const

export const groupsRoutes = [
  serve(contract.listGroups, (ctx, { query }) => groups.listGroups(ctx, query), {
    columns: [
      { title: m.groups_col_company, value: (row) => row.company },
      { title: m.groups_col_town, value: (row) => row.town },
      { title: m.groups_col_theme, value: (row) => row.theme },
      { title: m.groups_col_lead, value: (row) => row.lead?.name ?? null },
      { title: m.groups_col_next, value: (row) => row.nextOn },
      { title: m.groups_col_people, value: (row) => row.people },
      { title: m.groups_col_state, value: (row, language) => stateWords[row.state]({}, { locale: language }) },
      { title: m.groups_col_ended, value: (row) => row.endedAt },
    ],
  }),
  serve(contract.listGroupPeople, async (ctx) => ({ rows: await groups.listGroupPeople(ctx) })),
  serve(contract.showGroup, (ctx, { params }) => groups.showGroup(ctx, params.id)),
  serve(contract.listCompanyGroups, (ctx, { params }) => groups.listCompanyGroups(ctx, params.companyId)),
  serve(contract.showGroupForm, (ctx, { params }) => groups.showGroupForm(ctx, params.companyId)),
  serve(contract.makeGroup, (ctx, { body }) => groups.makeGroup(ctx, body)),
  serve(contract.refuseGroup, (ctx, { params }) => groups.refuseGroup(ctx, params.id)),
  serve(contract.askIntoGroup, (ctx, { params, body }) => joining.askIntoGroup(ctx, params.id, body.personId)),
  serve(contract.answerGroup, (ctx, { params, body }) => joining.answerGroup(ctx, params.id, body.yes)),
  serve(contract.leaveGroup, (ctx, { params }) => joining.leaveGroup(ctx, params.id, params.personId)),
  serve(contract.leadGroup, (ctx, { params }) => joining.leadGroup(ctx, params.id)),
  serve(contract.addGroupTask, (ctx, { params, body }) => work.addGroupTask(ctx, params.id, body)),
  serve(contract.changeGroupTask, (ctx, { params, body }) => work.changeGroupTask(ctx, params.id, body)),
  serve(contract.endGroupTask, (ctx, { params, body }) => work.endGroupTask(ctx, params.id, body)),
  serve(contract.reopenGroupTask, (ctx, { params }) => work.reopenGroupTask(ctx, params.id)),
  serve(contract.showGroupTask, (ctx, { params }) => work.letSeeTask(ctx, params.id, true)),
  serve(contract.hideGroupTask, (ctx, { params }) => work.letSeeTask(ctx, params.id, false)),
  serve(contract.showGroupTheme, (ctx, { params }) => work.letSeeTheme(ctx, params.id, true)),
  serve(contract.hideGroupTheme, (ctx, { params }) => work.letSeeTheme(ctx, params.id, false)),
  serve(contract.writeGroupNote, (ctx, { params, body }) => work.writeGroupNote(ctx, params.id, body.words)),
  serve(contract.changeGroupNote, (ctx, { params, body }) => work.changeGroupNote(ctx, params.id, body)),
  serve(contract.writeGroupContact, (ctx, { params, body }) => work.writeGroupContact(ctx, params.id, body)),
  serve(contract.moveGroupContact, (ctx, { params, body }) => work.moveGroupContact(ctx, params.id, body)),
  serve(contract.endGroup, (ctx, { params, body }) => endGroup(ctx, params.id, body)),
]
