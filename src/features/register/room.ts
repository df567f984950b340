import { asRoom } from '#platform/room'
import { importRoutes } from '../imports/imports.ts'
import { companyImports } from './company-imports.schema.ts'
import { companyFiles, companyImportsOf } from './register.ts'

export const room = asRoom({
  name: 'register',
  owns: [
    'company',
    'company_known',
    'own_place',
    'own_company',
    'company_place',
    ...['place_key', 'place_fact', 'place_at_hand', 'place_ever_moved', 'legal_company_barred'],
    ...['standing_of', 'place_standing'],
    // Workplaces that went to another company.
    ...['place_move', 'own_place_move', 'place_moved', 'note_place_move', 'note_own_place_move'],
    'place_phone',
    'place_email_domain',
    'own_way',
    // How many the whole company employs, kept by triggers.
    ...['register_size', 'own_size', 'company_size', 'count_register_sizes', 'count_own_sizes'],
  ],
  routes: importRoutes(companyImports, companyImportsOf),
  jobs: companyImportsOf.jobs,
  imports: [companyFiles],
})
