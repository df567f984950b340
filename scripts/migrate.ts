// Applies the migrations and says how many: node scripts/migrate.ts <owner's url> <application's url>
import { migrate } from '#platform/db/migrate'

const [ownerUrl = '', appUrl = ''] = process.argv.slice(2)
process.stdout.write(`${await migrate(ownerUrl, appUrl)} applied\n`)
