// Applies the migrations: node scripts/migrate.ts <owner's url> <application's url>
import { migrate } from '#platform/db/migrate'

const [ownerUrl = '', appUrl = ''] = process.argv.slice(2)
await migrate(ownerUrl, appUrl)
